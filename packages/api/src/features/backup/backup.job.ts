// Makes a backup into the server's folder as a job, and removes the oldest above the number that is kept.
import * as z from "zod";
import { Refusal } from "../../refusal.js";
import { BackupRefusal } from "../../storage/archive-problem.js";
import { sumUp } from "../../storage/archive-read.js";
import { makeBackup } from "../../storage/backup.js";
import type { JobKind } from "../job/job-kind.js";
import { defineSchedule } from "../job/schedule.js";
import {
  findBackupSecret,
  hasBackupKey,
  pruneBackups,
  toBackupName,
  toNewBackupPath,
} from "./backup-folder.js";

const Input = z.strictObject({
  /** `if-possible`: encrypted where the server has a key, as the nightly one is. */
  encrypted: z.union([z.boolean(), z.literal("if-possible")]),
});

export const backupJob: JobKind<z.infer<typeof Input>> = {
  name: "backup",
  input: Input,
  async run({ deps, signal, progress }, { encrypted }) {
    const { database, folder, clock, version } = deps;
    const wantsKey = encrypted === "if-possible" ? await hasBackupKey(folder) : encrypted;
    const secret = wantsKey ? await findBackupSecret(folder) : undefined;
    const createdAt = clock().toISOString();
    const name = toBackupName(createdAt);
    try {
      const { bytes, manifest } = await makeBackup(database, {
        target: toNewBackupPath(folder, name),
        folder,
        head: { version, createdAt },
        secret,
        async onProgress(done, total) {
          signal.throwIfAborted();
          // The embedded database has one connection, which the backup holds.
          if (database.engine === "postgres") await progress(done, total);
        },
      });
      await pruneBackups(folder);
      return { name, bytes, rows: sumUp(manifest).rows, encrypted: wantsKey };
    } catch (error) {
      if (error instanceof BackupRefusal) throw new Refusal([error.problem]);
      throw error;
    }
  },
};

/** Every night at 02:10. */
export const backupSchedule = defineSchedule(backupJob, {
  name: "backup",
  pattern: "10 2 * * *",
  input: { encrypted: "if-possible" },
});
