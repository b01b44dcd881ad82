// Adds entries to the record, in the transaction of what they tell of.
import { type AuditDraft, chainEntry, emptyRecord, maskDraft, type SuiteName } from "@shian/domain";
import type { Db, Statement } from "../../storage/database.js";
import { insertEntries, lockRecord, type NewChange, type StoredEntry } from "./audit.repo.js";
import { toHashSuite } from "./record-suite.js";

export type { AuditDraft };

type Appending = {
  readonly suite?: SuiteName;
  /** Statements that are run with the last one, for rows that every change writes; none may depend on another. */
  readonly beside?: readonly Statement[];
};

/**
 * Chains entries to the record in their order, as the product itself. Call it last in a transaction: until that ends,
 * every other one that wants to add an entry waits, which is why the record has no hole. Numbers of people that somebody
 * typed into a question, a reason or a value stand masked in every entry (`maskDraft`).
 */
export async function appendEntries(
  tx: Db,
  drafts: readonly AuditDraft[],
  { suite = "intl", beside = [] }: Appending = {},
): Promise<void> {
  const hashSuite = toHashSuite(suite);
  let tip = (await lockRecord(tx)) ?? emptyRecord;
  const entries: StoredEntry[] = [];
  const changes: NewChange[] = [];
  for (const draft of drafts.map(maskDraft)) {
    const { entry, content, hash } = chainEntry(hashSuite, tip, draft);
    const { seq, at, personId, name, role, address, operation, txId, prev } = entry;
    entries.push({ seq, at, personId, name, role, address, operation, txId, content, prev, hash });
    for (const [n, change] of draft.changes.entries())
      changes.push({
        seq,
        n,
        at,
        name,
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
