import { describe, expect, it } from "vitest";
import { parseCommandLine } from "../commands/parse-command-line.js";
import { createStage, type Stage } from "../testing/create-stage.js";
import { splitWords } from "./parse-screen-words.js";
import type { ScreenRequest } from "./screen.js";

const open = async (
  request: ScreenRequest,
  options: Pick<NonNullable<Parameters<typeof createStage>[0]>, "forbidden"> = {},
): Promise<Stage> => {
  const stage = createStage({ request, ...options });
  await stage.settle(150);
  return stage;
};
const text = (stage: Stage): string => stage.look().join("\n");
const message = (stage: Stage): string => stage.look().at(-2) ?? "";
const path = (stage: Stage): string => stage.look()[2] ?? "";
const changes = (stage: Stage) => stage.server.asked.filter(({ input }) => Object(input).txId !== undefined);

describe("handovers", () => {
  it("open their officials before and after, and what one of them gave", async () => {
    const stage = await open({ screen: "handovers" });
    await stage.press("Enter");
    expect(path(stage)).toContain("交接 › 闻知夏 2026-12-18");
    expect(stage.look(120, 40).find((line) => line.startsWith(" 司徒映"))).toMatch(/接手 .* 7 +15 /);
    await stage.press("Enter");
    expect(stage.server.asked.at(-1)).toMatchObject({
      id: "handover.receipt",
      input: { id: "h-1", official: "o-1" },
    });
    expect(text(stage)).toContain("9 → 0 家");
    await stage.press("x", "Enter");
    expect(message(stage)).toContain("/api/papers/handover/h-1/receipt.docx?official=o-1");
  });

  it("are undone after one more question, and not where it is left", async () => {
    const stage = await open({ screen: "handovers" });
    await stage.press("u", "Down", "Enter");
    expect(changes(stage)).toEqual([]);
    expect(message(stage)).toContain("没有改动");
    await stage.press("u", "Enter");
    expect(changes(stage)).toMatchObject([{ id: "handover.undo", input: { id: "h-1" } }]);
    expect(message(stage)).toContain("已撤销，9 家");
  });

  it("are planned from the list of officials and made as they were looked at, with a reason", async () => {
    const stage = await open({ screen: "officials" });
    await stage.press("x", "Down", "Enter");
    expect(path(stage)).toContain("离岗预览");
    expect(stage.server.asked.at(-1)).toMatchObject({
      id: "handover.preview",
      input: { departures: [{ official: "o-1", next: null }] },
    });
    await stage.press("x", "Enter", "Enter");
    expect(stage.look().at(-1)).toContain("请写内容");
    await stage.press("云组 12 号", "Enter", "Enter");
    expect(changes(stage)).toMatchObject([
      { id: "handover.make", input: { mark: "m-1", note: "云组 12 号" } },
    ]);
    expect(path(stage)).toMatch(/交接 ─/);
  });

  it("are offered neither to undo nor to make to who may not", async () => {
    const stage = await open(
      { screen: "handovers" },
      { forbidden: ["handover.undo", "handover.preview", "handover.make"] },
    );
    expect(stage.look().at(-1)).not.toMatch(/x 办理|u 撤销/);
    await stage.press("u", "Enter", "x", "Enter");
    expect(changes(stage)).toEqual([]);
    await stage.press(":", "officials", "Enter", "x");
    expect(text(stage)).toContain("承诺书与清单");
    expect(text(stage)).not.toContain("离岗：预览");
  });
});

describe("commitments", () => {
  it("are narrowed by standing, and a rate opens the officials it counts", async () => {
    const stage = await open({ screen: "commitments" });
    await stage.press("f", "Down", "Down", "Down", "Enter");
    expect(stage.server.asked.at(-1)).toMatchObject({ id: "commitment.list", input: { standing: "none" } });
    expect(path(stage)).toContain("未签");
    await stage.press("v", "Down", "Enter");
    expect(stage.server.asked.at(-1)).toMatchObject({
      id: "commitment.list",
      input: { territory: "990106", level: "township" },
    });
    expect(path(stage)).toContain("乡镇街道级");
  });

  it("show one official's letters, list and duties as a text that scrolls", async () => {
    const stage = await open({ screen: "commitments" });
    await stage.press("Enter");
    for (const part of ["2026  2026-01-05 签", "包保名单 第 2 版，1 家", "未签收", "新增 1 家  石棠中学食堂"])
      expect(text(stage)).toContain(part);
    await stage.press("PgDn");
    expect(text(stage)).toContain("督导清单 1 家");
    expect(path(stage)).toMatch(/第 \d+-(\d+) 行，共 \1 行/);
  });
});

describe("what may not be asked", () => {
  it("is neither in the palette nor among the names", async () => {
    const stage = await open({ screen: "overview" }, { forbidden: ["handover.list"] });
    await stage.press("Ctrl-P", "handover");
    expect(text(stage)).toContain("没有符合的");
    await stage.press("Esc", ":", "jiaojie");
    expect(text(stage)).not.toContain(":handover");
    const allowed = await open({ screen: "overview" });
    await allowed.press(":", "jiaojie");
    expect(text(allowed)).toContain(":handover");
  });
});

describe("a change under way", () => {
  it("takes no keys, so that it is not made twice", async () => {
    const stage = await open({ screen: "handovers" });
    await stage.press("u");
    stage.session.press({ key: "Enter", text: "" });
    stage.session.press({ key: "Enter", text: "" });
    expect(message(stage)).toContain("正在办理");
    await stage.settle();
    expect(path(stage)).toMatch(/交接 ─/);
    expect(changes(stage)).toHaveLength(1);
  });
});

describe("equivalent commands", () => {
  it.each([
    [{ screen: "handovers" }, "shian handover list"],
    [
      { screen: "receipt", args: ["h-1"], options: new Map([["official", ["o-1"]]]) },
      "shian handover receipt h-1 --official o-1",
    ],
    [
      { screen: "handover-plan", options: new Map([["leaves", ["o-1"]]]) },
      "shian handover preview --leaves o-1",
    ],
    [
      { screen: "commitments", options: new Map([["standing", ["none"]]]) },
      "shian commitment list --standing none",
    ],
    [{ screen: "commitment-rates" }, "shian commitment rates"],
    [{ screen: "commitment", args: ["o-1"] }, "shian official lists --official o-1"],
  ] as const)("of %j parse and print the same", async (request, command) => {
    const stage = await open(request);
    await stage.press("y");
    expect(stage.copied).toEqual([command]);
    const [, ...given] = splitWords(command);
    expect(parseCommandLine(given).line.kind).toBe("run");
  });
});
