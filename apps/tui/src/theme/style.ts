// What a piece of text means. Colour only adds: each meaning also has a shape or a word, and the characters are the
// same with and without it.

export const styles = [
  "plain",
  "strong",
  "quiet",
  "link",
  "cursor",
  "gradeA",
  "gradeB",
  "gradeC",
  "gradeD",
  "ok",
  "risk",
  "overdue",
  "closed",
  "secured",
  "open",
  "lost",
] as const;
/** The meaning of a piece of text. */
export type Style = (typeof styles)[number];

/** How Ink shows a meaning. */
export type Look = {
  readonly color?: string;
  readonly backgroundColor?: string;
  readonly bold?: boolean;
  readonly inverse?: boolean;
  readonly dimColor?: boolean;
};
export type Theme = { readonly [Meaning in Style]: Look };

const sixteen: Theme = {
  plain: {},
  strong: { bold: true },
  quiet: { color: "gray" },
  link: { color: "blue", bold: true },
  cursor: { inverse: true },
  gradeA: { color: "magenta", bold: true },
  gradeB: { color: "magenta", bold: true },
  gradeC: { color: "magenta" },
  gradeD: { color: "magenta" },
  ok: { color: "green" },
  risk: { color: "yellow" },
  overdue: { color: "red" },
  closed: { color: "gray" },
  secured: { color: "blue" },
  open: { color: "cyan" },
  lost: { color: "red" },
};

// The keys of design tokens, light and dark.
const dark: Theme = {
  ...sixteen,
  quiet: { color: "#7d8996" },
  link: { color: "#7ea3d0", bold: true },
  gradeA: { color: "#1b1238", backgroundColor: "#c9bbf7", bold: true },
  gradeB: { color: "#120b29", backgroundColor: "#9c87e0", bold: true },
  gradeC: { color: "#ffffff", backgroundColor: "#6350a3" },
  gradeD: { color: "#d9d0f2", backgroundColor: "#352c57" },
  ok: { color: "#78cf9d" },
  risk: { color: "#eec06a" },
  overdue: { color: "#f39a92" },
  closed: { color: "#b0b9c5" },
  secured: { color: "#7ea3d0" },
  open: { color: "#53698a" },
  lost: { color: "#b0655e" },
};

const light: Theme = {
  ...sixteen,
  quiet: { color: "#8793a1" },
  link: { color: "#2b4a6f", bold: true },
  gradeA: { color: "#ffffff", backgroundColor: "#43307f", bold: true },
  gradeB: { color: "#ffffff", backgroundColor: "#6a53ae", bold: true },
  gradeC: { color: "#1b1238", backgroundColor: "#a594d6" },
  gradeD: { color: "#3a2a70", backgroundColor: "#ded6f0" },
  ok: { color: "#22693f" },
  risk: { color: "#855000" },
  overdue: { color: "#a82a22" },
  closed: { color: "#515c6a" },
  secured: { color: "#2b4a6f" },
  open: { color: "#8ea6c1" },
  lost: { color: "#c5645b" },
};

const colourless = Object.fromEntries(styles.map((style) => [style, {}])) as Theme;

/** The looks for a terminal: none without colour, the design's own with true colour, else the sixteen. */
export function chooseTheme(env: NodeJS.ProcessEnv, color: string): Theme {
  const off =
    color === "never" ||
    (color !== "always" && env.NO_COLOR !== undefined && env.NO_COLOR !== "") ||
    env.TERM === "dumb";
  if (off) return colourless;
  if (env.COLORTERM !== "truecolor" && env.COLORTERM !== "24bit") return sixteen;
  const background = Number(env.COLORFGBG?.split(";").at(-1));
  return background === 7 || background === 15 ? light : dark;
}
