// Variables about the outside identity provider, and the server that is started with them.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { EnvRefusal, parseEnv } from "./env.js";
import { openDeps } from "./open-deps.js";

const given = {
  SHIAN_URL: "https://shian.example/",
  SHIAN_OIDC_ISSUER: "https://sso.example/realms/gov",
  SHIAN_OIDC_CLIENT_ID: "shian",
  SHIAN_OIDC_CLIENT_SECRET: "of the office",
};
const faultsOf = (variables: Record<string, string>): string[] => {
  try {
    parseEnv(variables, "/srv");
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(EnvRefusal);
    return String((error as Error).message).split("\n");
  }
};

it("needs an issuer, a client and its secret; the rest has defaults", () => {
  expect(parseEnv(given, "/srv").provider).toEqual({
    issuer: "https://sso.example/realms/gov",
    clientId: "shian",
    secret: { text: "of the office" },
    name: undefined,
    claim: "sub",
    scopes: ["openid"],
    returnAddress: "https://shian.example/sign-in/return",
  });
});

it("takes what else is said", () => {
  const { SHIAN_OIDC_CLIENT_SECRET: _, ...rest } = given;
  const more = {
    SHIAN_OIDC_CLIENT_SECRET_FILE: "secret/oidc",
    SHIAN_OIDC_NAME: "省统一身份认证",
    SHIAN_OIDC_CLAIM: "employee_number",
    SHIAN_OIDC_SCOPES: "openid profile, email",
  };
  expect(parseEnv({ ...rest, ...more }, "/srv").provider).toMatchObject({
    secret: { file: "/srv/secret/oidc" },
    name: "省统一身份认证",
    claim: "employee_number",
    scopes: ["openid", "profile", "email"],
  });
});

it("is none where all is blank", () => {
  const blank = Object.fromEntries(Object.keys(given).map((name) => [name, ""]));
  expect(parseEnv(blank, "/srv").provider).toBeUndefined();
});

it.each([
  ["SHIAN_OIDC_ISSUER", "http://sso.example", /^SHIAN_OIDC_ISSUER: must be an https address/],
  ["SHIAN_OIDC_ISSUER", "https://sso.example/?tenant=1", /^SHIAN_OIDC_ISSUER: /],
  ["SHIAN_OIDC_ISSUER", "https://sso.example/#a", /^SHIAN_OIDC_ISSUER: /],
  ["SHIAN_OIDC_ISSUER", "https://user:word@sso.example", /^SHIAN_OIDC_ISSUER: /],
  ["SHIAN_OIDC_ISSUER", "http://127.0.0.1.sso.example", /^SHIAN_OIDC_ISSUER: /],
  ["SHIAN_OIDC_ISSUER", "sso.example", /^SHIAN_OIDC_ISSUER: must be an https address/],
  ["SHIAN_OIDC_ISSUER", "file:///etc/passwd", /^SHIAN_OIDC_ISSUER: /],
  ["SHIAN_OIDC_ISSUER", "", /^SHIAN_OIDC_ISSUER: must be set where SHIAN_OIDC_CLIENT_ID is$/],
  ["SHIAN_OIDC_CLIENT_ID", "", /^SHIAN_OIDC_CLIENT_ID: must be set/],
  ["SHIAN_OIDC_CLIENT_SECRET", "", /^SHIAN_OIDC_CLIENT_SECRET: must be set/],
  ["SHIAN_OIDC_CLIENT_SECRET_FILE", "secret/oidc", /^SHIAN_OIDC_CLIENT_SECRET: /],
  ["SHIAN_OIDC_CLAIM", "a b", /^SHIAN_OIDC_CLAIM: /],
  ["SHIAN_OIDC_SCOPES", "profile", /^SHIAN_OIDC_SCOPES: must hold openid$/],
  ["SHIAN_OIDC_NAME", " ", /^SHIAN_OIDC_NAME: /],
  ["SHIAN_URL", "", /^SHIAN_URL: must be the https address/],
  ["SHIAN_URL", "http://shian.example", /^SHIAN_URL: must be the https address/],
])("%s=%s is refused by its name", (name, value, sentence) => {
  const [first, ...rest] = faultsOf({ ...given, [name]: value });
  expect(first).toMatch(sentence);
  expect(rest).toEqual([]);
});

it.each(["http://127.0.0.1:8080", "http://localhost:8080", "http://[::1]:8080"])(
  "%s is on this machine and may be plain",
  (issuer) => expect(faultsOf({ ...given, SHIAN_OIDC_ISSUER: issuer, SHIAN_URL: issuer })).toEqual([]),
);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "shian-provider-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const { SHIAN_OIDC_CLIENT_SECRET: _, ...withoutSecret } = given;
const openWith = (variables: Record<string, string>) => openDeps(parseEnv(variables, folder));

it("a server in office mode has it, its secret read from the file", async () => {
  const file = join(folder, "oidc");
  const variables = {
    ...withoutSecret,
    SHIAN_MODE: "office",
    SHIAN_DATA: join(folder, "office"),
    SHIAN_OIDC_CLIENT_SECRET_FILE: file,
  };
  await expect(openWith(variables)).rejects.toThrow(`SHIAN_OIDC_CLIENT_SECRET_FILE: ${file} cannot be read`);
  writeFileSync(file, "\n");
  await expect(openWith(variables)).rejects.toThrow(`SHIAN_OIDC_CLIENT_SECRET_FILE: ${file} is empty`);
  writeFileSync(file, "of the office\n");
  const { deps } = await openWith(variables);
  expect(deps.provider?.issuer).toBe(given.SHIAN_OIDC_ISSUER);
  await deps.database.close();
});
