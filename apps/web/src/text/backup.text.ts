import type { Pair } from "./define-texts.js";

/** Backups. */
export const backupTexts = {
  "backup.sub": ["现有 {n} 份，保留最近 {keep} 份", "{n} kept of at most {keep}"],
  "backup.make": ["做一份备份", "Make a backup"],
  "backup.make-hint": [
    "备份含全部数据和附件，做的时候照常可用。",
    "It holds all data and files; work goes on meanwhile.",
  ],
  "backup.encrypt": ["用服务器的备份密钥加密", "Encrypt it with the server's backup key"],
  "backup.cannot-encrypt": [
    "服务器没有配置备份密钥，只能做不加密的备份。请妥善保管。",
    "The server has no backup key, so the backup is not encrypted. Keep it safe.",
  ],
  "backup.making": ["正在备份，可以离开本页。", "Making the backup; you may leave this page."],
  "backup.made": ["备份已做好。", "The backup is made."],
  "backup.made-at": ["时间", "Made"],
  "backup.size": ["大小", "Size"],
  "backup.encryption": ["加密", "Encryption"],
  "backup.encrypted": ["已加密", "Encrypted"],
  "backup.plain": ["未加密", "Not encrypted"],
  "backup.check": ["检查", "Check"],
  "backup.check-of": ["检查 {at} 的备份", "Check the backup of {at}"],
  "backup.whole": ["备份完整，可以用来恢复。", "The backup is whole and can be restored."],
  "backup.tables": ["表", "Tables"],
  "backup.rows": ["行", "Rows"],
  "backup.files": ["附件", "Files"],
  "backup.remove": ["删除", "Remove"],
  "backup.remove-hint": [
    "删除 {at} 的备份（{size}）。删除后不能撤销。",
    "Removes the backup of {at} ({size}). It cannot be undone.",
  ],
  "backup.removed": ["已删除", "Removed"],
  "backup.empty": ["还没有备份", "No backup yet"],
  "backup.empty-hint": ["系统每天自动做一份，也可以现在做。", "One is made every day; you can make one now."],
  "backup.restore-note": [
    "恢复在服务器上进行：停下服务，运行 npm run shian -- restore，写入空的数据库。",
    "A restore is done on the server: stop it and run npm run shian -- restore into an empty database.",
  ],
} as const satisfies Record<string, Pair>;
