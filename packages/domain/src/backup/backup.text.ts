// Sentences about backups, for the pages, the terminal and who restores on the machine.
import type { Catalogue } from "../kernel/text.js";
import type { BackupProblemCode } from "./backup.problem.js";

export const backupText: Catalogue<BackupProblemCode> = {
  "zh-CN": {
    "backup/not-found": "没有名为“{name}”的备份。",
    "backup/not-a-backup": "“{file}”不是本系统的备份文件。",
    "backup/newer-format": "备份文件的格式版本是 {format}，本版本只认到 {known}，请升级后再恢复。",
    "backup/damaged": "备份文件已损坏（{place}），没有恢复任何内容，请换一份备份。",
    "backup/cut-short": "备份文件不完整，结尾缺失，没有恢复任何内容，请重新复制或换一份备份。",
    "backup/key-needed": "备份已加密，请给出加密时用的口令或密钥文件。",
    "backup/wrong-key": "口令或密钥文件不是加密这份备份时用的那个。",
    "backup/no-key": "服务器没有配置备份密钥文件，不能加密或读取加密的备份。",
    "backup/weak-passphrase": "口令或密钥太短，至少要 {least} 个字符。",
    "backup/newer-schema": "备份由更新版本的系统建立（缺少迁移文件 {migration}），请升级本系统后再恢复。",
    "backup/unlike-schema": "备份的内容与它所说的数据库结构不一致（{detail}），没有恢复任何内容。",
    "backup/not-empty": "{target} 里已有数据。恢复只写入空的数据库和数据文件夹，请另建一个或先移走原来的。",
    "backup/not-readable": "无法读取“{file}”（{reason}）。",
    "backup/not-written": "备份没有写成（{reason}），未留下不完整的文件。",
  },
  en: {
    "backup/not-found": "There is no backup named “{name}”.",
    "backup/not-a-backup": "“{file}” is not a backup of this system.",
    "backup/newer-format":
      "The backup has format {format} and this version knows formats up to {known}: upgrade before restoring.",
    "backup/damaged": "The backup is damaged ({place}); nothing was restored. Take another backup.",
    "backup/cut-short":
      "The backup is incomplete, its end is missing; nothing was restored. Copy it again or take another.",
    "backup/key-needed":
      "The backup is encrypted: give the passphrase or the key file that it was encrypted with.",
    "backup/wrong-key": "The passphrase or key file is not the one that this backup was encrypted with.",
    "backup/no-key":
      "The server has no key file for backups, so it can neither encrypt nor read encrypted ones.",
    "backup/weak-passphrase": "The passphrase or key is too short; it needs at least {least} characters.",
    "backup/newer-schema":
      "The backup was made by a newer version of the system (migration {migration} is unknown here): upgrade before restoring.",
    "backup/unlike-schema":
      "The backup does not fit the database schema that it names ({detail}); nothing was restored.",
    "backup/not-empty":
      "{target} already holds data. A restore writes into an empty database and data folder only: name a new one, or move the old one away first.",
    "backup/not-readable": "“{file}” cannot be read ({reason}).",
    "backup/not-written": "The backup was not made ({reason}); no incomplete file was left behind.",
  },
};
