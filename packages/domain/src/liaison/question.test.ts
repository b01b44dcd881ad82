import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toPlainDate } from "../kernel/plain-date.js";
import {
  checkQuestionStep,
  foldQuestion,
  listQuestionSteps,
  type QuestionAct,
  type QuestionEntry,
  QuestionStep,
  questionParties,
  questionStates,
} from "./question.js";

const on = toPlainDate("2026-11-24");
type Short = QuestionAct | readonly [QuestionAct, string];
const toEntries = (acts: readonly Short[]): QuestionEntry[] =>
  acts.map((short, index) => {
    const [act, target] = typeof short === "string" ? [short, null] : short;
    return { seq: index + 1, act, on, by: "某", party: "asker", text: "", target };
  });
const fold = (acts: readonly Short[], answers: Readonly<Record<string, string>> = {}) =>
  foldQuestion({ id: "q1", entries: toEntries(acts), answerOf: (head) => answers[head] ?? null });

describe("foldQuestion", () => {
  it.each<[readonly Short[], string, string]>([
    [["raise"], "at-township", "q1"],
    [["raise", "supplement"], "at-township", "q1"],
    [["raise", "return"], "returned", "q1"],
    [["raise", "return", "supplement"], "at-township", "q1"],
    [["raise", "pass"], "at-office", "q1"],
    [["raise", "pass", "supplement"], "at-office", "q1"],
    [["raise", ["merge", "q2"]], "merged", "q2"],
    [["raise", "pass", ["merge", "q2"], ["merge", "q3"]], "merged", "q3"],
    [["raise", "pass", ["merge", "q2"], ["merge", "q3"], "split"], "at-office", "q1"],
    [["raise", "withdraw"], "withdrawn", "q1"],
  ])("%j is %s under %s", (acts, state, head) => expect(fold(acts)).toMatchObject({ state, head }));

  it("one answer reaches the question and all that are joined to it, and no other", () => {
    const answers = { q2: "a1" };
    expect(fold(["raise", ["merge", "q2"]], answers)).toMatchObject({ state: "answered", unread: true });
    expect(fold(["raise", ["merge", "q2"], "split"], answers)?.state).toBe("at-township");
    expect(fold(["raise"], { q1: "a1" })).toMatchObject({ state: "answered", answer: "a1" });
    expect(fold(["raise", "withdraw"], { q1: "a1" })).toMatchObject({ state: "withdrawn", answer: null });
  });

  it("is read once for each answer, and asked again until there is another one", () => {
    expect(fold(["raise", ["read", "a1"]], { q1: "a1" })?.unread).toBe(false);
    expect(fold(["raise", ["read", "a1"]], { q1: "a2" })?.unread).toBe(true);
    const again: readonly Short[] = ["raise", "pass", ["read", "a1"], ["ask-again", "a1"]];
    expect(fold(again, { q1: "a1" })).toMatchObject({ state: "at-office", unread: false });
    expect(fold(again, { q1: "a2" })).toMatchObject({ state: "answered", unread: true });
    const joined: readonly Short[] = ["raise", ["merge", "q2"], ["ask-again", "a1"]];
    expect(fold(joined, { q2: "a2" })).toMatchObject({ state: "at-office", head: "q1" });
  });

  it("does not depend on the order in which entries are read", () => {
    const entries = toEntries(["raise", "return", "supplement", "pass", ["merge", "q2"]]);
    fc.assert(
      fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), (shuffled) => {
        const answerOf = () => null;
        expect(foldQuestion({ id: "q1", entries: shuffled, answerOf })).toEqual(
          foldQuestion({ id: "q1", entries, answerOf }),
        );
      }),
    );
  });
});

describe("what may be done next", () => {
  const anything = fc.record({
    state: fc.constantFrom(...questionStates),
    isHead: fc.boolean(),
    unread: fc.boolean(),
    parties: fc.subarray([...questionParties]),
  });
  it("a step that is listed is accepted and one that is not is refused", () => {
    fc.assert(
      fc.property(anything, fc.constantFrom(...QuestionStep.options), (at, step) => {
        expect(checkQuestionStep({ ...at, step, text: "内容" }).ok).toBe(
          listQuestionSteps(at).includes(step),
        );
      }),
    );
  });
  it("only the office answers, only the asker withdraws, and nobody does anything who is no party", () => {
    fc.assert(
      fc.property(anything, (at) => {
        const steps = listQuestionSteps(at);
        if (steps.includes("answer")) expect(at.parties).toContain("office");
        if (steps.includes("withdraw")) expect(at.parties).toContain("asker");
        if (at.parties.length === 0 || at.state === "withdrawn") expect(steps).toEqual([]);
      }),
    );
  });
  it.each<[string, QuestionStep, string]>([
    ["question/text-missing", "return", " "],
    ["ok", "return", "写清是哪家店"],
    ["ok", "pass", ""],
    ["question/not-yours", "withdraw", "不问了"],
    ["question/not-open", "ask-again", "还不清楚"],
  ])("%s: %s with %j by the township", (code, step, text) => {
    const at = { state: "at-township", isHead: true, unread: false, parties: ["township"] } as const;
    const checked = checkQuestionStep({ ...at, step, text });
    expect(checked.ok ? "ok" : checked.problems[0]?.code).toBe(code);
  });
});
