// A question from a community to the answer that reaches all who asked, through the real client; and 1+N groups.
import type { PlainDate } from "@shian/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ShianClient, toProblems } from "../../client/index.js";
import { createCall } from "../../deps.js";
import { createTestApp, type TestApp } from "../../testing/create-test-app.js";
import { insertSmallRegister } from "../../testing/small-register.js";
import { listDirectoryRows, updateOfficials } from "../chain/chain.repo.js";
import { noteRegisterChange } from "../picture/picture.service.js";

let test: TestApp;
let village: ShianClient;
let neighbour: ShianClient;
let township: ShianClient;
let official: ShianClient;
let leader: ShianClient;
beforeAll(async () => {
  test = await createTestApp({ today: "2026-11-24" });
  await insertSmallRegister(test, {
    shops: [{ id: "e1", township: "990106001", official: "o1" }],
    seats: [{ id: "o1", jurisdictions: ["990106002"] }],
  });
  const enter = async (role: "liaison" | "leader", territory: string, name: string) =>
    (await test.clientAs({ role, territory, name })).client;
  village = await enter("liaison", "990106001001", "村联络员");
  neighbour = await enter("liaison", "990106002001", "邻村联络员");
  township = await enter("liaison", "990106001", "街道联络员");
  leader = await enter("leader", "990106", "区领导");
  official = (await test.clientAs({ role: "official", territory: null, official: "o1", name: "包保干部" }))
    .client;
});
afterAll(() => test.close());

const day = (text: string) => text as PlainDate;
const codes = (asked: Promise<unknown>) =>
  asked.then(
    () => "ok",
    (error: unknown) =>
      toProblems(error)
        .map(({ code }) => code)
        .join(" "),
  );
const raise = async (client: ShianClient, place: string, subject: string, txId = test.newTxId()) =>
  (await client.question.raise.mutate({ txId, place, subject, text: "店主在微信群里问。" })).row;
type Step = "supplement" | "return" | "pass" | "split" | "ask-again" | "withdraw" | "read";
const act = async (client: ShianClient, id: string, step: Step, text = "") => {
  const { version } = (await client.question.get.query({ id })).row;
  return (await client.question.act.mutate({ txId: test.newTxId(), id, version, step, text })).row;
};
const merge = async (client: ShianClient, head: string, ids: readonly string[]) => {
  const questions = await Promise.all(
    ids.map(async (id) => ({ id, version: (await client.question.get.query({ id })).row.version })),
  );
  return client.question.merge.mutate({ txId: test.newTxId(), head, questions });
};
const answer = async (id: string, subject: string, text: string) => {
  const { version } = (await test.client.question.get.query({ id })).row;
  return test.client.question.answer.mutate({ txId: test.newTxId(), id, version, subject, text });
};

describe("questions", () => {
  let first: string;
  let second: string;
  let third: string;

  it("are raised where one works, once for one write, and stand with the township", async () => {
    const txId = test.newTxId();
    const row = await raise(village, "990106001001", "小餐饮要不要配食品安全总监", txId);
    expect(row).toMatchObject({ state: "at-township", mine: true, next: ["supplement", "withdraw"] });
    first = row.id;
    expect((await raise(village, "990106001001", "小餐饮要不要配食品安全总监", txId)).id).toBe(first);
    expect(await codes(raise(village, "990106002001", "别处的事"))).toBe("request/not-found");
    second = (await raise(neighbour, "990106002001", "食品安全总监小餐饮要配吗")).id;
    third = (await raise(official, "990106002001", "食品安全总监小饭店也要配吗")).id;
    expect(await codes(raise(official, "990106001001", "不在包保范围"))).toBe("request/not-found");
    expect(await codes(raise(leader, "990106001001", "领导不提问"))).toBe("access/no-role");
    expect((await test.client.question.list.query({})).byState).toMatchObject({ "at-township": 3 });
    expect((await township.question.list.query({})).rows.map(({ id }) => id)).toEqual([first]);
    expect(await codes(neighbour.question.get.query({ id: first }))).toBe("request/not-found");
  });

  it("are sent back for more by the township, added to, and passed to the office", async () => {
    expect(await codes(act(township, first, "return"))).toBe("question/text-missing");
    expect((await act(township, first, "return", "是连锁店还是单店？")).state).toBe("returned");
    expect(await codes(act(village, first, "pass"))).toBe("question/not-open");
    expect((await act(village, first, "supplement", "单店，十张桌子。")).state).toBe("at-township");
    expect(await codes(act(village, first, "pass"))).toBe("question/not-yours");
    expect((await act(township, first, "pass")).state).toBe("at-office");
    const stale = { txId: test.newTxId(), id: first, version: 1, step: "withdraw" } as const;
    expect(await codes(village.question.act.mutate(stale))).toBe("request/stale");
  });

  it("are suggested where they are alike, and joined by a person", async () => {
    const like = await test.client.question.like.query({
      subject: "小餐饮要不要配食品安全总监",
      not: first,
    });
    expect(like.questions.map(({ row }) => row.id).sort()).toEqual([second, third].sort());
    expect((await township.question.like.query({ subject: "食品安全总监", not: first })).questions).toEqual(
      [],
    );
    expect(await codes(merge(township, second, [first]))).toBe("request/not-found");
    expect((await merge(test.client, second, [third])).row).toMatchObject({ joined: 1 });
    // What was joined to it comes along.
    const merged = await merge(test.client, first, [second]);
    expect(merged.joined.map(({ id }) => id).sort()).toEqual([second, third].sort());
    expect(await codes(merge(test.client, second, [first]))).toBe("question/not-open");
    expect((await neighbour.question.get.query({ id: second })).row.state).toBe("merged");
  });

  it("are answered once, and the answer reaches all who asked", async () => {
    expect(
      await codes(
        township.question.answer.mutate({
          ...{ txId: test.newTxId(), id: first, version: 4, subject: "小餐饮配备总监", text: "不用。" },
        }),
      ),
    ).toBe("access/no-role");
    const given = await answer(first, "小微餐饮不必配备食品安全总监", "小微企业配食品安全员即可。");
    expect(given.row.state).toBe("answered");
    for (const client of [village, neighbour, official]) {
      const mine = await client.question.mine.query({ unread: true });
      expect(mine).toMatchObject({ unread: 1, rows: [{ state: "answered", unread: true }] });
      const [row] = mine.rows;
      const detail = await client.question.get.query({ id: row?.id ?? "" });
      expect(detail.answer).toMatchObject({ text: "小微企业配食品安全员即可。", corrected: false });
      expect(detail.head === null || detail.head.id === first).toBe(true);
    }
    await act(neighbour, second, "read");
    expect((await neighbour.question.mine.query({})).unread).toBe(0);
  });

  it("find their answer by words, pinyin and initials, without who asked", async () => {
    for (const search of ["总监", "小微 食品安全员", "xiaoweicanyin", "xwcy"]) {
      const found = await leader.question.answers.query({ search });
      expect([search, found.rows.map(({ subject }) => subject)]).toEqual([
        search,
        ["小微餐饮不必配备食品安全总监"],
      ]);
      expect(JSON.stringify(found)).not.toContain("联络员");
    }
    expect((await leader.question.answers.query({ search: "留样" })).rows).toEqual([]);
    const like = await village.question.like.query({ subject: "小餐饮要配食品安全总监吗" });
    expect(like.answers).toMatchObject([{ answer: { subject: "小微餐饮不必配备食品安全总监" } }]);
  });

  it("joined late have the answer at once; a corrected one is unread for all again", async () => {
    const late = (await raise(neighbour, "990106002001", "面馆要不要总监")).id;
    await merge(test.client, first, [late]);
    expect((await neighbour.question.get.query({ id: late })).row).toMatchObject({ state: "answered" });
    expect((await act(official, third, "ask-again", "连锁店呢？")).state).toBe("at-office");
    const corrected = await answer(first, "小微餐饮不必配备食品安全总监", "小微单店不必；连锁总部要配。");
    expect(corrected.answer?.corrected).toBe(true);
    expect((await neighbour.question.mine.query({})).unread).toBe(2);
    expect((await official.question.get.query({ id: third })).row.state).toBe("at-office");
    expect((await leader.question.answers.query({})).total).toBe(1);
    await answer(third, "连锁总部配备食品安全总监", "连锁总部要配备。");
    expect((await official.question.get.query({ id: third })).row).toMatchObject({ unread: true });
  });

  it("are separated again and withdrawn, and keep every entry", async () => {
    const one = (await raise(village, "990106001001", "公示牌贴在哪里")).id;
    const other = (await raise(village, "990106001001", "公示牌贴门口行吗")).id;
    await merge(township, one, [other]);
    expect((await act(township, other, "split")).state).toBe("at-township");
    expect((await act(village, other, "withdraw")).state).toBe("withdrawn");
    const { entries } = await village.question.get.query({ id: other });
    expect(entries.map(({ act: entered }) => entered)).toEqual(["raise", "merge", "split", "withdraw"]);
    expect(await codes(act(village, other, "supplement", "再问"))).toBe("question/not-open");
  });
});

describe("1+N groups", () => {
  it("hold posts of the directory from day to day", async () => {
    const add = async (name: string) =>
      (
        await test.client.directory.add.mutate({
          txId: test.newTxId(),
          kind: "liaison",
          facts: {
            ...{ name, unit: "街道", title: "联络员", territories: ["990106001"] },
            ...{ officePhone: null, person: null },
          },
          from: day("2026-01-01"),
        })
      ).post;
    const [one, two, three] = [await add("岑晚舟"), await add("叶听澜"), await add("路行简")];
    const facts = { name: "梧桐街道联络群", territory: "990106001", one, members: [two] };
    const twice = { ...facts, members: [two, two] };
    const save = (given: typeof facts, client = test.client) =>
      client.liaisonGroup.add.mutate({ txId: test.newTxId(), facts: given, from: day("2026-02-01") });
    expect(await codes(save(twice))).toBe("group/member-twice");
    expect(await codes(save({ ...facts, members: ["nobody"] }))).toBe("group/post-unknown");
    expect(await codes(save(facts, township))).toBe("access/no-role");
    const { group } = await save(facts);
    await test.client.liaisonGroup.change.mutate({
      ...{ txId: test.newTxId(), group, version: 1, from: day("2026-12-01") },
      facts: { ...facts, members: [two, three] },
    });
    const namesOn = async (asOf: string) =>
      (await leader.liaisonGroup.list.query({ asOf: day(asOf), search: "cwz" })).rows.map((row) => [
        row.one.name,
        ...row.members.map(({ name }) => name),
      ]);
    expect(await namesOn("2026-01-31")).toEqual([]);
    expect(await namesOn("2026-11-30")).toEqual([["岑晚舟", "叶听澜"]]);
    expect(await namesOn("2026-12-01")).toEqual([["岑晚舟", "叶听澜", "路行简"]]);
    await test.client.liaisonGroup.end.mutate({
      ...{ txId: test.newTxId(), group, version: 2, to: day("2026-12-31"), reason: "并入新群" },
    });
    expect(await namesOn("2026-12-31")).toEqual([]);
  });
});

describe("who moves to another post", () => {
  it("asks about the places of the day: those of the present post until the next one begins", async () => {
    await test.database.transaction(async (db) => {
      const [row] = await listDirectoryRows(db, ["o1"]);
      if (row === undefined) throw new Error("no official o1");
      const next = { ...row, from: day("2026-12-10"), jurisdictions: ["990106001"] };
      await updateOfficials(db, [next], { at: "2026-11-24T04:00:00.000Z", newId: test.newTxId });
      await noteRegisterChange(createCall(test.deps, db, "zh-CN"));
    });
    expect(await codes(raise(official, "990106002001", "现岗位的事"))).toBe("ok");
    expect(await codes(raise(official, "990106001001", "下一岗位的事"))).toBe("request/not-found");
    test.setToday("2026-12-10");
    const then = (await test.clientAs({ role: "official", official: "o1", name: "包保干部" })).client;
    expect(await codes(raise(then, "990106001001", "新岗位的事"))).toBe("ok");
    expect(await codes(raise(then, "990106002001", "原岗位的事"))).toBe("request/not-found");
  });
});
