// Backups at the server's own machine: make, list, check, restore. Works beside a running server on PostgreSQL; the
// embedded database has one owner, so its server must be stopped first.
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { fillText, type Locale, renderProblem } from "@shian/domain";
import * as z from "zod";
import type { Env } from "./env.js";
import {
  listBackups,
  toBackupFolder,
  toBackupName,
  toNewBackupPath,
} from "./features/backup/backup-folder.js";
import { restoreOffice } from "./features/backup/restore-office.service.js";
import { type BackupSecret, readKeyFile } from "./storage/archive-key.js";
import { BackupRefusal } from "./storage/archive-problem.js";
import { readBackup, sumUp } from "./storage/archive-read.js";
import { makeBackup } from "./storage/backup.js";
import type { Manifest } from "./storage/backup-manifest.js";
import { connect } from "./storage/connect.js";
import { type Database, findSqlState } from "./storage/database.js";
import { lockFolder } from "./storage/lock.js";
import { StorageRefusal } from "./storage/storage.problem.js";
import { storageText } from "./storage/storage.text.js";

const USAGE = `npm run --silent shian -- restore FILE
npm run --silent shian -- backup create [FILE] --offline
npm run --silent shian -- backup list --offline
npm run --silent shian -- backup check FILE --offline
  --key-file FILE         encrypt with, or open with, the content of a file (32 bytes or more)
  --passphrase-file FILE  the same with the first line of a file as the passphrase
The database is that of SHIAN_DATA, or of DATABASE_URL where it is set. A restore wants it empty, and logs in by
DATABASE_OWNER_URL where that is set.
`;

const options = {
  offline: { type: "boolean" },
  "key-file": { type: "string" },
  "passphrase-file": { type: "string" },
  lang: { type: "string" },
} as const;

/** SQLSTATE of a server that does not let a login do something. */
const FORBIDDEN = "42501";

type Print = (text: string) => void;
type Request = {
  readonly command: string;
  readonly file: string | undefined;
  readonly secret: BackupSecret | undefined;
  readonly env: Env;
  readonly print: Print;
};

const ManifestFile = z.object({ version: z.string() });
const readVersion = (): string =>
  ManifestFile.parse(createRequire(import.meta.url)("../package.json")).version;

function readSecret(
  keyFile: string | undefined,
  passphraseFile: string | undefined,
): BackupSecret | undefined {
  if (keyFile !== undefined) return readKeyFile(resolve(keyFile));
  if (passphraseFile === undefined) return undefined;
  const read = readKeyFile(resolve(passphraseFile));
  if (read.kind !== "key-file") return read;
  const [passphrase = ""] = Buffer.from(read.secret).toString("utf8").split(/\r?\n/);
  return { kind: "passphrase", passphrase };
}

const describe = (manifest: Manifest): string => {
  const { tables, rows, files, migrations } = sumUp(manifest);
  const schema = migrations.at(-1) ?? "";
  return `${rows} rows in ${tables} tables, ${files} files, schema ${schema}, made ${manifest.createdAt} by version ${manifest.version}`;
};

const openDatabase = ({ folder, databaseUrl }: Env): Promise<Database> =>
  connect({ folder, databaseUrl, requireDurable: false, now: new Date() });

async function create({ file, secret, env, print }: Request): Promise<void> {
  const createdAt = new Date().toISOString();
  const target = file === undefined ? toNewBackupPath(env.folder, toBackupName(createdAt)) : resolve(file);
  if (existsSync(target)) throw new BackupRefusal("backup/not-written", { reason: `${target} is there` });
  const database = await openDatabase(env);
  try {
    const head = { version: readVersion(), createdAt };
    const { bytes, manifest } = await makeBackup(database, { target, folder: env.folder, head, secret });
    print(`${target}: ${bytes} bytes, ${describe(manifest)}\n`);
  } finally {
    await database.close();
  }
}

async function list({ env, print }: Request): Promise<void> {
  for (const { name, bytes, createdAt, version, encrypted } of await listBackups(env.folder))
    print(`${name}  ${createdAt}  ${bytes} bytes  version ${version}${encrypted ? "  encrypted" : ""}\n`);
}

const findFile = (file: string, env: Env): string => {
  const inFolder = join(toBackupFolder(env.folder), file);
  return existsSync(file) || !existsSync(inFolder) ? resolve(file) : inFolder;
};

async function check({ file = "", secret, env, print }: Request): Promise<void> {
  const { manifest } = await readBackup(findFile(file, env), secret);
  print(`Every byte is as it was written: ${describe(manifest)}\n`);
}

/** The embedded database is made by its first opening, so a restore that is refused takes it away again. */
async function restore({ file = "", secret, env, print }: Request): Promise<void> {
  const source = findFile(file, env);
  await readBackup(source, secret);
  const { folder, databaseUrl, ownerUrl } = env;
  const place = databaseUrl === undefined ? folder : "DATABASE_URL";
  const embedded = join(folder, "database");
  const isNew = databaseUrl === undefined && !existsSync(embedded);
  mkdirSync(folder, { recursive: true });
  // The embedded database takes the folder's lock itself; beside a server's, the files still want one owner.
  const lock = databaseUrl === undefined ? undefined : lockFolder(folder, new Date());
  let isDone = false;
  try {
    // Tables are made by who owns them, so that the product's own login stays one that changes none.
    const database = await openDatabase({ ...env, databaseUrl: ownerUrl ?? databaseUrl });
    try {
      const now = new Date().toISOString();
      const restored = await restoreOffice({ file: source, secret, database, folder, place, now }).catch(
        (error: unknown) => {
          if (findSqlState(error) !== FORBIDDEN) throw error;
          throw new StorageRefusal("storage/login-makes-no-tables", {}, error);
        },
      );
      isDone = true;
      const newer =
        restored.migrated.length === 0 ? "" : `; brought up to date by ${restored.migrated.join(", ")}`;
      print(`Restored into ${place}: ${describe(restored.manifest)}${newer}\n`);
      if (!existsSync(env.keyFile))
        print(
          `The keys of sealed fields are not in the backup: put the office's key file at ${env.keyFile} before starting.\n`,
        );
      print("Everybody has to sign in again; API keys have to be made anew.\n");
    } finally {
      await database.close();
    }
  } finally {
    lock?.release();
    if (isNew && !isDone) rmSync(embedded, { recursive: true, force: true });
  }
}

const commands = new Map<string, (request: Request) => Promise<void>>([
  ["backup create", create],
  ["backup list", list],
  ["backup check", check],
  ["restore", restore],
]);
const needsFile = new Set(["backup check", "restore"]);

/** Runs the command; 0 is done, 2 not understood, 3 refused, with the reason in the person's language. */
export async function runBackup(args: readonly string[], env: Env, print: Print): Promise<number> {
  let parsed: ReturnType<
    typeof parseArgs<{ options: typeof options; allowPositionals: true; args: string[] }>
  >;
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true });
  } catch {
    print(USAGE);
    return 2;
  }
  const { values, positionals } = parsed;
  const words = positionals[0] === "restore" ? 1 : 2;
  const command = positionals.slice(0, words).join(" ");
  const [file, ...more] = positionals.slice(words);
  const run = commands.get(command);
  if (run === undefined || more.length > 0 || (needsFile.has(command) && file === undefined)) {
    print(USAGE);
    return 2;
  }
  const locale: Locale = values.lang === "zh" || values.lang === "zh-CN" ? "zh-CN" : "en";
  try {
    const secret = readSecret(values["key-file"], values["passphrase-file"]);
    await run({ command, file, secret, env, print });
    return 0;
  } catch (error) {
    if (error instanceof BackupRefusal) print(`${renderProblem(error.problem, locale)}\n`);
    else if (error instanceof StorageRefusal)
      print(`${fillText(storageText[locale][error.problem.code], error.problem.params)}\n`);
    else throw error;
    return 3;
  }
}
