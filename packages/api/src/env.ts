// The environment, read once and checked; no other file of the server looks at it.
import { join, resolve } from "node:path";
import { PlainDate } from "@shian/domain";
import * as z from "zod";
import { parseProxies } from "./client-address.js";
import { blankAsAbsent, optional } from "./optional-variable.js";
import { findProvider, type ProviderEnv, providerVariables } from "./provider-settings.js";
import { decideDatabaseTls } from "./storage/decide-database-tls.js";

const Variables = z.object({
  PORT: z.preprocess(blankAsAbsent, z.coerce.number().int().min(0).max(65_535).default(3000)),
  SHIAN_DATA: z.preprocess(blankAsAbsent, z.string().default(".shian")),
  SHIAN_MODE: optional(z.enum(["demo", "office"])),
  SHIAN_ANCHOR: optional(PlainDate),
  SHIAN_URL: optional(z.url({ protocol: /^https?$/ })),
  SHIAN_KEY_FILE: optional(z.string()),
  SHIAN_SUITE: optional(z.enum(["intl", "gm"])),
  SHIAN_PASSWORDS: optional(z.enum(["dengbao3", "asvs"])),
  SHIAN_HOST: optional(z.string()),
  SHIAN_TRUSTED_PROXIES: optional(
    z.string().transform((text, context) => {
      const entries = text.split(",").map((entry) => entry.trim());
      try {
        parseProxies(entries);
      } catch (error) {
        context.addIssue({ code: "custom", message: error instanceof Error ? error.message : "unreadable" });
      }
      return entries;
    }),
  ),
  SHIAN_METRICS_TOKEN: optional(z.string().min(16)),
  DATABASE_OWNER_URL: optional(z.string().regex(/^postgres(?:ql)?:\/\//, "must begin with postgres://")),
  OTEL_EXPORTER_OTLP_ENDPOINT: optional(z.url({ protocol: /^https?$/ })),
  ...providerVariables,
  DATABASE_URL: optional(z.string().regex(/^postgres(?:ql)?:\/\//, "must begin with postgres://")),
  SHIAN_DATABASE_PLAIN: optional(z.enum(["0", "1"])),
});

/** What the server was told at its start. */
export type Env = {
  /** 0 picks a free port. */
  readonly port: number;
  /** Folder of the embedded database, its lock and its files. */
  readonly folder: string;
  /** Undefined: as the folder was made, and `demo` for a new one. */
  readonly mode: "demo" | "office" | undefined;
  /** Today for the whole product, instead of the clock's day. */
  readonly anchor: PlainDate | undefined;
  /** Address that users know the server by, when something stands in front of it. */
  readonly publicUrl: string | undefined;
  readonly databaseUrl: string | undefined;
  /** File of the keys that seal sensitive fields. */
  readonly keyFile: string;
  /** Algorithms of new keys. */
  readonly suite: "intl" | "gm";
  readonly passwordProfile: "dengbao3" | "asvs";
  /** Address to listen on. */
  readonly host: string;
  /** Addresses and networks of proxies that end TLS and say who asks. */
  readonly trustedProxies: readonly string[];
  /** Bearer token that opens the metrics beyond this machine. */
  readonly metricsToken: string | undefined;
  /** Login of the owner of the tables, for migrations alone. */
  readonly ownerUrl: string | undefined;
  /** The outside identity provider that people may sign in by. */
  readonly provider: ProviderEnv | undefined;
  /** Collector of traces. */
  readonly tracesUrl: string | undefined;
};

/** A variable that cannot be used; the sentence says which and why. */
export class EnvRefusal extends Error {
  override readonly name = "EnvRefusal";
}

/** The checked environment; relative folders start at `cwd`. Throws an `EnvRefusal` that names each wrong variable. */
export function parseEnv(variables: Readonly<Record<string, string | undefined>>, cwd: string): Env {
  const parsed = Variables.safeParse(variables);
  if (!parsed.success)
    throw new EnvRefusal(
      parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("\n"),
    );
  const { PORT, SHIAN_DATA, SHIAN_MODE, SHIAN_ANCHOR, SHIAN_URL, DATABASE_URL } = parsed.data;
  const folder = resolve(cwd, SHIAN_DATA);
  const addresses = { DATABASE_URL, DATABASE_OWNER_URL: parsed.data.DATABASE_OWNER_URL };
  for (const [name, address] of Object.entries(addresses)) {
    if (address === undefined) continue;
    const fault = decideDatabaseTls(address, {
      isPrivateWay: parsed.data.SHIAN_DATABASE_PLAIN === "1",
      otherwiseHost: variables.PGHOST,
    });
    if (fault !== undefined) throw new EnvRefusal(`${name}: ${fault}`);
  }
  const { SHIAN_KEY_FILE, SHIAN_SUITE, SHIAN_PASSWORDS } = parsed.data;
  const provided = findProvider(parsed.data, { publicUrl: SHIAN_URL, cwd });
  if ("faults" in provided) throw new EnvRefusal(provided.faults.join("\n"));
  return {
    port: PORT,
    folder,
    mode: SHIAN_MODE,
    anchor: SHIAN_ANCHOR,
    publicUrl: SHIAN_URL,
    databaseUrl: DATABASE_URL,
    keyFile: SHIAN_KEY_FILE === undefined ? join(folder, "keys.json") : resolve(cwd, SHIAN_KEY_FILE),
    suite: SHIAN_SUITE ?? "intl",
    passwordProfile: SHIAN_PASSWORDS ?? "dengbao3",
    host: parsed.data.SHIAN_HOST ?? "127.0.0.1",
    trustedProxies: parsed.data.SHIAN_TRUSTED_PROXIES ?? [],
    metricsToken: parsed.data.SHIAN_METRICS_TOKEN,
    ownerUrl: parsed.data.DATABASE_OWNER_URL,
    provider: provided.provider,
    tracesUrl: parsed.data.OTEL_EXPORTER_OTLP_ENDPOINT,
  };
}

/** The environment of this process. */
export const readEnv = (): Env => parseEnv(process.env, process.cwd());
