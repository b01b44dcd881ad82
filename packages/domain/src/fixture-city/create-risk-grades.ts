// Risk grades (风险等级) for a part of the establishments, as the regulator would send them: scores and what follows
// from them by the rule. They are another scale than the pairing grades and depend on nothing of theirs.
import type { RiskGrade } from "../grading/grade.schema.js";
import { gradeRisk } from "../grading/grade-risk.js";
import { addDays, type PlainDate } from "../kernel/plain-date.js";
import type { InventedEstablishment, RiskGradeRecord } from "./city-records.js";
import type { CityCalendar } from "./create-city-calendar.js";
import { createSeededRandom, type SeededRandom } from "./seeded-random.js";

const GRADED_SHARE = 0.42;
const RAISED_SHARE = 0.05;
const CHANGED_SHARE = 0.12;
const SOURCE = "云汀区市场监督管理局（演示）";

/** Scores in tenths of a point; few are high, as in any district. */
const pickScore = (most: number, { next, whole }: SeededRandom): number =>
  whole(Math.floor(most * 2), Math.floor(most * (next() < 0.12 ? 9.4 : 6.4))) / 10;

/** The risk grades of the establishments by the order of these, earlier ones of an establishment first. */
export function createRiskGrades(input: {
  readonly seed: string;
  readonly calendar: CityCalendar;
  readonly establishments: readonly InventedEstablishment[];
}): readonly RiskGradeRecord[] {
  const { seed, calendar, establishments } = input;
  const random = createSeededRandom(seed, "risk");
  const give = (
    { establishment, spells }: InventedEstablishment,
    from: PlainDate,
    to: PlainDate | null,
  ): readonly RiskGradeRecord[] => {
    const { id, form } = establishment;
    const opened = spells[0]?.from ?? from;
    if (form === null || opened > from) return [];
    const [staticScore, dynamicScore] = [pickScore(40, random), pickScore(60, random)];
    const raised = random.chance(RAISED_SHARE);
    const given = gradeRisk({
      form,
      staticScore,
      dynamicScore,
      raising: raised ? ["sample-failed"] : [],
      lowering: [],
    });
    if (!given.ok) return [];
    const sum = `静态 ${staticScore.toFixed(1)} + 动态 ${dynamicScore.toFixed(1)} = ${given.value.total.toFixed(1)} 分`;
    const grade: RiskGrade = given.value.grade;
    return [
      {
        establishment: id,
        grade,
        from,
        to,
        source: SOURCE,
        basis: raised ? `${sum}，抽检不合格升一级` : sum,
      },
    ];
  };
  return establishments.flatMap((invented) => {
    if (!random.chance(GRADED_SHARE)) return [];
    const first = addDays(calendar.recordsFrom, -random.whole(0, 90));
    if (!random.chance(CHANGED_SHARE)) return give(invented, first, null);
    const changed = addDays(calendar.recordsFrom, random.whole(30, 270));
    return [...give(invented, first, changed), ...give(invented, changed, null)];
  });
}
