// Marks, lines and bars. Some terminals of Chinese set-ups draw them two cells wide; those, and locales that are not
// UTF-8, get the ASCII set of the same widths per kind.

export type Glyphs = {
  readonly rule: string;
  readonly upright: string;
  readonly corner: readonly [topLeft: string, topRight: string, bottomLeft: string, bottomRight: string];
  readonly teeDown: string;
  readonly teeLeft: string;
  readonly teeRight: string;
  readonly full: string;
  readonly half: string;
  readonly faint: string;
  readonly line: string;
  readonly onTrack: string;
  readonly atRisk: string;
  readonly overdue: string;
  readonly closed: string;
  readonly more: string;
  readonly into: string;
  readonly to: string;
};

export const unicodeGlyphs: Glyphs = {
  rule: "─",
  upright: "│",
  corner: ["┌", "┐", "└", "┘"],
  teeDown: "┬",
  teeLeft: "├",
  teeRight: "┤",
  full: "█",
  half: "▒",
  faint: "░",
  line: "│",
  onTrack: "●",
  atRisk: "◆",
  overdue: "■",
  closed: "○",
  more: "…",
  into: "›",
  to: "→",
};

export const asciiGlyphs: Glyphs = {
  rule: "-",
  upright: "|",
  corner: ["+", "+", "+", "+"],
  teeDown: "+",
  teeLeft: "+",
  teeRight: "+",
  full: "#",
  half: "=",
  faint: ".",
  line: "|",
  onTrack: ".",
  atRisk: "!",
  overdue: "x",
  closed: "o",
  more: "..",
  into: ">",
  to: "->",
};

/** Whether the locale of the environment is UTF-8; one that says nothing is taken for it. */
export const isUtf8Locale = (env: NodeJS.ProcessEnv): boolean => {
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || "";
  return locale === "" || /utf-?8/i.test(locale) || /^(C|POSIX)$/.test(locale);
};
