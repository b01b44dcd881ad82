// Opens the storage: a PostgreSQL server when an address is given, else the embedded database in its own thread.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import type { Database, Db, RowSettings } from "./database.js";
import { openMemoryEngine } from "./embedded-engine.js";
import { findOutage } from "./find-outage.js";
import { lockFolder } from "./lock.js";
import { openWorkerEngine } from "./pglite-proxy.js";
import { forgetNames, readAddress } from "./pooler.js";
import { toBoundSettings } from "./row-security.js";
import { createEmbeddedDatabase } from "./serial-client.js";
import { StorageRefusal } from "./storage.problem.js";

export type ConnectOptions = {
  /** Folder of the embedded database; not used with `databaseUrl`. */
  readonly folder: string;
  readonly databaseUrl?: string | undefined;
  /** Refuse a server that may lose confirmed writes in a power cut. */
  readonly requireDurable: boolean;
  readonly now: Date;
};

/** Opens the database that the options name. Throws a `StorageRefusal` when it must not be used. */
export function connect(options: ConnectOptions): Promise<Database> {
  return options.databaseUrl === undefined
    ? openFolder(options.folder, options.now)
    : openServer(options.databaseUrl, options.requireDurable);
}

/** The embedded database of a folder: exclusive lock, own thread, real fsync. */
async function openFolder(folder: string, now: Date): Promise<Database> {
  const lock = lockFolder(folder, now);
  try {
    const location = join(folder, "database");
    mkdirSync(location, { recursive: true });
    const engine = await openWorkerEngine(location);
    const fsync = await engine.query("show fsync", [], "array");
    const durable = Array.isArray(fsync.rows[0]) && fsync.rows[0][0] === "on";
    const database = createEmbeddedDatabase(engine, durable);
    return {
      ...database,
      async close() {
        await database.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** An embedded database in memory, in this thread, for tests; `template` starts it as a copy. */
export async function openMemory(template?: Blob): Promise<Database> {
  return createEmbeddedDatabase(await openMemoryEngine(template), false);
}

/** Whether the login may take the persons' role; the policies bind by settings alone where it may not. */
async function mayBecomePerson(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ may: boolean | null }>(
    "select (select pg_has_role(current_user, oid, 'member') from pg_roles where rolname = 'shian_person') as may",
  );
  return rows[0]?.may === true;
}

/** A handle whose every statement runs in a transaction of its own behind the binding statement. */
function bindEach(pool: pg.Pool, settings: RowSettings, canSwitchRole: boolean): Db {
  // Begun and bound by one message to the server, which takes no parameters: every value is escaped by the driver.
  const calls = Object.entries(toBoundSettings(settings, canSwitchRole)).map(
    ([name, value]) => `set_config(${pg.escapeLiteral(name)}, ${pg.escapeLiteral(value)}, true)`,
  );
  const begin = `begin; select ${calls.join(", ")}`;
  const client = {
    async query(...question: Parameters<pg.PoolClient["query"]>) {
      const connection = await pool.connect();
      let broken: Error | undefined;
      try {
        await connection.query(begin);
        const answer: unknown = await connection.query(...question);
        await connection.query("commit");
        return answer;
      } catch (error) {
        // A connection that cannot even roll back would carry one person's binding to the next.
        await connection.query("rollback").catch((reason: Error) => {
          broken = reason;
        });
        throw error;
      } finally {
        connection.release(broken);
      }
    },
  };
  // Drizzle's driver asks a client for `query` alone.
  return drizzle(client as unknown as pg.Client);
}

/**
 * The connection, on which a commit that became a rollback fails: a `work` that swallowed a failed statement would else
 * be acknowledged and lost.
 */
function watchCommit(connection: pg.PoolClient): pg.Client {
  const client = {
    async query(...question: Parameters<pg.PoolClient["query"]>) {
      const answer: unknown = await connection.query(...question);
      const asked = question[0] as unknown as string | { readonly text?: unknown };
      const statement = typeof asked === "string" ? asked : asked.text;
      const { command } = answer as pg.QueryResult;
      if (statement === "commit" && command !== "COMMIT")
        throw new Error(`a statement of the transaction failed, so it ended by ${command}`);
      return answer;
    },
  };
  // Drizzle's driver asks a client for `query` alone.
  return client as unknown as pg.Client;
}

/**
 * Runs `work` in one transaction on a connection of the pool. The connection goes back whatever happens, also when the
 * transaction could not even begin, and is thrown away when its server is gone.
 */
async function runOnServer<T>(pool: pg.Pool, work: (tx: Db) => Promise<T>): Promise<T> {
  const connection = await pool.connect();
  let broken: Error | undefined;
  try {
    return await drizzle(watchCommit(connection)).transaction(work);
  } catch (error) {
    if (findOutage(error) === "away") broken = new Error("its server is gone", { cause: error });
    throw error;
  } finally {
    connection.release(broken);
  }
}

const durableSettings = ["fsync", "full_page_writes", "synchronous_commit"] as const;

/** A PostgreSQL server; with `requireDurable` refused when one of its durability settings is off. */
async function openServer(databaseUrl: string, requireDurable: boolean): Promise<Database> {
  const { address, isPooler } = readAddress(databaseUrl);
  const pool = new pg.Pool({
    connectionString: address,
    max: 10,
    connectionTimeoutMillis: 5000,
    keepAlive: true,
  });
  // A connection that breaks is replaced by the pool, and whoever asked on it is told by their statement. Without these
  // listeners it would end the process: the first while it is idle, the second while it is lent out.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => {
    client.on("error", () => undefined);
    if (isPooler) forgetNames(client);
  });
  let off: string[];
  try {
    const { rows } = await pool.query<{ name: string; setting: string }>(
      "select name, setting from pg_settings where name = any($1)",
      [durableSettings],
    );
    off = rows.filter((row) => row.setting === "off").map((row) => row.name);
  } catch (error) {
    await pool.end();
    const reason = error instanceof Error ? error.message : String(error);
    throw new StorageRefusal("storage/server-unreachable", { reason }, error);
  }
  if (off.length > 0 && requireDurable) {
    await pool.end();
    throw new StorageRefusal("storage/server-not-durable", { settings: off.sort().join(", ") });
  }
  const db = drizzle(pool);
  const canSwitchRole = await mayBecomePerson(pool);
  return {
    engine: "postgres",
    durable: off.length === 0,
    db,
    canSwitchRole,
    as: (settings) => bindEach(pool, settings, canSwitchRole),
    transaction: (work) => runOnServer(pool, work),
    async exec(script) {
      await pool.query(script);
    },
    countPool: () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    close: () => pool.end(),
  };
}
