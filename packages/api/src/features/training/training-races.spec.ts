// What is asked for twice in one moment is done once: one credit for a session, one try of a test.
import { toPlainDate } from "@shian/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toProblems } from "../../client/index.js";
import type { Database } from "../../storage/database.js";
import { createTestApp, type SignedIn, type TestApp } from "../../testing/create-test-app.js";
import { district, east, insertSmallRegister } from "../../testing/small-register.js";
import { bothEngines } from "../../testing/test-engines.js";
import { listCreditsOf, listTests } from "./credit.repo.js";

const day = toPlainDate;
const one = "o-one";
const other = "o-other";

describe.each(bothEngines)("training at one moment on $name", ({ open }) => {
  let database: Database;
  let test: TestApp;
  let office: SignedIn;
  let own: SignedIn;
  let plan = "";
  let onSite = "";
  let online = "";
  beforeAll(async () => {
    database = await open();
    test = await createTestApp({ database });
    await insertSmallRegister(test, {
      seats: [
        { id: one, jurisdictions: [east] },
        { id: other, jurisdictions: [east] },
      ],
      shops: [],
    });
    office = await test.clientAs({ role: "office", territory: district });
    own = await test.clientAs({ role: "official", official: one });
    plan = (
      await office.client.training.savePlan.mutate({
        ...tx(),
        version: 0,
        plan: {
          title: "年度培训",
          territory: district,
          levels: ["county"],
          from: day("2026-11-01"),
          to: day("2026-12-31"),
          requiredMinutes: 60,
          note: "",
        },
      })
    ).id;
    await office.client.training.saveQuestion.mutate({
      ...tx(),
      version: 0,
      question: {
        topic: "督导",
        kind: "judge",
        text: "对吗？",
        options: ["对", "错"],
        answers: [0],
        source: "",
      },
    });
    const add = (title: string, held: object) =>
      office.client.training.saveSession.mutate({
        ...tx(),
        plan,
        version: 0,
        session: { title, minutes: 60, held: held as never },
      });
    const hall = { way: "on-site", on: day("2026-11-24"), begins: "11:45", place: "会议室" };
    onSite = (await add("集中培训", hall)).id;
    online = (
      await add("在线学习", {
        way: "online",
        from: day("2026-11-20"),
        to: day("2026-11-30"),
        material: "",
        questions: 1,
        topics: [],
        passMark: 60,
        tries: 1,
      })
    ).id;
  }, 120_000);
  afterAll(async () => {
    await test?.close();
    await database?.close();
  });
  const tx = () => ({ txId: test.newTxId() });
  const credits = async (official: string) => (await listCreditsOf(database.db, official)).length;

  it("a code scanned on two telephones at once signs in once, and taking that back leaves nothing", async () => {
    const { code } = await office.client.training.code.query({ session: onSite });
    const scan = () =>
      own.client.training.attend.mutate({ ...tx(), session: onSite, official: one, code: code ?? "" });
    await Promise.all([scan(), scan(), scan(), scan()]);
    expect(await credits(one)).toBe(1);
    await office.client.training.removeAttendance.mutate({
      ...tx(),
      session: onSite,
      official: one,
      reason: "没有到场",
    });
    expect(await credits(one)).toBe(0);
  });

  it("a list of paper that two enter at once counts once", async () => {
    const enter = () =>
      office.client.training.enterAttendance
        .mutate({ ...tx(), session: onSite, officials: [other], reason: "签到表" })
        .then(
          () => [],
          (error: unknown) => toProblems(error).map(({ code }) => code),
        );
    const answers = await Promise.all([enter(), enter(), enter()]);
    expect(answers.flat()).toEqual(["training/attended-already", "training/attended-already"]);
    expect(await credits(other)).toBe(1);
  });

  it("a test begun twice at once is one try", async () => {
    const begin = () => own.client.training.beginTest.mutate({ ...tx(), session: online, official: one });
    const begun = await Promise.all([begin(), begin(), begin(), begin()]);
    expect(new Set(begun.map(({ test: id }) => id)).size).toBe(1);
    expect(await listTests(database.db, [online], one)).toHaveLength(1);
  });
});
