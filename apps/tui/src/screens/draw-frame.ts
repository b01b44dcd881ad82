// The whole frame, always the same six regions: where and when, the nine areas, the path, the body, the message line,
// the key line. Every line is exactly as wide as the terminal, and the frame one line lower than it.
import type { Locale, OperationOutput } from "@shian/domain";
import { drawBox } from "../components/box.js";
import { caretCells, fieldText } from "../components/field.js";
import {
  fitLine,
  join,
  type Line,
  lineWidth,
  type Piece,
  restyle,
  span,
  spread,
} from "../components/line.js";
import { keyTable, type Place, screenPlaces } from "../keys/key-table.js";
import { textWidth } from "../output/text-width.js";
import type { Translate } from "../text/create-translator.js";
import type { TextKey } from "../text/zh-cn.js";
import type { Glyphs } from "../theme/glyphs.js";
import type { OpenMenu } from "./create-menu-keeper.js";
import { formatCount, formatDay, formatQuarter } from "./format-values.js";
import { type Candidate, type Prompt, signOf } from "./prompt.js";
import type { Scope, Screen } from "./screen.js";

export const leastColumns = 80;
export const leastRows = 24;

export type FrameState = {
  readonly t: Translate;
  readonly locale: Locale;
  readonly glyphs: Glyphs;
  readonly screen: Screen;
  readonly status: OperationOutput<"office.status"> | undefined;
  readonly scope: Scope;
  readonly connection: { readonly lost: boolean; readonly at: string };
  readonly said: Piece;
  readonly prompt: Prompt | undefined;
  readonly candidates: readonly Candidate[];
  readonly menu: OpenMenu | undefined;
};

export type Frame = {
  readonly lines: readonly Line[];
  readonly caret: { readonly x: number; readonly y: number } | undefined;
};

const drawScope = ({ t, status, scope, connection, glyphs }: FrameState, columns: number): Line => {
  const day = scope.asOf ?? status?.today;
  const territory = scope.territory?.name ?? status?.territory.name ?? "";
  const left = join(
    " ",
    span(t("app.name"), "strong"),
    `  ${territory}`,
    day === undefined ? "" : `  ${formatQuarter(day, t)}  ${t("frame.asOf", { day: formatDay(day) })}`,
  );
  const mark = connection.lost
    ? span(`${glyphs.overdue} ${t("frame.lost")} ${connection.at}`, "overdue")
    : span(`${glyphs.onTrack} ${connection.at}`, "ok");
  // Every screen says that it shows made-up data; where room is short, the person's unit gives way.
  const demo = status?.mode === "demo" ? [span(t("frame.demo"), "quiet"), columns < 100 ? "  " : "    "] : [];
  const { name = "", unit = "" } = status?.person ?? {};
  const drawRight = (person: string): Line => join(" ", ...demo, person, "  ", mark, " ");
  const whole = drawRight(`${name} ${unit}`.trim());
  const right = lineWidth(left) + lineWidth(whole) <= columns ? whole : drawRight(name);
  return spread(left, right, columns, " ", glyphs.more);
};

const drawAreas = ({ t, status, screen }: FrameState, columns: number): Line => {
  const counts: Readonly<Record<number, number | undefined>> = {
    3: status?.counts.nobody,
    4: status?.counts.overdue,
    6: status?.counts.lostItems,
  };
  const draw = (counted: readonly number[]): Line => {
    const names = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((area) => {
      const count = counted.includes(area) ? counts[area] : undefined;
      return `${area} ${t(`area.${area}` as TextKey)}${count === undefined || count === 0 ? "" : ` ${formatCount(count)}`}`;
    });
    return names.flatMap((name, index) =>
      index + 1 === screen.area ? [span("["), span(name, "strong"), span("]")] : [span(` ${name} `)],
    );
  };
  const lines = [[3, 4, 6], [3, 4], [3], []].map(draw);
  return fitLine(lines.find((line) => lineWidth(line) <= columns) ?? [], columns, "");
};

const drawPath = ({ t, screen, glyphs }: FrameState, columns: number): Line => {
  const words = [t(`area.${screen.area}` as TextKey), ...screen.path()];
  const path = join(`${glyphs.rule} `, span(words.join(` ${glyphs.into} `), "strong"), " ");
  const extent = screen.extent();
  const right = extent === "" ? [] : join(` ${extent} ${glyphs.rule}`);
  return spread(path, right, columns, glyphs.rule, `${glyphs.more} `);
};

/** The key line of the places: the telling keys first, as many as there is room for, help always. */
export function drawKeyLine(places: readonly Place[], locale: Locale, columns: number): Line {
  const shown = keyTable.filter((binding) => binding.brief !== undefined && places.includes(binding.place));
  const toText = (binding: (typeof shown)[number]) =>
    `${binding.shown ?? binding.keys[0] ?? ""} ${binding.brief?.[locale] ?? ""}`;
  const help = shown.find((binding) => binding.command === "app.help");
  const tail = help === undefined ? "" : toText(help);
  let line = "";
  for (const binding of shown) {
    if (binding === help) continue;
    const next = `${line}${line === "" ? " " : "  "}${toText(binding)}`;
    if (textWidth(next) + (tail === "" ? 0 : textWidth(tail) + 3) > columns) break;
    line = next;
  }
  return fitLine(join(span(tail === "" ? line : `${line}  ${tail}`, "quiet")), columns, "");
}

const drawPrompt = (
  prompt: Prompt,
  { locale, glyphs }: FrameState,
  columns: number,
): { line: Line; x: number } => {
  const sign = ` ${signOf(prompt, locale)}`;
  const before = textWidth(sign) + caretCells(prompt.field);
  const text = `${sign}${fieldText(prompt.field)}`;
  return {
    line: fitLine(join(span(text, "strong")), columns, glyphs.more),
    x: Math.min(before, columns - 1),
  };
};

/** Candidates of the command line, over the last lines of the body. */
const drawCandidates = (
  body: readonly Line[],
  { candidates, prompt, glyphs }: FrameState,
  columns: number,
): Line[] => {
  const most = Math.min(8, body.length - 1);
  const first = Math.max(0, Math.min((prompt?.chosen ?? 0) - most + 1, candidates.length - most));
  const lines = candidates.slice(first, first + most).map((one, index) => {
    const isChosen = first + index === prompt?.chosen;
    const line = fitLine(
      join(
        isChosen ? " >" : "  ",
        fitLine(join(one.text), 16, glyphs.more),
        "  ",
        fitLine(join(one.label), 28, glyphs.more),
        "  ",
        span(one.note, "quiet"),
      ),
      columns,
      glyphs.more,
    );
    return isChosen ? restyle(line, "cursor") : line;
  });
  if (lines.length === 0) return [...body];
  return [
    ...body.slice(0, body.length - lines.length - 1),
    fitLine(join(glyphs.rule.repeat(columns)), columns, ""),
    ...lines,
  ];
};

const drawMenu = (
  body: readonly Line[],
  state: FrameState,
  columns: number,
): { lines: Line[]; x: number | undefined; y: number } => {
  const { menu, t, glyphs } = state;
  if (menu === undefined) return { lines: [...body], x: undefined, y: 0 };
  const width = Math.min(columns - 4, 76);
  const room = body.length - 2 - (menu.menu.searchable ? 1 : 0);
  const first = Math.max(0, menu.chosen - Math.max(1, room - 3));
  const lines: (Line | { heading: string })[] = [];
  if (menu.menu.searchable) lines.push(join(span(` / ${fieldText(menu.field)}`, "strong")));
  let heading: string | undefined;
  for (const [index, item] of menu.items.entries()) {
    if (index < first) continue;
    if (item.heading !== undefined && item.heading !== heading) lines.push({ heading: item.heading });
    heading = item.heading;
    const isChosen = index === menu.chosen;
    const line = spread(
      join(isChosen ? " >" : "  ", item.label),
      join(span(item.note ?? "", "quiet"), " "),
      width - 2,
      " ",
      glyphs.more,
    );
    lines.push(isChosen ? restyle(line, "cursor") : line);
  }
  if (menu.items.length === 0) lines.push(join("  ", span(t("menu.nothing"), "quiet")));
  const title = menu.menu.searchable
    ? `${menu.menu.title}  ${t("word.items", { count: menu.items.length })}`
    : menu.menu.title;
  const drawn = drawBox(body, { title, lines, hint: t("menu.hint"), width }, columns, glyphs);
  const height = Math.min(lines.length, body.length - 2) + 2;
  const top = Math.max(0, Math.floor((body.length - height) / 2));
  const x = menu.menu.searchable
    ? Math.floor((columns - width) / 2) + 1 + 3 + caretCells(menu.field)
    : undefined;
  return { lines: drawn, x, y: top + 1 };
};

/** The frame of a terminal of that size; below the least size one sentence says so. */
export function drawFrame(state: FrameState, columns: number, rows: number): Frame {
  const { t, glyphs, screen, locale } = state;
  if (columns < leastColumns || rows < leastRows) {
    const sentence = t("frame.tooSmall", { columns, rows, leastColumns, leastRows });
    return { lines: [fitLine(join(sentence), Math.max(1, columns - 1), glyphs.more)], caret: undefined };
  }
  const height = rows - 1 - 6;
  const drawn = screen.body({ columns, rows: height }).slice(0, height);
  const body = Array.from({ length: height }, (_, index) =>
    fitLine(drawn[index] ?? [], columns, glyphs.more),
  );
  const withPrompt =
    state.prompt !== undefined && state.candidates.length > 0 ? drawCandidates(body, state, columns) : body;
  const menu = drawMenu(withPrompt, state, columns);
  const rule = fitLine(join(glyphs.rule.repeat(columns)), columns, "");
  const prompt = state.prompt === undefined ? undefined : drawPrompt(state.prompt, state, columns);
  const message = prompt?.line ?? fitLine(join(state.said ?? screen.message()), columns, glyphs.more);
  const hint =
    state.prompt === undefined
      ? undefined
      : (state.said ?? span(` ${t(`prompt.${state.prompt.kind}`)}`, "quiet"));
  const places: readonly Place[] = state.menu ? screenPlaces.menu : screen.places;
  const keys =
    hint === undefined ? drawKeyLine(places, locale, columns) : fitLine(join(hint), columns, glyphs.more);
  const caret =
    menu.x !== undefined
      ? { x: menu.x, y: 3 + menu.y }
      : prompt === undefined
        ? undefined
        : { x: prompt.x, y: rows - 3 };
  return {
    lines: [
      drawScope(state, columns),
      drawAreas(state, columns),
      drawPath(state, columns),
      ...menu.lines,
      rule,
      message,
      keys,
    ],
    caret,
  };
}
