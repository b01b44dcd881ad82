// The answer of a coverage question, rules §4: what was due, done, waived, short of today's line.
import * as z from "zod";
import type { PairingGrade } from "../grading/grade.schema.js";
import { PlainDate } from "../kernel/plain-date.js";
import { Period } from "./visit.schema.js";

/** How a rate stands against today's line: 已完成, 按期, 落后, 无应办. */
export const progressStates = ["done", "on-time", "behind", "nothing-due"] as const;
export const ProgressState = z.enum(progressStates);
export type ProgressState = z.infer<typeof ProgressState>;

/** Counts of one cell; `done ÷ due` is the coverage, never stored as a per cent. */
export const CoverageCell = z.strictObject({
  registered: z.int().describe("active on the reference day"),
  due: z.int(),
  done: z.int(),
  notDone: z.int().describe("due − done"),
  waived: z.int().describe("taken out of due by an approved waiver"),
  atRisk: z.int(),
  overdue: z.int(),
  short: z.int().describe("max(0, ⌈due × line⌉ − done)"),
  progress: ProgressState,
});
export type CoverageCell = z.infer<typeof CoverageCell>;

/** A row of the matrix: one territory (or one official) over the four grades and in all. */
export const CoverageRow = z.strictObject({
  key: z.string().describe("territory code or official id; empty for nobody"),
  name: z.string(),
  grades: z.strictObject({
    A: CoverageCell,
    B: CoverageCell,
    C: CoverageCell,
    D: CoverageCell,
    none: CoverageCell,
  }),
  total: CoverageCell,
});
export type CoverageRow = z.infer<typeof CoverageRow>;

/** What `shian coverage --json` prints. */
export const Coverage = z.strictObject({
  period: Period,
  asOf: PlainDate,
  knownOn: PlainDate,
  referenceDay: PlainDate,
  windowEnd: PlainDate,
  line: z.strictObject({ passed: z.int(), days: z.int() }),
  territory: z.string(),
  total: CoverageRow,
  territories: z.array(CoverageRow),
  officials: z.array(CoverageRow),
});
export type Coverage = z.infer<typeof Coverage>;
export type CoverageGrade = PairingGrade | "none";
