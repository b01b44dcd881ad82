// Where the record begins: at its first entry, or behind those that the rule of retention removed.
import { AuditEntry, emptyRecord, RecordStart, type SuiteName } from "@shian/domain";
import type { Db } from "../../storage/database.js";
import { findLastOf, findTip } from "./audit.repo.js";

/** The operation whose entry says what was removed. */
export const PRUNE = "audit.prune";

/** The start as the last removal noted it in its own entry, so that it is part of the chain that goes on. */
export async function findStart(db: Db): Promise<RecordStart> {
  const pruned = await findLastOf(db, PRUNE);
  if (pruned === undefined) return emptyRecord;
  const { note } = AuditEntry.parse(JSON.parse(pruned.content));
  return RecordStart.parse(JSON.parse(note?.start ?? ""));
}

/** The suite that the record is kept in; its last entry tells. */
export async function findRecordSuite(db: Db): Promise<SuiteName> {
  const tip = await findTip(db);
  return tip === undefined ? "intl" : AuditEntry.parse(JSON.parse(tip.content)).suite;
}
