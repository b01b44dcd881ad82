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
import { recordRiskGrades } from "./grading.repo.js";

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
