// Starts and stops a whole server: storage, schema, application, port.
import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { createAdaptorServer } from "@hono/node-server";
import { daysBetween, fillText, type PlainDate, toLinkPath, toOfficeDay } from "@shian/domain";
import * as z from "zod";
import { createApp } from "./app.js";
import type { Deps } from "./deps.js";
import type { Env } from "./env.js";
import { ensureDemonstrationPeople } from "./features/demonstration/demonstration-people.service.js";
import { ensureDemonstration } from "./features/demonstration/load-demonstration.service.js";
import { resumeImports } from "./features/import/import.service.js";
import { attachJobRunner } from "./features/job/attach-job-runner.js";
import { settleMode } from "./features/office/office-mode.service.js";
import { settleKeyring } from "./features/personal/settle-keyring.service.js";
import { ensureSetupLink } from "./features/session/link.service.js";
import { createJobs } from "./jobs.js";
import { createLog } from "./log.js";
import { connect } from "./storage/connect.js";
import { migrate } from "./storage/migrate.js";
import { StorageRefusal } from "./storage/storage.problem.js";
import { storageText } from "./storage/storage.text.js";

/** Until sign-in exists nobody but this machine may ask. */
const HOST = "127.0.0.1";
const DAY_MS = 86_400_000;
/** Longest that a stopping server waits for answers under way. */
const DRAIN_MS = 4000;

export type RunningServer = {
  readonly url: string;
  /** One line for the person who started it. */
  readonly greeting: string;
  /** Lets answers under way and jobs finish, then closes the storage. */
  stop(): Promise<void>;
};

/** The server could not start; the message is a sentence for the person who started it. */
export class StartRefusal extends Error {
  override readonly name = "StartRefusal";
}

const Manifest = z.object({ version: z.string() });

/** The clock of the product: the machine's, moved by whole days when a day is given for today. */
export function createClock(anchor: PlainDate | undefined, now: () => number = Date.now): () => Date {
  if (anchor === undefined) return () => new Date(now());
  const shift = daysBetween(toOfficeDay(now()), anchor) * DAY_MS;
  return () => new Date(now() + shift);
}

const explain = (error: unknown): unknown =>
  error instanceof StorageRefusal
    ? new StartRefusal(fillText(storageText.en[error.problem.code], error.problem.params), { cause: error })
    : error;

async function openDeps(env: Env): Promise<Deps> {
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
    await migrate(database);
    const mode = await settleMode(database, env.mode, clock().toISOString());
    const manifest: unknown = createRequire(import.meta.url)("../package.json");
    const { version } = Manifest.parse(manifest);
    const keyring = await settleKeyring(database, { file: env.keyFile, suite: env.suite, now: clock() });
    const deps: Deps = {
      database,
      clock,
      newId: randomUUID,
      log,
      jobs: createJobs(log),
      keyring,
      folder,
      mode,
      passwordProfile: env.passwordProfile,
      isSecure: env.publicUrl?.startsWith("https:") === true,
      version,
    };
    if (mode === "demo") {
      await ensureDemonstration(deps);
      await ensureDemonstrationPeople(deps);
    }
    return deps;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Listens on the loopback address; a port in use is refused with a sentence. */
async function listen(server: ReturnType<typeof createAdaptorServer>, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        error.code === "EADDRINUSE"
          ? new StartRefusal(
              `Port ${port} on ${HOST} is in use: stop what uses it, or choose another with PORT (0 picks a free one).`,
            )
          : error,
      ),
    );
    server.listen(port, HOST, resolve);
  });
  return (server.address() as AddressInfo).port;
}

const describeStorage = ({ database }: Deps) =>
  `${database.engine === "pglite" ? "embedded database" : "PostgreSQL server"}, ${
    database.durable ? "fsync on" : "NOT durable: a power cut may lose confirmed data"
  }`;

/** How an office without people begins: by a link that works once. */
async function describeSetUp(deps: Deps, url: string): Promise<readonly string[]> {
  const link = await ensureSetupLink(deps);
  if (link === undefined) return [];
  return [
    `Nobody has an account yet. Open this link once, before ${link.endsAt}, to name the three administrators:`,
    `${url.replace(/\/+$/, "")}${toLinkPath("set-up", link.token)}`,
  ];
}

/** Opens everything and listens. Throws a `StartRefusal` when the person who started it has to act. */
export async function startServer(env: Env): Promise<RunningServer> {
  const deps = await openDeps(env).catch((error: unknown) => {
    throw explain(error);
  });
  attachJobRunner(deps);
  await resumeImports(deps);
  const webFolder = fileURLToPath(new URL("../../../apps/web/dist", import.meta.url));
  const app = createApp({ deps, publicUrl: env.publicUrl, webFolder });
  const server = createAdaptorServer({ fetch: app.fetch, hostname: HOST });
  let port: number;
  try {
    port = await listen(server, env.port);
  } catch (error) {
    await deps.database.close();
    throw error;
  }
  const url = `http://${HOST}:${port}`;
  const office = deps.mode === "demo" ? "demonstration city" : "office";
  return {
    url,
    greeting: [
      `Shian is ready: ${url} (${office}, ${describeStorage(deps)})`,
      ...(await describeSetUp(deps, env.publicUrl ?? url)),
    ].join("\n"),
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      // Idle keep-alive and event-stream connections would hold the process for ever.
      const drained = setTimeout(() => {
        if ("closeAllConnections" in server) server.closeAllConnections();
      }, DRAIN_MS);
      if ("closeIdleConnections" in server) server.closeIdleConnections();
      await closed;
      clearTimeout(drained);
      await deps.jobs.stop(DRAIN_MS);
      await deps.database.close();
    },
  };
}
