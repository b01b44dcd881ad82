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
    "storage/schema-older":
      "数据库结构尚未升级（缺少 {migrations}），请设置 DATABASE_OWNER_URL 后重新启动，由所有者账号升级。",
    "storage/login-passes-row-security":
      "账号 {login} 是超级用户或可绕过行级安全，正式运行不得使用，请用 deploy/postgres-roles.sql 建立的普通账号登录。",
    "storage/login-owns-tables":
      "账号 {login} 拥有数据表，可以修改表结构和安全策略；建议改用 deploy/postgres-roles.sql 建立的普通账号。",
    "storage/login-makes-no-tables":
      "DATABASE_URL 的账号不能建立数据表，恢复未进行，数据库没有变化。请设置 DATABASE_OWNER_URL，由所有者账号恢复。",
    "storage/schema-newer": "数据库由更新版本的系统建立（缺少迁移文件 {migration}），请升级本系统后再启动。",
    "storage/key-file-missing":
      "数据库里有加密的个人信息，但密钥文件 {file} 不在。请把它放回原处，或用 SHIAN_KEY_FILE 指明位置；没有它，这些信息无法恢复。",
    "storage/key-file-open": "密钥文件 {file} 允许他人读取，请改为只有运行本系统的账号可读（chmod 600）。",
    "storage/key-file-unusable": "密钥文件 {file} 无法使用：{reason}。",
    "storage/key-file-other":
      "密钥文件 {file} 不属于这个数据库：它打不开库里加密的个人信息。请换成原来的密钥文件。",
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
    "storage/schema-older":
      "The database's schema is not up to date ({migrations} missing): start with DATABASE_OWNER_URL, so that its owner brings it up to date.",
    "storage/login-passes-row-security":
      "The login {login} is a superuser or passes row-level security: an office must not run so. Log in as the plain role that deploy/postgres-roles.sql makes.",
    "storage/login-owns-tables":
      "The login {login} owns the tables and could change them and their policies: better log in as the plain role that deploy/postgres-roles.sql makes.",
    "storage/login-makes-no-tables":
      "The login of DATABASE_URL may make no tables, so nothing was restored and nothing changed: set DATABASE_OWNER_URL, so that the owner restores.",
    "storage/schema-newer":
      "The database was made by a newer version of the system (migration {migration} is unknown here): upgrade before starting.",
    "storage/key-file-missing":
      "The database holds sealed personal data, but its key file {file} is not there. Put it back, or name its place with SHIAN_KEY_FILE; without it that data is lost.",
    "storage/key-file-open":
      "The key file {file} can be read by others: let only the account that runs the server read it (chmod 600).",
    "storage/key-file-unusable": "The key file {file} cannot be used: {reason}.",
    "storage/key-file-other":
      "The key file {file} is not this database's: it does not open the personal data sealed in it. Put the right one in its place.",
  },
};
