import * as z from "zod";
import { GapCounts } from "../chain/chain.contract.js";
import { PairingGrade } from "../grading/grade.schema.js";
import { mutation, query, SeenVersion, TxId } from "../kernel/operation.js";
import { PlainDate } from "../kernel/plain-date.js";
import { placeReaders } from "../kernel/role-sets.js";
import { Level } from "../territory/territory.schema.js";
import { FrequencyRule } from "../visit/frequency-rule.schema.js";
import { OverloadThresholds, RuleChange, VisitMinutes } from "./office-rules.schema.js";

const dated = <T extends z.ZodType>(entry: T) =>
  z.strictObject({
    entries: z.array(entry).describe("in the order of their first days"),
    demonstration: z.boolean().describe("the office has set none: a demonstration value, to be checked"),
    version: z.int(),
  });

/** The rules of the office with all their days. */
export const OfficeRulesView = z.strictObject({
  frequency: dated(FrequencyRule),
  levels: dated(z.strictObject({ from: PlainDate, A: Level, B: Level, C: Level, D: Level })),
  overload: dated(z.strictObject({ from: PlainDate, ...OverloadThresholds.shape })),
  minutes: z.strictObject({ value: VisitMinutes, demonstration: z.boolean(), version: z.int() }),
  today: PlainDate,
});
export type OfficeRulesView = z.infer<typeof OfficeRulesView>;

const sides = <T extends z.ZodType>(side: T) => z.strictObject({ before: side, after: side });
const GradeCounts = z.strictObject({ A: z.int(), B: z.int(), C: z.int(), D: z.int(), none: z.int() });
const VisitCounts = z.strictObject({ A: z.int(), B: z.int(), C: z.int(), D: z.int(), total: z.int() });
const OfficialLoad = z.strictObject({
  establishments: z.int(),
  broken: z.int().describe("of a grade that another level answers for"),
  visitsInYear: z.int(),
  minutesInYear: z.int(),
});

/** What a change of the rules would do. */
export const RulesEffectView = z.strictObject({
  from: PlainDate,
  establishments: z.int(),
  moves: z.array(z.strictObject({ from: PairingGrade.nullable(), to: PairingGrade, count: z.int() })),
  unchanged: z.int(),
  excepted: z.int(),
  refused: z.strictObject({
    kept: z.int(),
    ungraded: z.int(),
    reasons: z.array(z.strictObject({ code: z.string(), count: z.int() })),
  }),
  grades: sides(GradeCounts),
  visits: sides(VisitCounts),
  minutes: sides(z.int()),
  gaps: sides(GapCounts),
  officials: z
    .array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        unit: z.string(),
        level: Level.nullable(),
        ...sides(OfficialLoad).shape,
      }),
    )
    .describe("the hundred with the largest change of hours"),
  officialsChanged: z.int(),
  minutesDemonstration: z.boolean(),
});
export type RulesEffectView = z.infer<typeof RulesEffectView>;

export const officeRulesOperations = {
  "rules.get": query(z.strictObject({}), OfficeRulesView, { may: placeReaders, territory: "none" }),
  "rules.effect": query(z.strictObject({ change: RuleChange, from: PlainDate }), RulesEffectView, {
    may: ["office"],
    territory: "none",
    whole: true,
  }),
  "rules.set": mutation(
    z.strictObject({ txId: TxId, change: RuleChange, from: PlainDate, version: SeenVersion }),
    OfficeRulesView,
    { may: ["office"], territory: "none", whole: true },
  ),
  "rules.undo": mutation(
    z.strictObject({
      txId: TxId,
      kind: z.enum(["frequency", "levels", "overload"]),
      from: PlainDate,
      version: SeenVersion,
    }),
    OfficeRulesView,
    { may: ["office"], territory: "none", whole: true },
  ),
} as const;
