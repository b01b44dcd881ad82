// Rules with titles, panes side by side, and the states of a page that has nothing to show.
import type { Problem } from "@shian/domain";
import { fitLine, join, type Line, lineWidth, restyle, span } from "../components/line.js";
import { textWidth, wrapText } from "../output/text-width.js";
import { toSentence } from "../text/to-sentence.js";
import type { Glyphs } from "../theme/glyphs.js";
import type { ScreenContext, Size } from "./screen.js";

/** A rule with a title at its left and words at its right end; the pane in focus has its title in brackets. */
export function drawRule(
  title: string,
  note: string,
  columns: number,
  glyphs: Glyphs,
  focused?: boolean,
): Line {
  const { rule } = glyphs;
  const named = focused === undefined ? title : focused ? `[${title}]` : title;
  const right = note === "" ? [] : join(` ${note} `, rule);
  const room = Math.max(0, columns - lineWidth(right) - 3);
  const left =
    named === ""
      ? []
      : fitLine(
          join(span(named, focused === false ? "plain" : "strong")),
          Math.min(room, textWidth(named)),
          glyphs.more,
        );
  const start = named === "" ? [] : join(`${rule} `, left, " ");
  const fill = rule.repeat(Math.max(0, columns - lineWidth(start) - lineWidth(right)));
  return fitLine(join(start, fill, right), columns, "");
}

/** Two panes with an upright line between; each line is fitted to its pane. `ruled` where their first lines are rules. */
export function drawBeside(
  left: readonly Line[],
  right: readonly Line[],
  leftColumns: number,
  { columns, rows }: Size,
  glyphs: Glyphs,
  ruled = false,
): Line[] {
  return Array.from({ length: rows }, (_, index) =>
    join(
      fitLine(left[index] ?? [], leftColumns, glyphs.more),
      ruled && index === 0 ? glyphs.teeDown : glyphs.upright,
      fitLine(right[index] ?? [], columns - leftColumns - 1, glyphs.more),
    ),
  );
}

/** What a page shows before its first answer, or instead of it: what happened and what can be done. */
export function drawNothing(
  context: ScreenContext,
  state: { readonly loading: boolean; readonly problems: readonly Problem[]; readonly empty: string },
  { columns, rows }: Size,
): Line[] {
  const { glyphs, t, locale } = context;
  const indent = "       ";
  const wrap = (text: string) =>
    wrapText(text, Math.max(20, columns - 14)).map((line) => join(`${indent}  ${line}`));
  const failed = state.problems.length > 0;
  const lines: Line[] = failed
    ? [
        join(indent, span(`${glyphs.overdue} ${t("state.failed")}`, "overdue")),
        [],
        ...state.problems.flatMap((problem) => wrap(toSentence(problem, t, locale))),
        [],
        join(`${indent}  `, span(t("state.again"), "link")),
      ]
    : wrap(state.loading ? t("state.loading") : state.empty);
  return [
    ...Array.from({ length: Math.min(4, Math.max(0, rows - lines.length)) }, (): Line => []),
    ...lines,
  ].slice(0, rows);
}

/** A row with the cursor's mark in its first cell, or a blank there; the row under the cursor stands out. */
export function drawRow(row: Line, isCursor: boolean, columns: number, glyphs: Glyphs): Line {
  const line = fitLine(join(isCursor ? ">" : " ", row), columns, glyphs.more);
  return isCursor ? restyle(line, "cursor") : line;
}
