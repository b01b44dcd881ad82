// Adds one entry to the record, in the transaction of what it tells of.
import { type AuditDraft, chainEntry, emptyRecord, type RecordedChange, type SuiteName } from "@shian/domain";
import type { Db } from "../../storage/database.js";
import { findCountyCodesOf, findTip, insertEntry, lockRecord } from "./audit.repo.js";
import { toHashSuite } from "./record-suite.js";

export type { AuditDraft };

const ESTABLISHMENT = "establishment";

/** The county under which each change is stored: that of the establishment, `000000` for any other object. */
async function findCounties(
  tx: Db,
  changes: readonly RecordedChange[],
): Promise<(change: RecordedChange) => string> {
  const ids = changes
    .filter(({ objectKind }) => objectKind === ESTABLISHMENT)
    .map(({ objectId }) => objectId);
  const codes = await findCountyCodesOf(tx, ids);
  return ({ objectKind, objectId }) =>
    (objectKind === ESTABLISHMENT ? codes.get(objectId) : undefined) ?? "000000";
}

/**
 * Chains an entry to the record. Call it last in a transaction that is not bound to a person's rows: until that
 * transaction ends, every other one that wants to add an entry waits, which is why the record has no hole.
 */
export async function appendEntry(tx: Db, draft: AuditDraft, suite: SuiteName = "intl"): Promise<void> {
  const countyOf = await findCounties(tx, draft.changes);
  await lockRecord(tx);
  const tip = (await findTip(tx)) ?? emptyRecord;
  const { entry, content, hash } = chainEntry(toHashSuite(suite), tip, draft);
  const { seq, at, personId, name, role, address, operation, txId, prev } = entry;
  await insertEntry(
    tx,
    { seq, at, personId, name, role, address, operation, txId, content, prev, hash },
    draft.changes.map((change, n) => ({
      seq,
      n,
      at,
      name,
      countyCode: countyOf(change),
      objectKind: change.objectKind,
      objectId: change.objectId,
      what: change.what,
      fields: change.fields,
    })),
  );
}
