import * as z from "zod";
import { Grant, GrantableRole, StandIn } from "../access/grant.schema.js";
import {
  mutation,
  PageInput,
  ProblemShape,
  pageOf,
  query,
  roles,
  SeenVersion,
  TxId,
} from "../kernel/operation.js";
import { PlainDate } from "../kernel/plain-date.js";

const Id = z.string().min(1).max(64);
const version = SeenVersion.min(1);
const Reason = z.string().trim().min(2).max(300);

/** A grant as lists show it. */
export const GrantRow = z.strictObject({
  ...Grant.shape,
  personName: z.string(),
  territoryName: z.string().nullable(),
  targetName: z.string().nullable().describe("the official or establishment it is for"),
  reason: z.string(),
  grantedBy: z.string(),
  recordedAt: z.string(),
  version: z.int(),
});
export type GrantRow = z.infer<typeof GrantRow>;

/** A stand-in as lists show it. */
export const StandInRow = z.strictObject({
  ...StandIn.shape,
  officialName: z.string(),
  standsInForName: z.string(),
  reason: z.string(),
  recordedBy: z.string(),
  recordedAt: z.string(),
  version: z.int(),
});
export type StandInRow = z.infer<typeof StandInRow>;

/** What a grant says, before it is one. */
const draft = {
  role: GrantableRole,
  territory: z.string().max(20).nullable().default(null),
  official: Id.nullable().default(null),
  establishment: Id.nullable().default(null),
  leading: z.boolean().default(false),
};

/** One operation in a rights preview. */
export const PreviewedOperation = z.strictObject({
  id: z.string(),
  kind: z.enum(["query", "mutation", "subscription"]),
  allowed: z.boolean(),
  roles: z.array(z.enum(roles)).describe("the roles that open it"),
  reason: ProblemShape.nullable().describe("why not"),
  reach: z
    .strictObject({
      territories: z.array(z.string()),
      officials: z.int(),
      standIns: z.int(),
      establishments: z.int().describe("single ones, a business's own"),
      unplaced: z.boolean(),
    })
    .nullable()
    .describe("null: the operation has no territory, or may not be asked"),
});

/** What a person would be able to do on a day; nothing of any business is in it. */
export const RightsPreview = z.strictObject({
  on: PlainDate,
  operations: z.array(PreviewedOperation),
  menus: z.array(z.strictObject({ area: z.string(), shown: z.boolean() })),
  territories: z.array(z.strictObject({ code: z.string(), name: z.string() })),
});
export type RightsPreview = z.infer<typeof RightsPreview>;

export const grantOperations = {
  "grant.list": query(
    z.strictObject({
      person: Id.optional(),
      role: GrantableRole.optional(),
      on: PlainDate.optional().describe("only those in force on the day"),
      ...PageInput.shape,
    }),
    pageOf(GrantRow),
    { may: ["system", "security"], territory: "none" },
  ),
  "grant.findTargets": query(
    z.strictObject({
      kind: z.enum(["official", "establishment"]),
      text: z
        .string()
        .trim()
        .min(2)
        .max(60)
        .describe("an official's name, or the whole credit code of an establishment"),
    }),
    z.strictObject({ rows: z.array(z.strictObject({ id: z.string(), name: z.string() })) }),
    { may: ["security"], territory: "none", logged: true },
  ),
  "grant.give": mutation(
    z.strictObject({
      txId: TxId,
      person: Id,
      ...draft,
      from: PlainDate.optional().describe("today unless another day is named"),
      to: PlainDate.nullable().default(null),
      reason: Reason,
    }),
    GrantRow,
    { may: ["security"], territory: "none" },
  ),
  "grant.end": mutation(
    z.strictObject({
      txId: TxId,
      id: Id,
      version,
      to: PlainDate.optional().describe("first day no longer; today unless another day is named"),
      reason: Reason,
    }),
    GrantRow,
    { may: ["security"], territory: "none" },
  ),
  "grant.preview": query(
    z.strictObject({
      person: Id.optional().describe("with the grants that this person has"),
      drafts: z.array(z.strictObject(draft)).max(20).default([]).describe("and with these besides"),
      on: PlainDate.optional(),
    }),
    RightsPreview,
    { may: ["security"], territory: "none", logged: true },
  ),
} as const;
