import { bindMutation, bindQuery } from "../../trpc/procedures.js";
import { checkBackup, createBackup, removeBackup, showBackups } from "./backup.service.js";

export const backupRouter = {
  list: bindQuery("backup.list", showBackups),
  create: bindMutation("backup.create", createBackup),
  check: bindQuery("backup.check", checkBackup),
  remove: bindMutation("backup.remove", removeBackup),
};
