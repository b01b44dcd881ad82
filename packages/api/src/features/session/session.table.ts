import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { instant, key } from "../../storage/columns.js";

/** How a person proves who they are. Hashes and sealed secrets only. */
export const credentialTable = pgTable(
  "credential",
  {
    personId: key("person_id").primaryKey(),
    /** PHC string of argon2id with its parameters; null until the person has chosen a password. */
    passwordHash: text("password_hash"),
    passwordChangedAt: instant("password_changed_at"),
    /** Hashes of earlier passwords, the latest first. */
    earlierHashes: text("earlier_hashes").array().notNull(),
    totpSecret: text("totp_secret"),
    totpConfirmedAt: instant("totp_confirmed_at"),
    /** The last time step that was used, so that a code works once. */
    totpLastStep: bigint("totp_last_step", { mode: "number" }),
    recoveryHashes: text("recovery_hashes").array().notNull(),
    /** The outside identity provider that the account is linked to, and as whom it knows the person. */
    oidcIssuer: key("oidc_issuer"),
    oidcSubject: key("oidc_subject"),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    uniqueIndex("credential_oidc").on(table.oidcIssuer, table.oidcSubject),
    check("credential_oidc_whole", sql`${table.oidcIssuer} is null or ${table.oidcSubject} is not null`),
  ],
);

/** Sessions of web and terminal, and API keys: only the hash of the 256-bit token is kept. */
export const sessionTable = pgTable(
  "session",
  {
    tokenHash: key("token_hash").primaryKey(),
    id: key("id").notNull(),
    personId: key("person_id").notNull(),
    /** `web`, `terminal` or `key`. */
    kind: text("kind").notNull(),
    /** How its owner proved who they are: `password`, `provider` or `demonstration`; null for API keys. */
    method: text("method"),
    /** What an API key or a terminal is called. */
    name: text("name"),
    /** Ids of the operations that an API key may ask; null for all that the person may. */
    scope: text("scope").array(),
    address: text("address").notNull(),
    agent: text("agent").notNull(),
    /** When the second factor was shown in this session. */
    secondFactorAt: instant("second_factor_at"),
    createdAt: instant("created_at").notNull(),
    seenAt: instant("seen_at").notNull(),
    /** Minutes without a request after which it ends; null for API keys. */
    idleMinutes: integer("idle_minutes"),
    /** Absolute end. */
    endsAt: instant("ends_at").notNull(),
    revokedAt: instant("revoked_at"),
    revokedWhy: text("revoked_why"),
  },
  (table) => [uniqueIndex("session_id").on(table.id), index("session_person").on(table.personId)],
);

/** Wrong tries, by what was typed as the user name (hashed) and where from. */
export const signInFailureTable = pgTable(
  "sign_in_failure",
  {
    id: bigint("id", { mode: "number" }).generatedAlwaysAsIdentity().primaryKey(),
    usernameHash: key("username_hash").notNull(),
    address: key("address").notNull(),
    at: instant("at").notNull(),
  },
  (table) => [
    index("sign_in_failure_account").on(table.usernameHash, table.at),
    index("sign_in_failure_address").on(table.address, table.at),
  ],
);

/** Locks in force: of an account from one address, or (address `*`) from everywhere until it is unlocked. */
export const signInLockTable = pgTable(
  "sign_in_lock",
  {
    usernameHash: key("username_hash").notNull(),
    address: key("address").notNull(),
    at: instant("at").notNull(),
    until: instant("until"),
  },
  (table) => [primaryKey({ columns: [table.usernameHash, table.address] })],
);

/** One-time links: the first set-up, and the first or a new password of a person. */
export const oneTimeLinkTable = pgTable("one_time_link", {
  tokenHash: key("token_hash").primaryKey(),
  purpose: text("purpose").notNull(),
  personId: key("person_id"),
  createdBy: text("created_by"),
  createdAt: instant("created_at").notNull(),
  endsAt: instant("ends_at").notNull(),
  usedAt: instant("used_at"),
});

/**
 * Somebody was sent to the outside identity provider and has not come back. Only hashes: what proves the browser is in
 * its cookie, and the secrets of the exchange are derived from that.
 */
export const providerFlowTable = pgTable(
  "provider_flow",
  {
    stateHash: key("state_hash").primaryKey(),
    browserHash: key("browser_hash").notNull(),
    /** Path to go to once signed in. */
    back: text("back").notNull(),
    address: key("address").notNull(),
    createdAt: instant("created_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    usedAt: instant("used_at"),
  },
  (table) => [index("provider_flow_address").on(table.address, table.endsAt)],
);

/** A password was right, or the provider vouched for somebody, and the second factor is still to come. */
export const signInChallengeTable = pgTable("sign_in_challenge", {
  tokenHash: key("token_hash").primaryKey(),
  personId: key("person_id").notNull(),
  /** `password` or `provider`: what has been shown. */
  method: text("method").notNull().default("password"),
  /** `cookie` or `token`: how the session will be carried. */
  carry: text("carry").notNull(),
  address: text("address").notNull(),
  tries: integer("tries").notNull(),
  endsAt: instant("ends_at").notNull(),
  isUsed: boolean("is_used").notNull(),
});

/** A terminal that waits for its owner to confirm it in the web (RFC 8628). */
export const deviceCodeTable = pgTable(
  "device_code",
  {
    deviceHash: key("device_hash").primaryKey(),
    userCode: key("user_code").notNull(),
    agent: text("agent").notNull(),
    address: key("address").notNull(),
    personId: key("person_id"),
    /** How the session that confirmed it was begun. */
    method: text("method"),
    /** `waiting`, `approved`, `refused` or `used`. */
    state: text("state").notNull(),
    createdAt: instant("created_at").notNull(),
    polledAt: instant("polled_at"),
    endsAt: instant("ends_at").notNull(),
  },
  (table) => [uniqueIndex("device_code_user_code").on(table.userCode)],
);
