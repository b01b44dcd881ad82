// What a provider says of itself and of people, and what happens when it says nothing.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { createTestProvider, type Mischief, type TestProvider } from "../../testing/create-test-provider.js";
import { codeOf, comeBack, goToProvider, signInThere } from "../../testing/provider-ways.js";
import { createSignInStage, type SignInStage } from "../../testing/sign-in-stage.js";
import { createIdentityProvider, type IdentityProvider, type ProviderSettings } from "./identity-provider.js";
import { saveLink } from "./provider.repo.js";

const right = "Lanwan-889-ok";
const subject = "gov-zhang";
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
let provider: TestProvider;
let stage: SignInStage;
let current: IdentityProvider;

/** What a provider says of itself is remembered; this forgets it. */
function openAnew(settings: ProviderSettings = provider.settings): void {
  current = createIdentityProvider(settings, quiet);
}

/** There and back again. */
async function attempt(): Promise<string> {
  const visitor = stage.visit();
  const way = async () =>
    comeBack(stage, visitor, await signInThere(provider, await goToProvider(stage, visitor), subject));
  const answer = await codeOf(way());
  expect(visitor.cookies.has("shian_session")).toBe(answer === "ok");
  return answer;
}

async function attemptAnew(mischief: Mischief, settings?: ProviderSettings): Promise<string> {
  provider.mischief = mischief;
  openAnew(settings);
  return attempt();
}

const byPassword = () =>
  codeOf(
    stage.visit().client.session.begin.mutate({
      txId: stage.test.newTxId(),
      username: "zhang",
      password: right,
      carry: "token",
    }),
  );

beforeAll(async () => {
  provider = await createTestProvider();
  const { issuer, name } = provider.settings;
  stage = await createSignInStage({
    provider: {
      issuer,
      name,
      findAddress: (secrets) => current.findAddress(secrets),
      findSubject: (brought, secrets) => current.findSubject(brought, secrets),
    },
  });
  const personId = await stage.addPerson("zhang", right);
  await saveLink(stage.deps.database.db, personId, { issuer, subject }, stage.now());
});
beforeEach(() => {
  provider.mischief = {};
  openAnew();
});
afterAll(async () => {
  await stage.close();
  await provider.close();
});

it.each([
  ["calls itself something else", { issuer: "https://elsewhere.example" }],
  ["has a page that is no page", { authorization_endpoint: "javascript:alert(1)" }],
  ["has no page", { authorization_endpoint: undefined }],
])("a provider that %s is not gone to", async (_, metadata) => {
  expect(await attemptAnew({ metadata })).toBe("session/provider-unverified");
  expect(await attemptAnew({})).toBe("ok");
});

it("addresses of others that it names or leads to are never asked", async () => {
  let asked = 0;
  const stranger = createServer((_, response) => {
    asked += 1;
    response.end("{}");
  });
  await new Promise<void>((resolve) => stranger.listen(0, "127.0.0.1", resolve));
  const at = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`;
  for (const name of ["token_endpoint", "jwks_uri"])
    expect(await attemptAnew({ metadata: { [name]: `${at}/` } })).toBe("session/provider-unverified");
  expect(await attemptAnew({ redirect: `${at}/` })).toBe("session/provider-unverified");
  expect(asked).toBe(0);
  await new Promise((resolve) => stranger.close(resolve));
});

it("one that is broken or silent is said to be, within seconds, and passwords go on", async () => {
  for (const state of ["broken", "silent"] as const) {
    const since = performance.now();
    expect(await attemptAnew({ state })).toBe("session/provider-unreachable");
    expect(performance.now() - since).toBeLessThan(9000);
    expect(await byPassword()).toBe("ok");
  }
  // Also when it breaks while somebody is there.
  provider.mischief = {};
  openAnew();
  const visitor = stage.visit();
  const brought = await signInThere(provider, await goToProvider(stage, visitor), subject);
  provider.mischief = { state: "broken" };
  expect(await codeOf(comeBack(stage, visitor, brought))).toBe("session/provider-unreachable");
});

it("one that is not there is said to be, and is asked again when it is back", async () => {
  const gone = await createTestProvider();
  await gone.close();
  expect(await attemptAnew({}, gone.settings)).toBe("session/provider-unreachable");
  expect(await attemptAnew({ state: "broken" })).toBe("session/provider-unreachable");
  provider.mischief = {};
  expect(await attempt()).toBe("ok");
});

it("nothing is asked of it before somebody wants to go there", async () => {
  const before = provider.asked.length;
  await stage.visit().client.session.current.query({});
  expect(provider.asked.length).toBe(before);
  await goToProvider(stage, stage.visit());
  await goToProvider(stage, stage.visit());
  expect(provider.asked.slice(before)).toEqual(["GET /.well-known/openid-configuration"]);
});

it("it may identify people by a claim of its own, in the token or beside it", async () => {
  const settings = { ...provider.settings, claim: "employee" };
  expect(await attemptAnew({ claims: { sub: "opaque", employee: subject } }, settings)).toBe("ok");
  expect(await attemptAnew({ userinfo: { employee: subject } }, settings)).toBe("ok");
  const another = { sub: "somebody-else", employee: subject };
  expect(await attemptAnew({ userinfo: another }, settings)).toBe("session/provider-unverified");
  for (const employee of [undefined, 7, "", " ", "x".repeat(256)])
    expect(await attemptAnew({ claims: { employee } }, settings)).toBe("session/provider-unverified");
});

it("it gets the secret in the form where it wants it there", async () => {
  const metadata = { token_endpoint_auth_methods_supported: ["client_secret_post"] };
  expect(await attemptAnew({ metadata })).toBe("ok");
});

it("no provider that is configured is no way in", async () => {
  const plain = await createSignInStage();
  const { client } = plain.visit();
  expect((await client.session.current.query({})).provider).toBeNull();
  expect(await codeOf(goToProvider(plain, plain.visit()))).toBe("session/provider-absent");
  expect(await codeOf(comeBack(plain, plain.visit(), { state: "x", code: "y" }))).toBe(
    "session/provider-absent",
  );
  await plain.close();
});
