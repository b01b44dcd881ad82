import * as z from "zod";
import { mutation, PageInput, ProblemShape, pageOf, query, TxId } from "../kernel/operation.js";
import { PlainDate } from "../kernel/plain-date.js";
import { readers } from "../kernel/role-sets.js";
import {
  AuditEntry,
  ObjectChange,
  RecordedChange,
  RecordLine,
  RecordProof,
  RecordRoot,
} from "./audit-entry.schema.js";

/** What the list of entries is narrowed by. */
export const AuditFilter = z.strictObject({
  person: z.string().max(64).optional(),
  operation: z.string().max(64).optional(),
  objectKind: z.string().max(64).optional(),
  objectId: z.string().max(128).optional(),
  from: PlainDate.optional().describe("first day, in the office's calendar"),
  to: PlainDate.optional().describe("last day"),
});
export type AuditFilter = z.infer<typeof AuditFilter>;

/** An entry in the list, the newest first. */
export const AuditRow = AuditEntry.pick({
  seq: true,
  at: true,
  personId: true,
  name: true,
  role: true,
  address: true,
  operation: true,
  txId: true,
}).extend({ changes: z.int().describe("objects that it changed") });
export type AuditRow = z.infer<typeof AuditRow>;

/** One entry whole. */
export const AuditDetail = RecordLine.extend({
  changes: z.array(RecordedChange).describe("the first 500"),
  changed: z.int(),
});
export type AuditDetail = z.infer<typeof AuditDetail>;

/** Outcome of a check of the record in the database. */
export const AuditVerdict = z.strictObject({
  entries: z.int(),
  last: z.int(),
  hash: z.string(),
  root: z.string().nullable(),
  roots: z.int(),
  faults: z.array(ProblemShape),
});
export type AuditVerdict = z.infer<typeof AuditVerdict>;

/** How long entries are kept; null: for ever. */
const days = z.int().min(1).max(36_500).nullable();
const auditor = { may: ["audit"], territory: "none" } as const;
const one = z.strictObject({ seq: z.int().min(1) });

export const recordOperations = {
  "audit.list": query(
    z.strictObject({ filter: AuditFilter.default({}), ...PageInput.shape }),
    pageOf(AuditRow),
    auditor,
  ),
  "audit.get": query(one, AuditDetail, auditor),
  "audit.proof": query(one, RecordProof, auditor),
  "audit.roots": query(
    z.strictObject({}),
    z.strictObject({
      rows: z.array(RecordRoot),
      first: z.int().describe("the first entry still kept"),
      days,
    }),
    auditor,
  ),
  "audit.check": query(z.strictObject({}), AuditVerdict, auditor),
  "audit.setRetention": mutation(z.strictObject({ txId: TxId, days }), z.strictObject({ days }), {
    may: ["system"],
    territory: "none",
  }),
  "audit.history": query(
    z.strictObject({ kind: z.enum(["establishment", "official"]), id: z.string().max(128) }),
    z.strictObject({ changes: z.array(ObjectChange) }),
    { may: readers, territory: "object" },
  ),
} as const;
