// The laws of scoring (rules §6) on many random rubrics, after finding every scorer that is wrong on purpose.
import { type RubricLaw, rubricLaws, runRubricLaws } from "../../packages/domain/src/testing/rubric-laws.js";
import { wrongScorers } from "../../packages/domain/src/testing/wrong-scorers.js";

/**
 * Runs the laws on `runs` random rubrics and prints one line of figures last; true when every planted scorer was found
 * and the product breaks no law. Equal seeds give equal cases.
 */
export function drillLaws({ runs, seed }: { readonly runs: number; readonly seed: number }): boolean {
  const started = performance.now();
  const planted = Object.entries(wrongScorers).map(([law, subject]) => {
    const laws = [rubricLaws[law as RubricLaw]];
    const { broken, cases } = runRubricLaws({ runs: Math.max(runs, 2_000), seed, subject, laws });
    console.log(`planted against ${law}: ${broken === undefined ? "NOT FOUND" : `found at case ${cases}`}`);
    return broken !== undefined;
  });
  const found = planted.filter(Boolean).length;
  const { cases, items, broken } = runRubricLaws({ runs, seed });
  if (broken !== undefined) console.log(broken);
  const passed = found === planted.length && broken === undefined && cases === runs;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `laws: ${cases} rubrics, ${items} items, ${Object.keys(rubricLaws).length} laws, ${broken === undefined ? 0 : 1} broken; ` +
      `planted found ${found}/${planted.length}; seed ${seed}; ${seconds} s; ${passed ? "passed" : "FAILED"}`,
  );
  return passed;
}
