import * as z from "zod";
import { PairingGrade } from "../grading/grade.schema.js";
import { DaysInput, mutation, PageInput, ProblemShape, pageOf, query, TxId } from "../kernel/operation.js";
import { PlainDate } from "../kernel/plain-date.js";
import { placeReaders, readers } from "../kernel/role-sets.js";
import { Checklist } from "./checklist.schema.js";
import { Coverage } from "./coverage.schema.js";
import { ChecklistAnswer, DutyState, Period, Visit, VisitMode } from "./visit.schema.js";
import { recordingRoles } from "./visit-recorders.js";

/** One establishment's duty in a window, as lists of overdue and at-risk visits show it. */
export const DutyRow = z.strictObject({
  establishment: z.string(),
  name: z.string(),
  grade: PairingGrade.nullable(),
  placeName: z.string(),
  official: z.strictObject({ id: z.string(), name: z.string(), unit: z.string() }).nullable(),
  state: DutyState,
  window: Period,
  windowEnd: PlainDate,
  daysLeft: z.int().describe("to the window's last day; negative: days overdue"),
  lastVisit: PlainDate.nullable(),
  late: PlainDate.nullable().describe("a visit made after the missed window, which does not cure it"),
});
export type DutyRow = z.infer<typeof DutyRow>;

export const VisitRow = z.strictObject({
  ...Visit.shape,
  establishmentName: z.string(),
  officialName: z.string(),
  placeName: z.string(),
  valid: z.boolean(),
  problems: z.array(ProblemShape).describe("why it does not count"),
});
export type VisitRow = z.infer<typeof VisitRow>;

const scope = { territory: z.string().max(20).optional(), ...DaysInput.shape };

export const visitOperations = {
  "visit.checklist": query(z.strictObject({ establishment: z.string() }), Checklist, {
    may: ["office", "official", "regulator"],
    territory: "object",
  }),
  "visit.submit": mutation(
    z.strictObject({
      txId: TxId,
      establishment: z.string(),
      official: z.string(),
      standInFor: z.string().nullable().default(null),
      jointWith: z.array(z.string()).max(20).default([]),
      madeOn: PlainDate,
      mode: VisitMode,
      checklist: z.string(),
      answers: z.array(ChecklistAnswer).max(200),
      note: z.string().max(2000).nullable().default(null),
    }),
    VisitRow,
    { may: recordingRoles, territory: "object" },
  ),
  "visit.list": query(
    z.strictObject({
      ...scope,
      establishment: z.string().optional(),
      official: z.string().optional(),
      from: PlainDate.optional(),
      to: PlainDate.optional(),
      ...PageInput.shape,
    }),
    pageOf(VisitRow),
    { may: readers, territory: "rows" },
  ),
  "visit.get": query(
    z.strictObject({ id: z.string() }),
    z.strictObject({ visit: VisitRow, checklist: Checklist }),
    { may: readers, territory: "object" },
  ),
  "visit.duties": query(
    z.strictObject({
      ...scope,
      states: z.array(DutyState).min(1),
      period: Period.optional(),
      grades: z.array(PairingGrade).optional(),
      official: z.string().optional(),
      ...PageInput.shape,
    }),
    pageOf(DutyRow),
    { may: placeReaders, territory: "rows" },
  ),
  "coverage.measure": query(
    z.strictObject({
      ...scope,
      period: Period.optional(),
      officials: z.boolean().optional().describe("false: without the rows by official"),
    }),
    Coverage,
    { may: placeReaders, territory: "input" },
  ),
} as const;
