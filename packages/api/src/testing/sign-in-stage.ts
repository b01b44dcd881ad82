// A whole application for tests of sign-in: a clock by the millisecond, clients by network address and with a cookie jar.
import { createApp } from "../app.js";
import { type ClientOptions, createClient, type ShianClient } from "../client/index.js";
import type { Deps } from "../deps.js";
import { savePassword } from "../features/session/credential.repo.js";
import type { IdentityProvider } from "../features/session/identity-provider.js";
import { hashPassword } from "../features/session/password-hash.js";
import { revokeSessions } from "../features/session/session.repo.js";
import type { Database } from "../storage/database.js";
import { createTestApp, type TestApp } from "./create-test-app.js";
import type { Entering } from "./enter-as.js";

/** One browser or terminal. */
export type Visitor = {
  readonly client: ShianClient;
  /** The cookies that its answers set, by name. */
  readonly cookies: ReadonlyMap<string, string>;
  /** The last `set-cookie` header as it came. */
  readonly lastCookie: () => string | undefined;
};

export type SignInStage = {
  readonly test: TestApp;
  readonly deps: Deps;
  /** Moves the clock on. */
  pass(minutes: number): void;
  now(): string;
  visit(options?: { readonly address?: string; readonly token?: string }): Visitor;
  /** A person with a password. */
  addPerson(username: string, password: string, entering?: Entering): Promise<string>;
  close(): Promise<void>;
};

const hashes = new Map<string, string>();
/** People of a test may share a hash; each one takes a good part of a second. */
async function hashOnce(password: string): Promise<string> {
  const known = hashes.get(password) ?? (await hashPassword(password));
  hashes.set(password, known);
  return known;
}

export async function createSignInStage(
  options: {
    readonly database?: Database;
    readonly mode?: Deps["mode"];
    readonly profile?: Deps["passwordProfile"];
    readonly isSecure?: boolean;
    readonly provider?: IdentityProvider;
  } = {},
): Promise<SignInStage> {
  const { profile = "dengbao3", isSecure = false, ...rest } = options;
  const test = await createTestApp(rest);
  let instant = Date.parse("2026-11-24T04:00:00.000Z");
  const deps: Deps = { ...test.deps, clock: () => new Date(instant), passwordProfile: profile, isSecure };
  const app = createApp({ deps });

  function visit({
    address = "203.0.113.9",
    token,
  }: {
    readonly address?: string;
    readonly token?: string;
  } = {}): Visitor {
    const cookies = new Map<string, string>();
    let last: string | undefined;
    const send: typeof fetch = async (input, init) => {
      const headers = new Headers(init?.headers);
      if (token !== undefined) headers.set("authorization", `Bearer ${token}`);
      if (cookies.size > 0)
        headers.set("cookie", [...cookies].map(([name, value]) => `${name}=${value}`).join("; "));
      const socket = { remoteAddress: address, remotePort: 50_000, remoteFamily: "IPv4" };
      const response = await app.request(
        input instanceof URL ? input.href : input,
        { ...init, headers },
        { incoming: { socket } },
      );
      for (const line of response.headers.getSetCookie()) {
        last = line;
        const [pair = "", ...attributes] = line.split("; ");
        const [name = "", value = ""] = pair.split("=");
        if (attributes.some((one) => /^max-age=0$/i.test(one))) cookies.delete(name);
        else cookies.set(name, value);
      }
      return response;
    };
    const clientOptions: ClientOptions = { url: "http://localhost", locale: "en", fetch: send };
    return { client: createClient(clientOptions), cookies, lastCookie: () => last };
  }

  return {
    test,
    deps,
    pass: (minutes) => {
      instant += minutes * 60_000;
    },
    now: () => new Date(instant).toISOString(),
    visit,
    async addPerson(username, password, entering = { role: "liaison", territory: "990106001" }) {
      const { personId, sessionId } = await test.clientAs({ name: username, username, ...entering });
      await revokeSessions(test.database.db, {
        personId,
        id: sessionId,
        why: "not entered yet",
        now: new Date(instant).toISOString(),
      });
      await savePassword(test.database.db, {
        personId,
        hash: await hashOnce(password),
        earlier: [],
        now: new Date(instant).toISOString(),
      });
      return personId;
    },
    close: () => test.close(),
  };
}
