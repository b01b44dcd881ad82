// Opens what a server stands on: storage with its schema, keys, the demonstration.
import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { daysBetween, type PlainDate, toOfficeDay } from "@shian/domain";
import * as z from "zod";
import { parseProxies } from "./client-address.js";
import type { Deps } from "./deps.js";
import { type Env, EnvRefusal } from "./env.js";
import { ensureDemonstrationPeople } from "./features/demonstration/demonstration-people.service.js";
import { ensureDemonstration } from "./features/demonstration/load-demonstration.service.js";
import { settleMode } from "./features/office/office-mode.service.js";
import { settleKeyring } from "./features/personal/settle-keyring.service.js";
import { createJobs } from "./jobs.js";
import { createLog } from "./log.js";
import { connect } from "./storage/connect.js";
import type { Database } from "./storage/database.js";
import { decideLogin, readLoginRights } from "./storage/login-check.js";
import { migrate } from "./storage/migrate.js";
import { listPendingMigrations } from "./storage/schema-state.js";
import type { StorageProblemCode } from "./storage/storage.problem.js";
import { StorageRefusal } from "./storage/storage.problem.js";

const DAY_MS = 86_400_000;
const Manifest = z.object({ version: z.string() });

/** What a server opened, and what its operator should know about it. */
export type Opened = {
  readonly deps: Deps;
  readonly warning: { readonly code: StorageProblemCode; readonly login: string } | undefined;
};

/** The clock of the product: the machine's, moved by whole days when a day is given for today. */
export function createClock(anchor: PlainDate | undefined, now: () => number = Date.now): () => Date {
  if (anchor === undefined) return () => new Date(now());
  const shift = daysBetween(toOfficeDay(now()), anchor) * DAY_MS;
  return () => new Date(now() + shift);
}

/** Migrates with the owner's login where one is named, so that the server itself needs no right to change tables. */
async function bringUpToDate(database: Database, { ownerUrl, folder }: Env, now: Date): Promise<void> {
  if (database.engine === "pglite") {
    await migrate(database);
    return;
  }
  const pending = await listPendingMigrations(database.db);
  if (pending.length === 0) return;
  if (ownerUrl !== undefined) {
    const owner = await connect({ folder, databaseUrl: ownerUrl, requireDurable: false, now });
    try {
      await migrate(owner);
    } finally {
      await owner.close();
    }
    return;
  }
  try {
    await migrate(database);
  } catch (error) {
    const isForbidden = /42501|permission denied/.test(String((error as { cause?: unknown }).cause ?? error));
    if (!isForbidden) throw error;
    throw new StorageRefusal("storage/schema-older", { migrations: pending.join(", ") }, error);
  }
}

/** Refuses a login behind which row-level security is none; an owner's login is worth a warning. */
async function checkLogin(database: Database, mode: Deps["mode"]): Promise<Opened["warning"]> {
  if (database.engine === "pglite") return undefined;
  const rights = await readLoginRights(database.db);
  const { refuse, warn } = decideLogin(rights, mode);
  if (refuse !== undefined) throw new StorageRefusal(refuse, { login: rights.login });
  return warn === undefined ? undefined : { code: warn, login: rights.login };
}

/** The identity provider's secret, from its file where it lies in one; said at once when it cannot be read. */
function readClientSecret({ provider }: Env): string {
  if (provider === undefined) return "";
  if ("text" in provider.secret) return provider.secret.text;
  const { file } = provider.secret;
  let text: string;
  try {
    text = readFileSync(file, "utf8").trim();
  } catch (error) {
    throw new EnvRefusal(`SHIAN_OIDC_CLIENT_SECRET_FILE: ${file} cannot be read`, { cause: error });
  }
  if (text === "") throw new EnvRefusal(`SHIAN_OIDC_CLIENT_SECRET_FILE: ${file} is empty`);
  return text;
}

/** The identity provider, loaded only where one is named; a demonstration has its own way in and no other. */
async function openProvider(
  { provider }: Env,
  { mode, log, clientSecret }: Pick<Deps, "mode" | "log"> & { readonly clientSecret: string },
): Promise<Pick<Deps, "provider">> {
  if (provider === undefined || mode === "demo") return {};
  const { createIdentityProvider } = await import("./features/session/identity-provider.js");
  return { provider: createIdentityProvider({ ...provider, clientSecret }, log) };
}

/** Opens everything; throws what `connect` and the checks throw, with nothing left open. */
export async function openDeps(env: Env): Promise<Opened> {
  const clientSecret = readClientSecret(env);
  const clock = createClock(env.anchor);
  const log = createLog((line) => process.stderr.write(line), clock);
  const { folder, databaseUrl } = env;
  mkdirSync(folder, { recursive: true });
  const database = await connect({
    folder,
    databaseUrl,
    requireDurable: env.mode === "office",
    now: clock(),
  });
  try {
    await bringUpToDate(database, env, clock());
    const mode = await settleMode(database, env.mode, clock().toISOString());
    const warning = await checkLogin(database, mode);
    const manifest: unknown = createRequire(import.meta.url)("../package.json");
    const { version } = Manifest.parse(manifest);
    const deps: Deps = {
      database,
      clock,
      newId: randomUUID,
      log,
      jobs: createJobs(log),
      keyring: await settleKeyring(database, { file: env.keyFile, suite: env.suite, now: clock() }),
      folder,
      mode,
      passwordProfile: env.passwordProfile,
      isSecure: env.publicUrl?.startsWith("https:") === true,
      proxies: parseProxies(env.trustedProxies),
      version,
      ...(await openProvider(env, { mode, log, clientSecret })),
    };
    if (mode === "demo") {
      await ensureDemonstration(deps);
      await ensureDemonstrationPeople(deps);
    }
    return { deps, warning };
  } catch (error) {
    await database.close();
    throw error;
  }
}
