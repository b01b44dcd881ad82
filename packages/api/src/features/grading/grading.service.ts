// Grading by the office's scheme: whole territories, or the establishments whose facts have just changed.
import {
  type GradePlan,
  type GradingFacts,
  type OperationArguments,
  type OperationOutput,
  ok,
  type PairingGrade,
  type PlannedGrade,
  planGrades,
  type Result,
} from "@shian/domain";
import type { ChangeCall } from "../../deps.js";
import { recordChanges } from "../audit/record-changes.js";
import { getPartOfPicture, getPicture, noteRegisterChange } from "../picture/picture.service.js";
import { findScope } from "../picture/scope.js";
import { listStandingGrades, recordPairingGrades, revertPairingGrades } from "./grading.repo.js";
import { listSchemesInForce } from "./scheme.repo.js";

/** What is graded: its facts, whatever else they hold. */
export type Gradable = { readonly id: string; readonly facts: GradingFacts };

export type Regraded = {
  readonly changed: readonly {
    readonly establishment: string;
    readonly before: PairingGrade | null;
    readonly grade: PairingGrade;
  }[];
  readonly unchanged: number;
  readonly missing: ReadonlyMap<string, number>;
  readonly refused: number;
  /** Kept by a decided objection. */
  readonly excepted: number;
};

/** The facts that a scheme may ask for, as they are kept with the grade. */
const toUsed = ({ form, size, diners, attention }: GradingFacts): GradingFacts => ({
  form: form ?? null,
  size: size ?? null,
  diners: diners ?? null,
  attention: [...(attention ?? [])],
});

type Planned = { readonly one: Gradable; readonly plan: GradePlan };

function sumUp(planned: readonly Planned[]): Regraded {
  const changed: Regraded["changed"][number][] = [];
  const missing = new Map<string, number>();
  let [unchanged, refused, excepted] = [0, 0, 0];
  for (const { one, plan } of planned) {
    const [first] = plan.grades;
    if (plan.excepted) excepted += 1;
    else if (plan.refused.length > 0) {
      refused += 1;
      for (const { code } of plan.refused) missing.set(code, (missing.get(code) ?? 0) + 1);
    } else if (first === undefined) unchanged += 1;
    if (first !== undefined) changed.push({ establishment: one.id, before: plan.before, grade: first.grade });
  }
  return { changed, unchanged, refused, missing, excepted };
}

/**
 * Grades the establishments from the day on, by the scheme of that day and of every later one on which another begins, in
 * the running transaction, and logs what changed.
 */
export async function gradeEstablishments(
  call: ChangeCall,
  establishments: readonly Gradable[],
  from = call.today,
): Promise<Regraded> {
  const schemes = await listSchemesInForce(call.db);
  const standing = await listStandingGrades(
    call.db,
    establishments.map(({ id }) => id),
  );
  const planned = establishments.map((one) => ({
    one,
    plan: planGrades({ facts: one.facts, standing: standing.get(one.id) ?? [], schemes, from }),
  }));
  const byDay = new Map<PlannedGrade["from"], { readonly one: Gradable; readonly grade: PlannedGrade }[]>();
  for (const { one, plan } of planned)
    for (const grade of plan.grades) {
      const list = byDay.get(grade.from) ?? [];
      byDay.set(grade.from, list);
      list.push({ one, grade });
    }
  // A later day's grade takes the place of what an earlier one has just recorded.
  for (const [day, grades] of [...byDay].sort(([a], [b]) => (a < b ? -1 : 1)))
    await recordPairingGrades(
      call.db,
      grades.map(({ one, grade: { grade, ruleId, schemeId } }) => ({
        establishment: one.id,
        grade,
        ruleId,
        schemeId,
        facts: toUsed(one.facts),
      })),
      { from: day, at: call.now, newId: call.deps.newId },
    );
  const result = sumUp(planned);
  recordChanges(
    call,
    result.changed.map(({ establishment, before, grade }) => ({
      objectKind: "establishment",
      objectId: establishment,
      what: "graded",
      fields: [{ field: "grade", before, after: grade }],
    })),
  );
  return result;
}

/**
 * Takes back the pairing grades that a change of the instant gave these establishments; those before stand again. One that
 * was graded again since is graded by its facts as they are now, so call it when they are back.
 */
export const takeBackGrades = async (
  call: ChangeCall,
  establishments: readonly string[],
  recordedAt: string,
): Promise<void> => {
  const times = { recordedAt, at: call.now, newId: call.deps.newId };
  const { left } = await revertPairingGrades(call.db, { establishments, ...times });
  if (left.length === 0) return;
  const { byId } = await getPartOfPicture(call, { establishments: left, officials: [] });
  await gradeEstablishments(
    call,
    left.flatMap((id) => {
      const one = byId.get(id);
      return one === undefined ? [] : [{ id, facts: one.facts }];
    }),
  );
};

export async function regrade(
  call: ChangeCall,
  input: OperationArguments<"grading.regrade">,
): Promise<Result<OperationOutput<"grading.regrade">>> {
  const from = input.from ?? call.today;
  const picture = await getPicture(call, { asOf: from });
  const scope = findScope(picture, input.territory);
  if (!scope.ok) return scope;
  const plan = await gradeEstablishments(
    call,
    scope.value.establishments.map(({ facts }) => ({ id: facts.id, facts })),
    from,
  );
  if (plan.changed.length > 0) await noteRegisterChange(call);
  const moves = new Map<string, OperationOutput<"grading.regrade">["changed"][number]>();
  for (const { before, grade } of plan.changed) {
    const key = `${before} ${grade}`;
    moves.set(key, { from: before, to: grade, count: (moves.get(key)?.count ?? 0) + 1 });
  }
  return ok({
    changed: [...moves.values()],
    unchanged: plan.unchanged + plan.excepted,
    refused: plan.refused,
    missing: [...plan.missing].map(([code, count]) => ({ code, count })),
  });
}
