// Which rows a person means, and which of them can be settled so.
import {
  checkResolution,
  type OperationArguments,
  ok,
  type Problem,
  problem,
  type Result,
  refuse,
} from "@shian/domain";
import type { Call } from "../../deps.js";
import { countRows, findRows, listRows, type StoredComparedRow } from "./comparison-row.repo.js";
import { findComparison } from "./comparison-run.repo.js";

/** Most rows that one write settles: all of it is one transaction. */
const MOST_ROWS = 5000;

export type Settling = OperationArguments<"comparison.preview">;
export type RefusedRow = { readonly no: number; readonly name: string } & Problem;
export type Chosen = {
  readonly rows: readonly StoredComparedRow[];
  readonly refused: readonly RefusedRow[];
};

export const toRefused = ({ no, name }: StoredComparedRow, reason: Problem): RefusedRow => ({
  no,
  name,
  code: reason.code,
  params: { ...reason.params },
});

/** The rows that are meant, those apart that may not be settled so; `lock`: nobody else settles them meanwhile. */
export async function chooseRows(
  call: Call,
  settling: Settling,
  { lock }: { readonly lock: boolean },
): Promise<Result<Chosen>> {
  const { runId, all, resolution, reason, target } = settling;
  const run = await findComparison(call.db, runId, { lock });
  if (run === undefined) return refuse("request/not-found", { id: runId });
  if (run.status !== "compared") return refuse("request/not-ready", { status: run.status });
  const filter = { runId, ...all, settled: false };
  const count = all === undefined ? 0 : await countRows(call.db, filter);
  if (count > MOST_ROWS) return refuse("comparison/too-many", { most: MOST_ROWS, count });
  const rows =
    all === undefined ? await findRows(call.db, runId, settling.rows ?? []) : await listRows(call.db, filter);
  const found = new Set(rows.map(({ no }) => no));
  const [missing] = (settling.rows ?? []).filter((no) => !found.has(no));
  if (missing !== undefined) return refuse("request/not-found", { id: String(missing) });
  const refused: RefusedRow[] = [];
  const chosen = rows.filter((row) => {
    const why =
      row.resolution === null
        ? checkResolution({ outcome: row.outcome, resolution, reason, target })
        : problem("comparison/settled");
    const isOther = row.outcome === "doubtful" && resolution === "theirs" && target !== undefined;
    const unknown =
      why === undefined && isOther && !row.candidates.some(({ id }) => id === target)
        ? problem("comparison/target-unknown")
        : undefined;
    const reasonNot = why ?? unknown;
    if (reasonNot === undefined) return true;
    refused.push(toRefused(row, reasonNot));
    return false;
  });
  return ok({ rows: chosen, refused });
}
