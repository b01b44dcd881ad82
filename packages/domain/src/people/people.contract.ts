import * as z from "zod";
import { GrantableRole } from "../access/grant.schema.js";
import { mutation, PageInput, pageOf, query, SeenVersion, TxId } from "../kernel/operation.js";
import { PlainDate } from "../kernel/plain-date.js";
import { GrantRow, StandInRow } from "./grant.contract.js";
import { AccountState, PersonKind, Username } from "./person.schema.js";

const Id = z.string().min(1).max(64);
const version = SeenVersion.min(1);
const Reason = z.string().trim().min(2).max(300);

/** A role of a person as lists show it. */
export const PersonRole = z.strictObject({
  role: GrantableRole,
  leading: z.boolean(),
  territory: z.string().nullable(),
  territoryName: z.string().nullable(),
  from: PlainDate,
  to: PlainDate.nullable(),
});

/** One person in a list. How somebody signs in is shown to the administrators alone, phones to nobody here. */
export const PersonRow = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: PersonKind,
  unit: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  roles: z.array(PersonRole).describe("in force today or later"),
  account: z
    .strictObject({
      username: z.string(),
      state: AccountState,
      locked: z.boolean().describe("too many wrong tries"),
      lastSeen: z.string().nullable(),
    })
    .nullable(),
  version: z.int(),
});
export type PersonRow = z.infer<typeof PersonRow>;

/** A person whole, phones masked. */
export const PersonDetail = z.strictObject({
  person: PersonRow,
  officePhone: z.string().nullable(),
  mobile: z.string().nullable().describe("masked"),
  passwordChosen: z.boolean(),
  secondFactor: z.boolean(),
  sessions: z.int(),
  provider: z
    .strictObject({ issuer: z.string(), subject: z.string() })
    .nullable()
    .describe("by whom and as whom an outside identity provider knows this person"),
  grants: z.array(GrantRow),
  standIns: z.array(StandInRow),
});
export type PersonDetail = z.infer<typeof PersonDetail>;

/** A one-time link that lets its bearer choose a password; told once, to who asked for it. */
export const PersonLink = z.strictObject({ id: z.string(), token: z.string(), endsAt: z.string() });
export type PersonLink = z.infer<typeof PersonLink>;

const contact = {
  unit: Id.nullable().describe("id of a unit"),
  officePhone: z.string().trim().max(30).nullable(),
};
const changed = z.strictObject({ id: z.string(), version: z.int() });
const ofOne = { txId: TxId, id: Id, version, reason: Reason };

export const peopleOperations = {
  "people.list": query(
    z.strictObject({
      search: z.string().max(100).optional().describe("name, unit, user name, pinyin or initials"),
      role: GrantableRole.optional(),
      territory: z.string().max(20).optional(),
      unit: Id.optional(),
      state: AccountState.optional(),
      ...PageInput.shape,
    }),
    pageOf(PersonRow),
    { may: ["system", "security", "office", "leader"], territory: "rows" },
  ),
  "people.get": query(z.strictObject({ id: Id }), PersonDetail, {
    may: ["system", "security"],
    territory: "none",
    logged: true,
  }),
  "people.create": mutation(
    z.strictObject({
      txId: TxId,
      name: z.string().trim().min(1).max(60),
      kind: PersonKind.default("staff"),
      username: Username,
      ...contact,
      mobile: z.string().trim().max(20).nullable(),
    }),
    PersonLink,
    { may: ["system"], territory: "none", secret: true },
  ),
  "people.change": mutation(
    z.strictObject({
      txId: TxId,
      id: Id,
      version,
      name: z.string().trim().min(1).max(60),
      ...contact,
      mobile: z.string().trim().max(20).nullable().optional().describe("absent: as it is"),
    }),
    changed,
    { may: ["system"], territory: "none" },
  ),
  "people.disable": mutation(z.strictObject(ofOne), changed, { may: ["system"], territory: "none" }),
  "people.enable": mutation(z.strictObject(ofOne), changed, { may: ["system"], territory: "none" }),
  "people.resetPassword": mutation(z.strictObject({ txId: TxId, id: Id, reason: Reason }), PersonLink, {
    may: ["system"],
    territory: "none",
    secret: true,
  }),
  "people.linkProvider": mutation(
    z.strictObject({
      txId: TxId,
      id: Id,
      subject: z.string().trim().min(1).max(255).describe("as the provider's claim has it"),
      reason: Reason,
    }),
    z.strictObject({ id: z.string() }),
    { may: ["system"], territory: "none" },
  ),
  "people.unlinkProvider": mutation(
    z.strictObject({ txId: TxId, id: Id, reason: Reason }),
    z.strictObject({ id: z.string(), ended: z.int().describe("sessions that were ended with it") }),
    { may: ["system"], territory: "none" },
  ),
  "people.unlock": mutation(
    z.strictObject({ txId: TxId, id: Id, reason: Reason }),
    z.strictObject({ id: z.string() }),
    { may: ["security"], territory: "none" },
  ),
  "people.resetSecondFactor": mutation(
    z.strictObject({ txId: TxId, id: Id, reason: Reason }),
    z.strictObject({ id: z.string() }),
    { may: ["security"], territory: "none" },
  ),
} as const;
