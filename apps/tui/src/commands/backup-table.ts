// Commands about the server's backups.
import type { LocalText } from "../keys/local-text.js";
import type { CommandSpec } from "./command.js";

const text = (zh: string, en: string): LocalText => ({ "zh-CN": zh, en });

export const backup: readonly CommandSpec[] = [
  {
    name: "backup list",
    aliases: ["backups"],
    group: "other",
    server: true,
    summary: text("服务器上的备份，新的在前", "the backups on the server, the newest first"),
    details: text(
      "恢复在服务器本机上做：npm run --silent shian -- restore 文件。服务器停着时在本机备份：backup create --offline。",
      "Restoring is done at the server's machine: npm run --silent shian -- restore FILE. With the server stopped: backup create --offline.",
    ),
    arguments: [],
    options: [],
    formats: ["json"],
    examples: ["shian backup list --json"],
    load: async () => (await import("./backup-commands.js")).listBackups,
  },
  {
    name: "backup create",
    group: "other",
    server: true,
    summary: text("在服务器上做一份备份", "make a backup on the server"),
    arguments: [],
    options: ["encrypted"],
    formats: ["json"],
    examples: ["shian backup create", "shian backup create --encrypted --json"],
    load: async () => (await import("./backup-commands.js")).createBackup,
  },
  {
    name: "backup check",
    group: "other",
    server: true,
    summary: text("逐字节核对一份备份", "verify every byte of a backup"),
    arguments: [{ name: text("名称", "NAME"), required: true }],
    options: [],
    formats: ["json"],
    examples: ["shian backup check shian-20261126T041500000Z.backup"],
    load: async () => (await import("./backup-commands.js")).checkBackup,
  },
  {
    name: "backup remove",
    group: "other",
    server: true,
    summary: text("永久删除服务器上的一份备份", "remove a backup from the server for ever"),
    arguments: [{ name: text("名称", "NAME"), required: true }],
    options: [],
    formats: ["json"],
    examples: ["shian backup remove shian-20261126T041500000Z.backup"],
    load: async () => (await import("./backup-commands.js")).removeBackup,
  },
];
