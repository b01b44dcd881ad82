// Restores a backup as the office's system: the rows and files, the end of every old session, and an entry in the
// record that goes on from the chain of the backup.
import { randomUUID } from "node:crypto";
import { basename } from "node:path";
import type { Manifest } from "../../storage/backup-manifest.js";
import type { Db } from "../../storage/database.js";
import { type Restored, type RestoreOptions, restoreBackup } from "../../storage/restore.js";
import { appendEntry } from "../audit/append-entry.service.js";
import { findRecordSuite } from "../audit/record-start.service.js";
import { endOldSessions } from "./after-restore.repo.js";

/** Restores the backup of `file`; the transaction that restores it also records that it did. */
export function restoreOffice(
  options: Omit<RestoreOptions, "finish"> & { readonly now: string },
): Promise<Restored> {
  const { file, now } = options;
  const finish = async (tx: Db, { createdAt, version }: Manifest) => {
    await endOldSessions(tx, now);
    const field = (name: string, after: string) => ({ field: name, before: null, after });
    await appendEntry(
      tx,
      {
        at: now,
        personId: null,
        name: "",
        role: "",
        address: "-",
        operation: "backup.restore",
        txId: `restore-${randomUUID()}`,
        changes: [
          {
            objectKind: "backup",
            objectId: basename(file),
            what: "restored",
            fields: [field("createdAt", createdAt), field("version", version)],
          },
        ],
      },
      { suite: await findRecordSuite(tx) },
    );
  };
  return restoreBackup({ ...options, finish });
}
