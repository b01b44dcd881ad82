import { describe, expect, it } from "vitest";
import { parseCommandLine } from "../commands/parse-command-line.js";
import { createStage, type Stage } from "../testing/create-stage.js";
import { splitWords } from "./parse-screen-words.js";
import type { ScreenRequest } from "./screen.js";

const open = async (request: ScreenRequest): Promise<Stage> => {
  const stage = createStage({ request });
  await stage.settle(150);
  return stage;
};
const text = (stage: Stage): string => stage.look().join("\n");
const message = (stage: Stage): string => stage.look().at(-2) ?? "";
const path = (stage: Stage): string => stage.look()[2] ?? "";
const changes = (stage: Stage) =>
  stage.server.asked.flatMap(({ id, input }) => (Object(input).txId === undefined ? [] : [{ id, input }]));

describe("questions", () => {
  it("are those that wait at first, and all by the key of views", async () => {
    const stage = await open({ screen: "questions" });
    expect(stage.server.asked.find(({ id }) => id === "question.list")?.input).toMatchObject({
      states: ["at-township", "at-office"],
    });
    await stage.press("f", "Enter");
    expect(stage.server.asked.findLast(({ id }) => id === "question.list")?.input).not.toHaveProperty(
      "states",
    );
  });

  it("are joined to the one under the cursor by their marks", async () => {
    const stage = await open({ screen: "questions" });
    await stage.press("j", "Space", "k", "x", "Enter", "Enter");
    expect(changes(stage)).toMatchObject([
      { id: "question.merge", input: { head: "q-1", questions: [{ id: "q-2", version: 1 }] } },
    ]);
  });

  it("keep an answer that was refused, to be sent again, until it was taken", async () => {
    const stage = await open({ screen: "question", args: ["q-1"] });
    const answer = (...text: string[]) =>
      stage.press("x", "Down", "Down", "Enter", "Enter", ...text, "Enter", "Enter");
    stage.server.failWith([{ code: "request/stale", params: {} }]);
    await answer("归经营地村，由村包保干部负责");
    stage.server.failWith(undefined);
    await answer();
    expect(changes(stage).map(({ input }) => Object(input).text)).toEqual([
      "归经营地村，由村包保干部负责",
      "归经营地村，由村包保干部负责",
    ]);
  });

  it("are answered with a subject and a text after one more question", async () => {
    const stage = await open({ screen: "question", args: ["q-1"] });
    expect(text(stage)).toContain("93%  流动早餐摊由谁包保");
    await stage.press("x", "Down", "Down", "Enter", "Enter", "归经营地村", "Enter");
    expect(changes(stage)).toEqual([]);
    await stage.press("Enter");
    expect(changes(stage)).toMatchObject([
      { id: "question.answer", input: { id: "q-1", subject: "流动早餐车归谁包保", text: "归经营地村" } },
    ]);
  });
});

describe("comparisons", () => {
  it("open at the rows that wait, and settle one after its preview", async () => {
    const stage = await open({ screen: "comparisons" });
    await stage.press("Enter");
    expect(stage.server.asked.findLast(({ id }) => id === "comparison.rows")?.input).toMatchObject({
      runId: "run-1",
      outcome: "differing",
    });
    expect(text(stage)).toContain("澜心路 3 号");
    await stage.press("x", "Enter");
    expect(stage.server.asked.findLast(({ id }) => id === "comparison.preview")?.input).toMatchObject({
      rows: [1],
      resolution: "theirs",
    });
    expect(changes(stage)).toEqual([]);
    await stage.press("Enter");
    expect(changes(stage)).toMatchObject([
      { id: "comparison.resolve", input: { rows: [1], resolution: "theirs" } },
    ]);
  });

  it("ask which one a doubtful row means, and undo what was settled", async () => {
    const stage = await open({ screen: "comparison", args: ["run-1"] });
    await stage.press("j", "x", "Enter", "Enter", "Enter");
    expect(changes(stage)).toMatchObject([
      { id: "comparison.resolve", input: { rows: [2], resolution: "theirs", target: "e-7" } },
    ]);
    await stage.press("u");
    expect(message(stage)).toContain("还没有处理");
    await stage.press("j", "u", "Enter");
    expect(changes(stage)[1]).toMatchObject({
      id: "comparison.undo",
      input: { runId: "run-1", batch: "batch-1" },
    });
  });
});

describe("training and documents", () => {
  it("go from a plan to who has done nothing, and to the session's attendance and code", async () => {
    const stage = await open({ screen: "training" });
    await stage.press("Enter");
    expect(text(stage)).toContain("乡镇街道级 172/301 57.1%");
    await stage.press("x", "Down", "Down", "Down", "Enter");
    expect(stage.server.asked.findLast(({ id }) => id === "training.people")?.input).toMatchObject({
      plan: "t-1",
      standing: "none",
    });
    await stage.press("[", "Enter", "x", "Enter");
    expect(message(stage)).toContain("1234 5678");
    await stage.press("x", "Down", "Enter", "登记错了", "Enter", "Enter");
    expect(changes(stage)).toMatchObject([
      { id: "training.removeAttendance", input: { session: "s-1", official: "o-1", reason: "登记错了" } },
    ]);
  });

  it("tell who has not read a document", async () => {
    const stage = await open({ screen: "documents" });
    await stage.press("Enter", "x", "Enter");
    expect(stage.server.asked.findLast(({ id }) => id === "document.readers")?.input).toMatchObject({
      id: "d-1",
      read: false,
    });
    expect(text(stage)).toContain("逾期未阅");
  });
});

describe("the x-ray", () => {
  it("opens what a rule found and sets it aside with a reason and a day that exists", async () => {
    const stage = await open({ screen: "x-ray" });
    await stage.press("Enter", "x", "Enter", "已核实", "Enter", "Ctrl-U", "2026-02-30", "Enter");
    expect(stage.look().at(-1)).toContain("不是存在的日期");
    expect(changes(stage)).toEqual([]);
    // The reason is not asked for again.
    await stage.press("Ctrl-U", "2026-12-31", "Enter", "Enter");
    expect(changes(stage)).toMatchObject([
      {
        id: "xray.ignore",
        input: {
          rule: "person-in-charge-missing",
          ids: ["e-1"],
          reason: "已核实",
          until: "2026-12-31",
        },
      },
    ]);
  });
});

describe("the directory", () => {
  it("masks numbers, and shows one for a reason", async () => {
    const stage = await open({ screen: "directory" });
    expect(stage.look(120, 40).join("\n")).toContain("138****5678");
    await stage.press("x", "Enter", "通知开会", "Enter");
    expect(changes(stage)).toMatchObject([
      { id: "directory.unmask", input: { post: "post-1", reason: "通知开会" } },
    ]);
    expect(message(stage)).toContain("13800005678");
    await stage.press("j");
    expect(text(stage)).not.toContain("13800005678");
  });
});

describe("the directory's ends", () => {
  it("ask again for a day that is none, with what was typed", async () => {
    const stage = await open({ screen: "directory" });
    await stage.press("x", "Down", "Enter", "x", "Enter");
    expect(stage.look().at(-1)).toContain("不是存在的日期");
    expect(message(stage)).toContain("2026-12-18x");
    await stage.press("Backspace", "Enter", "调离岗位", "Enter", "Enter");
    expect(changes(stage)).toMatchObject([
      { id: "directory.end", input: { post: "post-1", to: "2026-12-18", reason: "调离岗位" } },
    ]);
  });
});

describe("objections", () => {
  it("are upheld with a grade and a reason from today on", async () => {
    const stage = await open({ screen: "objections" });
    await stage.press("Enter", "x", "Down", "Down", "Down", "Enter", "Down", "Down", "Down", "Enter");
    await stage.press("人数属实", "Enter", "Enter");
    expect(changes(stage)).toMatchObject([
      {
        id: "objection.act",
        input: { id: "ob-1", act: "uphold", grade: "D", from: "2026-12-18", text: "人数属实" },
      },
    ]);
  });
});

describe("allocations", () => {
  it("are planned, shown with proof and loads, and applied as they were looked at", async () => {
    const stage = await open({ screen: "allocations" });
    await stage.press("x", "Enter");
    await stage.settle();
    expect(changes(stage)).toMatchObject([{ id: "allocation.plan", input: { gaps: ["nobody"] } }]);
    for (const part of ["已证明最优", "0-19 → 8-11 家", "2,084 → 1,875", "无包保"])
      expect(text(stage)).toContain(part);
    await stage.press("x", "Enter", "Enter");
    expect(changes(stage)[1]).toMatchObject({
      id: "allocation.make",
      input: { id: "al-1", fingerprint: "f-1" },
    });
  });
});

describe("equivalent commands", () => {
  it.each([
    [{ screen: "questions" }, "shian question list --question-state at-township,at-office"],
    [{ screen: "question", args: ["q-1"] }, "shian question show q-1"],
    [{ screen: "answers" }, "shian answers"],
    [{ screen: "comparisons" }, "shian compare runs"],
    [
      { screen: "comparison", args: ["run-1"], options: new Map([["outcome", ["differing"]]]) },
      "shian compare rows run-1 --outcome differing",
    ],
    [{ screen: "training" }, "shian training plans"],
    [{ screen: "training-plan", args: ["t-1"] }, "shian training sessions t-1"],
    [
      { screen: "training-people", args: ["t-1"], options: new Map([["standing", ["none"]]]) },
      "shian training people t-1 none",
    ],
    [{ screen: "attendance", args: ["s-1"] }, "shian training session s-1"],
    [{ screen: "documents" }, "shian document list"],
    [
      { screen: "readers", args: ["d-1"], options: new Map([["standing", ["unread"]]]) },
      "shian document readers d-1 unread",
    ],
    [{ screen: "x-ray" }, "shian x-ray"],
    [
      { screen: "x-ray-rows", options: new Map([["rule", ["licence-missing"]]]) },
      "shian x-ray --rule licence-missing",
    ],
    [
      {
        screen: "x-ray-rows",
        options: new Map([
          ["rule", ["licence-missing"]],
          ["findings", ["aside"]],
        ]),
      },
      "shian x-ray --rule licence-missing --findings aside",
    ],
    [{ screen: "directory" }, "shian directory"],
    [{ screen: "objections" }, "shian grading objections"],
    [{ screen: "allocations" }, "shian allocation list"],
    [{ screen: "allocation", args: ["al-1"] }, "shian allocation moves al-1"],
  ] as const)("of %j parse and print the same", async (request, command) => {
    const stage = await open(request);
    await stage.press("y");
    expect(stage.copied).toEqual([command]);
    const [, ...given] = splitWords(command);
    expect(parseCommandLine(given).line.kind).toBe("run");
    expect(path(stage)).not.toContain("undefined");
  });
});
