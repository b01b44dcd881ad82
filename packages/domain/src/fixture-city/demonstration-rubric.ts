// A rubric to show the product with: the six classes of the 2021 edition (facts: rubrics/national-2021-skeleton.json,
// second-hand, class names only), every kind of item and every scoring method. Points, texts and the pass line are
// invented; it is not an official document, and says so wherever its title or issuer stands.
import { toPlainDate } from "../kernel/plain-date.js";
import type { Rubric } from "../rubric/rubric.schema.js";
import { leadershipSection, vetoSection } from "./demonstration-rubric-limits.data.js";
import { operationSection, safetySection } from "./demonstration-rubric-status.data.js";
import { capacitySection, foundationSection } from "./demonstration-rubric-work.data.js";

/**
 * The demonstration rubric in the form of its file, points as decimals: 41 key and basic items of 100 points in all, 4
 * vetoes and 9 bonus items. It depends on no seed and no day.
 *
 * @example
 * demonstrationRubric.official; // => false
 * demonstrationRubric.passRule.minTotal; // => 90
 */
export const demonstrationRubric: Rubric = {
  id: "demonstration-2021-classes",
  edition: "演示版",
  title: "食品安全示范城市评价细则（演示，非官方）",
  issuer: "澄岚市食品安全委员会办公室（演示）",
  official: false,
  effectiveFrom: toPlainDate("2021-01-01"),
  passRule: { minTotal: 90, minKeyItemRate: 0.6, bonusCounts: false, bonusCap: 10, notApplicable: "rescale" },
  sections: [
    foundationSection,
    capacitySection,
    operationSection,
    safetySection,
    vetoSection,
    leadershipSection,
  ],
};
