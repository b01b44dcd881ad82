import * as z from "zod";
import { mutation, query, roles, TxId } from "../kernel/operation.js";
import { PlainDate } from "../kernel/plain-date.js";
import { Username } from "../people/person.schema.js";

const Instant = z.iso.datetime();
const Secret = z.string().min(1).max(1000);
/** A 256-bit token as it travels: 43 letters, digits, `-` or `_`. */
const Token = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const Code = z.string().min(6).max(20);
const nothing = z.strictObject({});
const done = z.strictObject({ done: z.literal(true) });

const carried = {
  token: z.string().nullable().describe("shown once; null when the answer set the cookie"),
  endsAt: Instant,
};

/** Signed in; signed in but only to choose a new password; or the password was right and the second factor is next. */
export const SignInAnswer = z.discriminatedUnion("state", [
  z.strictObject({ state: z.literal("signed-in"), ...carried }),
  z.strictObject({ state: z.literal("password-due"), ...carried }),
  z.strictObject({ state: z.literal("second-factor"), challenge: z.string(), endsAt: Instant }),
]);
export type SignInAnswer = z.infer<typeof SignInAnswer>;

/** How the session is carried: a cookie for browsers, a token for everything else. */
export const Carry = z.enum(["cookie", "token"]);

const Place = z.strictObject({ code: z.string(), name: z.string() });

/** A grant in force as its owner reads it. */
export const OwnGrant = z.strictObject({
  id: z.string(),
  role: z.enum(roles),
  place: Place.nullable(),
  official: z.string().nullable(),
  establishment: z.string().nullable(),
  leading: z.boolean(),
  from: PlainDate,
  to: PlainDate.nullable(),
});
export type OwnGrant = z.infer<typeof OwnGrant>;

/** A made-up person whom visitors of a demonstration may be. */
export const DemonstrationPerson = z.strictObject({
  id: z.string(),
  name: z.string(),
  unit: z.string().nullable(),
  role: z.enum(roles),
  place: z.string().nullable(),
  leading: z.boolean(),
});
export type DemonstrationPerson = z.infer<typeof DemonstrationPerson>;

/** Who asks and what they may; `person` and what belongs to it is null for somebody who is not signed in. */
export const CurrentSession = z.strictObject({
  mode: z.enum(["demo", "office"]),
  setUp: z.boolean().describe("the three administrators exist"),
  passwordProfile: z.enum(["dengbao3", "asvs"]),
  provider: z
    .strictObject({ name: z.string().nullable() })
    .nullable()
    .describe("the outside identity provider that people may sign in by"),
  person: z
    .strictObject({
      id: z.string(),
      name: z.string(),
      username: z.string(),
      kind: z.enum(["administrator", "staff"]),
      unit: z.string().nullable(),
    })
    .nullable(),
  session: z
    .strictObject({
      id: z.string(),
      kind: z.enum(["web", "terminal", "key"]),
      endsAt: Instant,
      idleMinutes: z.int().nullable(),
      secondFactorAt: Instant.nullable(),
    })
    .nullable(),
  grants: z.array(OwnGrant).describe("in force today"),
  reach: z.strictObject({
    places: z.array(Place),
    officials: z.array(z.string()),
    standIns: z.array(z.strictObject({ official: z.string(), establishments: z.int().nullable() })),
    establishments: z.array(z.string()),
  }),
  allowed: z.array(z.string()).describe("ids of the operations that this person may ask"),
  passwordDue: z.boolean(),
  passwordEndsAt: Instant.nullable().describe("when it must be changed"),
  secondFactor: z.strictObject({
    state: z.enum(["off", "begun", "on"]),
    needed: z.boolean().describe("nothing but the own account opens without it"),
    recoveryCodes: z.int().describe("how many are left"),
  }),
  demonstrationPeople: z.array(DemonstrationPerson).describe("empty outside demonstration mode"),
});
export type CurrentSession = z.infer<typeof CurrentSession>;

/** A session or terminal of the person who asks. */
export const SessionRow = z.strictObject({
  id: z.string(),
  kind: z.enum(["web", "terminal"]),
  name: z.string().nullable(),
  address: z.string(),
  agent: z.string(),
  createdAt: Instant,
  seenAt: Instant,
  endsAt: Instant,
  current: z.boolean(),
});
export type SessionRow = z.infer<typeof SessionRow>;

/** An API key; its token is shown once, when it is made. */
export const KeyRow = z.strictObject({
  id: z.string(),
  name: z.string(),
  scope: z.array(z.string()),
  createdAt: Instant,
  seenAt: Instant.nullable(),
  endsAt: Instant,
  revokedAt: Instant.nullable(),
});
export type KeyRow = z.infer<typeof KeyRow>;

/** A new administrator of the set-up. */
const Administrator = z.strictObject({
  role: z.enum(["system", "security", "audit"]),
  name: z.string().trim().min(1).max(50),
  username: Username,
  password: Secret,
});

const open = { may: ["public"], territory: "none" } as const;
const own = { may: "everyone", territory: "none" } as const;

export const sessionOperations = {
  "session.current": query(nothing, CurrentSession, open),
  "session.begin": mutation(
    z.strictObject({
      txId: TxId,
      username: z.string().max(200),
      password: z.string().max(1000),
      carry: Carry,
    }),
    SignInAnswer,
    open,
  ),
  "session.secondFactor": mutation(
    z.strictObject({
      txId: TxId,
      challenge: Token,
      code: Code.describe("of the authenticator, or a recovery code"),
    }),
    SignInAnswer,
    open,
  ),
  "session.end": mutation(z.strictObject({ txId: TxId }), done, open),
  "session.list": query(nothing, z.strictObject({ rows: z.array(SessionRow) }), own),
  "session.revoke": mutation(
    z.strictObject({ txId: TxId, id: z.string().max(64).describe("`others`: all but this one") }),
    z.strictObject({ ended: z.int() }),
    own,
  ),
  "session.changePassword": mutation(
    z.strictObject({ txId: TxId, current: z.string().max(1000), next: Secret }),
    z.strictObject({ ended: z.int().describe("other sessions that were ended with it") }),
    own,
  ),
  "session.beginTotp": mutation(
    z.strictObject({ txId: TxId, password: z.string().max(1000) }),
    z.strictObject({
      secret: z.string(),
      address: z.string().describe("otpauth address for the picture to scan"),
    }),
    own,
  ),
  "session.confirmTotp": mutation(
    z.strictObject({ txId: TxId, code: Code }),
    z.strictObject({ recoveryCodes: z.array(z.string()) }),
    own,
  ),
  "session.removeTotp": mutation(
    z.strictObject({ txId: TxId, password: z.string().max(1000), code: Code }),
    done,
    own,
  ),
  "session.newRecoveryCodes": mutation(
    z.strictObject({ txId: TxId, code: Code }),
    z.strictObject({ recoveryCodes: z.array(z.string()) }),
    own,
  ),
  "session.enterDemonstration": mutation(
    z.strictObject({ txId: TxId, person: z.string().max(64), carry: Carry }),
    SignInAnswer,
    open,
  ),
  "session.openLink": mutation(
    z.strictObject({ txId: TxId, token: Token }),
    z.strictObject({
      purpose: z.enum(["set-up", "password"]),
      name: z.string().nullable(),
      username: z.string().nullable(),
      endsAt: Instant,
    }),
    open,
  ),
  "session.useLink": mutation(
    z.strictObject({ txId: TxId, token: Token, password: Secret }),
    z.strictObject({ username: z.string() }),
    open,
  ),
  "device.begin": mutation(
    z.strictObject({ txId: TxId, name: z.string().max(100) }),
    z.strictObject({
      deviceCode: z.string(),
      userCode: z.string().describe("typed by hand: XXXX-XXXX"),
      path: z.string().describe("page of the web where it is confirmed"),
      interval: z.int().describe("seconds between two polls"),
      endsAt: Instant,
    }),
    open,
  ),
  "device.poll": mutation(
    z.strictObject({ txId: TxId, deviceCode: Token }),
    z.discriminatedUnion("state", [
      z.strictObject({ state: z.literal("waiting"), interval: z.int() }),
      z.strictObject({ state: z.literal("slow-down"), interval: z.int() }),
      z.strictObject({ state: z.literal("refused") }),
      z.strictObject({ state: z.literal("signed-in"), token: z.string(), endsAt: Instant }),
    ]),
    open,
  ),
  "device.open": mutation(
    z.strictObject({ txId: TxId, userCode: z.string().max(20) }),
    z.strictObject({ name: z.string(), address: z.string(), createdAt: Instant, endsAt: Instant }),
    own,
  ),
  "device.confirm": mutation(
    z.strictObject({ txId: TxId, userCode: z.string().max(20), approve: z.boolean() }),
    done,
    own,
  ),
  "setup.state": query(
    nothing,
    z.strictObject({ done: z.boolean(), passwordProfile: z.enum(["dengbao3", "asvs"]) }),
    open,
  ),
  "setup.begin": mutation(
    z.strictObject({ txId: TxId, token: Token, administrators: z.array(Administrator).length(3) }),
    done,
    open,
  ),
  "key.create": mutation(
    z.strictObject({
      txId: TxId,
      name: z.string().trim().min(1).max(100),
      scope: z.array(z.string().max(60)).min(1).max(100).describe("ids of the operations it may ask"),
      lastDay: PlainDate.describe("last day on which it works; a year ahead at most"),
    }),
    z.strictObject({ key: KeyRow, token: z.string() }),
    own,
  ),
  "key.list": query(nothing, z.strictObject({ rows: z.array(KeyRow) }), own),
  "key.revoke": mutation(z.strictObject({ txId: TxId, id: z.string().max(64) }), done, own),
} as const;
