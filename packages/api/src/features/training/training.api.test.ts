// A plan of training from its making on, and attendance of its sessions: by the code on the wall, or entered from paper.
import { toPlainDate } from "@shian/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codesOf } from "../../testing/codes-of.js";
import type { SignedIn, TestApp } from "../../testing/create-test-app.js";
import { east } from "../../testing/small-register.js";
import {
  createTrainingActs,
  meeting,
  one,
  openTraining,
  other,
  planContent,
} from "../../testing/training/open-training.js";

const day = toPlainDate;

describe("training", () => {
  let test: TestApp;
  let office: SignedIn;
  let westOffice: SignedIn;
  let own: SignedIn;
  let plan = "";
  let onSite = "";
  beforeAll(async () => {
    ({ test, office, westOffice, own } = await openTraining());
  }, 120_000);
  afterAll(() => test?.close());

  const tx = () => ({ txId: test.newTxId() });
  const { saveSession, rowOf } = createTrainingActs(() => ({ test, plan }));
  const codeNow = async () => {
    const { code } = await office.client.training.code.query({ session: onSite });
    if (code === null) throw new Error("no code");
    return code;
  };
  const attend = (who: SignedIn, official: string, code: string) =>
    who.client.training.attend.mutate({ ...tx(), session: onSite, official, code });

  it("a plan is made for the territory of its office, and for no other", async () => {
    expect(
      await codesOf(westOffice.client.training.savePlan.mutate({ ...tx(), version: 0, plan: planContent })),
    ).toEqual(["request/not-found"]);
    const reversed = { ...planContent, from: planContent.to, to: planContent.from };
    expect(
      await codesOf(office.client.training.savePlan.mutate({ ...tx(), version: 0, plan: reversed })),
    ).toEqual(["training/days-order"]);
    const made = await office.client.training.savePlan.mutate({ ...tx(), version: 0, plan: planContent });
    plan = made.id;
    expect(await rowOf(office)).toMatchObject({ completed: { done: 0, of: 2 }, begun: 0, sessions: 0 });
    expect((await rowOf(westOffice))?.completed.of).toBe(1);
    expect((await rowOf(own))?.completed.of).toBe(1);
  });

  it("a plan edited from an old version is refused, and its territory stays", async () => {
    const save = (version: number, change: object) =>
      office.client.training.savePlan.mutate({
        ...tx(),
        id: plan,
        version,
        plan: { ...planContent, ...change },
      });
    expect((await save(1, { note: "请按时参加" })).version).toBe(2);
    expect(await codesOf(save(1, {}))).toEqual(["request/stale"]);
    expect(await codesOf(save(2, { territory: east }))).toEqual(["training/territory-fixed"]);
  });

  it("a session is made by the office of its plan, within the plan's days", async () => {
    onSite = (await saveSession(office, meeting)).id;
    expect(await codesOf(saveSession(westOffice, meeting))).toEqual(["request/not-found"]);
    const late = { ...meeting.held, on: day("2027-01-04") };
    expect(await codesOf(saveSession(office, { ...meeting, title: "迟", held: late }))).toEqual([
      "training/outside-plan",
    ]);
  });

  it("attendance is taken by the code on the wall, in person and in time", async () => {
    expect(await codesOf(own.client.training.code.query({ session: onSite }))).toEqual(["access/no-role"]);
    expect(await codesOf(westOffice.client.training.code.query({ session: onSite }))).toEqual([
      "request/not-found",
    ]);
    expect(await codesOf(attend(own, one, "00000000"))).toEqual(["training/code-old"]);
    const code = await codeNow();
    expect(await codesOf(attend(own, other, code))).toEqual(["training/not-own"]);
    const typed = `${code.slice(0, 4)} ${code.slice(4).toLowerCase()}`;
    expect(await attend(own, one, typed)).toEqual({ title: "集中培训", on: "2026-11-24", minutes: 90 });
    expect(await attend(own, one, code)).toMatchObject({ minutes: 90 });
    expect((await office.client.training.session.query({ id: onSite })).rows).toMatchObject([
      { official: one, way: "scanned", on: "2026-11-24" },
    ]);
    test.setToday("2026-11-25");
    expect(await codesOf(attend(own, one, code))).toEqual(["training/not-time"]);
    expect((await office.client.training.code.query({ session: onSite })).code).toBeNull();
    test.setToday("2026-11-24");
  });

  it("the office enters what was signed on paper, once, with its reason, and takes it back", async () => {
    const enter = (who: SignedIn, officials: string[]) =>
      who.client.training.enterAttendance.mutate({ ...tx(), session: onSite, officials, reason: "签到表" });
    expect(await codesOf(enter(office, [one, other]))).toEqual(["training/attended-already"]);
    expect(await codesOf(enter(office, ["o-nobody"]))).toEqual(["request/not-found"]);
    expect(await codesOf(enter(westOffice, [other]))).toEqual(["request/not-found"]);
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
    expect(await codesOf(remove())).toEqual(["training/not-attended"]);
    expect(await rowOf(office)).toMatchObject({ begun: 1 });
    const known = { asOf: day("2026-11-24"), knownOn: day("2026-11-24") };
    expect(await rowOf(office, known)).toMatchObject({ begun: 2 });
  });

  it("what has results keeps its hours", async () => {
    const save = (change: object) =>
      saveSession(office, { ...meeting, title: "集中培训（一）", ...change }, { id: onSite, version: 1 });
    expect(await codesOf(save({ minutes: 120 }))).toEqual(["training/has-results"]);
    expect((await save({})).version).toBe(2);
  });
});
