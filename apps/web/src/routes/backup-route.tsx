import { BackupPage } from "../features/backup/backup-page.js";

export const BackupRoute = BackupPage;
