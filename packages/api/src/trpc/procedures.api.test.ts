// What a procedure makes of its service's answer, and what of it reaches the caller.
import { type ImportRun, ok, refuse } from "@shian/domain";
import type { TRPCClient } from "@trpc/client";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { createClient, toProblems } from "../client/index.js";
import { findSetting, type SettingKind, saveSetting } from "../features/office/office.repo.js";
import { createTestApp, type SignedIn, type TestApp } from "../testing/create-test-app.js";
import { findLocale } from "./context.js";
import { rememberWho } from "./find-who.js";
import { findStatus } from "./problem-mapping.js";
import { bindMutation, bindQuery, bindSubscription, createRouter } from "./procedures.js";

let test: TestApp;
let office: SignedIn;
beforeAll(async () => {
  test = await createTestApp();
  office = await test.clientAs({ role: "office", territory: "CN" });
});
afterAll(() => test.close());

const note: SettingKind<string> = { key: "note", schema: z.string() };
const jobsRun: string[] = [];
let calls = 0;
const left: string[] = [];
/** What happens between the first and the second answer of a stream, by its run. */
const ending = new Map<string, () => Promise<unknown>>();

const toRun = (id: string, done: number): ImportRun => ({
  id,
  kind: "registry",
  fileName: "名册.csv",
  status: "reading",
  progress: { done, of: 3 },
  mapping: {},
  answer: null,
  failure: null,
  graded: null,
  source: null,
  options: { holdNew: false, holdSimilar: false },
  appliedAt: null,
  undone: null,
});

const router = createRouter({
  territory: {
    list: bindQuery("territory.list", async () => {
      throw new Error("secret: password of the database");
    }),
    search: bindQuery("territory.search", async () => ok({ rows: [], extra: 1 }) as never),
  },
  import: {
    watch: bindSubscription("import.watch", async function* (_call, { runId }, signal) {
      for (let done = 0; done < 3; done += 1) {
        if (done === 1) await ending.get(runId)?.();
        yield ok(toRun(runId, done));
      }
      if (runId === "refused") yield refuse("request/not-found", { id: runId });
      if (runId === "endless") {
        await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
        left.push(runId);
      }
    }),
  },
  office: {
    chooseTerritory: bindMutation("office.chooseTerritory", async (call, { territory }) => {
      calls += 1;
      await saveSetting(call.db, note, territory, call.now);
      call.afterCommit("note", async () => {
        jobsRun.push(territory);
      });
      return territory === "00"
        ? refuse("request/not-found", { id: "00" })
        : ok({ code: territory, name: "甲" });
    }),
  },
});

/** The real client over the router of this test. */
const connect = (token = office.token): TRPCClient<typeof router> =>
  createClient({
    url: "http://localhost",
    fetch: (input, init) =>
      fetchRequestHandler({
        endpoint: "/api/trpc",
        req: new Request(input, init),
        router,
        createContext: () => ({
          deps: test.deps,
          locale: "zh-CN" as const,
          address: "-",
          agent: "test",
          token,
          carrier: { carry: () => undefined, drop: () => undefined },
          who: rememberWho(test.deps, token),
        }),
      }),
  }) as unknown as TRPCClient<typeof router>;

const problemsOf = async (work: Promise<unknown>) => toProblems(await work.catch((error: unknown) => error));
const readNote = () => findSetting(test.database.db, note);

describe("a bug", () => {
  it("is told by a reference alone, and logged whole under it", async () => {
    const error: unknown = await connect()
      .territory.list.query({})
      .catch((caught) => caught);
    const [told] = toProblems(error);
    expect(told).toMatchObject({ code: "request/internal", params: { reference: expect.any(String) } });
    expect(JSON.stringify(error)).not.toContain("password");
    const line = test.logged.find((one) => one.includes(String(told?.params.reference)));
    expect(line).toContain("password of the database");
    expect(line).toContain("territory.list");
  });

  it("in an answer that breaks its contract is never sent", async () => {
    expect(await problemsOf(connect().territory.search.query({ text: "甲" }))).toMatchObject([
      { code: "request/internal" },
    ]);
    expect(test.logged.at(-1)).toContain("breaks its contract");
  });
});

describe("a change", () => {
  it("is committed with its record, answered again from it, and done once", async () => {
    const input = { txId: test.newTxId(), territory: "990106" };
    const before = calls;
    const first = await connect().office.chooseTerritory.mutate(input);
    const again = await Promise.all([1, 2, 3].map(() => connect().office.chooseTerritory.mutate(input)));
    expect(again).toEqual([first, first, first]);
    expect(calls - before).toBe(1);
    await test.deps.jobs.idle();
    expect(jobsRun).toEqual(["990106"]);
    expect(await readNote()).toBe("990106");
  });

  it("sent several times at once is done once", async () => {
    const input = { txId: test.newTxId(), territory: "990107" };
    const before = calls;
    const answers = await Promise.all([1, 2, 3, 4].map(() => connect().office.chooseTerritory.mutate(input)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(calls - before).toBe(1);
  });

  it("that is refused leaves nothing behind, and the same id may be used for another try", async () => {
    const txId = test.newTxId();
    const note = await readNote();
    const ran = jobsRun.length;
    expect(await problemsOf(connect().office.chooseTerritory.mutate({ txId, territory: "00" }))).toEqual([
      { code: "request/not-found", params: { id: "00" } },
    ]);
    await test.deps.jobs.idle();
    expect([await readNote(), jobsRun.length]).toEqual([note, ran]);
    await connect().office.chooseTerritory.mutate({ txId, territory: "990106" });
    expect(await readNote()).toBe("990106");
  });
});

describe("a subscription", () => {
  /** Everything that one tells until it ends, and how it ended. */
  const listen = (runId: string, most = Number.POSITIVE_INFINITY, token = office.token) =>
    new Promise<{ told: number[]; ended: unknown }>((resolve) => {
      const told: number[] = [];
      const subscription = connect(token).import.watch.subscribe(
        { runId },
        {
          onData: (run) => {
            told.push(run.progress.done);
            if (told.length < most) return;
            resolve({ told, ended: "left" });
            subscription.unsubscribe();
          },
          onComplete: () => resolve({ told, ended: "complete" }),
          onError: (error) => resolve({ told, ended: toProblems(error) }),
        },
      );
    });

  it("tells one answer after the other and then ends", async () => {
    expect(await listen("whole")).toEqual({ told: [0, 1, 2], ended: "complete" });
  });

  it("ends with the reasons of a refusal", async () => {
    expect(await listen("refused")).toEqual({
      told: [0, 1, 2],
      ended: [{ code: "request/not-found", params: { id: "refused" } }],
    });
  });

  it.each(["signed out", "disabled"])("tells nothing more once its person is %s", async (how) => {
    const { token, client, personId } = await test.clientAs({ role: "office", territory: "CN", name: how });
    ending.set(how, () =>
      how === "disabled"
        ? test.database.db.execute(sql`update person set state = 'disabled' where id = ${personId}`)
        : client.session.end.mutate({ txId: test.newTxId() }),
    );
    expect(await listen(how, undefined, token)).toEqual({
      told: [0],
      ended: [{ code: "access/signed-out", params: {} }],
    });
  });

  it("is told when nobody listens any more", async () => {
    expect(await listen("endless", 3)).toEqual({ told: [0, 1, 2], ended: "left" });
    await expect.poll(() => left).toEqual(["endless"]);
  });
});

it.each([
  ["request/not-found", "NOT_FOUND"],
  ["request/stale", "CONFLICT"],
  ["request/internal", "INTERNAL_SERVER_ERROR"],
  ["chain/overload", "UNPROCESSABLE_CONTENT"],
  ["toString", "UNPROCESSABLE_CONTENT"],
])("%s → %s", (code, status) => expect(findStatus(code)).toBe(status));

it.each([
  [undefined, "zh-CN"],
  ["", "zh-CN"],
  ["en", "en"],
  ["en-GB,zh;q=0.5", "en"],
  ["zh-CN,en;q=0.9", "zh-CN"],
  ["zh", "zh-CN"],
  ["fr", "zh-CN"],
])("accept-language %s → %s", (header, locale) => expect(findLocale(header)).toBe(locale));
