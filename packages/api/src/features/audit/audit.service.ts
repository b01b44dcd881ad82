// Reading the record: its list, one entry, its proof, its roots.
import {
  AuditEntry,
  createRangeRoots,
  fromHex,
  type OperationArguments,
  type OperationOutput,
  ok,
  planInclusion,
  type Result,
  refuse,
  toHex,
} from "@shian/domain";
import * as z from "zod";
import type { Call } from "../../deps.js";
import { parseCursor, toCursor } from "../../storage/cursor.js";
import { getPicture } from "../picture/picture.service.js";
import {
  countChanges,
  findEntry,
  listChangesOfEntry,
  listRoots,
  pageEntries,
  readHashes,
} from "./audit.repo.js";
import { findRetention } from "./daily-root.service.js";
import { listHistoryOf } from "./history.service.js";
import { findRecordSuite, findStart } from "./record-start.service.js";
import { toHashSuite } from "./record-suite.js";

const SHOWN_CHANGES = 500;

export async function listEntries(
  call: Call,
  { filter, cursor, limit }: OperationArguments<"audit.list">,
): Promise<Result<OperationOutput<"audit.list">>> {
  const below = parseCursor(cursor, z.tuple([z.int()]));
  if (!below.ok) return below;
  const { rows, total } = await pageEntries(call.db, { filter, below: below.value?.[0], limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const changes = await countChanges(
    call.db,
    shown.map(({ seq }) => seq),
  );
  const last = shown.at(-1);
  return ok({
    rows: shown.map((row) => ({ ...row, changes: changes.get(row.seq) ?? 0 })),
    next: rows.length > limit && last !== undefined ? toCursor([last.seq]) : null,
    total,
  });
}

export async function getEntry(
  call: Call,
  { seq }: OperationArguments<"audit.get">,
): Promise<Result<OperationOutput<"audit.get">>> {
  const stored = await findEntry(call.db, seq);
  if (stored === undefined) return refuse("request/not-found", { id: String(seq) });
  const changes = await listChangesOfEntry(call.db, { seq, after: -1, limit: SHOWN_CHANGES });
  const counts = await countChanges(call.db, [seq]);
  return ok({
    entry: AuditEntry.parse(JSON.parse(stored.content)),
    hash: stored.hash,
    changes: changes.map(({ objectKind, objectId, what, fields }) => ({
      objectKind,
      objectId,
      what,
      fields,
    })),
    changed: counts.get(seq) ?? 0,
  });
}

/** Proves an entry under the first root that covers it. */
export async function proveEntry(
  call: Call,
  { seq }: OperationArguments<"audit.proof">,
): Promise<Result<OperationOutput<"audit.proof">>> {
  const { db } = call;
  const stored = await findEntry(db, seq);
  if (stored === undefined) return refuse("request/not-found", { id: String(seq) });
  const suite = await findRecordSuite(db);
  const root = (await listRoots(db, suite)).findLast(({ size }) => size >= seq);
  if (root === undefined) return refuse("record/no-root-yet", { seq });
  const start = await findStart(db);
  const parts = createRangeRoots(
    toHashSuite(suite),
    planInclusion(seq - 1, root.size),
    start.parts.map((part) => ({ size: part.size, root: fromHex(part.root) })),
  );
  for await (const hashes of readHashes(db, start.seq, root.size))
    for (const hash of hashes) parts.append(fromHex(hash));
  return ok({
    proof: 1,
    entry: AuditEntry.parse(JSON.parse(stored.content)),
    hash: stored.hash,
    size: root.size,
    root: root.root,
    path: parts.roots().map(toHex),
  });
}

export async function showRoots(call: Call): Promise<Result<OperationOutput<"audit.roots">>> {
  const { db } = call;
  const rows = await listRoots(db, await findRecordSuite(db));
  return ok({ rows: [...rows], first: (await findStart(db)).seq + 1, days: await findRetention(db) });
}

/** What happened to an object, for those who reach it; one out of reach is not found, like one that is not there. */
export async function showHistory(
  call: Call,
  { kind, id }: OperationArguments<"audit.history">,
): Promise<Result<OperationOutput<"audit.history">>> {
  const picture = await getPicture(call);
  const isReached = kind === "establishment" ? picture.byId.has(id) : picture.officials.has(id);
  if (!isReached) return refuse("request/not-found", { id });
  return ok({ changes: await listHistoryOf(call, picture, { kind, id }) });
}
