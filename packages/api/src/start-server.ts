// Starts and stops a whole server: storage, schema, application, port.
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { createAdaptorServer } from "@hono/node-server";
import { fillText, toLinkPath } from "@shian/domain";
import { createApp } from "./app.js";
import { decideBinding } from "./decide-binding.js";
import type { Deps } from "./deps.js";
import type { Env } from "./env.js";
import { resumeImports } from "./features/import/import.service.js";
import { attachJobRunner } from "./features/job/attach-job-runner.js";
import { preparePicture } from "./features/picture/picture.service.js";
import { ensureSetupLink } from "./features/session/link.service.js";
import { type Opened, openDeps } from "./open-deps.js";
import { StorageRefusal } from "./storage/storage.problem.js";
import { storageText } from "./storage/storage.text.js";
import { startTracing } from "./tracing.js";

/** Longest that a stopping server waits for answers under way. */
const DRAIN_MS = 4000;
/** How often it closes connections that wait for nothing. */
const IDLE_MS = 50;
/** Who sends slower than this, or takes nothing of an answer for so long, holds a connection for nothing. */
const patience = {
  headersTimeout: 20_000,
  /** The whole of a request: a file of 20 MiB at 1.4 Mbit/s. */
  requestTimeout: 120_000,
  connectionsCheckingInterval: 5000,
} as const;
const STALLED_MS = 120_000;

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

const explain = (error: unknown): unknown =>
  error instanceof StorageRefusal
    ? new StartRefusal(fillText(storageText.en[error.problem.code], error.problem.params), { cause: error })
    : error;

/** Listens; a port in use is refused with a sentence. */
async function listen(
  server: ReturnType<typeof createAdaptorServer>,
  port: number,
  host: string,
): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        error.code === "EADDRINUSE"
          ? new StartRefusal(
              `Port ${port} on ${host} is in use: stop what uses it, or choose another with PORT (0 picks a free one).`,
            )
          : error,
      ),
    );
    server.listen(port, host, resolve);
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

const describeWarning = (warning: Opened["warning"]): readonly string[] =>
  warning === undefined ? [] : [fillText(storageText.en[warning.code], { login: warning.login })];

/** Opens everything and listens. Throws a `StartRefusal` when the person who started it has to act. */
export async function startServer(env: Env): Promise<RunningServer> {
  const binding = decideBinding({ ...env, tls: false });
  if (!binding.ok) throw new StartRefusal(binding.sentence);
  const { deps, warning } = await openDeps(env).catch((error: unknown) => {
    throw explain(error);
  });
  let isStopping = false;
  const tracing = await startTracing({ endpoint: env.tracesUrl, version: deps.version });
  attachJobRunner(deps);
  await resumeImports(deps);
  const webFolder = fileURLToPath(new URL("../../../apps/web/dist", import.meta.url));
  const app = createApp({
    deps,
    publicUrl: env.publicUrl,
    webFolder,
    metricsToken: env.metricsToken,
    tracing,
    isStopping: () => isStopping,
  });
  const server = createAdaptorServer({ fetch: app.fetch, hostname: env.host, serverOptions: patience });
  // Streams of events say something every few seconds.
  server.setTimeout(STALLED_MS);
  let port: number;
  try {
    port = await listen(server, env.port, env.host);
  } catch (error) {
    await deps.database.close();
    throw error;
  }
  deps.jobs.start("first picture", () => preparePicture(deps));
  const url = `http://${env.host.includes(":") ? `[${env.host}]` : env.host}:${port}`;
  const office = deps.mode === "demo" ? "demonstration city" : "office";
  return {
    url,
    greeting: [
      `Shian is ready: ${url} (${office}, ${describeStorage(deps)})`,
      ...describeWarning(warning),
      ...(await describeSetUp(deps, env.publicUrl ?? url)),
    ].join("\n"),
    async stop() {
      isStopping = true;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      // Idle keep-alive and event-stream connections would hold the process for ever.
      const drained = setTimeout(() => {
        if ("closeAllConnections" in server) server.closeAllConnections();
      }, DRAIN_MS);
      // A connection that answered meanwhile is idle from then on, and would be waited for.
      const idle = setInterval(() => {
        if ("closeIdleConnections" in server) server.closeIdleConnections();
      }, IDLE_MS);
      await closed;
      clearInterval(idle);
      clearTimeout(drained);
      await deps.jobs.stop(DRAIN_MS);
      await tracing?.stop();
      await deps.database.close();
    },
  };
}
