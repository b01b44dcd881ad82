// Backups: what may go wrong with them; the rest is the API's.
export { BackupName, BackupRow, BackupSummary } from "./backup.contract.js";
export { type BackupProblemCode, backupProblemCodes } from "./backup.problem.js";
