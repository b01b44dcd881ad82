// A window laid over the page: title in its upper edge, hints in its lower, lines between.
import type { Glyphs } from "../theme/glyphs.js";
import { fitLine, join, type Line, lineWidth, overlay, restyle, span } from "./line.js";

export type BoxContent = {
  readonly title: string;
  readonly lines: readonly (Line | { readonly heading: string })[];
  readonly hint: string;
  readonly width: number;
};

const edge = (left: string, text: string, right: string, width: number, glyphs: Glyphs): Line => {
  const room = width - 4;
  const label =
    text === ""
      ? []
      : fitLine(
          join(span(`${glyphs.rule} ${text} `)),
          Math.min(room, lineWidth([span(`${glyphs.rule} ${text} `)])),
          glyphs.more,
        );
  const fill = glyphs.rule.repeat(Math.max(0, width - 2 - lineWidth(label)));
  return join(left, label, fill, right);
};

/** The page with the window in its middle; what lies beneath is dimmed. */
export function drawBox(page: readonly Line[], box: BoxContent, columns: number, glyphs: Glyphs): Line[] {
  const width = Math.min(box.width, columns - 4);
  const room = Math.max(0, page.length - 2);
  const inner = box.lines.slice(0, room);
  const [topLeft, topRight, bottomLeft, bottomRight] = glyphs.corner;
  const rows: Line[] = [
    edge(topLeft, box.title, topRight, width, glyphs),
    ...inner.map((one) =>
      "heading" in one
        ? edge(glyphs.teeLeft, one.heading, glyphs.teeRight, width, glyphs)
        : join(glyphs.upright, fitLine(one, width - 2, glyphs.more), glyphs.upright),
    ),
    edge(bottomLeft, box.hint, bottomRight, width, glyphs),
  ];
  const top = Math.max(0, Math.floor((page.length - rows.length) / 2));
  const left = Math.floor((columns - width) / 2);
  return page.map((line, index) => {
    const over = rows[index - top];
    const beneath = restyle(line, "quiet");
    return over === undefined ? beneath : overlay(beneath, left, over);
  });
}
