// The two scales never mix: this file is only type-checked; an accepted line here would be the fault.
import type { PairingGrade, RiskGrade } from "./grade.schema.js";
import { pairingGrades, riskGrades } from "./grade.schema.js";
import { demonstrationScheme, gradeEstablishment, gradeRisk } from "./index.js";

const takesPairing = (grade: PairingGrade): string => grade;
const takesRisk = (grade: RiskGrade): string => grade;

const pairing = gradeEstablishment({ scheme: demonstrationScheme, facts: { form: "grocery" } });
const risk = gradeRisk({ form: "grocery", dynamicScore: 1, staticScore: 1, raising: [], lowering: [] });
if (pairing.ok && risk.ok) {
  takesPairing(pairing.value.grade);
  takesRisk(risk.value.grade);
  // @ts-expect-error a risk grade is no pairing grade
  takesPairing(risk.value.grade);
  // @ts-expect-error a pairing grade is no risk grade
  takesRisk(pairing.value.grade);
}
takesPairing(pairingGrades[0]);
takesRisk(riskGrades[0]);
// @ts-expect-error the lists carry their own brand
takesPairing(riskGrades[0]);
// @ts-expect-error a bare letter is neither
takesRisk("A");
// @ts-expect-error a bare letter is neither
takesPairing("A");
