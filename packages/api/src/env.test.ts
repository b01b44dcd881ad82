import { expect, it } from "vitest";
import { EnvRefusal, parseEnv } from "./env.js";

it("has a default for everything", () => {
  expect(parseEnv({}, "/srv/office")).toEqual({
    port: 3000,
    folder: "/srv/office/.shian",
    mode: undefined,
    anchor: undefined,
    publicUrl: undefined,
    databaseUrl: undefined,
    keyFile: "/srv/office/.shian/keys.json",
    suite: "intl",
    passwordProfile: "dengbao3",
    host: "127.0.0.1",
    trustedProxies: [],
    metricsToken: undefined,
    ownerUrl: undefined,
    provider: undefined,
    tracesUrl: undefined,
  });
});

it("takes a blank variable as an absent one", () => {
  const blank = {
    PORT: "",
    SHIAN_DATA: "",
    SHIAN_MODE: "",
    SHIAN_ANCHOR: "",
    SHIAN_URL: "",
    DATABASE_URL: "",
  };
  expect(parseEnv(blank, "/x")).toEqual(parseEnv({}, "/x"));
});

it("reads what is given", () => {
  const given = {
    PORT: "0",
    SHIAN_DATA: "data",
    SHIAN_MODE: "office",
    SHIAN_ANCHOR: "2026-11-24",
    SHIAN_URL: "https://shian.example",
    DATABASE_URL: "postgres://shian@db/shian?sslmode=verify-full",
    SHIAN_KEY_FILE: "secret/keys.json",
    SHIAN_SUITE: "gm",
    SHIAN_PASSWORDS: "asvs",
    SHIAN_HOST: "0.0.0.0",
    SHIAN_TRUSTED_PROXIES: "10.0.0.0/8, ::1",
    SHIAN_METRICS_TOKEN: "0123456789abcdef",
    DATABASE_OWNER_URL: "postgres://owner@db/shian?sslmode=verify-full",
    OTEL_EXPORTER_OTLP_ENDPOINT: "http://collector:4318",
  };
  expect(parseEnv(given, "/srv")).toEqual({
    port: 0,
    folder: "/srv/data",
    mode: "office",
    anchor: "2026-11-24",
    publicUrl: "https://shian.example",
    databaseUrl: "postgres://shian@db/shian?sslmode=verify-full",
    keyFile: "/srv/secret/keys.json",
    suite: "gm",
    passwordProfile: "asvs",
    host: "0.0.0.0",
    trustedProxies: ["10.0.0.0/8", "::1"],
    metricsToken: "0123456789abcdef",
    ownerUrl: "postgres://owner@db/shian?sslmode=verify-full",
    provider: undefined,
    tracesUrl: "http://collector:4318",
  });
  expect(parseEnv({ SHIAN_DATA: "/var/shian" }, "/srv").folder).toBe("/var/shian");
});

it.each([
  ["PORT", "http"],
  ["PORT", "65536"],
  ["PORT", "-1"],
  ["PORT", "3000.5"],
  ["SHIAN_MODE", "production"],
  ["SHIAN_ANCHOR", "2026-02-30"],
  ["SHIAN_URL", "file:///etc/passwd"],
  ["SHIAN_SUITE", "rot13"],
  ["SHIAN_PASSWORDS", "none"],
  ["SHIAN_TRUSTED_PROXIES", "my-proxy"],
  ["SHIAN_METRICS_TOKEN", "short"],
  ["DATABASE_OWNER_URL", "mysql://x"],
  ["DATABASE_URL", "mysql://x"],
  ["DATABASE_URL", "postgres://shian@db/shian"],
  ["DATABASE_OWNER_URL", "postgres://owner@db/shian?sslmode=require"],
  ["SHIAN_DATABASE_PLAIN", "yes"],
])("refuses %s=%s by its name", (name, value) => {
  expect(() => parseEnv({ [name]: value }, "/")).toThrow(EnvRefusal);
  expect(() => parseEnv({ [name]: value }, "/")).toThrow(new RegExp(`^${name}: `));
});

it("takes a database elsewhere without TLS when it is told that the way there is private", () => {
  const given = { DATABASE_URL: "postgres://shian@db/shian", SHIAN_DATABASE_PLAIN: "1" };
  expect(parseEnv(given, "/").databaseUrl).toBe(given.DATABASE_URL);
});
