// What is told of a failure that no rule foresaw.
import { type Problem, problem } from "@shian/domain";
import type { Deps } from "../deps.js";
import { findOutage } from "../storage/find-outage.js";

/**
 * Logs the failure whole and gives the reason to tell: that the storage is away or full, which passes and which nobody
 * at a screen can mend, or a reference alone.
 */
export function explainFailure(deps: Pick<Deps, "log" | "newId">, what: string, error: unknown): Problem {
  const outage = findOutage(error);
  const reference = deps.newId().slice(0, 8);
  deps.log.error(`${what} failed`, error, { reference });
  if (outage === "away") return problem("request/unavailable");
  return outage === "full" ? problem("request/storage-full") : problem("request/internal", { reference });
}
