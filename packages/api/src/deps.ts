// What services are given from outside: storage, clock, ids, log, jobs. Nothing in a feature reads these elsewhere.
import { type Locale, type PlainDate, toOfficeDay } from "@shian/domain";
import type { Jobs } from "./jobs.js";
import type { Log } from "./log.js";
import type { Database, Db } from "./storage/database.js";

/** What stays the same while the server runs. */
export type Deps = {
  readonly database: Database;
  readonly clock: () => Date;
  /** A new id, unique for ever. */
  readonly newId: () => string;
  readonly log: Log;
  readonly jobs: Jobs;
  readonly mode: "demo" | "office";
  readonly version: string;
};

/** One question or change as a service sees it. */
export type Call = {
  readonly deps: Deps;
  /** The database for a query, the running transaction for a mutation. */
  readonly db: Db;
  /** The instant of the call as ISO text, the same for everything it records. */
  readonly now: string;
  /** The office's calendar day of that instant. */
  readonly today: PlainDate;
  readonly locale: Locale;
};

/** A change: its writes are committed together when the service's `Result` is ok, and undone when it is refused. */
export type ChangeCall = Call & {
  readonly txId: string;
  /** Starts a job once the change is committed; never when it is not. */
  afterCommit(name: string, work: () => Promise<void>): void;
};

/** A call at this instant, on the database or on a running transaction of it. */
export function createCall(deps: Deps, db: Db, locale: Locale): Call {
  const instant = deps.clock();
  return { deps, db, locale, now: instant.toISOString(), today: toOfficeDay(instant.getTime()) };
}
