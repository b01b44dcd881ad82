// Why a backup could not be made, read or restored.

export const backupProblemCodes = [
  "backup/not-found",
  "backup/not-a-backup",
  "backup/newer-format",
  "backup/damaged",
  "backup/cut-short",
  "backup/key-needed",
  "backup/wrong-key",
  "backup/no-key",
  "backup/weak-passphrase",
  "backup/newer-schema",
  "backup/unlike-schema",
  "backup/not-empty",
  "backup/not-readable",
  "backup/not-written",
] as const;
/** Code of a reason about backups. */
export type BackupProblemCode = (typeof backupProblemCodes)[number];
