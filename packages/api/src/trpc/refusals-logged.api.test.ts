// What the operator's log keeps of attempts, and what it never holds. Sources: ASVS 5.0.0 V16.3.2, V16.3.3.
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { toProblems } from "../client/index.js";
import { createTestApp, type SignedIn, type TestApp } from "../testing/create-test-app.js";

let test: TestApp;
let liaison: SignedIn;
beforeAll(async () => {
  test = await createTestApp();
  liaison = await test.clientAs({ role: "liaison", territory: "990106001", name: "岑晚舟" });
});
afterAll(() => test.close());
beforeEach(() => {
  test.logged.length = 0;
});

const warnings = () =>
  test.logged
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter(({ level }) => level === "warn");
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "ok",
    (error: unknown) => toProblems(error)[0]?.code,
  );

it("an operation that one may not ask is logged by its person's id, not by a name", async () => {
  const code = await codeOf(liaison.client.audit.list.query({ limit: 20 }));
  expect(code).toMatch(/^access\//);
  expect(warnings()).toEqual([
    {
      level: "warn",
      at: expect.any(String),
      operation: "audit.list",
      reason: code,
      person: liaison.personId,
      address: "-",
      message: "refused",
    },
  ]);
  expect(test.logged.join()).not.toContain("岑晚舟");
});

it("a download is logged like an operation, and who has not signed in is not", async () => {
  const response = await test.app.request("http://localhost/api/record/export.ndjson", {
    headers: { authorization: `Bearer ${liaison.token}` },
  });
  expect(response.status).toBe(403);
  expect(warnings()).toMatchObject([{ message: "refused", person: liaison.personId }]);
  const stranger = await test.app.request("http://localhost/api/record/export.ndjson");
  expect(stranger.status).toBe(401);
  expect(warnings()).toHaveLength(1);
});

it("what a service refuses for want of rights is logged like what the door refuses", async () => {
  const code = await codeOf(liaison.client.job.list.query({ everyone: true }));
  expect(code).toMatch(/^access\//);
  expect(warnings()).toMatchObject([{ operation: "job.list", reason: code, person: liaison.personId }]);
});

it.each([
  ["registry.list", { filter: { search: "13812345678", nothing: 1 }, limit: 20 }, "registry.list"],
  ["registry.13812345678", {}, "unknown"],
])("broken input of %s is logged without what it held", async (path, input, operation) => {
  const asked = encodeURIComponent(JSON.stringify(input));
  const response = await test.app.request(`http://localhost/api/trpc/${path}?input=${asked}`, {
    headers: { authorization: `Bearer ${liaison.token}` },
  });
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(warnings()).toMatchObject([{ message: "input refused", operation }]);
  expect(test.logged.join()).not.toContain("13812345678");
});

it.each(["GET", "POST"])("text that is no JSON is logged without it, by %s", async (method) => {
  const text = '{"13812345678';
  const url = "http://localhost/api/trpc/session.end";
  const response =
    method === "GET"
      ? await test.app.request(`http://localhost/api/trpc/registry.list?input=${encodeURIComponent(text)}`)
      : await test.app.request(url, {
          method,
          headers: { "content-type": "application/json", "x-shian": "1" },
          body: text,
        });
  expect(response.status).toBe(400);
  expect(warnings()).toMatchObject([{ message: "input refused" }]);
  expect(test.logged.join()).not.toContain("13812345678");
});

it("a request that another site made somebody send is logged", async () => {
  const response = await test.app.request("http://localhost/api/trpc/visit.submit", {
    method: "POST",
    headers: { origin: "https://evil.example", "content-type": "application/json", "x-shian": "1" },
    body: "{}",
  });
  expect(response.status).toBe(403);
  expect(warnings()).toMatchObject([{ message: "forged request refused", path: "origin" }]);
  expect(test.logged.join()).not.toContain("evil.example");
});
