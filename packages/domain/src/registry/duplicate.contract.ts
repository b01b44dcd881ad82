import * as z from "zod";
import { mutation, PageInput, ProblemShape, pageOf, query, SeenVersion, TxId } from "../kernel/operation.js";
import { PlainDate } from "../kernel/plain-date.js";
import { placeReaders, readers } from "../kernel/role-sets.js";
import { EstablishmentState } from "./establishment.schema.js";
import { duplicateReasons } from "./find-duplicates.js";
import { ComparedFact } from "./import.schema.js";
import { EstablishmentDetail } from "./registry.contract.js";

const Id = z.string().max(64);
const Reason = z.string().trim().min(1).max(300);

/** One side of a pair as a list shows it. */
export const DuplicateSide = z.strictObject({
  id: z.string(),
  name: z.string(),
  creditCode: z.string().nullable(),
  licenceNumber: z.string().nullable(),
  address: z.string().nullable(),
  placeName: z.string(),
  state: EstablishmentState,
  official: z.string().nullable(),
});
export type DuplicateSide = z.infer<typeof DuplicateSide>;

/** What people have said about a pair: nothing yet, two establishments, or merged into one. */
export const DuplicateVerdict = z.enum(["open", "different", "merged"]);
export type DuplicateVerdict = z.infer<typeof DuplicateVerdict>;

/** Two establishments that may be one. Likenesses in whole per cent. */
export const DuplicateRow = z.strictObject({
  first: DuplicateSide,
  second: DuplicateSide,
  reason: z.enum(duplicateReasons),
  score: z.int(),
  nameLikeness: z.int(),
  addressLikeness: z.int().nullable(),
  verdict: DuplicateVerdict,
  decided: z.strictObject({ by: z.string(), at: z.string(), reason: z.string() }).nullable(),
});
export type DuplicateRow = z.infer<typeof DuplicateRow>;

/** What a merge would do or did. */
export const MergeAnswer = z.strictObject({
  survivor: z.strictObject({ id: z.string(), name: z.string(), version: z.int() }),
  absorbed: z.strictObject({ id: z.string(), name: z.string(), version: z.int() }),
  on: PlainDate,
  fields: z
    .array(ComparedFact)
    .describe("the surviving one's value first, then the absorbed one's; the contact's number masked"),
  taken: z.array(z.string()).describe("fields that come from the absorbed one"),
  people: z
    .array(z.strictObject({ name: z.string(), role: z.string() }))
    .describe("the absorbed one's people who come along, with their numbers, and end there that day"),
  endsAssignmentOf: z
    .string()
    .nullable()
    .describe("the official whose assignment to the absorbed one ends that day"),
});
export type MergeAnswer = z.infer<typeof MergeAnswer>;

/** A merge as it stands, with who did it and why. */
export const MergeRow = z.strictObject({
  id: z.string(),
  on: PlainDate,
  at: z.string(),
  by: z.string(),
  reason: z.string(),
  survivor: z.strictObject({ id: z.string(), name: z.string() }),
  absorbed: z.strictObject({ id: z.string(), name: z.string() }),
});
export type MergeRow = z.infer<typeof MergeRow>;

const pair = { first: Id, second: Id };
const merge = { survivor: Id, absorbed: Id, take: z.array(z.string().max(60)).max(60).default([]) };

export const duplicateOperations = {
  "duplicate.search": mutation(z.strictObject({ txId: TxId }), z.strictObject({ jobId: z.string() }), {
    may: ["office"],
    territory: "none",
    whole: true,
  }),
  "duplicate.list": query(
    z.strictObject({
      verdict: DuplicateVerdict.default("open"),
      reason: z.enum(duplicateReasons).optional(),
      territory: z.string().max(20).optional(),
      ...PageInput.shape,
    }),
    z.strictObject({
      ...pageOf(DuplicateRow).shape,
      counts: z.array(z.strictObject({ verdict: DuplicateVerdict, count: z.int() })),
      searchedAt: z.string().nullable().describe("when the register was last searched"),
    }),
    { may: ["office"], territory: "rows" },
  ),
  "duplicate.compare": query(
    z.strictObject(pair),
    z.strictObject({ first: DuplicateSide, second: DuplicateSide, fields: z.array(ComparedFact) }),
    { may: ["office"], territory: "object" },
  ),
  "duplicate.judge": mutation(
    z.strictObject({
      txId: TxId,
      pairs: z.array(z.strictObject(pair)).min(1).max(200),
      verdict: z.enum(["open", "different"]),
      reason: Reason,
    }),
    z.strictObject({ judged: z.int() }),
    { may: ["office"], territory: "object" },
  ),
  "merge.plan": query(z.strictObject(merge), MergeAnswer, { may: ["office"], territory: "object" }),
  "merge.apply": mutation(
    z.strictObject({
      txId: TxId,
      ...merge,
      survivorVersion: SeenVersion,
      absorbedVersion: SeenVersion,
      reason: Reason,
    }),
    z.strictObject({ id: z.string(), ...MergeAnswer.shape }),
    { may: ["office"], territory: "object" },
  ),
  "merge.undo": mutation(z.strictObject({ txId: TxId, id: Id, reason: Reason }), MergeRow, {
    may: ["office"],
    territory: "object",
  }),
  "merge.list": query(z.strictObject({ ...PageInput.shape }), pageOf(MergeRow), {
    may: placeReaders,
    territory: "rows",
  }),
  "merge.of": query(
    z.strictObject({ establishment: Id, asOf: PlainDate.optional() }),
    z.strictObject({
      into: MergeRow.nullable().describe("the establishment was absorbed: where it leads"),
      absorbed: z
        .array(
          z.strictObject({
            merge: MergeRow,
            undoRefused: ProblemShape.nullable().describe("why the merge cannot be undone"),
            history: EstablishmentDetail,
          }),
        )
        .describe("those it absorbed, each with its own history"),
    }),
    { may: readers, territory: "object" },
  ),
} as const;
