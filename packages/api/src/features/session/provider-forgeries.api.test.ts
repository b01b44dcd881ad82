// Whatever a provider, somebody between, or the page's own address says wrongly: nobody is signed in by it.
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createLog } from "../../log.js";
import { executeRows } from "../../storage/database.js";
import { createTestProvider, type Mischief, type TestProvider } from "../../testing/create-test-provider.js";
import { type Brought, codeOf, comeBack, goToProvider, signInThere } from "../../testing/provider-ways.js";
import { createSignInStage, type SignInStage, type Visitor } from "../../testing/sign-in-stage.js";
import { createIdentityProvider } from "./identity-provider.js";
import { saveLink } from "./provider.repo.js";

const subject = "gov-zhang";
const logged: string[] = [];
const log = createLog(
  (line) => logged.push(line),
  () => new Date(),
);
let provider: TestProvider;
let stage: SignInStage;

const begin = async (visitor = stage.visit()) => ({
  visitor,
  brought: await signInThere(provider, await goToProvider(stage, visitor), subject),
});
const comeBackWith = (visitor: Visitor, brought: Brought) => codeOf(comeBack(stage, visitor, brought));
const attempt = async () => {
  const { visitor, brought } = await begin();
  const answer = await comeBackWith(visitor, brought);
  expect(visitor.cookies.has("shian_session")).toBe(answer === "ok");
  return answer;
};

beforeAll(async () => {
  provider = await createTestProvider();
  const { settings } = provider;
  stage = await createSignInStage({ provider: createIdentityProvider(settings, log) });
  const { db } = stage.deps.database;
  const personId = await stage.addPerson("zhang", "Lanwan-889-ok");
  await saveLink(db, personId, { issuer: settings.issuer, subject }, stage.now());
});
beforeEach(() => {
  logged.length = 0;
});
afterEach(() => {
  provider.mischief = {};
});
afterAll(async () => {
  await stage.close();
  await provider.close();
});

describe("a token of the provider", () => {
  it("that is right signs in", async () => expect(await attempt()).toBe("ok"));

  const now = Math.floor(Date.now() / 1000);
  it.each<[string, Mischief]>([
    ["with another nonce", { claims: { nonce: "a".repeat(43) } }],
    ["without a nonce", { claims: { nonce: undefined } }],
    ["for another client", { claims: { aud: "another-office" } }],
    ["for us and another client, without saying who asked", { claims: { aud: ["shian-office", "other"] } }],
    ["that another client asked for", { claims: { aud: ["shian-office", "other"], azp: "other" } }],
    ["of another issuer", { claims: { iss: "https://elsewhere.example" } }],
    ["that is over", { claims: { iat: now - 600, exp: now - 300 } }],
    ["without an end", { claims: { exp: undefined } }],
    ["of later", { claims: { nbf: now + 600 } }],
    ["without a subject", { claims: { sub: undefined } }],
    ["with a subject that is no text", { claims: { sub: 7 } }],
    ["signed by another key of the same name", { signer: "other" }],
    ["signed by nobody", { signer: "none" }],
    ["signed by the client's secret", { signer: "HS256" }],
    ["that is missing", { tokens: { id_token: undefined } }],
    ["that is no token", { tokens: { id_token: "gov-zhang" } }],
  ])("%s is refused", async (_, mischief) => {
    provider.mischief = mischief;
    expect(await attempt()).toBe("session/provider-unverified");
    provider.mischief = {};
    expect(await attempt()).toBe("ok");
  });
});

describe("coming back", () => {
  it("with a state that nobody was given is refused, and the provider is not asked", async () => {
    const { visitor, brought } = await begin();
    const before = provider.asked.length;
    for (const state of ["x", "a".repeat(43), brought.state.slice(1)])
      expect(await comeBackWith(visitor, { ...brought, state })).toBe("session/provider-ended");
    expect(provider.asked.slice(before)).toEqual([]);
  });

  it("with a code of another time or of nobody is refused", async () => {
    const [used, kept] = [await begin(), await begin()];
    expect(await comeBackWith(used.visitor, used.brought)).toBe("ok");
    const again = await begin(used.visitor);
    expect(await comeBackWith(again.visitor, { ...again.brought, code: used.brought.code })).toBe(
      "session/provider-unverified",
    );
    // A code that was stolen from somebody under way belongs to that browser's secret.
    const thief = await begin();
    expect(await comeBackWith(thief.visitor, { ...thief.brought, code: kept.brought.code })).toBe(
      "session/provider-unverified",
    );
    const without = await begin();
    const { code, ...rest } = without.brought;
    expect(code).toBeTruthy();
    expect(await comeBackWith(without.visitor, rest)).toBe("session/provider-unverified");
  });

  it("from another provider than the one asked is refused", async () => {
    const other = await begin();
    expect(await comeBackWith(other.visitor, { ...other.brought, issuer: "https://elsewhere.example" })).toBe(
      "session/provider-unverified",
    );
    const silent = await begin();
    const { issuer, ...rest } = silent.brought;
    expect(issuer).toBe(provider.settings.issuer);
    expect(await comeBackWith(silent.visitor, rest)).toBe("session/provider-unverified");
  });

  it("with the provider's no is told as that", async () => {
    const { visitor, brought } = await begin();
    const { code, ...rest } = brought;
    expect(code).toBeTruthy();
    expect(await comeBackWith(visitor, { ...rest, error: "access_denied" })).toBe("session/provider-refused");
  });

  it("leaves one entry for each way there, whatever is tried afterwards", async () => {
    const count = async () => {
      const rows = await executeRows(
        stage.deps.database.db,
        sql`select content from audit_entry where operation = 'session.returnFromProvider'`,
      );
      return rows.length;
    };
    const { visitor, brought } = await begin();
    const before = await count();
    for (let tried = 0; tried < 4; tried++) await comeBackWith(visitor, { ...brought, code: "none" });
    for (let tried = 0; tried < 4; tried++) await comeBackWith(visitor, { ...brought, state: "none" });
    expect((await count()) - before).toBe(1);
  });
});

it.each([
  "//elsewhere.example/",
  "/\\elsewhere.example",
  "https://elsewhere.example/",
  "/\t/elsewhere.example",
  "javascript:alert(1)",
  "registry",
  "",
])("nobody is taken to %j afterwards", async (back) => {
  expect(await codeOf(goToProvider(stage, stage.visit(), back))).toBe("request/invalid-input");
});

it("no log of all that holds a secret, a code or who it was", async () => {
  for (const mischief of [{ signer: "other" }, { claims: { nonce: "x" } }, { state: "broken" }] as const) {
    const { visitor, brought } = await begin();
    provider.mischief = mischief;
    await comeBackWith(visitor, brought);
    provider.mischief = {};
    const told = logged.join("");
    expect(told).toContain("session/provider-un");
    for (const secret of [brought.code, brought.state, subject, provider.settings.clientSecret, "ey"])
      expect(told).not.toContain(secret);
  }
});
