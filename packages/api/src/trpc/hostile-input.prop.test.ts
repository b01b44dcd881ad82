// S11: whatever is sent to whichever operation, the answer is data or reasons, never a bug of ours and never stack
// text. The demonstration city stands behind it, so that valid inputs reach real records; requests come in turn from
// an office person, a township liaison and nobody.
import { operations } from "@shian/domain";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ensureDemonstration } from "../features/demonstration/load-demonstration.service.js";
import { brokenInput, validInput } from "../testing/arbitrary-input.js";
import { createTestApp, type TestApp } from "../testing/create-test-app.js";

const TRIES = 20;
const seed = 20_261_124;

let test: TestApp;
let known: string[];
let tokens: readonly (string | undefined)[];
let sent = 0;
beforeAll(async () => {
  test = await createTestApp();
  await ensureDemonstration(test.deps);
  const { rows } = await test.client.registry.list.query({ limit: 3 });
  const officials = await test.client.official.list.query({ limit: 3 });
  const rubrics = await test.client.rubric.list.query({});
  known = [...rows, ...officials.rows, ...rubrics.rows].map(({ id }) => id);
  const office = await test.clientAs({ role: "office", territory: "CN" });
  const liaison = await test.clientAs({ role: "liaison", territory: "990106001" });
  tokens = [office.token, liaison.token, undefined];
  known.push("990106", "990106001", "CN", "老槐树", "2026-11-24");
}, 120_000);
afterAll(() => test.close());

async function send(id: string, kind: string, input: unknown): Promise<{ status: number; text: string }> {
  const url = `http://localhost/api/trpc/${id}`;
  sent += 1;
  // What ends sessions would leave nobody to ask the rest.
  const token = id.startsWith("session.") ? undefined : tokens[sent % tokens.length];
  const authorization: Record<string, string> =
    token === undefined ? {} : { authorization: `Bearer ${token}` };
  const response =
    kind === "mutation"
      ? await test.app.request(url, {
          method: "POST",
          headers: { "content-type": "application/json", "x-shian": "1", ...authorization },
          body: JSON.stringify(input) ?? "",
        })
      : await test.app.request(
          `${url}?input=${encodeURIComponent(toWellFormed(JSON.stringify(input) ?? ""))}`,
          { headers: authorization },
        );
  return { status: response.status, text: await response.text() };
}

/** A lone surrogate cannot stand in an address; JSON escapes it. */
const toWellFormed = (text: string) => text.replace(/[\ud800-\udfff]/g, (half) => encodeHalf(half));
const encodeHalf = (half: string) => `\\u${half.charCodeAt(0).toString(16)}`;

const judge = ({ status, text }: { status: number; text: string }) => {
  expect(text).not.toMatch(/\bat .{1,200}\.(ts|js|mjs):\d+/);
  if (status >= 400) expect(text).not.toMatch(/select |insert into|syntax error|pglite|drizzle/i);
  if (status >= 500) throw new Error(`${status}: ${text}\n${test.logged.at(-1)}`);
};

// A stream of an import that never ends would hold the test; its input is that of `import.run`.
const asked = Object.entries(operations).filter(([, { kind }]) => kind !== "subscription");

describe.each(asked)("%s", (id, { kind, input }) => {
  it("answers valid inputs with data or reasons", async () => {
    await fc.assert(
      fc.asyncProperty(validInput(input, known), async (value) => judge(await send(id, kind, value))),
      { numRuns: TRIES, seed },
    );
  });

  it("answers broken inputs with reasons", async () => {
    await fc.assert(
      fc.asyncProperty(brokenInput(input, known), async (value) => judge(await send(id, kind, value))),
      { numRuns: TRIES, seed },
    );
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });

  it("refuses an unknown key", async () => {
    const { status, text } = await send(id, kind, { txId: test.newTxId(), noSuchField: 1 });
    expect([status, text.includes("request/invalid-input")]).toEqual([400, true]);
  });
});
