// Hours of training of one person of a business's own arm as a row of a sheet gives them.
// Source: F2-07 (directors and officers at least 40 hours a year; N). Ours: a person is known by their name within the
// business, on the day of the training; one training is one person, day and topic.
import type { ArmRole } from "../business-arm/business-arm.schema.js";
import { armRoles } from "../business-arm/business-arm.schema.js";
import { businessArmText } from "../business-arm/business-arm.text.js";
import { type ArmRecord, findArmOn } from "../business-arm/find-arm-on.js";
import { foldCode } from "../kernel/fold-code.js";
import type { PlainDate } from "../kernel/plain-date.js";
import { ok, problem, type Result, refuseAll } from "../kernel/result.js";
import { foldName } from "../registry/fold-name.js";
import { createFactReasons } from "./fact-cells.js";
import type { FactCells } from "./fact-columns.js";
import type { FactProblem } from "./find-meant.js";
import type { SettledFact } from "./plan-fact-sheet.js";

/** A training as the row writes it; `quarters` are quarters of an hour. */
export type WrittenTraining = {
  readonly name: string;
  readonly role: ArmRole | null;
  readonly on: PlainDate;
  readonly quarters: number;
  readonly topic: string;
  readonly organiser: string;
};
/** A training of a person who is known. */
export type FactOfTraining = Omit<WrittenTraining, "name" | "role"> & { readonly person: string };

const MOST_QUARTERS = 24 * 4;
const HOURS = /^\d{1,3}(?:\.\d{1,4})?$/;

const roleWords = new Map<string, ArmRole>([
  ...armRoles.flatMap((role) =>
    (["zh-CN", "en"] as const).map(
      (locale) => [foldCode(businessArmText[locale][`arm-role/${role}`]).value, role] as const,
    ),
  ),
  ["负责人", "person-in-charge"],
  ["总监", "director"],
  ["安全总监", "director"],
  ["安全员", "officer"],
  ["食品安全管理员", "officer"],
]);

/**
 * The training that the cells give, or every reason against them: at most 24 hours at a time, in quarters of an hour.
 *
 * @example
 * readTrainingFact({ cells: { person: "叶听澜", on: "2026年3月1日", hours: "8学时", topic: "法规" }, today: "2026-11-24" }).value.quarters; // => 32
 * readTrainingFact({ cells: { person: "叶听澜", on: "2026-12-01", hours: "0.1", topic: "法规" }, today: "2026-11-24" }).problems.map(({ code }) => code); // => ["fact-sheet/in-future", "fact-sheet/hours-shape"]
 */
export function readTrainingFact({
  cells,
  today,
}: {
  readonly cells: FactCells<"training">;
  readonly today: PlainDate;
}): Result<WrittenTraining, FactProblem> {
  const { problems, against, text, day } = createFactReasons();
  const name = text("person", cells.person, 60);
  if (name === null) against("person", "fact-sheet/person-missing");
  const role = cells.role === undefined ? null : (roleWords.get(foldCode(cells.role).value) ?? null);
  if (cells.role !== undefined && role === null)
    against("role", "fact-sheet/role-unknown", { text: cells.role });
  const on = day("on", cells.on, today);
  const written = foldCode(cells.hours ?? "").value.replace(/(?:学时|课时|小时|H)$/, "");
  const quarters = HOURS.test(written) ? Number(written) * 4 : Number.NaN;
  if (cells.hours === undefined) against("hours", "fact-sheet/hours-missing");
  else if (!Number.isInteger(quarters) || quarters < 1 || quarters > MOST_QUARTERS)
    against("hours", "fact-sheet/hours-shape", { text: cells.hours });
  const topic = text("topic", cells.topic, 120);
  if (topic === null) against("topic", "fact-sheet/topic-missing");
  const organiser = text("organiser", cells.organiser, 120) ?? "";
  if (problems.length > 0 || name === null || on === undefined || topic === null) return refuseAll(problems);
  return ok({ name, role, on, quarters, topic, organiser });
}

/**
 * The training of the person who is meant: in a post of the business on that day, the only one of that name there, of the
 * role that the row gives. It stands in the place of what is kept of the same person, day and topic.
 *
 * @example
 * const records = [{ person: "p1", role: "officer", name: "叶听澜", from: "2026-05-01" }];
 * const read = { name: "叶听澜", role: null, on: "2026-03-01", quarters: 8, topic: "法规", organiser: "" };
 * settleTrainingFact({ records, read, today: "2026-11-24", findStanding: () => null }).problems[0].code; // => "business-arm/not-in-post"
 */
export function settleTrainingFact({
  records,
  read,
  today,
  findStanding,
}: {
  readonly records: readonly ArmRecord[];
  readonly read: WrittenTraining;
  readonly today: PlainDate;
  readonly findStanding: (person: string, on: PlainDate, topic: string) => FactOfTraining | null;
}): Result<SettledFact<FactOfTraining>, FactProblem> {
  const { name, role, on, quarters, topic, organiser } = read;
  const refused = (code: string, params = {}): Result<never, FactProblem> =>
    refuseAll([{ ...problem(code, params), field: "person" }]);
  const named = records.filter((record) => foldName(record.name) === foldName(name));
  if (named.length === 0) return refused("fact-sheet/person-unknown");
  const inPost = findArmOn(named, on, today);
  if (inPost.length === 0) return refused("business-arm/not-in-post", { on });
  const fitting = role === null ? inPost : inPost.filter((record) => record.role === role);
  const people = [...new Set(fitting.map(({ person }) => person))];
  const [person] = people;
  if (person === undefined) return refused("fact-sheet/person-role");
  if (people.length > 1) return refused("fact-sheet/person-ambiguous", { count: people.length });
  const fact = { person, on, quarters, topic, organiser };
  const subject = `${person} ${on} ${foldName(topic)}`;
  return ok({ subject, fact, standing: findStanding(person, on, topic) });
}

/** Two trainings of one person, day and topic are the same when they are as long. */
export const isSameTraining = (a: FactOfTraining, b: FactOfTraining): boolean => a.quarters === b.quarters;
