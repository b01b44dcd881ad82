// Adds entries to the record, in the transaction of what they tell of.
import { type AuditDraft, chainEntry, emptyRecord, type RecordedChange, type SuiteName } from "@shian/domain";
import type { Db, Statement } from "../../storage/database.js";
import {
  findCountyCodesOf,
  findTip,
  insertEntries,
  lockRecord,
  type StoredChange,
  type StoredEntry,
} from "./audit.repo.js";
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

type Appending = {
  readonly suite?: SuiteName;
  /** Statements that are run with the last one, for rows that every change writes; none may depend on another. */
  readonly beside?: readonly Statement[];
};

/**
 * Chains entries to the record in their order. Call it last in a transaction that is not bound to a person's rows: until
 * that transaction ends, every other one that wants to add an entry waits, which is why the record has no hole.
 */
export async function appendEntries(
  tx: Db,
  drafts: readonly AuditDraft[],
  { suite = "intl", beside = [] }: Appending = {},
): Promise<void> {
  const countyOf = await findCounties(
    tx,
    drafts.flatMap(({ changes }) => changes),
  );
  const hashSuite = toHashSuite(suite);
  await lockRecord(tx);
  let tip = (await findTip(tx)) ?? emptyRecord;
  const entries: StoredEntry[] = [];
  const changes: StoredChange[] = [];
  for (const draft of drafts) {
    const { entry, content, hash } = chainEntry(hashSuite, tip, draft);
    const { seq, at, personId, name, role, address, operation, txId, prev } = entry;
    entries.push({ seq, at, personId, name, role, address, operation, txId, content, prev, hash });
    for (const [n, change] of draft.changes.entries())
      changes.push({
        seq,
        n,
        at,
        name,
        countyCode: countyOf(change),
        objectKind: change.objectKind,
        objectId: change.objectId,
        what: change.what,
        fields: change.fields,
      });
    tip = { ...tip, seq, hash };
  }
  await insertEntries(tx, entries, changes, beside);
}

/** Chains one entry to the record; see `appendEntries`. */
export const appendEntry = (tx: Db, draft: AuditDraft, appending?: Appending): Promise<void> =>
  appendEntries(tx, [draft], appending);
