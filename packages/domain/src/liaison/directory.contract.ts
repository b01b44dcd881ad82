import * as z from "zod";
import { DaysInput, mutation, PageInput, pageOf, query, SeenVersion, TxId } from "../kernel/operation.js";
import { PlainDate } from "../kernel/plain-date.js";
import { placeReaders, readers } from "../kernel/role-sets.js";
import { UnmaskedValue, UnmaskReason, unmaskingRoles } from "../kernel/unmask.js";
import { Level } from "../territory/territory.schema.js";
import { linkKinds } from "./compose-full-chain.js";
import { DutyFacts, DutyKind, DutyPost } from "./duty-post.schema.js";

const Id = z.string().min(1).max(64);
const version = SeenVersion.min(1);
const Reason = z.string().trim().min(2).max(300);
const Mobile = z.string().trim().max(20).nullable();

/** Somebody of the directory as lists show it. */
export const DirectoryEntry = z.strictObject({
  ...DutyPost.shape,
  territoryNames: z.array(z.string()),
  mobile: z.string().nullable().describe("masked; null also where the place is out of reach"),
  version: z.int(),
});
export type DirectoryEntry = z.infer<typeof DirectoryEntry>;

/** Who answers at one place itself; an empty list is an absent link. */
export const DirectoryPlace = z.strictObject({
  code: z.string(),
  name: z.string(),
  level: Level,
  officials: z.int().describe("supervising officials whose jurisdiction is this place"),
  posts: z.array(DirectoryEntry),
  absent: z.array(DutyKind).describe("kinds that should stand here and do not"),
});
export type DirectoryPlace = z.infer<typeof DirectoryPlace>;

/** One link of a full chain. */
export const ChainLinkRow = z.strictObject({
  link: z.enum(linkKinds),
  level: Level.nullable(),
  place: z.string().nullable(),
  placeName: z.string().nullable(),
  absent: z.boolean(),
  byLiaison: z.boolean(),
  holders: z.array(
    z.strictObject({
      name: z.string(),
      unit: z.string(),
      title: z.string(),
      officePhone: z.string().nullable(),
      post: z.string().nullable(),
      official: z.string().nullable(),
    }),
  ),
});
export type ChainLinkRow = z.infer<typeof ChainLinkRow>;

const days = DaysInput.shape;
const changed = z.strictObject({ post: z.string(), version: z.int() });
const office = { may: ["office"], territory: "object" } as const;

/** What a list of the directory may be narrowed by. */
export const DirectoryFilter = z.strictObject({
  territory: z.string().max(20).optional().describe("what lies in it, and itself"),
  kind: DutyKind.optional(),
  search: z.string().max(100).optional().describe("name, unit, title, pinyin or initials"),
});
export type DirectoryFilter = z.infer<typeof DirectoryFilter>;

export const directoryOperations = {
  "directory.list": query(
    z.strictObject({ ...DirectoryFilter.shape, ...days, ...PageInput.shape }),
    pageOf(DirectoryEntry),
    { may: placeReaders, territory: "none" },
  ),
  "directory.places": query(
    z.strictObject({
      territory: z.string().max(20).optional(),
      absent: DutyKind.optional().describe("only places where this kind is absent"),
      ...days,
      ...PageInput.shape,
    }),
    z.strictObject({ ...pageOf(DirectoryPlace).shape, absent: z.record(z.string(), z.int()) }),
    { may: placeReaders, territory: "input" },
  ),
  "directory.chain": query(
    z.strictObject({ establishment: Id, ...days }),
    z.strictObject({ links: z.array(ChainLinkRow), absent: z.int() }),
    { may: readers, territory: "object" },
  ),
  "directory.add": mutation(
    z.strictObject({
      txId: TxId,
      kind: DutyKind,
      facts: DutyFacts,
      mobile: Mobile.default(null),
      from: PlainDate.optional().describe("today unless another day is named"),
    }),
    changed,
    { may: ["office"], territory: "object" },
  ),
  "directory.change": mutation(
    z.strictObject({
      txId: TxId,
      post: Id,
      version,
      facts: DutyFacts,
      mobile: Mobile.optional().describe("absent: as it is"),
      from: PlainDate.optional().describe("absent: corrects what holds today as a whole"),
    }),
    changed,
    office,
  ),
  "directory.end": mutation(
    z.strictObject({
      txId: TxId,
      post: Id,
      version,
      to: PlainDate.describe("first day no longer"),
      reason: Reason,
    }),
    changed,
    office,
  ),
  "directory.unmask": mutation(
    z.strictObject({ txId: TxId, post: Id, reason: UnmaskReason }),
    UnmaskedValue,
    { may: unmaskingRoles, territory: "object", secret: true },
  ),
} as const;
