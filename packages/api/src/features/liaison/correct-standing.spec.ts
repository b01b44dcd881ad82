// A correction of what holds today leaves alone what was entered for later: who follows, and the end.
import type { PlainDate } from "@shian/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toProblems } from "../../client/index.js";
import type { Database } from "../../storage/database.js";
import { createTestApp, type TestApp } from "../../testing/create-test-app.js";
import { district, east, insertSmallRegister } from "../../testing/small-register.js";
import { bothEngines } from "../../testing/test-engines.js";
import { listStandingDuty } from "./duty-post.repo.js";
import { listStandingGroup } from "./group.repo.js";

const day = (text: string) => text as PlainDate;

describe.each(bothEngines)("correcting what holds today on $name", ({ open }) => {
  let database: Database;
  let test: TestApp;
  beforeAll(async () => {
    database = await open();
    test = await createTestApp({ database, today: "2026-11-24" });
    await insertSmallRegister(test, { shops: [], seats: [] });
  }, 120_000);
  afterAll(async () => {
    await test?.close();
    await database?.close();
  });

  const txId = () => test.newTxId();
  const factsOf = (name: string, title = "联络员") => ({
    ...{ name, unit: "街道", title, territories: [east], officePhone: null, person: null },
  });
  const addPost = async (name: string) =>
    (
      await test.client.directory.add.mutate({
        ...{ txId: txId(), kind: "liaison", facts: factsOf(name), mobile: "13900131234" },
        from: day("2026-03-01"),
      })
    ).post;
  const entryOn = async (post: string, asOf: string) => {
    const { rows } = await test.client.directory.list.query({ asOf: day(asOf) });
    const entry = rows.find((row) => row.post === post);
    return entry === undefined ? null : [entry.name, entry.title, entry.mobile];
  };

  it("keeps the holder who follows, their number and the end of a post", async () => {
    const post = await addPost("岑晚舟");
    const { change, end } = test.client.directory;
    await change.mutate({
      ...{ txId: txId(), post, version: 1, facts: factsOf("叶听澜"), mobile: "13900135678" },
      from: day("2026-12-10"),
    });
    await end.mutate({ txId: txId(), post, version: 2, to: day("2027-06-01"), reason: "机构调整" });
    await change.mutate({ txId: txId(), post, version: 3, facts: factsOf("岑晚舟", "副主任") });
    expect(await entryOn(post, "2026-12-09")).toEqual(["岑晚舟", "副主任", "139****1234"]);
    expect(await entryOn(post, "2026-12-10")).toEqual(["叶听澜", "联络员", "139****5678"]);
    expect(await entryOn(post, "2027-05-31")).toEqual(["叶听澜", "联络员", "139****5678"]);
    expect(await entryOn(post, "2027-06-01")).toEqual(null);
    // From its first day on it is the whole post again.
    await change.mutate({
      txId: txId(),
      post,
      version: 4,
      facts: factsOf("路行简"),
      from: day("2026-03-01"),
    });
    expect(await entryOn(post, "2027-06-01")).toEqual(["路行简", "联络员", null]);
  });

  it("gives nobody the number or the account of another: not who follows, not who comes back", async () => {
    const post = await addPost("谢临川");
    const { change } = test.client.directory;
    const hand = async (version: number, name: string, from: string, more: object = {}) =>
      change.mutate({
        ...{ txId: txId(), post, version, from: day(from) },
        facts: { ...factsOf(name), person: "account-1" },
        ...more,
      });
    await change.mutate({
      ...{ txId: txId(), post, version: 1, facts: { ...factsOf("谢临川"), person: "account-1" } },
    });
    await hand(2, "苏问渠", "2026-12-10", { mobile: "13900135678" });
    await hand(3, "谢临川", "2026-12-20");
    const rows = await Promise.all(
      ["2026-11-24", "2026-12-10", "2026-12-20"].map(async (asOf) => {
        const listed = await test.client.directory.list.query({ asOf: day(asOf) });
        const row = listed.rows.find((one) => one.post === post);
        return [row?.name, row?.mobile, row?.person];
      }),
    );
    expect(rows).toEqual([
      ["谢临川", "139****1234", "account-1"],
      ["苏问渠", "139****5678", null],
      ["谢临川", null, "account-1"],
    ]);
  });

  it("keeps the members who follow and the end of a group", async () => {
    const [one, two, three] = [await addPost("顾知秋"), await addPost("沈归雁"), await addPost("陆听松")];
    const facts = { name: "联络群", territory: district, one, members: [two] };
    const { add, change, end } = test.client.liaisonGroup;
    const { group } = await add.mutate({ txId: txId(), facts, from: day("2026-03-01") });
    await change.mutate({
      ...{ txId: txId(), group, version: 1, facts: { ...facts, members: [two, three] } },
      from: day("2026-12-10"),
    });
    await end.mutate({ txId: txId(), group, version: 2, to: day("2027-06-01"), reason: "并入新群" });
    await change.mutate({ txId: txId(), group, version: 3, facts: { ...facts, name: "街道联络群" } });
    const on = async (asOf: string) =>
      (await test.client.liaisonGroup.list.query({ asOf: day(asOf) })).rows.map(({ name, members }) => [
        name,
        members.length,
      ]);
    expect(await on("2026-11-24")).toEqual([["街道联络群", 1]]);
    expect(await on("2026-12-10")).toEqual([["联络群", 2]]);
    expect(await on("2027-06-01")).toEqual([]);
  });

  it("begins an ended post or group again once, whoever asks at the same moment", async () => {
    const [one, two] = [await addPost("温书禾"), await addPost("程知微")];
    const { directory, liaisonGroup } = test.client;
    const facts = { name: "夜市联络群", territory: district, one, members: [two] };
    const { group } = await liaisonGroup.add.mutate({ txId: txId(), facts, from: day("2026-03-01") });
    const end = { to: day("2026-10-01"), reason: "机构调整" };
    await liaisonGroup.end.mutate({ txId: txId(), group, version: 1, ...end });
    const post = await addPost("秦晚照");
    await directory.end.mutate({ txId: txId(), post, version: 1, ...end });
    const from = day("2026-11-24");
    const again = { version: 2, from };
    const outcomes = await Promise.allSettled([
      directory.change.mutate({ txId: txId(), post, facts: factsOf("秦晚照"), ...again }),
      directory.change.mutate({ txId: txId(), post, facts: factsOf("许星野"), ...again }),
      liaisonGroup.change.mutate({ txId: txId(), group, facts, ...again }),
      liaisonGroup.change.mutate({ txId: txId(), group, facts: { ...facts, name: "早市联络群" }, ...again }),
    ]);
    const made = outcomes.map(({ status }) => (status === "fulfilled" ? 1 : 0));
    expect([(made[0] ?? 0) + (made[1] ?? 0), (made[2] ?? 0) + (made[3] ?? 0)]).toEqual([1, 1]);
    for (const outcome of outcomes)
      if (outcome.status === "rejected")
        expect(toProblems(outcome.reason)).toMatchObject([{ code: "request/stale" }]);
    const { db } = database;
    const standing = [await listStandingDuty(db, post), await listStandingGroup(db, group)].map((records) =>
      records.map((record) => record.from).sort(),
    );
    expect(standing).toEqual([
      ["2026-03-01", from],
      ["2026-03-01", from],
    ]);
  });
});
