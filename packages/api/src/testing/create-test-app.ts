// A whole application on a database of its own in memory, and the real client over it.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { countryCode, toPlainDate } from "@shian/domain";
import type { Hono } from "hono";
import { createApp } from "../app.js";
import { type ClientOptions, createClient, type ShianClient } from "../client/index.js";
import { parseProxies } from "../client-address.js";
import type { Deps } from "../deps.js";
import { attachJobRunner } from "../features/job/attach-job-runner.js";
import type { IdentityProvider } from "../features/session/identity-provider.js";
import { createJobs } from "../jobs.js";
import { createLog } from "../log.js";
import type { Database } from "../storage/database.js";
import { type Entering, enterAs } from "./enter-as.js";
import { openTestDatabase } from "./open-test-database.js";
import { createTestKeyring } from "./test-keyring.js";

export type TestApp = {
  readonly app: Hono;
  /** The client of an office person whose grant holds the whole country. */
  readonly client: ShianClient;
  /** For `uploadFile` and clients in another language. */
  readonly clientOptions: ClientOptions;
  /** Asks an address as that person. */
  request(path: string, init?: RequestInit): Promise<Response>;
  /** A client of somebody else who has signed in, with what `fetch` sends along. */
  clientAs(entering: Entering): Promise<SignedIn>;
  /** A client without a session. */
  readonly anonymous: ShianClient;
  readonly deps: Deps;
  readonly database: Database;
  /** Lines that the server logged. */
  readonly logged: string[];
  /** Sets the clock to noon (office time) of a day. */
  setToday(day: string): void;
  /** A fresh id of a write. */
  newTxId(): string;
  close(): Promise<void>;
};

export type SignedIn = {
  readonly client: ShianClient;
  readonly options: ClientOptions;
  readonly personId: string;
  readonly sessionId: string;
  readonly token: string;
};

/** An empty office on 2026-11-24 with a fixed clock. */
export async function createTestApp(
  options: {
    readonly today?: string;
    /** A database of the caller's, who closes it; else one in memory. */
    readonly database?: Database;
    readonly trustRowSecurityAlone?: true;
    readonly mode?: Deps["mode"];
    /** Address that users know the server by. */
    readonly publicUrl?: string;
    /** Nobody is added to the database; `client` is then without a session. */
    readonly empty?: true;
    readonly provider?: IdentityProvider;
  } = {},
): Promise<TestApp> {
  const toNoon = (day: string) => new Date(`${toPlainDate(day)}T12:00:00+08:00`);
  let now = toNoon(options.today ?? "2026-11-24");
  let lastId = 0;
  const logged: string[] = [];
  const log = createLog(
    (line) => logged.push(line),
    () => now,
  );
  const database = options.database ?? (await openTestDatabase());
  const folder = mkdtempSync(join(tmpdir(), "shian-app-"));
  const deps: Deps = {
    database,
    clock: () => now,
    newId: () => `00000000-0000-4000-8000-${String(++lastId).padStart(12, "0")}`,
    log,
    jobs: createJobs(log),
    keyring: createTestKeyring(),
    folder,
    mode: options.mode ?? "office",
    passwordProfile: "dengbao3",
    isSecure: false,
    proxies: parseProxies([]),
    version: "0.0.0-test",
    ...(options.provider === undefined ? {} : { provider: options.provider }),
    ...(options.trustRowSecurityAlone === true ? { trustRowSecurityAlone: true } : {}),
  };
  attachJobRunner(deps, { poll: false });
  const app = createApp({ deps, publicUrl: options.publicUrl });
  const toOptions = (token?: string): ClientOptions => ({
    url: "http://localhost",
    locale: "zh-CN",
    ...(token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } }),
    fetch: async (input, init) => app.request(input instanceof URL ? input.href : input, init),
  });
  const clientAs = async (entering: Entering): Promise<SignedIn> => {
    const entered = await enterAs(database.db, entering, now.toISOString());
    const signedIn = toOptions(entered.token);
    return { client: createClient(signedIn), options: signedIn, ...entered };
  };
  const office =
    options.empty === true
      ? { client: createClient(toOptions()), options: toOptions(), token: "" }
      : await clientAs({ role: "office", territory: countryCode, name: "张工" });
  let lastTx = 0;
  return {
    app,
    client: office.client,
    clientOptions: office.options,
    clientAs,
    request: async (path, init) => {
      const headers = new Headers(init?.headers);
      headers.set("authorization", `Bearer ${office.token}`);
      return app.request(`http://localhost${path}`, { ...init, headers });
    },
    anonymous: createClient(toOptions()),
    deps,
    database,
    logged,
    setToday: (day) => {
      now = toNoon(day);
    },
    newTxId: () => `test-transaction-${String(++lastTx).padStart(6, "0")}`,
    async close() {
      await deps.jobs.stop(10_000);
      if (options.database === undefined) await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
