// A test of a plan of training by the question bank, what it is credited for, and the coverage that comes of it.
import { toPlainDate } from "@shian/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codesOf } from "../../testing/codes-of.js";
import type { SignedIn, TestApp } from "../../testing/create-test-app.js";
import { east, west } from "../../testing/small-register.js";
import {
  createTrainingActs,
  meeting,
  one,
  openTraining,
  other,
  planContent,
} from "../../testing/training/open-training.js";

const day = toPlainDate;
const onlineTest = {
  way: "online" as const,
  from: day("2026-11-20"),
  to: day("2026-12-10"),
  material: "一、督导要点……",
  questions: 3,
  topics: ["督导"],
  passMark: 60,
  tries: 2,
};

describe("a test of training", () => {
  let test: TestApp;
  let office: SignedIn;
  let westOffice: SignedIn;
  let own: SignedIn;
  let stranger: SignedIn;
  let plan = "";
  let onSite = "";
  let online = "";
  const tx = () => ({ txId: test.newTxId() });
  const { saveSession, rowOf } = createTrainingActs(() => ({ test, plan }));
  beforeAll(async () => {
    ({ test, office, westOffice, own, stranger } = await openTraining());
    const { training } = office.client;
    plan = (await training.savePlan.mutate({ ...tx(), version: 0, plan: planContent })).id;
    onSite = (await saveSession(office, meeting)).id;
    const attended = { session: onSite, officials: [one], reason: "签到表" };
    await training.enterAttendance.mutate({ ...tx(), ...attended });
  }, 120_000);
  afterAll(() => test?.close());

  it("a test needs questions in the bank", async () => {
    expect(await codesOf(saveSession(office, { title: "在线学习", minutes: 60, held: onlineTest }))).toEqual([
      "training/too-few-questions",
    ]);
    const add = (at: number, over: object = {}, { client } = office) =>
      client.training.saveQuestion.mutate({
        ...tx(),
        version: 0,
        question: {
          topic: "督导",
          kind: "single",
          text: `第${at}题`,
          options: ["对", "不对", "都不对"],
          answers: [0],
          source: "第一条",
          ...over,
        },
      });
    expect(await codesOf(add(0, { answers: [5] }))).toEqual(["training/answers-outside"]);
    expect(await codesOf(add(1, {}, westOffice))).toEqual(["access/part-only"]);
    for (const at of [1, 2, 3, 4]) await add(at);
    const bank = await office.client.training.questions.query({ search: "第2" });
    expect(bank.topics).toEqual([{ topic: "督导", questions: 4 }]);
    expect(bank.rows.map(({ text }) => text)).toEqual(["第2题"]);
    expect(await codesOf(own.client.training.questions.query({}))).toEqual(["access/no-role"]);
    online = (await saveSession(office, { title: "在线学习", minutes: 60, held: onlineTest })).id;
  });

  it("a test asks without answers, is handed in whole, and tells what was right once no try is left", async () => {
    const begin = (who: SignedIn, official: string) =>
      who.client.training.beginTest.mutate({ ...tx(), session: online, official });
    test.setToday("2026-11-25");
    expect(await codesOf(begin(stranger, one))).toEqual(["training/not-own"]);
    const first = await begin(own, one);
    expect(first.questions).toHaveLength(3);
    expect(JSON.stringify(first)).not.toContain("answers");
    expect((await begin(own, one)).test).toBe(first.test);
    const submit = (id: string, option: number, list = first.questions) =>
      own.client.training.submitTest.mutate({
        ...tx(),
        test: id,
        official: one,
        answers: list.map((question) => ({ question: question.id, options: [option] })),
      });
    expect(await codesOf(submit(first.test, 0, first.questions.slice(1)))).toEqual([
      "training/answers-missing",
    ]);
    const failed = await submit(first.test, 1);
    expect(failed).toMatchObject({ right: 0, of: 3, passed: false, triesLeft: 1 });
    expect(failed.wrong.map(({ answers }) => answers)).toEqual([[], [], []]);
    expect(await codesOf(submit(first.test, 0))).toEqual(["training/test-over"]);
    const second = await begin(own, one);
    const passed = await submit(second.test, 0, second.questions);
    expect(passed).toMatchObject({ right: 3, of: 3, passed: true, triesLeft: 0 });
    expect(await codesOf(begin(own, one))).toEqual(["training/passed-already"]);
    expect((await office.client.training.session.query({ id: online })).rows).toMatchObject([
      { official: one, way: "passed", right: 3, of: 3, tries: 2 },
    ]);
  });

  it("all tries failed end it, and the answers are told", async () => {
    const tryOnce = async () => {
      const { test: id, questions } = await stranger.client.training.beginTest.mutate({
        ...tx(),
        session: online,
        official: other,
      });
      return stranger.client.training.submitTest.mutate({
        ...tx(),
        test: id,
        official: other,
        answers: questions.map((question) => ({ question: question.id, options: [2] })),
      });
    };
    await tryOnce();
    const last = await tryOnce();
    expect(last.wrong.map(({ answers, source }) => [answers, source])).toEqual([
      [[0], "第一条"],
      [[0], "第一条"],
      [[0], "第一条"],
    ]);
    expect(await codesOf(tryOnce())).toEqual(["training/no-try-left"]);
    expect((await office.client.training.plan.query({ id: plan })).sessions).toMatchObject([
      { title: "在线学习", credited: 1, tried: 1 },
      { title: "集中培训", credited: 1, tried: 0 },
    ]);
  });

  it("tries are known from the day on which they were handed in", async () => {
    const before = { asOf: day("2026-11-24"), knownOn: day("2026-11-24") };
    const seen = async (days: object) => {
      const { sessions } = await office.client.training.plan.query({ id: plan, ...days });
      const { session, rows } = await office.client.training.session.query({ id: online, ...days });
      const { credited, tried } = sessions.find(({ id }) => id === online) ?? session;
      return [credited, tried, session.tried, rows.length];
    };
    expect(await seen({})).toEqual([1, 1, 1, 2]);
    expect(await seen(before)).toEqual([0, 0, 0, 0]);
    expect(await seen({ ...before, asOf: day("2026-11-25") })).toEqual([0, 0, 0, 0]);
    expect(
      await codesOf(
        office.client.training.session.query({
          id: online,
          asOf: day("2026-11-25"),
          knownOn: day("2026-11-23"),
        }),
      ),
    ).toEqual(["request/not-found"]);
  });

  it("a plan keeps the days of its sessions, and nobody is credited behind a session's last day", async () => {
    const short = { ...planContent, to: day("2026-12-09") };
    expect(
      await codesOf(office.client.training.savePlan.mutate({ ...tx(), id: plan, version: 1, plan: short })),
    ).toEqual(["training/outside-plan"]);
    const held = { ...onlineTest, tries: 1, to: day("2026-11-25") };
    const { id: session } = await saveSession(office, { title: "补学", minutes: 15, held });
    const { test: id, questions } = await own.client.training.beginTest.mutate({
      ...tx(),
      session,
      official: one,
    });
    const [mine] = (await own.client.training.own.query({})).plans;
    expect(mine?.sessions.find((found) => found.session === session)).toMatchObject({
      open: true,
      triesLeft: 0,
    });
    test.setToday("2026-11-26");
    const answers = questions.map((question) => ({ question: question.id, options: [0] }));
    expect(
      await codesOf(own.client.training.submitTest.mutate({ ...tx(), test: id, official: one, answers })),
    ).toEqual(["training/not-open"]);
    test.setToday("2026-11-25");
    await office.client.training.withdrawSession.mutate({
      ...tx(),
      id: session,
      version: 1,
      reason: "不办了",
    });
  });

  it("coverage counts by level and place, and people with what they have", async () => {
    expect(await rowOf(office)).toMatchObject({ completed: { done: 1, of: 2 }, begun: 1, offered: 150 });
    const detail = await office.client.training.plan.query({ id: plan });
    expect(detail.levels).toMatchObject([{ level: "county", completed: { done: 1, of: 2 } }]);
    expect(detail.territories.map(({ code, completed }) => [code, completed.done, completed.of])).toEqual([
      [east, 1, 1],
      [west, 0, 1],
    ]);
    const people = await office.client.training.people.query({ plan });
    expect(people.rows.map(({ official, standing, minutes }) => [official, standing, minutes])).toEqual([
      [other, "none", 0],
      [one, "completed", 150],
    ]);
    expect(
      (await westOffice.client.training.people.query({ plan })).rows.map(({ official }) => official),
    ).toEqual([other]);
  });

  it("an official sees what is before them, and the office too", async () => {
    const mine = await own.client.training.own.query({});
    expect(mine).toMatchObject({ official: one, minutesInYear: 150 });
    expect(mine.plans[0]).toMatchObject({ standing: "completed", minutes: 150 });
    expect((await office.client.training.own.query({ official: other })).plans[0]).toMatchObject({
      standing: "none",
    });
    expect(await codesOf(own.client.training.own.query({ official: other }))).toEqual(["request/not-found"]);
    expect((await own.client.training.material.query({ session: online })).material).toContain("督导要点");
  });

  it("a plan withdrawn is gone from the lists, and stays known for the day before", async () => {
    test.setToday("2026-11-26");
    const harder = { ...planContent, requiredMinutes: 300 };
    await office.client.training.savePlan.mutate({ ...tx(), id: plan, version: 1, plan: harder });
    expect((await rowOf(office))?.completed.done).toBe(0);
    await office.client.training.withdrawPlan.mutate({ ...tx(), id: plan, version: 2, reason: "改期" });
    expect(await rowOf(office)).toBeUndefined();
    const before = { asOf: day("2026-11-25"), knownOn: day("2026-11-25") };
    expect(await rowOf(office, before)).toMatchObject({ requiredMinutes: 150, completed: { done: 1 } });
    expect(
      await codesOf(stranger.client.training.beginTest.mutate({ ...tx(), session: online, official: other })),
    ).toEqual(["training/withdrawn"]);
    test.setToday("2026-11-24");
    expect((await office.client.training.code.query({ session: onSite })).code).toBeNull();
  });
});
