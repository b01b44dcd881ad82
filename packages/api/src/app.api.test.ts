// The HTTP face: forged requests (S5), uploads (S7), headers (S12), and what an error tells.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { operations } from "@shian/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "./app.js";
import { toProblems, uploadFile } from "./client/index.js";
import { openFile } from "./features/import/import-file.service.js";
import { createTestApp, type TestApp } from "./testing/create-test-app.js";

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.close());

const mutations = Object.entries(operations)
  .filter(([, { kind }]) => kind === "mutation")
  .map(([id]) => id);

describe("forged requests", () => {
  const json = { "content-type": "application/json" };
  const mark = { "x-shian": "1" };
  const shapes: Record<string, RequestInit & { headers: Record<string, string> }> = {
    "a form": {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "a=b",
    },
    "a form with the mark": {
      method: "POST",
      headers: { ...mark, "content-type": "application/x-www-form-urlencoded" },
      body: "a=b",
    },
    "a multipart form": {
      method: "POST",
      headers: { "content-type": "multipart/form-data; boundary=x" },
      body: "--x--",
    },
    "a multipart form with the mark": {
      method: "POST",
      headers: { ...mark, "content-type": "multipart/form-data; boundary=x" },
      body: "--x--",
    },
    "plain text": { method: "POST", headers: { "content-type": "text/plain" }, body: "{}" },
    "plain text with the mark": {
      method: "POST",
      headers: { ...mark, "content-type": "text/plain" },
      body: "{}",
    },
    "no content type": { method: "POST", headers: { ...mark } },
    "JSON without the mark": { method: "POST", headers: json, body: "{}" },
    "JSON with an empty mark": { method: "POST", headers: { ...json, "x-shian": "" }, body: "{}" },
    "JSON from another origin": {
      method: "POST",
      headers: { ...json, ...mark, origin: "http://evil.example" },
      body: "{}",
    },
    "JSON from an opaque origin": {
      method: "POST",
      headers: { ...json, ...mark, origin: "null" },
      body: "{}",
    },
    "JSON to a rebound name": {
      method: "POST",
      headers: { ...json, ...mark, host: "evil.example" },
      body: "{}",
    },
    "a method in disguise": { method: "PUT", headers: { ...mark, "content-type": "text/plain" }, body: "{}" },
    "a reading address": { method: "GET", headers: {} },
  };

  it.each(Object.entries(shapes))(
    "%s is refused by every mutation before it is looked at",
    async (_name, init) => {
      expect(mutations.length).toBeGreaterThan(5);
      for (const id of mutations) {
        const path = init.method === "GET" ? `/api/trpc/${id}?input=%7B%7D` : `/api/trpc/${id}`;
        const response = await test.request(path, init);
        expect([403, 404, 405, 415]).toContain(response.status);
      }
      const { territory } = await test.client.office.status.query({});
      expect(territory.chosen).toBe(false);
    },
  );

  it("a query to a rebound name is refused too", async () => {
    const response = await test.request("/api/trpc/office.status?input=%7B%7D", {
      headers: { host: "evil.example" },
    });
    expect(response.status).toBe(403);
  });
});

describe("uploads", () => {
  it("are kept byte for byte under an id", async () => {
    const content = Uint8Array.from({ length: 70_000 }, (_, index) => index % 251);
    const kept = await uploadFile(test.clientOptions, { name: "C:\\名册\\主体\u0000.csv", content });
    expect(kept).toMatchObject({ fileName: "主体.csv", size: 70_000 });
    const stored = await openFile(test.deps, test.database.db, kept.fileId);
    expect(Buffer.compare(stored?.content ?? new Uint8Array(), content)).toBe(0);
  });

  it.each([
    ["20 MiB are taken", 20 * 1024 * 1024, 201],
    ["a byte more is refused", 20 * 1024 * 1024 + 1, 413],
    ["nothing is refused", 0, 400],
  ])("%s", async (_name, size, status) => {
    const response = await test.request("/api/files?name=a.csv", {
      method: "POST",
      headers: { "x-shian": "1", "content-type": "application/octet-stream" },
      body: new Uint8Array(size),
    });
    expect(response.status).toBe(status);
  });

  it("that are too large say so in words that a person can act on", async () => {
    const error: unknown = await uploadFile(test.clientOptions, {
      name: "a.csv",
      content: new Uint8Array(20 * 1024 * 1024 + 1),
    }).catch((caught) => caught);
    expect(toProblems(error)).toEqual([{ code: "request/too-large", params: { size: 21, most: 20 } }]);
  });

  it("that hold nothing say so as well", async () => {
    const error: unknown = await uploadFile(test.clientOptions, {
      name: "a.csv",
      content: new Uint8Array(0),
    }).catch((caught) => caught);
    expect(toProblems(error)).toMatchObject([{ code: "spreadsheet/empty" }]);
  });

  it("need the mark", async () => {
    const response = await test.request("/api/files?name=a.csv", {
      method: "POST",
      headers: { "content-type": "application/octet-stream" },
      body: "a",
    });
    expect(response.status).toBe(415);
  });
});

describe("answers", () => {
  it("carry the security headers, and no script may be inline", async () => {
    const { headers } = await test.request("/api/health");
    expect(headers.get("content-security-policy")).toMatch(/script-src 'self';/);
    expect(headers.get("content-security-policy")).not.toMatch(/script-src[^;]*unsafe/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("x-powered-by")).toBeNull();
  });

  it.each(["/api/nothing", "/api/trpc/no.such", "/api/trpc/__proto__", "/api/trpc/constructor.constructor"])(
    "%s is not found",
    async (path) => {
      const response = await test.request(path);
      expect(response.status).toBe(404);
      const text = await response.text();
      expect(text).toContain("request/not-found");
      expect(text).not.toMatch(/\bat .*\.(ts|js):\d+/);
    },
  );

  it("a body that is not JSON is refused without stack text", async () => {
    const response = await test.request("/api/trpc/office.chooseTerritory", {
      method: "POST",
      headers: { "x-shian": "1", "content-type": "application/json" },
      body: "{",
    });
    expect(response.status).toBe(400);
    expect(await response.text()).not.toMatch(/\bat .*\.(ts|js):\d+|SyntaxError|Unexpected/);
  });

  it("a body of more than 4 MiB is refused", async () => {
    const response = await test.request("/api/trpc/office.chooseTerritory", {
      method: "POST",
      headers: { "x-shian": "1", "content-type": "application/json" },
      body: JSON.stringify({ padding: "x".repeat(4 * 1024 * 1024) }),
    });
    expect(response.status).toBe(413);
  });
});

describe("the web application", () => {
  const folder = mkdtempSync(join(tmpdir(), "shian-web-"));
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>食安</title>");
  writeFileSync(join(folder, "assets", "main-1a2b.js"), "export {};");
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const get = (path: string) =>
    createApp({ deps: test.deps, webFolder: folder }).request(`http://localhost${path}`);

  it.each(["/", "/registry", "/registry/some-id", "/chain?x=1"])("%s gets the first page", async (path) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toMatch(/^text\/html/);
    expect(await response.text()).toContain("食安");
  });

  it("assets may be kept for ever, a missing one is not found", async () => {
    const asset = await get("/assets/main-1a2b.js");
    expect(asset.headers.get("content-type")).toMatch(/javascript/);
    expect(asset.headers.get("cache-control")).toContain("immutable");
    expect((await get("/assets/gone-3c4d.js")).status).toBe(404);
  });

  it.each([
    "/../package.json",
    "/..%2fpackage.json",
    "/%2e%2e/package.json",
    "/assets/..%5c..%5cpackage.json",
  ])("%s leads nowhere", async (path) => {
    const response = await get(path);
    expect(await response.text()).not.toContain('"name"');
  });
});
