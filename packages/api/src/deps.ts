// What services are given from outside: storage, clock, ids, log, jobs, keys. Nothing in a feature reads these elsewhere.
import type { BlockList } from "node:net";
import {
  countryCode,
  type Locale,
  noReach,
  type PlainDate,
  type Reach,
  type Role,
  type TerritoryTree,
  toOfficeDay,
} from "@shian/domain";
import type { ChangedField } from "./features/audit/audit.table.js";
import type { IdentityProvider } from "./features/session/identity-provider.js";
import type { Jobs } from "./jobs.js";
import type { Log } from "./log.js";
import type { Database, Db } from "./storage/database.js";
import type { Keyring } from "./storage/keyring.js";

/** What stays the same while the server runs. */
export type Deps = {
  readonly database: Database;
  readonly clock: () => Date;
  /** A new id, unique for ever. */
  readonly newId: () => string;
  readonly log: Log;
  readonly jobs: Jobs;
  /** Seals sensitive fields; its keys live outside the database. */
  readonly keyring: Keyring;
  /** Folder of the installation's files: daily roots of the record, backups, uploads. */
  readonly folder: string;
  readonly mode: "demo" | "office";
  readonly passwordProfile: "dengbao3" | "asvs";
  /** Whether browsers reach the server by https, so that cookies are for https alone. */
  readonly isSecure: boolean;
  /** Proxies whose word about the asking address is believed. */
  readonly proxies: BlockList;
  readonly version: string;
  /** The outside identity provider, where one is configured. */
  readonly provider?: IdentityProvider;
  /**
   * For tests alone, never set by the environment: the application's own checks are left out, to see that row-level
   * security holds by itself.
   */
  readonly trustRowSecurityAlone?: true;
};

/** A session as services see it; its token is known to nobody but its bearer. */
export type CallSession = {
  readonly id: string;
  readonly kind: "web" | "terminal" | "key";
  /** When the second factor was shown in this session. */
  readonly secondFactorAt: string | null;
  /** How its owner proved who they are; null for keys. */
  readonly method: string | null;
};

/** The signed-in person who asks. */
export type Actor = {
  readonly personId: string;
  readonly name: string;
  /** Name of their unit. */
  readonly unit: string | null;
  readonly username: string;
  readonly session: CallSession;
};

/** Today's places and which of them the office answers for: what deciding about access has read. */
export type Ground = {
  readonly on: PlainDate;
  readonly tree: TerritoryTree;
  readonly officeTerritory: string;
  /** How often the register had changed. */
  readonly revision: number;
};

/** One question or change as a service sees it. */
export type Call = {
  readonly deps: Deps;
  /** The database for a query, the running transaction for a mutation; bound to the actor's rows. */
  readonly db: Db;
  readonly isChange: boolean;
  /** The instant of the call as ISO text, the same for everything it records. */
  readonly now: string;
  /** The office's calendar day of that instant. */
  readonly today: PlainDate;
  readonly locale: Locale;
  /** Undefined for somebody without a session, and for the product's own work. */
  readonly actor: Actor | undefined;
  /** The roles that opened this operation. */
  readonly roles: readonly Role[];
  /** How far those roles reach. */
  readonly reach: Reach;
  /** Network address of who asks; `-` for the product itself. */
  readonly address: string;
  /** Of a question alone: a change may itself move the ground and reads it anew. */
  readonly ground?: Ground | undefined;
};

/** What one operation did to one object, for the record. */
export type RecordedChange = {
  readonly objectKind: string;
  readonly objectId: string;
  /** Code of what happened, such as `created`, `changed`, `removed`. */
  readonly what: string;
  readonly fields: readonly ChangedField[];
};

/** A change: its writes are committed together when the service's `Result` is ok, and undone when it is refused. */
export type ChangeCall = Call & {
  readonly txId: string;
  /** Notes what happened to an object; it is recorded in the same transaction, in the order of noting. */
  record(change: RecordedChange): void;
  /** Notes that these establishments changed, or all of them, so that pictures taken before are brought up to date. */
  touchRegister(ids?: readonly string[]): void;
  /** Starts a job once the change is committed; never when it is not. */
  afterCommit(name: string, work: () => Promise<void>): void;
};

/** Who asks and how far they reach. */
export type Standing = Pick<Call, "actor" | "roles" | "reach" | "address" | "ground">;

/** The product itself at work: reaches everything, is nobody. */
export const productItself: Standing = {
  actor: undefined,
  roles: ["office"],
  reach: { ...noReach, territories: [countryCode], unplaced: true },
  address: "-",
};

/** A call at this instant, on the database or on a running transaction of it; by the product itself unless told. */
export function createCall(
  deps: Deps,
  db: Db,
  locale: Locale,
  standing: Standing = productItself,
  isChange = false,
): Call {
  const instant = deps.clock();
  return {
    deps,
    db,
    isChange,
    locale,
    now: instant.toISOString(),
    today: toOfficeDay(instant.getTime()),
    ...standing,
    ground: isChange ? undefined : standing.ground,
  };
}

/** The name under which what the call writes is kept; the product's own work has none. */
export const nameOf = ({ actor }: Call): string => actor?.name ?? "—";
