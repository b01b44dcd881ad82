import type { Catalogue } from "@shian/domain";
import type { StorageProblemCode } from "./storage.problem.js";

export const storageText: Catalogue<StorageProblemCode> = {
  "zh-CN": {
    "storage/folder-in-use":
      "数据文件夹 {folder} 正由进程 {pid}（主机 {host}，自 {since} 起）使用，请先停止该进程，或用 SHIAN_DATA 指定另一个文件夹。",
    "storage/folder-not-usable": "数据文件夹 {folder} 无法使用（{reason}），请检查路径和权限。",
    "storage/server-unreachable":
      "无法连接 DATABASE_URL 所指的 PostgreSQL（{reason}），请检查地址、账号和数据库是否启动。",
    "storage/server-not-durable":
      "PostgreSQL 的 {settings} 已关闭，断电可能丢失已确认的数据，请打开后再启动。",
    "storage/schema-newer": "数据库由更新版本的系统建立（缺少迁移文件 {migration}），请升级本系统后再启动。",
  },
  en: {
    "storage/folder-in-use":
      "The data folder {folder} is in use by process {pid} (host {host}, since {since}): stop it first, or name another folder with SHIAN_DATA.",
    "storage/folder-not-usable":
      "The data folder {folder} cannot be used ({reason}): check the path and its rights.",
    "storage/server-unreachable":
      "The PostgreSQL server of DATABASE_URL cannot be reached ({reason}): check address, account and that it runs.",
    "storage/server-not-durable":
      "PostgreSQL runs with {settings} off, so a power cut may lose confirmed data: switch it on before starting.",
    "storage/schema-newer":
      "The database was made by a newer version of the system (migration {migration} is unknown here): upgrade before starting.",
  },
};
