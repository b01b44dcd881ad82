// What every answer carries and what no request can do, through the whole application: rows of docs/reference/asvs.md.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type IncomingMessage, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../packages/api/src/app.js";
import { createTestApp, type TestApp } from "../packages/api/src/testing/create-test-app.js";
import { serveApp } from "../packages/api/src/testing/load/serve-app.js";

let test: TestApp;
const web = mkdtempSync(join(tmpdir(), "shian-asvs-"));
mkdirSync(join(web, "assets"));
writeFileSync(join(web, "index.html"), "<!doctype html><title>食安</title>");
writeFileSync(join(web, "assets", "main-1a2b.js"), "export {};");
mkdirSync(join(web, ".git"));
writeFileSync(join(web, ".git", "config"), "[core]");
writeFileSync(join(web, ".env"), "A=b");
beforeAll(async () => {
  test = await createTestApp();
});
afterAll(async () => {
  await test.close();
  rmSync(web, { recursive: true, force: true });
});

const ask = (path: string, init: RequestInit = {}) =>
  createApp({ deps: test.deps, webFolder: web }).request(`http://localhost${path}`, init);
const asOffice = () => new Headers(test.clientOptions.headers as Record<string, string>);

/** One of every kind of answer: a page, a script, data, a file, and each kind of refusal. */
const answers: [name: string, path: string, init?: RequestInit][] = [
  ["the first page", "/"],
  ["a page within", "/registry"],
  ["a script", "/assets/main-1a2b.js"],
  ["a missing script", "/assets/gone.js"],
  ["health", "/api/health"],
  ["nothing of the interface", "/api/nothing"],
  ["nobody's question", "/api/trpc/registry.list?input=%7B%7D"],
  ["an unknown operation", "/api/trpc/no.such"],
  ["nobody's download", "/api/export/registry.csv"],
  ["a forged change", "/api/trpc/session.begin", { method: "POST", body: "a=b" }],
  ["a forged upload", "/api/files?name=a.csv", { method: "POST", body: "a" }],
];

it.each(["/.git/config", "/.env", "/%2egit/config", "/assets/../.env"])(
  "a file that begins with a dot is not served: %s",
  async (path) => {
    const response = await ask(path);
    expect(await response.text()).not.toMatch(/core|A=b/);
    expect(response.status).toBe(404);
  },
);

it.each(["/", "/api/health", "/api/trpc/session.current"])(
  "TRACE of %s gives nothing back of what was sent",
  async (path) => {
    // `fetch` refuses to send TRACE at all, so it goes over a connection of its own.
    const server = await serveApp(createApp({ deps: test.deps, webFolder: web }));
    try {
      const { hostname, port } = new URL(server.url);
      const answered = await new Promise<IncomingMessage>((resolve, reject) => {
        const asked = request(
          { hostname, port, path, method: "TRACE", headers: { "x-mark": "trace-mark" } },
          resolve,
        );
        asked.once("error", reject).end();
      });
      expect(answered.statusCode).toBeGreaterThanOrEqual(400);
      expect(await text(answered)).not.toContain("trace-mark");
    } finally {
      server.close();
    }
  },
);

describe("over https", () => {
  it.each<[string, string, RequestInit?]>([
    ["the first page", "/"],
    ["data", "/api/health"],
  ])("%s binds the browser to https, and not over plain http", async (_, path) => {
    const secure = createApp({ deps: { ...test.deps, isSecure: true }, webFolder: web });
    const { headers } = await secure.request(`https://localhost${path}`);
    expect(headers.get("strict-transport-security")).toBe("max-age=31536000");
    expect((await ask(path)).headers.get("strict-transport-security")).toBeNull();
  });
});

describe("every answer", () => {
  it.each<[string, string, RequestInit?]>(answers)(
    "to %s carries the security headers",
    async (_, path, init) => {
      const { headers } = await ask(path, init);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
      expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
      const policy = headers.get("content-security-policy") ?? "";
      for (const part of [
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
      ])
        expect(policy).toContain(part);
      expect(policy).toMatch(/(^|; )script-src 'self'(;|$)/);
    },
  );

  it.each<[string, string, RequestInit?]>(answers)(
    "to %s says what its body is, and text in which characters",
    async (_, path, init) => {
      const response = await ask(path, init);
      const type = response.headers.get("content-type") ?? "";
      if ((await response.text()) === "") return;
      expect(type).toMatch(/^(application\/json|text\/(html|plain|javascript|csv); charset=utf-8)/i);
    },
  );

  it.each<[string, string, RequestInit?]>(answers)(
    "to %s lets no other origin read it",
    async (_, path, init) => {
      const headers = { ...(init?.headers ?? {}), origin: "https://evil.example" };
      const response = await ask(path, { ...init, headers });
      expect(response.headers.get("access-control-allow-origin")).toBeNull();
      expect(response.headers.get("access-control-allow-credentials")).toBeNull();
    },
  );

  it("of the interface is kept by no cache", async () => {
    for (const path of ["/api/trpc/office.status?input=%7B%7D", "/api/export/registry.csv", "/api/health"])
      expect((await ask(path, { headers: asOffice() })).headers.get("cache-control")).toBe("no-store");
  });

  it("of a file names it in characters that end no header", async () => {
    for (const path of ["/api/templates/registry.csv", "/api/templates/registry.xlsx"]) {
      const { status, headers } = await ask(path, { headers: asOffice() });
      expect(status).toBe(200);
      expect(headers.get("content-disposition")).toMatch(
        /^attachment; filename\*=UTF-8''[\w.%~-]+\.(csv|xlsx)$/,
      );
    }
  });

  it("tells neither the product's parts nor their versions", async () => {
    for (const [, path, init] of answers) {
      const { headers } = await ask(path, init);
      expect([headers.get("server"), headers.get("x-powered-by")]).toEqual([null, null]);
    }
  });
});

describe("no request", () => {
  it("asks a preflight's leave for another origin", async () => {
    const response = await ask("/api/trpc/registry.correct", {
      method: "OPTIONS",
      headers: { origin: "https://evil.example", "access-control-request-method": "POST" },
    });
    expect(response.headers.get("access-control-allow-methods")).toBeNull();
    expect(response.status).toBeGreaterThanOrEqual(400);
  });

  it.each(["GET", "HEAD", "PUT", "DELETE", "PATCH"])("changes anything by %s", async (method) => {
    const asked = { txId: test.newTxId(), territory: "990106" };
    const input = encodeURIComponent(JSON.stringify(asked));
    const headers = asOffice();
    headers.set("content-type", "application/json");
    headers.set("x-shian", "1");
    const body = method === "GET" || method === "HEAD" ? {} : { body: JSON.stringify(asked) };
    const response = await ask(`/api/trpc/office.chooseTerritory?input=${input}`, {
      method,
      headers,
      ...body,
    });
    // A HEAD is answered without a look at what it asks.
    if (method !== "HEAD") expect(response.status).toBeGreaterThanOrEqual(400);
    const { territory } = await test.client.office.status.query({});
    expect(territory.chosen).toBe(false);
  });

  it.each(["/", "/assets/", "/assets", "/assets/.", "/assets/..", "/..%2f"])(
    "lists a folder: %s",
    async (path) => {
      const text = await (await ask(path)).text();
      expect(text).not.toContain("main-1a2b");
    },
  );

  it("is read by a parameter sent twice, or by one in the wrong place", async () => {
    const one = encodeURIComponent(JSON.stringify({ limit: 1 }));
    const other = encodeURIComponent(JSON.stringify({ limit: 2, noSuchField: 1 }));
    const twice = await ask(`/api/trpc/registry.list?input=${one}&input=${other}`, { headers: asOffice() });
    expect(twice.status).toBe(200);
    const headers = asOffice();
    headers.set("content-type", "application/json");
    headers.set("x-shian", "1");
    const misplaced = await ask(`/api/trpc/office.chooseTerritory?input=${one}`, {
      method: "POST",
      headers,
      body: "{}",
    });
    expect(misplaced.status).toBe(400);
  });

  it("tells another address, host or scheme by a header of a proxy that nobody trusts", async () => {
    const headers = {
      "x-forwarded-host": "evil.example",
      "x-forwarded-proto": "https",
      forwarded: "host=evil.example",
    };
    const response = await ask("/registry", { headers });
    expect(response.status).toBe(200);
    expect(await response.text()).not.toContain("evil.example");
    expect(response.headers.get("location")).toBeNull();
  });

  it("gets a session by asking, without signing in", async () => {
    for (const [, path, init] of answers)
      expect((await ask(path, init)).headers.get("set-cookie")).toBeNull();
  });

  it.each(["x".repeat(43), "", "null", "00000000-0000-4000-8000-000000000001", "Bearer", "{}"])(
    "is anybody's with the made-up token %j",
    async (token) => {
      const response = await ask("/api/trpc/registry.list?input=%7B%7D", {
        headers: {
          authorization: `Bearer ${token}`,
          cookie: `shian_session=${token}; __Host-shian_session=${token}`,
        },
      });
      expect(response.status).toBe(401);
    },
  );
});
