// Grading by the office's scheme: whole territories, or the establishments whose facts have just changed.
import {
  demonstrationScheme,
  type EstablishmentFacts,
  type GradingScheme,
  gradeEstablishment,
  type OperationArguments,
  type OperationOutput,
  ok,
  type PairingGrade,
  type Result,
  refuse,
} from "@shian/domain";
import type { ChangeCall } from "../../deps.js";
import { recordChanges } from "../audit/record-changes.js";
import { getPartOfPicture, getPicture, noteRegisterChange } from "../picture/picture.service.js";
import { findScope } from "../picture/scope.js";
import {
  type NewPairingGrade,
  recordPairingGrades,
  recordRiskGrades,
  revertPairingGrades,
} from "./grading.repo.js";

/** The scheme in force; the demonstration's until schemes can be edited. */
export const getScheme = async (): Promise<Result<GradingScheme>> => ok(demonstrationScheme);

type Present = { readonly grade: PairingGrade; readonly ruleId: string } | null;
export type Gradable = { readonly id: string; readonly facts: EstablishmentFacts; readonly present: Present };

type Regraded = {
  readonly changed: readonly (NewPairingGrade & { readonly before: PairingGrade | null })[];
  readonly unchanged: number;
  readonly missing: ReadonlyMap<string, number>;
  readonly refused: number;
};

/** What the scheme gives each establishment against what it has; a refused one keeps the grade it had. */
function planGrades(establishments: readonly Gradable[]): Regraded {
  const changed: (NewPairingGrade & { before: PairingGrade | null })[] = [];
  const missing = new Map<string, number>();
  let [unchanged, refused] = [0, 0];
  for (const { id, facts, present } of establishments) {
    const given = gradeEstablishment({ scheme: demonstrationScheme, facts });
    if (!given.ok) {
      refused += 1;
      for (const { code } of given.problems) missing.set(code, (missing.get(code) ?? 0) + 1);
    } else if (present?.grade === given.value.grade && present.ruleId === given.value.ruleId) unchanged += 1;
    else
      changed.push({
        establishment: id,
        ...given.value,
        schemeId: demonstrationScheme.id,
        before: present?.grade ?? null,
      });
  }
  return { changed, unchanged, refused, missing };
}

/** Grades the establishments from the day on, in the running transaction, and logs what changed. */
export async function gradeEstablishments(
  call: ChangeCall,
  establishments: readonly Gradable[],
  from = call.today,
): Promise<Regraded> {
  const plan = planGrades(establishments);
  await recordPairingGrades(
    call.db,
    plan.changed.map(({ before, ...grade }) => grade),
    { from, at: call.now, newId: call.deps.newId },
  );
  recordChanges(
    call,
    plan.changed.map(({ establishment, before, grade }) => ({
      objectKind: "establishment",
      objectId: establishment,
      what: "graded",
      fields: [{ field: "grade", before, after: grade }],
    })),
  );
  return plan;
}

/** Takes back the pairing grades that a change of the instant gave these establishments; those before stand again. */
export const takeBackGrades = async (
  call: ChangeCall,
  establishments: readonly string[],
  recordedAt: string,
): Promise<void> => {
  await revertPairingGrades(call.db, { establishments, recordedAt, at: call.now, newId: call.deps.newId });
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
    scope.value.establishments.map(({ facts, grade }) => ({
      id: facts.id,
      facts,
      present: grade === null ? null : { grade: grade.value, ruleId: grade.ruleId },
    })),
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
    unchanged: plan.unchanged,
    refused: plan.refused,
    missing: [...plan.missing].map(([code, count]) => ({ code, count })),
  });
}

/** Records the regulator's risk grade with who gave it and on what ground. */
export async function setRiskGrade(
  call: ChangeCall,
  input: OperationArguments<"grading.setRisk">,
): Promise<Result<OperationOutput<"grading.setRisk">>> {
  const part = { establishments: [input.establishment], officials: [] };
  const one = (await getPartOfPicture(call, part)).byId.get(input.establishment);
  if (one === undefined) return refuse("request/not-found", { id: input.establishment });
  const { establishment, grade, source, basis, from } = input;
  await recordRiskGrades(call.db, [{ establishment, grade, source, basis }], {
    from,
    at: call.now,
    newId: call.deps.newId,
  });
  recordChanges(call, [
    {
      objectKind: "establishment",
      objectId: establishment,
      what: "risk-graded",
      fields: [{ field: "riskGrade", before: one.risk?.value ?? null, after: grade }],
    },
  ]);
  await noteRegisterChange(call, [establishment]);
  return ok({ establishment });
}
