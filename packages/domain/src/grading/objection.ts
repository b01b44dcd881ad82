// A business's right of reply to its grade: entries that are only ever added, and what they come to.
// Source: issue "Third", Grading (a business's objection recorded, "under review", decided with reason); rules §1 "Working
// days", "Two times"; §5 (state by folding, one table of what may happen next). The deadline has no source: demonstration.
import * as z from "zod";
import type { Role } from "../kernel/operation.js";
import { PlainDate } from "../kernel/plain-date.js";
import { ok, type Problem, type Result, refuse } from "../kernel/result.js";
import type { GradingProblemCode } from "./grading.problem.js";

/** Which of the two grades it is about; each has its own. */
export const gradeScales = ["pairing", "risk"] as const;
export const GradeScale = z.enum(gradeScales);
export type GradeScale = z.infer<typeof GradeScale>;

/** What can be entered. */
export const objectionActs = ["raise", "supplement", "withdraw", "uphold", "reject"] as const;
export const ObjectionAct = z.enum(objectionActs);
export type ObjectionAct = z.infer<typeof ObjectionAct>;

export const objectionStates = ["under-review", "upheld", "rejected", "withdrawn"] as const;
export const ObjectionState = z.enum(objectionStates);
export type ObjectionState = z.infer<typeof ObjectionState>;

/** The letter of either scale; which of the two it is of says the objection. */
export const GradeMark = z.enum(["A", "B", "C", "D"]);
export type GradeMark = z.infer<typeof GradeMark>;

/** One entry of an objection, never altered. */
export const ObjectionEntry = z.strictObject({
  seq: z.int().min(1),
  act: ObjectionAct,
  on: PlainDate,
  by: z.string().describe("name of who entered it"),
  role: z.enum(["business", "office", "regulator"]),
  text: z.string().min(1).max(1000).describe("the ground of an objection, the reason of a decision"),
  grade: GradeMark.nullable().describe("the grade asked for, or the one decided"),
  from: PlainDate.nullable().describe("first day of the decided grade"),
  to: PlainDate.nullable().describe(
    "first day on which it no longer holds; null until something else is decided",
  ),
});
export type ObjectionEntry = z.infer<typeof ObjectionEntry>;

/** Working days that the office gives itself to decide. No source was found: a demonstration value, to be checked. */
export const objectionWorkingDays = 15;

/** State → what may be entered next, and who may: the one table. */
const next: { readonly [S in ObjectionState]: { readonly [A in ObjectionAct]?: readonly Role[] } } = {
  "under-review": {
    supplement: ["business", "office"],
    withdraw: ["business", "office"],
    uphold: ["office", "regulator"],
    reject: ["office", "regulator"],
  },
  upheld: {},
  rejected: {},
  withdrawn: {},
};

const after: { readonly [A in ObjectionAct]: ObjectionState } = {
  raise: "under-review",
  supplement: "under-review",
  withdraw: "withdrawn",
  uphold: "upheld",
  reject: "rejected",
};

/**
 * What the entries come to; undefined when there are none. They count in the order of their numbers, whatever order they
 * are given in.
 *
 * @example
 * foldObjection([])?.state; // => undefined
 */
export function foldObjection(entries: readonly ObjectionEntry[]):
  | {
      readonly state: ObjectionState;
      readonly raised: ObjectionEntry;
      readonly decided: ObjectionEntry | null;
      /** The number that the next entry must have. */
      readonly next: number;
    }
  | undefined {
  const inOrder = [...entries].sort((a, b) => a.seq - b.seq);
  const [raised] = inOrder;
  const last = inOrder.at(-1);
  if (raised === undefined || last === undefined) return undefined;
  const state = after[last.act];
  return {
    state,
    raised,
    decided: state === "upheld" || state === "rejected" ? last : null,
    next: last.seq + 1,
  };
}

/**
 * What may be entered next by somebody with these roles, in the order of the acts. A pairing grade is the office's to
 * decide, a risk grade the regulator's or, on its word, the office's.
 *
 * @example
 * listNextActs({ state: "under-review", scale: "pairing", roles: ["regulator"] }); // => []
 * listNextActs({ state: "under-review", scale: "risk", roles: ["business"] }); // => ["supplement", "withdraw"]
 */
export const listNextActs = ({
  state,
  scale,
  roles,
}: {
  readonly state: ObjectionState;
  readonly scale: GradeScale;
  readonly roles: readonly Role[];
}): readonly ObjectionAct[] =>
  objectionActs.filter((act) =>
    (next[state][act] ?? []).some(
      (role) => roles.includes(role) && (role !== "regulator" || scale === "risk"),
    ),
  );

/**
 * Whether the entry may be added, with the first reason why not: the act is not open in this state or to these roles; one
 * upheld needs a grade other than the present and a first day that is not to come; its end, where there is one, lies
 * after both its first day and today.
 *
 * @example
 * const asked = { scale: "pairing", roles: ["office"], present: "C", today: "2026-11-24" };
 * checkObjectionEntry({ ...asked, state: "under-review", act: "reject", grade: null, from: null, to: null }).ok; // => true
 * checkObjectionEntry({ ...asked, state: "upheld", act: "reject", grade: null, from: null, to: null });
 * // => { ok: false, problems: [{ code: "objection/not-open", params: { state: "upheld", act: "reject" } }] }
 */
export function checkObjectionEntry(input: {
  readonly state: ObjectionState;
  readonly scale: GradeScale;
  readonly roles: readonly Role[];
  readonly act: ObjectionAct;
  /** The grade that stands now. */
  readonly present: GradeMark | null;
  readonly grade: GradeMark | null;
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  readonly today: PlainDate;
}): Result<null, Problem<GradingProblemCode>> {
  const { state, act, grade, from, to, today } = input;
  if (next[state][act] === undefined) return refuse("objection/not-open", { state, act });
  if (!listNextActs(input).includes(act)) return refuse("objection/not-yours", { act });
  if (act !== "uphold") return ok(null);
  if (grade === null || from === null) return refuse("objection/grade-missing");
  if (grade === input.present) return refuse("objection/same-grade", { grade });
  if (from > today) return refuse("objection/from-in-future", { from });
  if (to !== null && (to <= from || to <= today)) return refuse("objection/end-before-begin", { to });
  return ok(null);
}
