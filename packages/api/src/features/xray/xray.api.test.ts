// The x-ray by itself: every night by the clock, and after an import was applied.
import { toPlainDate } from "@shian/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ShianClient, toProblems } from "../../client/index.js";
import { createTestApp, type TestApp } from "../../testing/create-test-app.js";
import { importFile, previewFile } from "../../testing/run-import.js";
import { district, east, insertSmallRegister, west } from "../../testing/small-register.js";
import { attachJobRunner } from "../job/attach-job-runner.js";
import { listDays } from "./xray.repo.js";

let app: TestApp;
let office: ShianClient;
let system: ShianClient;
beforeAll(async () => {
  app = await createTestApp();
  await insertSmallRegister(app, {
    shops: [
      { id: "a", township: east, official: "k" },
      { id: "b", township: west, official: "k" },
    ],
    seats: [{ id: "k", jurisdictions: [district] }],
  });
  office = (await app.clientAs({ role: "office", territory: district })).client;
  system = (await app.clientAs({ role: "system", territory: district })).client;
});
afterAll(() => app.close());

/** What the runner does by itself: it looks, and works until nothing is due. */
const letTheClockRun = async () => {
  await attachJobRunner(app.deps).look();
  await app.deps.jobs.idle();
};
const nightly = async () =>
  (await system.job.list.query({ everyone: true, limit: 100 })).rows.filter(({ kind }) => kind === "x-ray");
const countedOn = async (day: string) =>
  (await office.xray.get.query({})).trend.find((one) => one.day === day);
const sum = (day: Awaited<ReturnType<typeof countedOn>>) =>
  day === undefined ? undefined : day.error + day.warning + day.notice;

describe("every night", () => {
  it("is not counted before its hour", async () => {
    await letTheClockRun();
    expect(await nightly()).toEqual([]);
    expect((await office.xray.get.query({})).trend).toEqual([]);
  });

  it("is counted once, job and counts recorded, by rule and township as the page counts", async () => {
    app.setToday("2026-11-25");
    await letTheClockRun();
    const [job, ...others] = await nightly();
    expect(others).toEqual([]);
    const xray = await office.xray.get.query({});
    expect(xray.findings).toBeGreaterThan(0);
    expect(job).toMatchObject({ state: "done", attempts: 1, personName: "" });
    expect(sum(await countedOn("2026-11-25"))).toBe(xray.findings);
    const stored = await listDays(app.database.db, {
      from: xray.asOf,
      to: xray.asOf,
      townships: undefined,
    });
    const counted = xray.rules.flatMap(({ rule, count }) => (count > 0 ? [{ rule, found: count }] : []));
    expect(
      stored.map(({ rule, found }) => ({ rule, found })).sort((x, y) => (x.rule < y.rule ? -1 : 1)),
    ).toEqual(counted.sort((x, y) => (x.rule < y.rule ? -1 : 1)));
    // Nothing more is due until the next night.
    await letTheClockRun();
    expect(await nightly()).toHaveLength(1);
  });

  it("what was set aside is not counted the next night; the night before stands as it was", async () => {
    const before = sum(await countedOn("2026-11-25")) ?? 0;
    const missing = await office.xray.rows.query({ rule: "officer-missing" });
    expect(missing.rows.map(({ id }) => id)).toEqual(["a", "b"]);
    const asked = { rule: "officer-missing" as const, ids: ["a"], reason: "小店，等街道报" };
    await office.xray.ignore.mutate({ txId: app.newTxId(), ...asked, until: toPlainDate("2026-12-31") });
    app.setToday("2026-11-26");
    await letTheClockRun();
    expect(await nightly()).toHaveLength(2);
    expect(sum(await countedOn("2026-11-25"))).toBe(before);
    expect(sum(await countedOn("2026-11-26"))).toBe(before - 1);
  });

  it("a night with nothing to mend is a day of the trend too", async () => {
    const xray = await office.xray.get.query({});
    for (const { rule, count } of xray.rules)
      if (count > 0) {
        const { rows } = await office.xray.rows.query({ rule, limit: 100 });
        await office.xray.ignore.mutate({
          txId: app.newTxId(),
          rule,
          ids: rows.map(({ id }) => id),
          reason: "试点期间",
          until: toPlainDate("2026-12-31"),
        });
      }
    app.setToday("2026-11-27");
    await letTheClockRun();
    expect(sum(await countedOn("2026-11-27"))).toBe(0);
  });
});

describe("after an import", () => {
  const sheet = ["主体名称,许可证编号,所在地代码,地址", `新来面馆,JY13202020009651,${east}001,东街1号`];
  const step = {
    kind: "registry",
    name: "新.csv",
    bytes: new TextEncoder().encode(sheet.join("\n")),
  } as const;

  it("a preview leaves the count of the night", async () => {
    app.setToday("2026-11-28");
    await letTheClockRun();
    const before = sum(await countedOn("2026-11-28"));
    expect(before).toBe(0);
    expect((await previewFile(app, step)).status).toBe("previewed");
    expect(sum(await countedOn("2026-11-28"))).toBe(before);
  });

  it("applied, it is counted again at once with what the file brought in", async () => {
    const nights = (await nightly()).length;
    const run = await importFile(app, step);
    expect(run.answer?.created).toBe(1);
    const xray = await office.xray.get.query({});
    const brought = xray.rules.filter(({ count }) => count > 0).map(({ rule }) => rule);
    expect(brought).toEqual(expect.arrayContaining(["form-missing", "officer-missing"]));
    expect(sum(await countedOn("2026-11-28"))).toBe(xray.findings);
    expect(await nightly()).toHaveLength(nights);
  });
});

it("who may not mend sets nothing aside", async () => {
  const { client } = await app.clientAs({ role: "leader", territory: district });
  const asked = {
    rule: "officer-missing" as const,
    ids: ["b"],
    reason: "不看",
    until: toPlainDate("2026-12-31"),
  };
  const refused = await client.xray.ignore
    .mutate({ txId: app.newTxId(), ...asked })
    .catch((error: unknown) => toProblems(error).map(({ code }) => code));
  expect(refused).toEqual(["access/no-role"]);
});
