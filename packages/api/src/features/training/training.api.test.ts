// A plan from its making to its coverage: attendance by the code on the wall, a test by the question bank, and who may.
import { toPlainDate } from "@shian/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toProblems } from "../../client/index.js";
import { createTestApp, type SignedIn, type TestApp } from "../../testing/create-test-app.js";
import { district, east, insertSmallRegister, west } from "../../testing/small-register.js";

const day = toPlainDate;
const one = "o-east";
const other = "o-west";
const audience = { territory: district, levels: ["county" as const] };

describe("training", () => {
  let test: TestApp;
  let office: SignedIn;
  let westOffice: SignedIn;
  let own: SignedIn;
  let stranger: SignedIn;
  let plan = "";
  let onSite = "";
  let online = "";
  beforeAll(async () => {
    test = await createTestApp();
    await insertSmallRegister(test, {
      seats: [
        { id: one, jurisdictions: [east] },
        { id: other, jurisdictions: [west] },
      ],
      shops: [
        { id: "e1", township: east, official: one },
        { id: "w1", township: west, official: other },
      ],
    });
    office = await test.clientAs({ role: "office", territory: district });
    westOffice = await test.clientAs({ role: "office", territory: west });
    own = await test.clientAs({ role: "official", official: one });
    stranger = await test.clientAs({ role: "official", official: other });
  }, 120_000);
  afterAll(() => test?.close());

  const tx = () => ({ txId: test.newTxId() });
  const problemsOf = (work: Promise<unknown>) =>
    work.then(
      () => [],
      (error: unknown) => toProblems(error).map(({ code }) => code),
    );
  const content = {
    title: "包保干部年度培训",
    ...audience,
    from: day("2026-11-01"),
    to: day("2026-12-31"),
    requiredMinutes: 150,
    note: "",
  };
  const held = { way: "on-site" as const, on: day("2026-11-24"), begins: "11:45", place: "区政府会议室" };
  const test5 = {
    way: "online" as const,
    from: day("2026-11-20"),
    to: day("2026-12-10"),
    material: "一、督导要点……",
    questions: 3,
    topics: ["督导"],
    passMark: 60,
    tries: 2,
  };
  const saveSession = (who: SignedIn, session: object, over: object = {}) =>
    who.client.training.saveSession.mutate({
      ...tx(),
      plan,
      version: 0,
      session: session as Parameters<typeof who.client.training.saveSession.mutate>[0]["session"],
      ...over,
    });
  const rowOf = async (who: SignedIn, days: object = {}) =>
    (await who.client.training.plans.query(days)).rows.find(({ id }) => id === plan);
  const codeNow = async () => {
    const { code } = await office.client.training.code.query({ session: onSite });
    if (code === null) throw new Error("no code");
    return code;
  };
  const attend = (who: SignedIn, official: string, code: string) =>
    who.client.training.attend.mutate({ ...tx(), session: onSite, official, code });

  it("a plan is made for the territory of its office, and for no other", async () => {
    expect(
      await problemsOf(westOffice.client.training.savePlan.mutate({ ...tx(), version: 0, plan: content })),
    ).toEqual(["request/not-found"]);
    const reversed = { ...content, from: content.to, to: content.from };
    expect(
      await problemsOf(office.client.training.savePlan.mutate({ ...tx(), version: 0, plan: reversed })),
    ).toEqual(["training/days-order"]);
    const made = await office.client.training.savePlan.mutate({ ...tx(), version: 0, plan: content });
    plan = made.id;
    expect(await rowOf(office)).toMatchObject({ completed: { done: 0, of: 2 }, begun: 0, sessions: 0 });
    expect((await rowOf(westOffice))?.completed.of).toBe(1);
    expect((await rowOf(own))?.completed.of).toBe(1);
  });

  it("a plan edited from an old version is refused, and its territory stays", async () => {
    const save = (version: number, change: object) =>
      office.client.training.savePlan.mutate({ ...tx(), id: plan, version, plan: { ...content, ...change } });
    expect((await save(1, { note: "请按时参加" })).version).toBe(2);
    expect(await problemsOf(save(1, {}))).toEqual(["request/stale"]);
    expect(await problemsOf(save(2, { territory: east }))).toEqual(["training/territory-fixed"]);
  });

  it("a test needs questions in the bank", async () => {
    expect(await problemsOf(saveSession(office, { title: "在线学习", minutes: 60, held: test5 }))).toEqual([
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
    expect(await problemsOf(add(0, { answers: [5] }))).toEqual(["training/answers-outside"]);
    expect(await problemsOf(add(1, {}, westOffice))).toEqual(["access/part-only"]);
    for (const at of [1, 2, 3, 4]) await add(at);
    const bank = await office.client.training.questions.query({ search: "第2" });
    expect(bank.topics).toEqual([{ topic: "督导", questions: 4 }]);
    expect(bank.rows.map(({ text }) => text)).toEqual(["第2题"]);
    expect(await problemsOf(own.client.training.questions.query({}))).toEqual(["access/no-role"]);
    online = (await saveSession(office, { title: "在线学习", minutes: 60, held: test5 })).id;
    onSite = (await saveSession(office, { title: "集中培训", minutes: 90, held })).id;
    expect(await problemsOf(saveSession(westOffice, { title: "集中培训", minutes: 90, held }))).toEqual([
      "request/not-found",
    ]);
    const late = { ...held, on: day("2027-01-04") };
    expect(await problemsOf(saveSession(office, { title: "迟", minutes: 90, held: late }))).toEqual([
      "training/outside-plan",
    ]);
  });

  it("attendance is taken by the code on the wall, in person and in time", async () => {
    expect(await problemsOf(own.client.training.code.query({ session: onSite }))).toEqual(["access/no-role"]);
    expect(await problemsOf(westOffice.client.training.code.query({ session: onSite }))).toEqual([
      "request/not-found",
    ]);
    expect(await problemsOf(attend(own, one, "00000000"))).toEqual(["training/code-old"]);
    const code = await codeNow();
    expect(await problemsOf(attend(own, other, code))).toEqual(["training/not-own"]);
    const typed = `${code.slice(0, 4)} ${code.slice(4).toLowerCase()}`;
    expect(await attend(own, one, typed)).toEqual({ title: "集中培训", on: "2026-11-24", minutes: 90 });
    expect(await attend(own, one, code)).toMatchObject({ minutes: 90 });
    expect((await office.client.training.session.query({ id: onSite })).rows).toMatchObject([
      { official: one, way: "scanned", on: "2026-11-24" },
    ]);
    test.setToday("2026-11-25");
    expect(await problemsOf(attend(own, one, code))).toEqual(["training/not-time"]);
    expect((await office.client.training.code.query({ session: onSite })).code).toBeNull();
    test.setToday("2026-11-24");
  });

  it("the office enters what was signed on paper, once, with its reason, and takes it back", async () => {
    const enter = (who: SignedIn, officials: string[]) =>
      who.client.training.enterAttendance.mutate({ ...tx(), session: onSite, officials, reason: "签到表" });
    expect(await problemsOf(enter(office, [one, other]))).toEqual(["training/attended-already"]);
    expect(await problemsOf(enter(office, ["o-nobody"]))).toEqual(["request/not-found"]);
    expect(await problemsOf(enter(westOffice, [other]))).toEqual(["request/not-found"]);
    expect(await enter(office, [other, other])).toEqual({ entered: 1 });
    expect(await rowOf(office)).toMatchObject({ begun: 2 });
    const remove = () =>
      office.client.training.removeAttendance.mutate({
        ...tx(),
        session: onSite,
        official: other,
        reason: "没有到场",
      });
    test.setToday("2026-11-25");
    await remove();
    expect(await problemsOf(remove())).toEqual(["training/not-attended"]);
    expect(await rowOf(office)).toMatchObject({ begun: 1 });
    const known = { asOf: day("2026-11-24"), knownOn: day("2026-11-24") };
    expect(await rowOf(office, known)).toMatchObject({ begun: 2 });
  });

  it("a test asks without answers, is handed in whole, and tells what was right once no try is left", async () => {
    const begin = (who: SignedIn, official: string) =>
      who.client.training.beginTest.mutate({ ...tx(), session: online, official });
    expect(await problemsOf(begin(stranger, one))).toEqual(["training/not-own"]);
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
    expect(await problemsOf(submit(first.test, 0, first.questions.slice(1)))).toEqual([
      "training/answers-missing",
    ]);
    const failed = await submit(first.test, 1);
    expect(failed).toMatchObject({ right: 0, of: 3, passed: false, triesLeft: 1 });
    expect(failed.wrong.map(({ answers }) => answers)).toEqual([[], [], []]);
    expect(await problemsOf(submit(first.test, 0))).toEqual(["training/test-over"]);
    const second = await begin(own, one);
    const passed = await submit(second.test, 0, second.questions);
    expect(passed).toMatchObject({ right: 3, of: 3, passed: true, triesLeft: 0 });
    expect(await problemsOf(begin(own, one))).toEqual(["training/passed-already"]);
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
    expect(await problemsOf(tryOnce())).toEqual(["training/no-try-left"]);
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
      await problemsOf(
        office.client.training.session.query({
          id: online,
          asOf: day("2026-11-25"),
          knownOn: day("2026-11-23"),
        }),
      ),
    ).toEqual(["request/not-found"]);
  });

  it("a plan keeps the days of its sessions, and nobody is credited behind a session's last day", async () => {
    const short = { ...content, to: day("2026-12-09") };
    expect(
      await problemsOf(
        office.client.training.savePlan.mutate({ ...tx(), id: plan, version: 2, plan: short }),
      ),
    ).toEqual(["training/outside-plan"]);
    const held = { ...test5, tries: 1, to: day("2026-11-25") };
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
      await problemsOf(own.client.training.submitTest.mutate({ ...tx(), test: id, official: one, answers })),
    ).toEqual(["training/not-open"]);
    test.setToday("2026-11-25");
    await office.client.training.withdrawSession.mutate({
      ...tx(),
      id: session,
      version: 1,
      reason: "不办了",
    });
  });

  it("what has results keeps its hours", async () => {
    const save = (change: object) =>
      saveSession(
        office,
        { title: "集中培训（一）", minutes: 90, held, ...change },
        { id: onSite, version: 1 },
      );
    expect(await problemsOf(save({ minutes: 120 }))).toEqual(["training/has-results"]);
    expect((await save({})).version).toBe(2);
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
    expect(await problemsOf(own.client.training.own.query({ official: other }))).toEqual([
      "request/not-found",
    ]);
    expect((await own.client.training.material.query({ session: online })).material).toContain("督导要点");
  });

  it("a plan withdrawn is gone from the lists, and stays known for the day before", async () => {
    test.setToday("2026-11-26");
    const harder = { ...content, requiredMinutes: 300 };
    await office.client.training.savePlan.mutate({ ...tx(), id: plan, version: 2, plan: harder });
    expect((await rowOf(office))?.completed.done).toBe(0);
    await office.client.training.withdrawPlan.mutate({ ...tx(), id: plan, version: 3, reason: "改期" });
    expect(await rowOf(office)).toBeUndefined();
    const before = { asOf: day("2026-11-25"), knownOn: day("2026-11-25") };
    expect(await rowOf(office, before)).toMatchObject({ requiredMinutes: 150, completed: { done: 1 } });
    expect(
      await problemsOf(
        stranger.client.training.beginTest.mutate({ ...tx(), session: online, official: other }),
      ),
    ).toEqual(["training/withdrawn"]);
    test.setToday("2026-11-24");
    expect((await office.client.training.code.query({ session: onSite })).code).toBeNull();
  });
});
