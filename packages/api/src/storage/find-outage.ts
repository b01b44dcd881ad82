// Tells a storage that cannot be asked just now from a statement that failed: nobody's bug and nobody's refusal.
import { findSqlState } from "./database.js";

/** `away`: the database does not answer or takes no more connections; `full`: it has no room to write. */
export type Outage = "away" | "full";

/** Of the operating system, on the way to a server or in the folder of the embedded database. */
const byErrno: Readonly<Record<string, Outage>> = {
  ECONNREFUSED: "away",
  ECONNRESET: "away",
  ECONNABORTED: "away",
  EPIPE: "away",
  ETIMEDOUT: "away",
  EHOSTUNREACH: "away",
  ENETUNREACH: "away",
  ENOTFOUND: "away",
  EAI_AGAIN: "away",
  ENOSPC: "full",
  EDQUOT: "full",
  EFBIG: "full",
};

/** Of PostgreSQL. */
function findBySqlState(state: string): Outage | undefined {
  // 53100 disk_full, 53200 out_of_memory, 53300 too_many_connections.
  if (state === "53100") return "full";
  if (state.startsWith("08") || state.startsWith("53")) return "away";
  // 57P01 admin_shutdown, 57P02 crash_shutdown, 57P03 cannot_connect_now, 57P05 idle_session_timeout.
  return /^57P0[1235]$/.test(state) ? "away" : undefined;
}

/** What the drivers say without a code: `pg`, its pool, and the thread of the embedded database. */
const sentences =
  /^(?:Connection terminated|timeout (?:exceeded|expired)|Client (?:has encountered a connection error|was closed)|Query read timeout|The database thread (?:failed|ended))/;

const listCauses = (error: unknown): readonly Error[] => {
  const causes: Error[] = [];
  for (let one: unknown = error; one instanceof Error && causes.length < 8; one = one.cause) {
    causes.push(one);
    // Node tries every address of a name and gathers why each failed.
    if (one instanceof AggregateError) causes.push(...one.errors.filter((inner) => inner instanceof Error));
  }
  return causes;
};

/** Why the storage could not be asked; undefined when it was. */
export function findOutage(error: unknown): Outage | undefined {
  const state = findSqlState(error);
  const known = state === undefined ? undefined : findBySqlState(state);
  if (known !== undefined) return known;
  for (const cause of listCauses(error)) {
    const code: unknown = "code" in cause ? cause.code : undefined;
    const found = typeof code === "string" && Object.hasOwn(byErrno, code) ? byErrno[code] : undefined;
    if (found !== undefined) return found;
    if (sentences.test(cause.message)) return "away";
  }
  return undefined;
}
