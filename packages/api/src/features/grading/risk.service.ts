// The regulator's risk grade: entered as given, or worked out from the scores and a complete table.
import {
  gradeRisk,
  label,
  type OperationArguments,
  type OperationOutput,
  ok,
  type Result,
  type RiskGrade,
  refuse,
} from "@shian/domain";
import type { ChangeCall } from "../../deps.js";
import { recordChanges } from "../audit/record-changes.js";
import { getPartOfPicture, noteRegisterChange } from "../picture/picture.service.js";
import { listRiskSpells, type RiskSpell, recordRiskGrades, replaceRiskSpells } from "./grading.repo.js";

type NewRisk = {
  readonly establishment: string;
  readonly grade: RiskGrade;
  readonly source: string;
  readonly basis: string;
  readonly from: ChangeCall["today"];
};

const findOne = async (call: ChangeCall, establishment: string) =>
  (await getPartOfPicture(call, { establishments: [establishment], officials: [] })).byId.get(establishment);

async function record(call: ChangeCall, risk: NewRisk, before: string | null): Promise<void> {
  const { establishment, grade, source, basis, from } = risk;
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
      fields: [{ field: "riskGrade", before, after: grade }],
    },
  ]);
  await noteRegisterChange(call, [establishment]);
}

/**
 * Records many risk grades, each from its own day on; of one establishment the earlier come first, so that a later one takes
 * the place of what an earlier one has just recorded.
 */
export async function enterRiskGrades(call: ChangeCall, risks: readonly NewRisk[]): Promise<void> {
  const ids = [...new Set(risks.map(({ establishment }) => establishment))];
  const standing = await listRiskSpells(call.db, ids);
  const last = new Map([...standing].map(([id, spells]) => [id, spells.at(-1)?.grade ?? null] as const));
  const byDay = new Map<NewRisk["from"], NewRisk[]>();
  for (const risk of risks) {
    const ofDay = byDay.get(risk.from);
    if (ofDay === undefined) byDay.set(risk.from, [risk]);
    else ofDay.push(risk);
  }
  const recording = { at: call.now, newId: call.deps.newId };
  for (const [from, grades] of [...byDay].sort(([a], [b]) => (a < b ? -1 : 1))) {
    await recordRiskGrades(call.db, grades, { from, ...recording });
    recordChanges(
      call,
      grades.map(({ establishment, grade }) => {
        const before = last.get(establishment) ?? null;
        last.set(establishment, grade);
        return {
          objectKind: "establishment",
          objectId: establishment,
          what: "risk-graded",
          fields: [{ field: "riskGrade", before, after: grade }],
        };
      }),
    );
  }
  if (ids.length > 0) await noteRegisterChange(call, ids);
}

/** The risk grades that stand, by establishment. */
export const listRiskLines = (call: Pick<ChangeCall, "db">, establishments: readonly string[]) =>
  listRiskSpells(call.db, establishments);

/** Writes the risk grades of establishments anew, as they stood before. */
export async function writeRiskLines(
  call: ChangeCall,
  lines: readonly { readonly establishment: string; readonly spells: readonly RiskSpell[] }[],
): Promise<void> {
  if (lines.length === 0) return;
  await replaceRiskSpells(call.db, lines, { at: call.now, newId: call.deps.newId });
  await noteRegisterChange(
    call,
    lines.map(({ establishment }) => establishment),
  );
}

/** Records the regulator's risk grade with who gave it and on what ground. */
export async function setRiskGrade(
  call: ChangeCall,
  input: OperationArguments<"grading.setRisk">,
): Promise<Result<OperationOutput<"grading.setRisk">>> {
  const one = await findOne(call, input.establishment);
  if (one === undefined) return refuse("request/not-found", { id: input.establishment });
  await record(call, input, one.risk?.value ?? null);
  return ok({ establishment: input.establishment });
}

/** Works the grade out from the regulator's scores and records it with the arithmetic as its ground. */
export async function scoreRiskGrade(
  call: ChangeCall,
  input: OperationArguments<"grading.scoreRisk">,
): Promise<Result<OperationOutput<"grading.scoreRisk">>> {
  const { establishment, from, source, dynamicScore, staticScore, staticFactors, raising, lowering } = input;
  const one = await findOne(call, establishment);
  if (one === undefined) return refuse("request/not-found", { id: establishment });
  if (from > call.today) return refuse("grading/risk-in-future", { from });
  const { form } = one.facts;
  if (form === null) return refuse("grading/form-missing");
  const given = gradeRisk({ form, dynamicScore, staticScore, staticFactors, raising, lowering });
  if (!given.ok) return given;
  const { grade, gradeByScore, total, adjustment, table } = given.value;
  const { locale } = call;
  const names = (family: string, words: readonly string[]) =>
    words.map((word) => label(`${family}/${word}`, locale)).join(locale === "en" ? ", " : "、");
  const reasons = adjustment === "raised" ? names("raising", raising) : names("lowering", lowering);
  const step = adjustment === "none" ? "" : ` ${label(`risk-adjustment/${adjustment}`, locale)} ${reasons}`;
  const sum = `${given.value.staticScore} + ${given.value.dynamicScore} = ${total} → ${gradeByScore}${step}`;
  const basis = `${sum}${table === null ? "" : ` (${table})`}`.slice(0, 300);
  await record(call, { establishment, grade, source, basis, from }, one.risk?.value ?? null);
  return ok({ establishment, grade, basis });
}
