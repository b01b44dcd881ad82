// What a plan, a session, a question and a superior document must say before they are kept.
import type { PlainDate } from "../kernel/plain-date.js";
import { type Problem, problem } from "../kernel/result.js";
import type { TrainingProblemCode } from "./training.problem.js";
import type { SuperiorDocument, TrainingPlan, TrainingQuestion, TrainingSession } from "./training.schema.js";

type Found = readonly Problem<TrainingProblemCode>[];
type Days = { readonly from: PlainDate; readonly to: PlainDate };

const checkOrder = ({ from, to }: Days): Found =>
  to < from ? [problem("training/days-order", { from, to })] : [];

/**
 * Why the plan cannot stand; empty when it can.
 *
 * @example
 * checkTrainingPlan({ from: "2026-12-31", to: "2026-01-01" }).map(({ code }) => code); // => ["training/days-order"]
 */
export const checkTrainingPlan = (plan: Pick<TrainingPlan, "from" | "to">): Found => checkOrder(plan);

/** First and last day on which a session can be credited. */
const sessionDays = ({ held }: Pick<TrainingSession, "held">): Days =>
  held.way === "on-site" ? { from: held.on, to: held.on } : { from: held.from, to: held.to };

/**
 * Why the session's days do not fit the plan's; empty when they do. For a session that is kept, and for a plan that is
 * changed over its sessions.
 *
 * @example
 * const held = { way: "on-site", on: "2027-01-05", begins: "09:00", place: "镇政府" };
 * checkSessionDays({ held }, { from: "2026-01-01", to: "2026-12-31" })[0]?.code; // => "training/outside-plan"
 */
export function checkSessionDays(session: Pick<TrainingSession, "held">, plan: Days): Found {
  const days = sessionDays(session);
  return days.from < plan.from || days.to > plan.to
    ? [problem("training/outside-plan", { from: plan.from, to: plan.to })]
    : [];
}

/**
 * Why the session cannot stand in its plan: its days lie in the plan's, and a test has as many questions as the bank
 * holds of its topics, or fewer.
 *
 * @example
 * const held = { way: "on-site", on: "2027-01-05", begins: "09:00", place: "镇政府" };
 * checkTrainingSession({ session: { held }, plan: { from: "2026-01-01", to: "2026-12-31" }, inBank: 0 })[0]?.code;
 * // => "training/outside-plan"
 */
export function checkTrainingSession({
  session,
  plan,
  inBank,
}: {
  readonly session: Pick<TrainingSession, "held">;
  readonly plan: Days;
  /** Questions of its topics that the bank holds. */
  readonly inBank: number;
}): Found {
  const { held } = session;
  const found = [...checkOrder(sessionDays(session)), ...checkSessionDays(session, plan)];
  if (held.way === "online" && inBank < held.questions)
    found.push(problem("training/too-few-questions", { wanted: held.questions, there: inBank }));
  return found;
}

const has: Readonly<Record<TrainingQuestion["kind"], (answers: number, options: number) => boolean>> = {
  single: (answers) => answers === 1,
  multiple: (answers) => answers >= 2,
  judge: (answers, options) => answers === 1 && options === 2,
};

/**
 * Why the question cannot be asked: each kind has its number of right options, each names an option, no two options are
 * the same.
 *
 * @example
 * checkTrainingQuestion({ kind: "single", options: ["是", "否"], answers: [2] })[0]?.code; // => "training/answers-outside"
 */
export function checkTrainingQuestion({
  kind,
  options,
  answers,
}: Pick<TrainingQuestion, "kind" | "options" | "answers">): Found {
  const found: Problem<TrainingProblemCode>[] = [];
  const chosen = new Set(answers);
  if (chosen.size !== answers.length || !has[kind](answers.length, options.length))
    found.push(problem("training/answers-shape", { kind }));
  if (answers.some((at) => at >= options.length))
    found.push(problem("training/answers-outside", { options: options.length }));
  if (new Set(options).size < options.length) found.push(problem("training/options-same"));
  return found;
}

/**
 * Why the document cannot stand: it says something by text or file, and is read after it was issued.
 *
 * @example
 * checkSuperiorDocument({ issuedOn: "2026-11-20", readBy: "2026-11-19", text: "一" }, false)[0]?.code;
 * // => "document/issued-later"
 */
export function checkSuperiorDocument(
  { issuedOn, readBy, text }: Pick<SuperiorDocument, "issuedOn" | "readBy" | "text">,
  hasFile: boolean,
): Found {
  const found: Problem<TrainingProblemCode>[] = [];
  if (readBy < issuedOn) found.push(problem("document/issued-later", { issuedOn, readBy }));
  if (text === "" && !hasFile) found.push(problem("document/empty"));
  return found;
}
