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
  official: z.strictObject({ id: z.string(), name: z.string(), level: Level, unit: z.string() }).nullable(),
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

const LoadsOfLevel = z.strictObject({
  assigned: z.int(),
  smallest: z.int(),
  largest: z.int(),
  idle: z.int(),
  loads: z.array(z.strictObject({ load: z.int(), officials: z.int() })).describe("the distribution"),
});
const AllocationParty = z.strictObject({ id: z.string(), name: z.string(), load: z.int() });

/** Before and after of an allocation, level by level, with the page of moves asked for. */
export const AllocationPreview = z.strictObject({
  from: PlainDate,
  fingerprint: z.string().describe("given to chain.allocate, only this very plan is carried out"),
  assigned: z.int().describe("establishments with an official afterwards"),
  added: z.int(),
  moved: z.int(),
  unassigned: z
    .array(z.strictObject({ establishment: z.string(), name: z.string(), reason: z.string() }))
    .describe("the first 200"),
  unassignedCount: z.int(),
  refused: z.array(ProblemShape).describe("pins that were not followed, each with its reason"),
  levels: z.array(
    z.strictObject({ level: Level, officials: z.int(), before: LoadsOfLevel, after: LoadsOfLevel }),
  ),
  certificate: z.strictObject({
    proven: z.boolean(),
    order: z.enum(["even-first", "keep-first"]),
    changed: z.int().describe("establishments that have a present official and end with another or none"),
    local: z.int().describe("establishments given to an official of their grid"),
    squares: z
      .strictObject({ before: z.int(), after: z.int(), bound: z.int().nullable() })
      .nullable()
      .describe("null to who does not see all that these officials answer for"),
  }),
  places: z.array(z.strictObject({ code: z.string(), name: z.string(), added: z.int(), moved: z.int() })),
  moves: z.array(
    z.strictObject({
      establishment: z.strictObject({ id: z.string(), name: z.string(), placeName: z.string() }),
      from: AllocationParty.nullable(),
      to: AllocationParty,
    }),
  ),
});
export type AllocationPreview = z.infer<typeof AllocationPreview>;

/** What to allocate and how: `spread` puts few changes first, with loads at most so far apart. */
const allocationQuestion = {
  territory: z.string().max(20).optional(),
  level: Level.optional(),
  from: PlainDate.optional(),
  spread: z.int().min(0).max(10_000).optional(),
  pinned: z
    .array(z.strictObject({ establishment: z.string().max(64), official: z.string().max(64) }))
    .max(500)
    .optional(),
};

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
  "chain.planAllocation": query(
    z.strictObject({
      ...allocationQuestion,
      offset: z.int().min(0).max(10_000_000).default(0),
      limit: z.int().min(1).max(200).default(50),
    }),
    AllocationPreview,
    { may: ["office"], territory: "input" },
  ),
  "chain.allocate": mutation(
    z.strictObject({ txId: TxId, ...allocationQuestion, fingerprint: z.string().max(64).optional() }),
    AllocationPreview,
    { may: ["office"], territory: "input" },
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
