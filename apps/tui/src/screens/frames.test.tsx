import { render } from "ink-testing-library";
import { describe, expect, it } from "vitest";
import { App } from "../app.js";
import { textWidth } from "../output/text-width.js";
import { createStage } from "../testing/create-stage.js";
import { asciiGlyphs, unicodeGlyphs } from "../theme/glyphs.js";
import { chooseTheme } from "../theme/style.js";
import { type ScreenRequest, screenNames } from "./screen.js";

const requests: readonly ScreenRequest[] = [
  { screen: "overview" },
  { screen: "registry" },
  { screen: "establishment", args: ["e-0"] },
  { screen: "gaps" },
  { screen: "officials" },
  { screen: "coverage" },
  { screen: "overdue" },
  { screen: "score" },
  { screen: "explain", args: ["3-3"] },
  { screen: "handovers" },
  { screen: "handover", args: ["h-1"] },
  { screen: "receipt", args: ["h-1"], options: new Map([["official", ["o-1"]]]) },
  { screen: "handover-plan", options: new Map([["leaves", ["o-1"]]]) },
  { screen: "commitments" },
  { screen: "commitment-rates" },
  { screen: "commitment", args: ["o-1"] },
  { screen: "questions" },
  { screen: "question", args: ["q-1"] },
  { screen: "answers" },
  { screen: "comparisons" },
  { screen: "comparison", args: ["run-1"] },
  { screen: "training" },
  { screen: "training-plan", args: ["t-1"] },
  { screen: "training-people", args: ["t-1"] },
  { screen: "attendance", args: ["s-1"] },
  { screen: "documents" },
  { screen: "document", args: ["d-1"] },
  { screen: "readers", args: ["d-1"] },
  { screen: "x-ray" },
  { screen: "x-ray-rows", options: new Map([["rule", ["person-in-charge-missing"]]]) },
  { screen: "directory" },
  { screen: "objections" },
  { screen: "objection", args: ["ob-1"] },
  { screen: "allocations" },
  { screen: "allocation", args: ["al-1"] },
];
const sizes = [
  [80, 24],
  [100, 30],
  [120, 40],
  [160, 50],
] as const;

describe.each(requests.map((request) => [request.screen, request] as const))(
  "the frame of %s",
  (_, request) => {
    it.each([
      ["zh-CN", unicodeGlyphs],
      ["zh-CN", asciiGlyphs],
      ["en", unicodeGlyphs],
      ["en", asciiGlyphs],
    ] as const)(
      "in %s is exactly as wide as the terminal and one line lower, at every size",
      async (locale, glyphs) => {
        const stage = createStage({ request, locale, glyphs });
        await stage.settle(150);
        for (const [columns, rows] of sizes) {
          stage.look(columns, rows);
          await stage.settle(request.screen === "registry" ? 150 : 0);
          const lines = stage.look(columns, rows);
          expect(lines.length).toBe(rows - 1);
          for (const line of lines) expect(textWidth(line), `${columns}: “${line}”`).toBe(columns);
          if (glyphs === asciiGlyphs) expect(lines.join("\n")).not.toMatch(/[─│┌┐└┘├┤┬█▒░●◆■○…→›]/u);
          expect(lines.join("\n")).not.toMatch(/undefined|NaN|\[object/);
        }
      },
    );

    it("says what happened when the server is away, and keeps its size", async () => {
      const stage = createStage({ request });
      stage.server.failWith([{ code: "client/unreachable", params: { url: "http://127.0.0.1:3000" } }]);
      await stage.press("r");
      await stage.settle(150);
      const lines = stage.look();
      for (const line of lines) expect(textWidth(line)).toBe(80);
      expect(lines[0]).toContain("■ 断开");
    });
  },
);

it("every page is drawn here", () => {
  expect(new Set(requests.map(({ screen }) => screen))).toEqual(new Set(screenNames));
});

describe("what the frames say", () => {
  it("has the six regions", async () => {
    const stage = createStage({ request: { screen: "registry" } });
    await stage.settle(150);
    const lines = stage.look();
    expect(lines[0]).toMatch(
      /^ 食安 {2}云汀区 {2}2026 四季度 {2}截至 12-18 +演示数据 {2}晏清禾 区食安办 {2}● 09:12 $/,
    );
    expect(lines[1]).toMatch(/^ 1 总览 \[2 主体] 3 责任 9 {2}4 督导 64 {2}5 问题 {2}6 创城 2 /);
    expect(lines[2]).toMatch(/^─ 主体 ─+ 第 1-\d+ 家，共 450 家 {2}列 \d\/9 ─$/);
    expect(lines.at(-3)).toBe("─".repeat(80));
    expect(lines.at(-1)).toMatch(/^ Enter 打开 .* \? 帮助 *$/);
  });

  it("shows each number of the overview as the answer has it", async () => {
    const stage = createStage();
    await stage.settle();
    const text = stage.look(120, 40).join("\n");
    for (const part of [
      "2,426 / 3,092",
      "78.5%",
      "86.40 / 100",
      "差 3.60 分过线",
      "1,957 / 2,541",
      "77.0%",
      "石棠镇",
      "94.15",
    ])
      expect(text).toContain(part);
  });

  it("never draws nothing due as 0 %", async () => {
    const stage = createStage({ request: { screen: "coverage" } });
    await stage.settle();
    const row = stage.look().find((line) => line.includes("望澜街道"));
    expect(row).toContain("无应办");
    expect(row).not.toContain("0.0%");
  });

  it("asks for a larger window in one sentence, losing nothing", async () => {
    const stage = createStage({ request: { screen: "registry" } });
    await stage.settle();
    await stage.press("j", "j");
    expect(stage.look(79, 24)).toEqual([expect.stringContaining("79×24 太小")]);
    expect(stage.look(80, 23)).toEqual([expect.stringContaining("至少 80×24")]);
    expect(stage.look(80, 24).find((line) => line.startsWith(">"))).toContain("枫铃镇九年一贯制学校");
  });
});

describe("drawn by Ink", () => {
  it.each([
    [80, 24, "zh-CN"],
    [120, 40, "zh-CN"],
    [80, 24, "en"],
  ] as const)(
    "at %i × %i in %s no line is wider than the terminal and colour changes no character",
    async (columns, rows, locale) => {
      for (const screen of ["registry", "coverage", "score"] as const) {
        const stage = createStage({ request: { screen }, locale });
        await stage.settle(150);
        const plain = chooseTheme({ NO_COLOR: "1" }, "auto");
        const { lastFrame, unmount } = render(
          <App session={stage.session} theme={plain} size={{ columns: Math.min(columns, 100), rows }} />,
        );
        await stage.settle();
        const drawn = (lastFrame() ?? "").split("\n");
        unmount();
        expect(drawn.length).toBe(rows - 1);
        for (const line of drawn) expect(textWidth(line)).toBeLessThanOrEqual(columns);
        expect(drawn.map((line) => line.trimEnd())).toEqual(
          stage.look(Math.min(columns, 100), rows).map((line) => line.trimEnd()),
        );
        const colours = chooseTheme({ COLORTERM: "truecolor" }, "always");
        expect(Object.keys(colours)).toEqual(Object.keys(plain));
      }
    },
  );
});
