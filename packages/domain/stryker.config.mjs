// Mutation testing of one concept, started by `npm run mutate -- CONCEPT` (scripts/mutate.mjs checks and sets the variable).
const concept = process.env.SHIAN_CONCEPT ?? "rubric";

/** What holds no decision: words, lists of codes, tables of data, contracts, lists of exports. */
const withoutDecisions = [
  "index",
  "*.text",
  "*.problem",
  "*.data",
  "*.contract",
  "*.test",
  "*.prop.test",
  "*.test-d",
];

export default {
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: { configFile: "vitest.mutation.config.ts", related: false },
  mutate: [`src/${concept}/**/*.ts`, ...withoutDecisions.map((name) => `!src/${concept}/**/${name}.ts`)],
  coverageAnalysis: "perTest",
  // A loop whose constants no test would notice is still covered; static values alone would rerun every test.
  ignoreStatic: false,
  concurrency: 2,
  incremental: true,
  incrementalFile: `reports/mutation/${concept}.incremental.json`,
  reporters: ["clear-text", "progress", "json"],
  jsonReporter: { fileName: `reports/mutation/${concept}.json` },
  clearTextReporter: { allowColor: false, reportTests: false, logTests: false, skipFull: true },
  // The sandbox is inside the package, so the tools find the real tsconfig above it, whose relative paths then hold.
  ignorePatterns: ["tsconfig*.json", "dist", "reports", "bench"],
  tempDirName: ".stryker-tmp",
  thresholds: { high: 95, low: 92, break: 90 },
  allowEmpty: false,
};
