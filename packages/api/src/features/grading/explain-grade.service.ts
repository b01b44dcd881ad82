// Why an establishment has the grade it has, or none: the rule with the version it stands in, the facts as they were used,
// or the decision that gave it.
import {
  type EstablishmentDetail,
  exceptionSchemeId,
  findSchemeOn,
  gradeEstablishment,
  type PlainDate,
} from "@shian/domain";
import type { Call } from "../../deps.js";
import type { PictureEstablishment } from "../picture/picture.js";
import { listGradeGrounds } from "./grading.repo.js";
import { findScheme, readSchemes } from "./scheme-in-force.service.js";

export { readSchemes };

type Explained = Pick<EstablishmentDetail, "gradeRuleTitle" | "gradeRefusal" | "gradeGround">;

export async function explainGrade(call: Call, one: PictureEstablishment, on: PlainDate): Promise<Explained> {
  const { facts, grade } = one;
  if (grade === null) {
    const scheme = findSchemeOn({ schemes: await readSchemes(call), on });
    const given = gradeEstablishment({ scheme, facts });
    return { gradeRuleTitle: null, gradeRefusal: given.ok ? [] : [...given.problems], gradeGround: null };
  }
  const [scheme, grounds] = await Promise.all([
    findScheme(call, grade.schemeId),
    listGradeGrounds(call.db, facts.id),
  ]);
  const ground = grounds.find(({ from }) => from === grade.from);
  const used = ground?.facts ?? null;
  return {
    gradeRuleTitle: scheme?.rules.find(({ id }) => id === grade.ruleId)?.title ?? null,
    gradeRefusal: [],
    gradeGround: {
      scheme: grade.schemeId === exceptionSchemeId ? grade.ruleId : grade.schemeId,
      schemeTitle: scheme?.title ?? null,
      demonstration: scheme?.demonstration ?? false,
      facts:
        used === null
          ? null
          : {
              form: used.form ?? null,
              size: used.size ?? null,
              diners: used.diners ?? null,
              attention: [...(used.attention ?? [])],
            },
      basis: ground?.basis ?? null,
    },
  };
}
