import * as z from "zod";
import { mutation, query, TxId } from "../kernel/operation.js";

/** Name of a backup in the server's folder; nothing else may reach the file system from outside. */
export const BackupName = z.string().regex(/^shian-\d{8}T\d{9}Z\.backup$/);

/** A backup as its folder and its readable head tell it. */
export const BackupRow = z.strictObject({
  name: BackupName,
  bytes: z.int().min(0),
  createdAt: z.iso.datetime(),
  version: z.string().describe("of the product that made it"),
  encrypted: z.boolean(),
});
export type BackupRow = z.infer<typeof BackupRow>;

/** What a backup holds, after every byte of it was verified. */
export const BackupSummary = z.strictObject({
  name: z.string(),
  version: z.string(),
  createdAt: z.iso.datetime(),
  encrypted: z.boolean(),
  migrations: z.array(z.string()),
  tables: z.int().min(0),
  rows: z.int().min(0),
  files: z.int().min(0),
});
export type BackupSummary = z.infer<typeof BackupSummary>;

export const backupOperations = {
  "backup.list": query(
    z.strictObject({}),
    z.strictObject({
      rows: z.array(BackupRow).describe("newest first"),
      keep: z.int().min(1).describe("older ones are removed after a new one was made"),
      canEncrypt: z.boolean(),
    }),
    { may: ["system"], territory: "none" },
  ),
  "backup.create": mutation(
    z.strictObject({ txId: TxId, encrypted: z.boolean() }),
    z.strictObject({ jobId: z.string() }),
    { may: ["system"], territory: "none" },
  ),
  "backup.check": query(z.strictObject({ name: BackupName }), BackupSummary, {
    may: ["system"],
    territory: "none",
    logged: true,
  }),
  "backup.remove": mutation(
    z.strictObject({ txId: TxId, name: BackupName }),
    z.strictObject({ name: BackupName }),
    { may: ["system"], territory: "none" },
  ),
} as const;
