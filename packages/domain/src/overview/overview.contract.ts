import * as z from "zod";
import { GapCounts } from "../chain/chain.contract.js";
import { DaysInput, query } from "../kernel/operation.js";
import { PlainDate } from "../kernel/plain-date.js";
import { placeReaders } from "../kernel/role-sets.js";
import { CoverageCell } from "../visit/coverage.schema.js";

/** The leader's page: is every business in someone's care, and would we pass today? */
export const Overview = z.strictObject({
  territory: z.strictObject({ code: z.string(), name: z.string() }),
  asOf: PlainDate,
  period: z.string(),
  registered: z.int(),
  line: z
    .strictObject({ passed: z.int(), days: z.int() })
    .describe("today's line: days of the window passed"),
  daysLeft: z.int(),
  grades: z.array(z.strictObject({ grade: z.string().describe("A to D, or none"), cell: CoverageCell })),
  total: CoverageCell,
  territories: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      cell: CoverageCell,
      nobody: z.int(),
      leader: z.string().nullable(),
    }),
  ),
  gaps: GapCounts,
  officials: z.int(),
  firstRound: z.strictObject({ start: PlainDate, done: z.int(), of: z.int() }),
  score: z
    .strictObject({
      rubric: z.string(),
      title: z.string(),
      official: z.boolean(),
      verdict: z.enum(["pass", "fail", "undetermined"]),
      line: z.int(),
      lower: z.int(),
      upper: z.int(),
      base: z.int(),
      bonus: z.int(),
      points: z.int().describe("Σ points of key and basic items"),
      lost: z.int(),
      open: z.int(),
      vetoes: z.strictObject({ triggered: z.int(), unmeasured: z.int() }),
      sections: z.array(
        z.strictObject({
          id: z.string(),
          title: z.string(),
          points: z.int(),
          obtained: z.int(),
          open: z.int(),
          lost: z.int(),
        }),
      ),
      costliest: z.array(
        z.strictObject({
          item: z.string(),
          title: z.string(),
          lost: z.int(),
          leadUnit: z.string().nullable(),
        }),
      ),
    })
    .nullable(),
  decisions: z
    .array(
      z.strictObject({
        code: z.string(),
        params: z.record(z.string(), z.union([z.string(), z.number()])),
        href: z.string(),
      }),
    )
    .describe("what waits for a decision today, most urgent first"),
});
export type Overview = z.infer<typeof Overview>;

export const overviewOperations = {
  "overview.get": query(
    z.strictObject({ territory: z.string().max(20).optional(), ...DaysInput.shape }),
    Overview,
    { may: placeReaders, territory: "input" },
  ),
  "search.everything": query(
    z.strictObject({ text: z.string().min(1).max(100) }),
    z.strictObject({
      hits: z.array(
        z.strictObject({
          kind: z.enum(["establishment", "official", "territory", "item"]),
          id: z.string(),
          title: z.string(),
          detail: z.string(),
        }),
      ),
    }),
    { may: placeReaders, territory: "rows", logged: true },
  ),
} as const;
