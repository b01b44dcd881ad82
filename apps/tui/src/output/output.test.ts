import { describe, expect, it } from "vitest";
import { scoreBar, shareCells } from "../components/bars.js";
import { caretCells, createField, editField, fieldText, insertText } from "../components/field.js";
import { fitLine, lineText, lineWidth, overlay, span, spread } from "../components/line.js";
import { unicodeGlyphs } from "../theme/glyphs.js";
import { formatCsvRow } from "./format-csv.js";
import { formatTable } from "./format-table.js";
import { composeShellCommand, quoteShell } from "./quote-shell.js";
import { cutText, fitText, listGraphemes, textWidth, toPrintable, wrapText } from "./text-width.js";

const SEED = 20261124;
const RUNS = 2000;

/** Random texts of narrow, wide, combining and joined characters, the same for one seed. */
function* listTexts(seed: number): Generator<{ text: string; width: number }> {
  const letters = [
    "a",
    "Z",
    "7",
    " ",
    "食",
    "安",
    "，",
    "Ａ",
    "é",
    "e\u0301",
    "👍🏽",
    "👩‍👩‍👧",
    "ﾊ",
    "한",
    "●",
    "…",
    "-",
  ];
  let state = seed;
  const next = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  for (let run = 0; run < RUNS; run++)
    yield {
      text: Array.from({ length: next(24) }, () => letters[next(letters.length)]).join(""),
      width: next(40),
    };
}

describe(`text in cells (seed ${SEED}, ${RUNS} texts)`, () => {
  it.each([
    ["食安", 4],
    ["Ａ", 2],
    ["e\u0301", 1],
    ["●", 1],
    ["──", 2],
    ["，", 2],
    ["", 0],
  ])("%s takes %i", (text, width) => expect(textWidth(text)).toBe(width));

  it("is cut to at most the width, at a grapheme, and is whole where it fits", () => {
    for (const { text, width } of listTexts(SEED)) {
      const cut = cutText(text, width);
      expect(textWidth(cut)).toBeLessThanOrEqual(width);
      if (textWidth(text) <= width) expect(cut).toBe(text);
      else if (cut !== "") {
        const kept = cut.slice(0, -1);
        const graphemes = [...listGraphemes(text)].map((one) => one.text);
        expect(graphemes.some((_, index) => graphemes.slice(0, index).join("") === kept)).toBe(true);
      }
    }
  });

  it("is fitted to exactly the width, on either side", () => {
    for (const { text, width } of listTexts(SEED + 1))
      for (const align of ["left", "right", "centre"] as const)
        expect(textWidth(fitText(text, width, align))).toBe(width);
  });

  it("makes lines of exactly the width: fitted, spread, laid over", () => {
    for (const { text, width } of listTexts(SEED + 2)) {
      const line = [span(text), span(text, "strong")];
      expect(lineWidth(fitLine(line, width))).toBe(width);
      expect(lineWidth(spread(line, [span("第 3 家")], width + 8))).toBe(width + 8);
      expect(lineWidth(overlay(fitLine(line, 60), width, [span("窗口x")]))).toBe(Math.max(60, width + 5));
    }
  });

  it("wraps into lines that fit and lose nothing but blanks", () => {
    for (const { text, width } of listTexts(SEED + 3)) {
      const lines = wrapText(text, width + 2);
      for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(width + 2);
      expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
    }
  });

  it("takes control characters out, so that data moves no cursor", () => {
    expect(toPrintable("a\u001b[2Jb\u0007\u200b\u202e\nc")).toBe("a [2Jb  c");
    expect(lineText([span("\u001b]52;c;x\u0007")])).not.toContain("\u001b");
  });
});

describe("tables, CSV, shell words", () => {
  it("keeps columns apart with Chinese and numbers", () => {
    const table = formatTable(
      [{ title: "街道" }, { title: "家", align: "right" }],
      [
        ["望澜街道", "7"],
        ["B", "1,024"],
      ],
    );
    expect(table).toBe("街道         家\n望澜街道      7\nB         1,024\n");
  });

  it.each([
    [["a", 1, null], "a,1,\r\n"],
    [["=1+1", "＝x", "@y", "-z", "+86"], "'=1+1,'＝x,'@y,'-z,'+86\r\n"],
    [["a,b", 'c"d', "e\nf"], '"a,b","c""d","e\nf"\r\n'],
    [["911100000695775458"], '"\t911100000695775458"\r\n'],
  ])("writes %j as one record", (cells, record) => expect(formatCsvRow(cells)).toBe(record));

  it.each([
    ["plain", "plain"],
    ["石棠镇", "石棠镇"],
    ["two words", "'two words'"],
    ["it's", "'it'\\''s'"],
    ["$(x)", "'$(x)'"],
    ["", "''"],
  ])("quotes %s for a shell", (word, quoted) => expect(quoteShell(word)).toBe(quoted));

  it("composes a command with its options, absent ones left out", () => {
    const command = composeShellCommand(
      ["registry", "list"],
      [
        ["territory", undefined],
        ["grade", "A,B"],
        ["sort", "-name"],
        ["all", ""],
      ],
    );
    expect(command).toBe("shian registry list --grade A,B --sort=-name --all");
  });
});

describe("bars", () => {
  it("share all cells, and show what exists", () => {
    expect(shareCells([8640, 775, 585], 10000, 79)).toEqual([68, 6, 5]);
    expect(shareCells([9999, 1], 10000, 10)).toEqual([9, 1]);
    expect(shareCells([0, 0], 10000, 10)).toEqual([0, 0]);
    expect(shareCells([5], 0, 10)).toEqual([0]);
  });

  it.each([20, 78, 118])("of score are exactly %i cells", (width) => {
    for (const secured of [0, 1, 5000, 9000, 10000])
      expect(
        lineWidth(
          scoreBar(
            { secured, open: 0, lost: 10000 - secured, line: 9000, whole: 10000 },
            width,
            unicodeGlyphs,
          ),
        ),
      ).toBe(width);
  });
});

describe("a field", () => {
  it("edits by graphemes and knows the caret's cell", () => {
    const field = insertText(createField(":tz 石棠"), "镇");
    expect([fieldText(field), caretCells(field)]).toEqual([":tz 石棠镇", 10]);
    const back = editField(field, "Backspace") ?? field;
    expect(fieldText(back)).toBe(":tz 石棠");
    const left = editField(back, "Left") ?? back;
    expect(caretCells(left)).toBe(6);
    expect(fieldText(insertText(left, "x"))).toBe(":tz 石x棠");
    expect(fieldText(editField(left, "Ctrl-K") ?? left)).toBe(":tz 石");
    expect(fieldText(editField(back, "Ctrl-W") ?? back)).toBe(":tz ");
    expect(fieldText(editField(back, "Ctrl-U") ?? back)).toBe("");
    expect(editField(back, "x")).toBeUndefined();
  });

  it("takes a paste as one text without line breaks", () => {
    expect(fieldText(insertText(createField(), "a\r\nb\u001b[A"))).toBe("a b[A");
  });
});
