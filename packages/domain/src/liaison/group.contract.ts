import * as z from "zod";
import { DaysInput, mutation, PageInput, pageOf, query, SeenVersion, TxId } from "../kernel/operation.js";
import { PlainDate } from "../kernel/plain-date.js";
import { placeReaders } from "../kernel/role-sets.js";
import { DutyKind } from "./duty-post.schema.js";
import { GroupFacts } from "./group.schema.js";

const Id = z.string().min(1).max(64);
const version = SeenVersion.min(1);

/** A post as a group shows it on the day. */
export const GroupMember = z.strictObject({
  post: z.string(),
  kind: DutyKind.nullable(),
  name: z.string().nullable().describe("null: nobody holds the post on the day"),
  unit: z.string(),
  title: z.string(),
  placeName: z.string(),
  officePhone: z.string().nullable(),
});
export type GroupMember = z.infer<typeof GroupMember>;

export const LiaisonGroup = z.strictObject({
  group: z.string(),
  name: z.string(),
  territory: z.string(),
  placeName: z.string(),
  one: GroupMember,
  members: z.array(GroupMember),
  from: PlainDate,
  to: PlainDate.nullable(),
  version: z.int(),
});
export type LiaisonGroup = z.infer<typeof LiaisonGroup>;

const changed = z.strictObject({ group: z.string(), version: z.int() });
const office = { may: ["office"], territory: "object" } as const;

export const groupOperations = {
  "liaisonGroup.list": query(
    z.strictObject({
      territory: z.string().max(20).optional().describe("what lies in it, and what it lies in"),
      search: z.string().max(100).optional().describe("name of the group, or of somebody in it"),
      ...DaysInput.shape,
      ...PageInput.shape,
    }),
    pageOf(LiaisonGroup),
    { may: placeReaders, territory: "none" },
  ),
  "liaisonGroup.add": mutation(
    z.strictObject({
      txId: TxId,
      facts: GroupFacts,
      from: PlainDate.optional().describe("today unless another day is named"),
    }),
    changed,
    office,
  ),
  "liaisonGroup.change": mutation(
    z.strictObject({
      txId: TxId,
      group: Id,
      version,
      facts: GroupFacts,
      from: PlainDate.optional().describe("absent: corrects what holds today as a whole"),
    }),
    changed,
    office,
  ),
  "liaisonGroup.end": mutation(
    z.strictObject({
      txId: TxId,
      group: Id,
      version,
      to: PlainDate.describe("first day no longer"),
      reason: z.string().trim().min(2).max(300),
    }),
    changed,
    office,
  ),
} as const;
