// A small OpenID provider on this machine, with keys of its own: it checks what a provider must (client, redirect
// address, PKCE, codes once) and can be told to answer wrongly in one way.
import { createHash, createHmac, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { ProviderSettings } from "../features/session/identity-provider.js";

type Values = Readonly<Record<string, unknown>>;

/** How it is to answer from now on. */
export type Mischief = {
  /** Members of the ID token in place of the right ones; undefined leaves one out. */
  claims?: Values;
  /** Who signs instead of its key: another of the same name, nobody (`none`), the client's secret (`HS256`). */
  signer?: "other" | "none" | "HS256";
  /** Members of the token endpoint's answer in place of the right ones; undefined leaves one out. */
  tokens?: Values;
  metadata?: Values;
  userinfo?: Values;
  /** Answers nothing, or that it is broken. */
  state?: "silent" | "broken";
  /** Sends whoever asks for a token or its keys elsewhere. */
  redirect?: string;
};

export type TestProvider = {
  readonly settings: ProviderSettings;
  mischief: Mischief;
  /** Whom its page takes a browser for; nobody until one is named. */
  person: string | undefined;
  /** What it was asked, such as `POST /token`. */
  readonly asked: string[];
  /** Signs somebody in at the page of the address; gives the address that the browser is sent back to. */
  signIn(address: string, subject: string): Promise<URL>;
  close(): Promise<void>;
};

const toText = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const CLIENT = "shian-office";
const SECRET = "of the office + of nobody else";

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part as Uint8Array));
  return new URLSearchParams(Buffer.concat(parts).toString("utf8"));
}

function isOfClient(request: IncomingMessage, form: URLSearchParams): boolean {
  const [kind, encoded = ""] = (request.headers.authorization ?? "").split(" ");
  if (kind !== "Basic") return form.get("client_id") === CLIENT && form.get("client_secret") === SECRET;
  const [id, secret] = Buffer.from(encoded, "base64").toString("utf8").split(":");
  const decode = (text = "") => decodeURIComponent(text.replaceAll("+", " "));
  return decode(id) === CLIENT && decode(secret) === SECRET && !form.has("client_secret");
}

/** Opens one that sends people back to the address. */
export async function createTestProvider(
  returnAddress = "https://shian.example/sign-in/return",
): Promise<TestProvider> {
  const makeKeys = () => generateKeyPairSync("rsa", { modulusLength: 2048 });
  const [own, other] = [makeKeys(), makeKeys()];
  const codes = new Map<string, { readonly asked: URLSearchParams; readonly subject: string }>();
  const asked: string[] = [];
  let issuer = "";

  function signToken(claims: Values): string {
    const signer = provider.mischief.signer;
    const alg = signer === "none" || signer === "HS256" ? signer : "RS256";
    const content = `${toText({ alg, kid: "of-today", typ: "JWT" })}.${toText(claims)}`;
    const byKey = (key: KeyObject) => sign("sha256", Buffer.from(content), key).toString("base64url");
    const bySecret = () => createHmac("sha256", SECRET).update(content).digest("base64url");
    if (signer === "none") return `${content}.`;
    if (signer === "HS256") return `${content}.${bySecret()}`;
    return `${content}.${byKey((signer === "other" ? other : own).privateKey)}`;
  }

  function grant(form: URLSearchParams): { readonly status: number; readonly body: Values } {
    const code = form.get("code") ?? "";
    const given = codes.get(code);
    codes.delete(code);
    const challenge = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    const isRight =
      given !== undefined &&
      form.get("grant_type") === "authorization_code" &&
      form.get("redirect_uri") === given.asked.get("redirect_uri") &&
      given.asked.get("code_challenge_method") === "S256" &&
      challenge === given.asked.get("code_challenge");
    if (!isRight) return { status: 400, body: { error: "invalid_grant" } };
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: issuer,
      aud: CLIENT,
      sub: given.subject,
      nonce: given.asked.get("nonce"),
      iat: now,
      exp: now + 60,
      ...provider.mischief.claims,
    };
    const token = signToken(claims);
    return {
      status: 200,
      body: {
        access_token: `at.${given.subject}`,
        token_type: "Bearer",
        id_token: token,
        ...provider.mischief.tokens,
      },
    };
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", issuer);
    asked.push(`${request.method} ${url.pathname}`);
    const { state, redirect } = provider.mischief;
    if (state === "silent") return;
    const json = (status: number, body: unknown) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    if (state === "broken") return void json(503, {});
    if (redirect !== undefined && !url.pathname.startsWith("/.well-known/"))
      return void response.writeHead(307, { location: redirect }).end();
    if (url.pathname === "/.well-known/openid-configuration")
      json(200, {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        userinfo_endpoint: `${issuer}/userinfo`,
        jwks_uri: `${issuer}/jwks`,
        response_types_supported: ["code"],
        subject_types_supported: ["public"],
        id_token_signing_alg_values_supported: ["RS256"],
        authorization_response_iss_parameter_supported: true,
        ...provider.mischief.metadata,
      });
    else if (url.pathname === "/jwks")
      json(200, {
        keys: [{ ...own.publicKey.export({ format: "jwk" }), kid: "of-today", use: "sig", alg: "RS256" }],
      });
    else if (url.pathname === "/userinfo") {
      const subject = (request.headers.authorization ?? "").replace("Bearer at.", "");
      json(200, { sub: subject, ...provider.mischief.userinfo });
    } else if (url.pathname === "/authorize" && provider.person !== undefined) {
      const back = await provider.signIn(url.href, provider.person);
      response.writeHead(302, { location: back.href }).end();
    } else if (url.pathname === "/token") {
      const form = await readForm(request);
      const { status, body } = isOfClient(request, form)
        ? grant(form)
        : { status: 401, body: { error: "invalid_client" } };
      json(status, body);
    } else json(404, {});
  }

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const provider: TestProvider = {
    settings: {
      issuer,
      clientId: CLIENT,
      clientSecret: SECRET,
      name: undefined,
      claim: "sub",
      scopes: ["openid"],
      returnAddress,
    },
    mischief: {},
    person: undefined,
    asked,
    async signIn(address, subject) {
      const query = new URL(address).searchParams;
      if (query.get("client_id") !== CLIENT || query.get("redirect_uri") !== returnAddress)
        throw new Error(`not a page of a known client: ${address}`);
      const code = randomBytes(16).toString("base64url");
      codes.set(code, { asked: query, subject });
      const back = new URL(returnAddress);
      for (const [name, value] of Object.entries({ code, state: query.get("state") ?? "", iss: issuer }))
        back.searchParams.set(name, value);
      return back;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return provider;
}
