// Merges as they stand, and the histories of the absorbed ones beside that of the surviving one.
import { type OperationArguments, type OperationOutput, ok, type Result, refuse } from "@shian/domain";
import * as z from "zod";
import type { Call } from "../../deps.js";
import { CursorInstant, parseCursor, toCursor } from "../../storage/cursor.js";
import { getPicture } from "../picture/picture.service.js";
import { getEstablishment } from "../registry/registry.service.js";
import { listMergesOf, pageMerges } from "./merge.repo.js";
import { findUndoProblem, toMergeRow } from "./merge.service.js";

const MOST_SHOWN = 20;

export async function listMerges(
  call: Call,
  { cursor, limit }: OperationArguments<"merge.list">,
): Promise<Result<OperationOutput<"merge.list">>> {
  const after = parseCursor(cursor, z.tuple([CursorInstant, z.string()]));
  if (!after.ok) return after;
  const { rows, total } = await pageMerges(call.db, after.value, limit + 1);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return ok({
    rows: shown.map(toMergeRow),
    next: rows.length > limit && last !== undefined ? toCursor([last.recordedAt, last.id]) : null,
    total,
  });
}

/** Where an absorbed one leads, and what the surviving one has absorbed, each with its own history. */
export async function showMergesOf(
  call: Call,
  { establishment, asOf }: OperationArguments<"merge.of">,
): Promise<Result<OperationOutput<"merge.of">>> {
  const picture = await getPicture(call, { asOf });
  if (!picture.byId.has(establishment)) return refuse("request/not-found", { id: establishment });
  const merges = await listMergesOf(call.db, establishment);
  const into = merges.find(({ absorbedId }) => absorbedId === establishment);
  const absorbed: OperationOutput<"merge.of">["absorbed"] = [];
  for (const merge of merges.filter(({ survivorId }) => survivorId === establishment).slice(0, MOST_SHOWN)) {
    const history = await getEstablishment(call, { id: merge.absorbedId, asOf });
    if (!history.ok) continue;
    const fault = await findUndoProblem(call, merge);
    absorbed.push({
      merge: toMergeRow(merge),
      undoRefused: fault === undefined ? null : { code: fault.code, params: fault.params },
      history: history.value,
    });
  }
  return ok({ into: into === undefined ? null : toMergeRow(into), absorbed });
}
