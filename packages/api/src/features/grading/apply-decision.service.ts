// What an objection that was upheld changes: a grade from a day on with the decision as its ground, and, where it ends, what
// stood before it again.
import { exceptionSchemeId, type ObjectionEntry, PairingGrade, RiskGrade } from "@shian/domain";
import type { ChangeCall } from "../../deps.js";
import type { PictureEstablishment } from "../picture/picture.js";
import { recordPairingGrades, recordRiskGrades } from "./grading.repo.js";
import { gradeEstablishments } from "./grading.service.js";
import type { StoredObjection } from "./objection.repo.js";

/** Who is named as the source of a risk grade that a decision changed. */
const SOURCE = { "zh-CN": "异议复核", en: "Review of an objection" } as const;

export async function applyDecision(
  call: ChangeCall,
  one: PictureEstablishment,
  { id, scale, establishment }: StoredObjection,
  { grade, from, to, text }: ObjectionEntry,
): Promise<void> {
  if (grade === null || from === null) return;
  const at = { at: call.now, newId: call.deps.newId };
  if (scale === "risk") {
    const risk = {
      establishment,
      grade: RiskGrade.parse(grade),
      source: SOURCE[call.locale],
      basis: text.slice(0, 300),
    };
    await recordRiskGrades(call.db, [risk], { from, ...at });
    if (to !== null && one.risk !== null) {
      const { value, source, basis } = one.risk;
      await recordRiskGrades(call.db, [{ establishment, grade: value, source, basis }], { from: to, ...at });
    }
  } else {
    const { facts, grade: before } = one;
    await recordPairingGrades(
      call.db,
      [
        {
          establishment,
          grade: PairingGrade.parse(grade),
          ruleId: id,
          schemeId: exceptionSchemeId,
          basis: text,
        },
      ],
      { from, ...at },
    );
    if (to !== null && before !== null) {
      const { value, ruleId, schemeId } = before;
      await recordPairingGrades(call.db, [{ establishment, grade: value, ruleId, schemeId }], {
        from: to,
        ...at,
      });
      await gradeEstablishments(call, [{ id: establishment, facts }], to);
    }
  }
  call.record({
    objectKind: "establishment",
    objectId: establishment,
    what: scale === "risk" ? "risk-graded" : "graded",
    fields: [
      {
        field: scale === "risk" ? "riskGrade" : "grade",
        before: (scale === "risk" ? one.risk?.value : one.grade?.value) ?? null,
        after: grade,
      },
    ],
  });
}
