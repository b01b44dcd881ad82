import * as z from "zod";
import { PairingGrade } from "../grading/grade.schema.js";
import { DaysInput, mutation, PageInput, ProblemShape, pageOf, query, TxId } from "../kernel/operation.js";
import { PlainDate } from "../kernel/plain-date.js";
import { placeReaders } from "../kernel/role-sets.js";
import { UnmaskedValue, UnmaskReason, unmaskingRoles } from "../kernel/unmask.js";
import { DutyState } from "../visit/visit.schema.js";
import { GapKind, Level, Official } from "./official.schema.js";

/** How many gaps of each kind; 责任 in the navigation counts `nobody`. */
export const GapCounts = z.strictObject({
  nobody: z.int(),
  "wrong-level": z.int(),
  "outside-jurisdiction": z.int(),
  "no-commitment": z.int(),
  "annex-unacknowledged": z.int(),
  overload: z.int(),
  "no-work": z.int(),
  "business-arm": z.int(),
});
export type GapCounts = z.infer<typeof GapCounts>;

/** One territory of the chain's tree. */
export const ChainNode = z.strictObject({
  code: z.string(),
  name: z.string(),
  kind: z.string(),
  children: z.int(),
  establishments: z.int(),
  officials: z.int(),
  byGrade: z.record(z.string(), z.int()),
  gaps: GapCounts,
});
export type ChainNode = z.infer<typeof ChainNode>;

export const GapRow = z.strictObject({
  kind: GapKind,
  establishment: z
    .strictObject({ id: z.string(), name: z.string(), grade: PairingGrade.nullable(), placeName: z.string() })
    .nullable(),
  official: z
    .strictObject({
      id: z.string(),
      name: z.string(),
      level: Level,
      unit: z.string(),
      jurisdictions: z.array(z.string()),
    })
    .nullable(),
  left: z
    .strictObject({ id: z.string(), name: z.string() })
    .nullable()
    .describe("who has left it to nobody, to be handed over"),
  since: PlainDate.nullable(),
  reason: ProblemShape,
});
export type GapRow = z.infer<typeof GapRow>;

export const OfficialRow = z.strictObject({
  ...Official.shape,
  jurisdictionNames: z.array(z.string()),
  load: z.int(),
  due: z.int(),
  done: z.int(),
  overdue: z.int(),
});
export type OfficialRow = z.infer<typeof OfficialRow>;

export const OfficialDetail = z.strictObject({
  official: OfficialRow,
  establishments: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      grade: PairingGrade.nullable(),
      placeName: z.string(),
      from: PlainDate,
      duty: DutyState,
      daysLeft: z.int().nullable(),
      lastVisit: PlainDate.nullable(),
    }),
  ),
  officePhone: z.string().nullable(),
  mobile: z.string().nullable().describe("masked; the number itself by official.unmask"),
  gaps: z.array(ProblemShape),
  former: z.int().describe("establishments formerly answered for"),
});
export type OfficialDetail = z.infer<typeof OfficialDetail>;

const scope = { territory: z.string().max(20).optional(), ...DaysInput.shape };

export const chainOperations = {
  "chain.tree": query(
    z.strictObject({ parent: z.string().max(20).optional(), ...DaysInput.shape }),
    z.strictObject({ self: ChainNode, rows: z.array(ChainNode) }),
    { may: placeReaders, territory: "input" },
  ),
  "chain.gaps": query(
    z.strictObject({ ...scope, kind: GapKind.optional(), ...PageInput.shape }),
    z.strictObject({ counts: GapCounts, ...pageOf(GapRow).shape }),
    { may: placeReaders, territory: "rows" },
  ),
  "chain.reassign": mutation(
    z.strictObject({
      txId: TxId,
      establishment: z.string(),
      official: z.string(),
      from: PlainDate.optional(),
    }),
    z.strictObject({ establishment: z.string(), official: z.string(), from: PlainDate }),
    { may: ["office"], territory: "object" },
  ),
  "official.list": query(
    z.strictObject({
      ...scope,
      level: Level.optional(),
      search: z.string().max(100).optional(),
      sort: z.enum(["name", "load", "overdue"]).default("name"),
      ...PageInput.shape,
    }),
    pageOf(OfficialRow),
    { may: placeReaders, territory: "rows" },
  ),
  "official.get": query(z.strictObject({ id: z.string(), ...DaysInput.shape }), OfficialDetail, {
    may: placeReaders,
    territory: "object",
  }),
  "official.candidates": query(
    z.strictObject({ establishment: z.string(), asOf: PlainDate.optional() }),
    z.strictObject({ expectedLevel: Level.nullable(), rows: z.array(OfficialRow) }),
    { may: ["office"], territory: "object" },
  ),
  "official.unmask": mutation(
    z.strictObject({ txId: TxId, id: z.string(), reason: UnmaskReason }),
    UnmaskedValue,
    { may: unmaskingRoles, territory: "object", secret: true },
  ),
} as const;
