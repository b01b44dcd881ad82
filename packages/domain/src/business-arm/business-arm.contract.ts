import * as z from "zod";
import { mutation, PageInput, ProblemShape, pageOf, query, TxId } from "../kernel/operation.js";
import { PlainDate } from "../kernel/plain-date.js";
import { placeReaders, readers } from "../kernel/role-sets.js";
import { UnmaskedValue, UnmaskReason, unmaskingRoles } from "../kernel/unmask.js";
import { BusinessForm } from "../registry/establishment.schema.js";
import { ArmRole, ControlKind, ControlPeriod, ControlResult } from "./business-arm.schema.js";

/** Reported and due; `of` 0 is "nothing due". */
export const ControlTallyView = z.strictObject({
  done: z.int(),
  of: z.int(),
  findings: z.int(),
  notOpen: z.int(),
});
export const ControlTalliesView = z.strictObject({
  daily: ControlTallyView,
  weekly: ControlTallyView,
  monthly: ControlTallyView,
});

export const ControlReportView = z.strictObject({
  kind: ControlKind,
  period: z.string(),
  result: ControlResult,
  text: z.string(),
  at: z.string(),
  by: z.string(),
});
export type ControlReportView = z.infer<typeof ControlReportView>;

export const ArmPersonView = z.strictObject({
  person: z.string(),
  role: ArmRole,
  name: z.string(),
  from: PlainDate,
  to: PlainDate.nullable(),
  mobile: z.string().nullable().describe("masked; the number itself by arm.unmask"),
  hours: z.number().nullable().describe("training in the year; null for the person in charge"),
});
export type ArmPersonView = z.infer<typeof ArmPersonView>;

/** A business's own arm on a day. */
export const ArmView = z.strictObject({
  establishment: z.string(),
  name: z.string(),
  active: z.boolean(),
  people: z.array(ArmPersonView),
  former: z.array(ArmPersonView),
  gap: ProblemShape.nullable(),
  director: z.strictObject({
    required: z.boolean().nullable(),
    clause: z.string().nullable(),
    sureness: z.string(),
    reason: ProblemShape,
  }),
  training: z.strictObject({
    year: z.int(),
    required: z.int(),
    rate: z.strictObject({ done: z.int(), of: z.int() }),
    rows: z.array(
      z.strictObject({
        id: z.string(),
        person: z.string(),
        name: z.string(),
        on: PlainDate,
        hours: z.number(),
        topic: z.string(),
        organiser: z.string(),
      }),
    ),
  }),
  controls: z.strictObject({
    reporting: z.boolean().describe("whether a business of this form reports its controls"),
    month: z.string(),
    tallies: ControlTalliesView,
    today: z.array(
      z.strictObject({
        kind: ControlKind,
        period: z.string(),
        first: PlainDate,
        last: PlainDate,
        report: ControlReportView.nullable(),
      }),
    ),
    missing: z
      .array(z.strictObject({ kind: ControlKind, period: z.string() }))
      .describe("due and not reported, the latest first"),
    recent: z.array(ControlReportView),
  }),
});
export type ArmView = z.infer<typeof ArmView>;

export const ControlsRow = z.strictObject({
  key: z.string().describe("id of the establishment, code of the place, or the form"),
  name: z.string(),
  placeName: z.string(),
  establishments: z.int(),
  tallies: ControlTalliesView,
  training: z.strictObject({ done: z.int(), of: z.int() }),
});
export type ControlsRow = z.infer<typeof ControlsRow>;

const establishment = z.string().max(60);
const person = z.string().max(60);
const writers = ["business", "office", "regulator"] as const;
const text = (max: number) => z.string().trim().max(max);

export const businessArmOperations = {
  "arm.get": query(
    z.strictObject({ establishment, asOf: PlainDate.optional(), knownOn: PlainDate.optional() }),
    ArmView,
    { may: readers, territory: "object" },
  ),
  "arm.appoint": mutation(
    z.strictObject({
      txId: TxId,
      establishment,
      role: ArmRole,
      name: text(60).min(1),
      mobile: text(30).nullable(),
      from: PlainDate,
    }),
    z.strictObject({ person }),
    { may: [...writers], territory: "object" },
  ),
  "arm.endPost": mutation(
    z.strictObject({ txId: TxId, establishment, person, role: ArmRole, to: PlainDate }),
    z.strictObject({ person }),
    { may: [...writers], territory: "object" },
  ),
  "arm.unmask": mutation(
    z.strictObject({ txId: TxId, establishment, person, reason: UnmaskReason }),
    UnmaskedValue,
    { may: unmaskingRoles, territory: "object", secret: true },
  ),
  "arm.addTraining": mutation(
    z.strictObject({
      txId: TxId,
      establishment,
      person,
      on: PlainDate,
      hours: z.number().min(0.25).max(24),
      topic: text(120).min(1),
      organiser: text(120),
    }),
    z.strictObject({ id: z.string() }),
    { may: [...writers], territory: "object" },
  ),
  "arm.report": mutation(
    z.strictObject({
      txId: TxId,
      establishment,
      kind: ControlKind,
      period: ControlPeriod,
      result: ControlResult,
      text: text(1000),
    }),
    ControlReportView,
    { may: [...writers], territory: "object" },
  ),
  "arm.controls": query(
    z.strictObject({
      territory: z.string().max(20).optional(),
      forms: z.array(BusinessForm).max(20).optional(),
      month: z
        .string()
        .regex(/^(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])$/)
        .optional(),
      by: z.enum(["territory", "form", "establishment"]).default("territory"),
      below: z.boolean().optional().describe("only rows with something due and not reported"),
      asOf: PlainDate.optional(),
      knownOn: PlainDate.optional(),
      ...PageInput.shape,
    }),
    z.strictObject({
      month: z.string(),
      total: ControlsRow,
      ...pageOf(ControlsRow).omit({ total: true }).shape,
      rowsInAll: z.int(),
    }),
    { may: placeReaders, territory: "rows" },
  ),
} as const;
