import { describe, expect, it } from "vitest";
import { parseCommandLine } from "../commands/parse-command-line.js";
import { registered } from "../testing/canned-answers.js";
import { createStage, type Stage } from "../testing/create-stage.js";
import { findRequestOf } from "./find-request-of.js";
import { splitWords } from "./parse-screen-words.js";

const cursorLine = (stage: Stage): string => stage.look().find((line) => line.startsWith(">")) ?? "";
const message = (stage: Stage): string => stage.look().at(-2) ?? "";
const path = (stage: Stage): string => stage.look()[2] ?? "";
/** What was last asked of the register; a preview may be asked for after it. */
const listed = (stage: Stage): unknown =>
  stage.server.asked.findLast(({ id }) => id === "registry.list")?.input;
const open = async (screen: "registry" | "coverage" | "score" | "overview" | "gaps"): Promise<Stage> => {
  const stage = createStage({ request: { screen } });
  await stage.settle(150);
  return stage;
};

describe("a list", () => {
  it("moves by keys, pages and ends, holding only pages around the cursor", async () => {
    const stage = await open("registry");
    await stage.press("j", "Down");
    expect(cursorLine(stage)).toContain("枫铃镇九年一贯制学校");
    await stage.press("G");
    expect(cursorLine(stage)).toContain(`望澜街道餐馆 ${registered - 1}`);
    expect(path(stage)).toContain(`-450 家，共 450 家`);
    await stage.press("g", "PgDn");
    expect(path(stage)).not.toContain("第 1-");
    const asked = stage.server.asked.filter(({ id }) => id === "registry.list").map(({ input }) => input);
    expect(asked).toHaveLength(3);
  });

  it("marks rows, counts them and unmarks by Esc", async () => {
    const stage = await open("registry");
    await stage.press("Space", "J", "J");
    expect(path(stage)).toContain("已选 1");
    await stage.press("Esc", "Space", "J", "K");
    expect(message(stage)).toContain("已选");
    await stage.press("U");
    expect(path(stage)).not.toContain("已选");
  });

  it("is filtered by what is typed after /, also in Chinese, and cleared by Esc", async () => {
    const stage = await open("registry");
    await stage.press("/", "t", "z", "Enter");
    expect(listed(stage)).toMatchObject({ filter: { search: "tz" } });
    await stage.press("Esc", "石棠");
    expect(message(stage)).toContain("/石棠");
    expect(stage.session.frame(80, 24).caret).toEqual({ x: 6, y: 21 });
    await stage.press("Enter");
    expect(listed(stage)).toMatchObject({ filter: { search: "石棠" } });
  });

  it("changes its view by f and its order by s", async () => {
    const stage = await open("registry");
    await stage.press("f", "Down", "Enter");
    expect(stage.server.asked.at(-1)?.input).toMatchObject({ filter: { grades: ["A", "B"] } });
    expect(path(stage)).toContain("A、B 级");
    await stage.press("s", "Down", "Enter");
    expect(stage.server.asked.at(-1)?.input).toMatchObject({ sort: { by: "grade", descending: false } });
  });

  it("opens a detail and steps to the next from there", async () => {
    const stage = await open("registry");
    await stage.press("Enter");
    expect(path(stage)).toContain("望澜实验小学食堂");
    await stage.press("J");
    expect(stage.server.asked.at(-1)).toMatchObject({ id: "registry.get", input: { id: "e-1" } });
    await stage.press("Esc");
    expect(cursorLine(stage)).toContain("石棠中学食堂");
  });
});

describe("the coverage matrix", () => {
  it("says what the cell under the cursor means and opens the rows it counts with the same filter", async () => {
    const stage = await open("coverage");
    await stage.press("j");
    expect(message(stage)).toContain(
      "石棠镇 D 级：未督导 61 家，Enter 打开这 61 家；到今日线 85.9% 还差 36 家",
    );
    await stage.press("Enter");
    expect(stage.server.asked.filter(({ id }) => id === "registry.list").at(-1)?.input).toMatchObject({
      filter: { territory: "990106103", grades: ["D"], duties: ["on-track", "at-risk", "overdue"] },
    });
  });

  it("changes what it shows by v and its rows by o", async () => {
    const stage = await open("coverage");
    await stage.press("v");
    expect(stage.look().find((line) => line.includes("石棠镇"))).toContain(" 61");
    await stage.press("o");
    expect(stage.look().some((line) => line.includes("穆怀瑾"))).toBe(true);
    expect(stage.look().some((line) => line.includes("无包保"))).toBe(true);
  });
});

describe("the score cockpit", () => {
  it("shows bounds, pass line and the losses, largest first, each with its page", async () => {
    const stage = await open("score");
    const text = stage.look().join("\n");
    for (const part of ["未定", "下限 6.90", "上限 7.90", "通过线 7.00", "待评 1.00", "-0.30"])
      expect(text).toContain(part);
    await stage.press("Enter");
    expect(stage.look().join("\n")).toContain("食品留样不规范：2 次，扣 0.30 分。");
    expect(stage.look().join("\n")).toContain("4.00 - 0.30 = 3.70");
  });

  it("turns to what is open and to every item by v", async () => {
    const stage = await open("score");
    await stage.press("v");
    expect(cursorLine(stage)).toContain("快检");
    await stage.press("v", "v", "G");
    expect(cursorLine(stage)).toContain("重大事故");
  });
});

describe("an office without a rubric", () => {
  it("is told so, which is no failure", async () => {
    const stage = createStage({
      request: { screen: "score" },
      failing: [{ code: "request/not-found", params: { id: "rubric" } }],
    });
    await stage.settle();
    const text = stage.look().join("\n");
    expect(text).toContain("还没有评价细则");
    expect(text).not.toContain("没有取到数据");
  });
});

describe("the command line", () => {
  it("finds by pinyin, shows what two names share, and waits", async () => {
    const stage = await open("registry");
    await stage.press(":", "t", "z");
    const shown = stage.look().join("\n");
    expect(shown).toContain(":ledger");
    expect(shown).toContain(":notice");
    await stage.press("Backspace", "Backspace", "fugai", "Enter");
    expect(path(stage)).toContain("督导 › 覆盖");
  });

  it("takes the options of the scriptable form", async () => {
    const stage = await open("overview");
    await stage.press(":", "zt --grade A,B --search '石棠 中学'", "Enter");
    expect(stage.server.asked.find(({ id }) => id === "registry.list")?.input).toMatchObject({
      filter: { grades: ["A", "B"], search: "石棠 中学" },
    });
    await stage.press(":", "zt --grade E", "Enter");
    expect(message(stage)).toContain("--grade");
  });

  it.each([
    [["5"], "“问题”这个工作区还没有做好"],
    [[":", "whatif", "Enter"], "“试算”还没有做好"],
    [[":", "xyz", "Enter"], "没有叫“xyz”的"],
  ])("%j says plainly what is not there", async (keys, said) => {
    const stage = await open("overview");
    await stage.press(...keys);
    expect(stage.look().slice(-2).join("\n")).toContain(said);
  });
});

describe("scope, history, language", () => {
  it("asks again for the territory and the day that were chosen, and says so in the copied command", async () => {
    const stage = await open("coverage");
    await stage.press("t", "石棠");
    await stage.settle(200);
    await stage.press("Enter");
    expect(stage.server.asked.at(-1)).toMatchObject({
      id: "coverage.measure",
      input: { territory: "990106103" },
    });
    await stage.press("d", "Ctrl-U", "12-1", "Enter");
    expect(stage.server.asked.at(-1)).toMatchObject({ input: { asOf: "2026-12-01" } });
    await stage.press("y");
    expect(stage.copied).toEqual(["shian coverage --territory 990106103 --as-of 2026-12-01"]);
    expect(message(stage)).toContain("已复制  shian coverage");
    await stage.press("d", "Ctrl-U", "2026-02-30", "Enter");
    expect(stage.look().at(-1)).toContain("不是存在的日期");
  });

  it("goes back, forward and to the last view", async () => {
    const stage = await open("overview");
    await stage.press("2", "4");
    expect(path(stage)).toContain("覆盖");
    await stage.press("[");
    expect(path(stage)).toMatch(/^─ 主体 /);
    await stage.press("]", "-");
    expect(path(stage)).toMatch(/^─ 主体 /);
    await stage.press("q", "q", "q");
    expect(stage.state.quit).toBe(1);
  });

  it("quits on the second Ctrl-C, and a prompt swallows the first", async () => {
    const stage = await open("overview");
    await stage.press(":", "Ctrl-C");
    expect(stage.state.quit).toBe(0);
    await stage.press("Ctrl-C", "Ctrl-C");
    expect(stage.state.quit).toBe(1);
  });

  it("changes the language in place", async () => {
    const stage = await open("coverage");
    await stage.press(":", "lang en", "Enter");
    expect(stage.look()[0]).toContain("Shian");
    expect(path(stage)).toContain("Visits › Coverage");
  });

  it("opens help and palette made from the tables, searched and done by Enter", async () => {
    const stage = await open("registry");
    await stage.press("?", "排序");
    expect(stage.look().join("\n")).toContain("list.sort");
    await stage.press("Enter");
    expect(stage.look().join("\n")).toContain("┌─ 排序");
    await stage.press("Esc", "Ctrl-P", "defen", "Enter");
    expect(path(stage)).toContain("创城");
  });
});

describe("equivalent commands and addresses", () => {
  it.each([
    ["registry", ["registry", "list"]],
    ["coverage", ["coverage"]],
    ["score", ["score"]],
    ["overview", ["overview"]],
    ["gaps", ["gaps"]],
  ] as const)("of %s parse as the command that prints the same", async (screen, words) => {
    const stage = await open(screen);
    await stage.press("y");
    const [, ...given] = splitWords(stage.copied[0] ?? "");
    const { line } = parseCommandLine(given);
    expect(line.kind).toBe("run");
    expect(given.slice(0, words.length)).toEqual([...words]);
  });

  it.each([
    ["/registry?answered=false&grades=A,B", { screen: "registry" }],
    ["/registry/e-7", { screen: "establishment", args: ["e-7"] }],
    ["/chain?gap=nobody", { screen: "gaps" }],
    ["/visits?view=overdue", { screen: "overdue" }],
    ["/visits", { screen: "coverage" }],
    ["/evaluation", { screen: "score" }],
    ["/", { screen: "overview" }],
  ])("%s is a page here too", (href, request) => expect(findRequestOf(href)).toMatchObject(request));

  it("keeps the filter of an address", () => {
    expect(findRequestOf("/registry?answered=false&grades=A,B")?.options).toEqual(
      new Map([
        ["answered", ["false"]],
        ["grade", ["A", "B"]],
      ]),
    );
    expect(findRequestOf("/registry?sizes=small&licences=ending&licenceKinds=operation")?.options).toEqual(
      new Map([
        ["size", ["small"]],
        ["licence", ["ending"]],
        ["licence-kind", ["operation"]],
      ]),
    );
    expect(findRequestOf("/chain?gap=nobody")?.options).toEqual(new Map([["kind", ["nobody"]]]));
    expect(findRequestOf("/settings")).toBeUndefined();
  });
});
