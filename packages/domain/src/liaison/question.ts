// Questions from below: raised in a community, looked at by its township, joined with like ones, answered by the office
// once for all who asked. Entries are only ever added; the state is what they come to.
// Source: issue "Third", Directory and liaison (a question goes to its township, is merged with like ones, answered once,
// the answer reaches all who asked); rules §5 (state by folding, one table of what may happen next) is followed. No rule
// names a deadline, so there is none.
import * as z from "zod";
import { PlainDate } from "../kernel/plain-date.js";
import { ok, type Problem, type Result, refuse } from "../kernel/result.js";
import type { LiaisonProblemCode } from "./liaison.problem.js";

/** What can be entered; an answer stands apart, because it is one for many questions. */
export const questionActs = [
  "raise",
  "supplement",
  "return",
  "pass",
  "merge",
  "split",
  "ask-again",
  "withdraw",
  "read",
] as const;
export const QuestionAct = z.enum(questionActs);
export type QuestionAct = z.infer<typeof QuestionAct>;

/** What may be done next: every act but the first, and answering. */
export const QuestionStep = z.enum([
  "supplement",
  "return",
  "pass",
  "merge",
  "split",
  "ask-again",
  "withdraw",
  "read",
  "answer",
]);
export type QuestionStep = z.infer<typeof QuestionStep>;

export const questionStates = [
  "at-township",
  "at-office",
  "returned",
  "merged",
  "answered",
  "withdrawn",
] as const;
export const QuestionState = z.enum(questionStates);
export type QuestionState = z.infer<typeof QuestionState>;

/** As what somebody stands to a question: who asked it, its township, the office above. */
export const questionParties = ["asker", "township", "office"] as const;
export const QuestionParty = z.enum(questionParties);
export type QuestionParty = z.infer<typeof QuestionParty>;

/** One entry of a question, never altered. */
export const QuestionEntry = z.strictObject({
  seq: z.int().min(1),
  act: QuestionAct,
  on: PlainDate,
  by: z.string().describe("name of who entered it"),
  party: QuestionParty,
  text: z.string().max(1000),
  target: z.string().nullable().describe("the question it is joined to, or the answer that was read"),
});
export type QuestionEntry = z.infer<typeof QuestionEntry>;

/** State → what may be done next, and as what: the one table. */
const next: { readonly [S in QuestionState]: { readonly [A in QuestionStep]?: readonly QuestionParty[] } } = {
  "at-township": {
    supplement: ["asker"],
    return: ["township", "office"],
    pass: ["township", "office"],
    merge: ["township", "office"],
    withdraw: ["asker"],
    answer: ["office"],
  },
  "at-office": {
    supplement: ["asker"],
    return: ["office"],
    merge: ["office"],
    withdraw: ["asker"],
    answer: ["office"],
  },
  returned: { supplement: ["asker"], withdraw: ["asker"] },
  merged: { split: ["township", "office"], withdraw: ["asker"] },
  answered: { "ask-again": ["asker"], read: ["asker"], answer: ["office"] },
  withdrawn: {},
};

export type FoldedQuestion = {
  readonly state: QuestionState;
  /** The question whose answer counts: itself, or the one it is joined to. */
  readonly head: string;
  /** The answer that stands for it. */
  readonly answer: string | null;
  /** Answered, and its asker has not yet seen this answer. */
  readonly unread: boolean;
  readonly raised: QuestionEntry;
  /** The number that the next entry must have. */
  readonly next: number;
};

/**
 * What the entries come to, undefined when there are none; `answerOf` gives the answer that stands for a head. Who asks
 * again is not content with the answer that stood then, and waits for another one.
 *
 * @example
 * foldQuestion({ id: "q1", entries: [], answerOf: () => null }); // => undefined
 */
export function foldQuestion({
  id,
  entries,
  answerOf,
}: {
  readonly id: string;
  readonly entries: readonly QuestionEntry[];
  readonly answerOf: (head: string) => string | null;
}): FoldedQuestion | undefined {
  const inOrder = [...entries].sort((a, b) => a.seq - b.seq);
  const [raised] = inOrder;
  const last = inOrder.at(-1);
  if (raised === undefined || last === undefined) return undefined;
  let state: QuestionState = "at-township";
  let before: QuestionState = state;
  let head = id;
  let declined: string | null = null;
  let read: string | null = null;
  for (const { act, target } of inOrder) {
    if (act === "supplement" && state === "returned") state = "at-township";
    if (act === "return") state = "returned";
    if (act === "pass") state = "at-office";
    if (act === "withdraw") state = "withdrawn";
    if (act === "read") read = target;
    if (act === "merge") {
      if (state !== "merged") before = state;
      [state, head] = ["merged", target ?? id];
    }
    if (act === "split") [state, head] = [before, id];
    if (act === "ask-again") [state, head, declined] = ["at-office", id, target];
  }
  const standing = state === "withdrawn" ? null : answerOf(head);
  const answer = standing === declined ? null : standing;
  return {
    state: answer === null ? state : "answered",
    head,
    answer,
    unread: answer !== null && answer !== read,
    raised,
    next: last.seq + 1,
  };
}

/**
 * What may be done next by somebody who stands so to the question, in the order of the steps. An answer is given and
 * corrected at the question that others are joined to, and reading is offered while there is something unread.
 *
 * @example
 * const at = { state: "at-township", isHead: true, unread: false };
 * listQuestionSteps({ ...at, parties: ["township"] }); // => ["return", "pass", "merge"]
 * listQuestionSteps({ ...at, parties: ["asker"] }); // => ["supplement", "withdraw"]
 */
export const listQuestionSteps = ({
  state,
  isHead,
  unread,
  parties,
}: {
  readonly state: QuestionState;
  readonly isHead: boolean;
  readonly unread: boolean;
  readonly parties: readonly QuestionParty[];
}): readonly QuestionStep[] =>
  QuestionStep.options.filter(
    (step) =>
      (step !== "answer" || isHead) &&
      (step !== "read" || unread) &&
      (next[state][step] ?? []).some((party) => parties.includes(party)),
  );

/**
 * Whether the step may be taken, with the reason why not.
 *
 * @example
 * const at = { state: "withdrawn", isHead: true, unread: false, parties: ["asker"] };
 * checkQuestionStep({ ...at, step: "supplement", text: "补充" });
 * // => { ok: false, problems: [{ code: "question/not-open", params: { state: "withdrawn", step: "supplement" } }] }
 */
export function checkQuestionStep(input: {
  readonly state: QuestionState;
  readonly isHead: boolean;
  readonly unread: boolean;
  readonly parties: readonly QuestionParty[];
  readonly step: QuestionStep;
  readonly text: string;
}): Result<null, Problem<LiaisonProblemCode>> {
  const { state, step, text } = input;
  if (next[state][step] === undefined) return refuse("question/not-open", { state, step });
  if (!listQuestionSteps(input).includes(step)) return refuse("question/not-yours", { step });
  const needsText = step === "supplement" || step === "return" || step === "ask-again" || step === "answer";
  return needsText && text.trim() === "" ? refuse("question/text-missing") : ok(null);
}
