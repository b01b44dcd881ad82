// Once a day: the root of all entries up to the last midnight, kept in the database and outside; and what the rule of
// retention lets go.
import {
  addDays,
  createFrontier,
  type Frontier,
  fromHex,
  leastRetentionDays,
  type OperationArguments,
  type OperationOutput,
  ok,
  type PlainDate,
  type RecordRoot,
  type RecordStart,
  type Result,
  refuse,
  toHex,
  toOfficeDay,
} from "@shian/domain";
import * as z from "zod";
import type { ChangeCall, Deps } from "../../deps.js";
import type { Db } from "../../storage/database.js";
import { findSetting, type SettingKind, saveSetting } from "../office/office-setting.service.js";
import { appendEntry } from "./append-entry.service.js";
import {
  findLastBefore,
  insertRoot,
  listRoots,
  lockRecord,
  readHashes,
  removeEntries,
} from "./audit.repo.js";
import { findRecordSuite, findStart, PRUNE } from "./record-start.service.js";
import { toHashSuite } from "./record-suite.js";
import { appendRoot } from "./roots-file.js";

/** Days for which entries are kept; null: for ever. */
const retentionSetting: SettingKind<number | null> = {
  key: "record-retention",
  schema: z.int().min(leastRetentionDays).nullable(),
};

export const findRetention = async (db: Db): Promise<number | null> =>
  (await findSetting(db, retentionSetting)) ?? null;

export async function setRetention(
  call: ChangeCall,
  { days }: OperationArguments<"audit.setRetention">,
): Promise<Result<OperationOutput<"audit.setRetention">>> {
  if (days !== null && days < leastRetentionDays)
    return refuse("record/retention-too-short", { days, least: leastRetentionDays });
  const before = await findRetention(call.db);
  await saveSetting(call.db, retentionSetting, days, call.now);
  call.record({
    objectKind: "setting",
    objectId: retentionSetting.key,
    what: "changed",
    fields: [{ field: "days", before: before?.toString() ?? null, after: days?.toString() ?? null }],
  });
  return ok({ days });
}

/** The tree over the entries up to a number. */
async function growTree(db: Db, start: RecordStart, to: number): Promise<Frontier> {
  const suite = toHashSuite(await findRecordSuite(db));
  const tree = createFrontier(
    suite,
    start.parts.map(({ size, root }) => ({ size, root: fromHex(root) })),
  );
  for await (const hashes of readHashes(db, start.seq, to))
    for (const hash of hashes) tree.append(fromHex(hash));
  return tree;
}

const midnight = (day: PlainDate) => new Date(`${day}T00:00:00+08:00`).toISOString();

/**
 * Keeps yesterday's root, in the database and in the file; undefined when nothing was recorded yet. Done again it
 * changes nothing, except that a line missing in the file is added.
 */
export async function writeDailyRoot(deps: Deps): Promise<RecordRoot | undefined> {
  const { db } = deps.database;
  const today = toOfficeDay(deps.clock().getTime());
  const day = addDays(today, -1);
  const suite = await findRecordSuite(db);
  const findKept = async () => (await listRoots(db, suite)).find((root) => root.day === day);
  let kept = await findKept();
  if (kept === undefined) {
    const last = await findLastBefore(db, midnight(today));
    const start = await findStart(db);
    if (last === undefined || last.seq <= start.seq) return undefined;
    const tree = await growTree(db, start, last.seq);
    const root = toHex(tree.root());
    await insertRoot(db, {
      day,
      suite,
      size: last.seq,
      root,
      lastHash: last.hash,
      writtenAt: deps.clock().toISOString(),
    });
    // Another server may have been first.
    kept = await findKept();
  }
  if (kept !== undefined) await appendRoot(deps.folder, kept);
  return kept;
}

/**
 * Removes entries older than the rule says, up to a root that is kept outside, and notes in an entry of its own where
 * the record begins now. Gives how many went.
 */
export async function pruneRecord(deps: Deps): Promise<number> {
  const days = await findRetention(deps.database.db);
  if (days === null) return 0;
  const oldest = addDays(toOfficeDay(deps.clock().getTime()), -days);
  return deps.database.transaction(async (tx) => {
    await lockRecord(tx);
    const start = await findStart(tx);
    const root = (await listRoots(tx, await findRecordSuite(tx))).find(({ day }) => day < oldest);
    if (root === undefined || root.size <= start.seq) return 0;
    const tree = await growTree(tx, start, root.size);
    if (toHex(tree.root()) !== root.root)
      throw new Error("the record differs from its root; nothing of it may be removed");
    const next: RecordStart = {
      seq: root.size,
      hash: root.lastHash,
      parts: tree.parts().map((part) => ({ size: part.size, root: toHex(part.root) })),
    };
    await appendEntry(
      tx,
      {
        at: deps.clock().toISOString(),
        personId: null,
        name: "",
        role: "",
        address: "-",
        operation: PRUNE,
        txId: deps.newId(),
        changes: [],
        note: { start: JSON.stringify(next), days: String(days) },
      },
      { suite: root.suite },
    );
    await removeEntries(tx, root.size);
    return root.size - start.seq;
  });
}
