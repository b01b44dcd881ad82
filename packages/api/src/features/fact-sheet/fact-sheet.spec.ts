// Sheets of facts through the whole application, under row-level security, on both engines, and what others get of them.
import type { FactKind, PlainDate } from "@shian/domain";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { uploadFile } from "../../client/index.js";
import { type Database, executeRows } from "../../storage/database.js";
import { codesOf } from "../../testing/codes-of.js";
import { createTestApp, type SignedIn, type TestApp } from "../../testing/create-test-app.js";
import { insertSmallRegister } from "../../testing/small-register.js";
import { bothEngines } from "../../testing/test-engines.js";

const day = (text: string) => text as PlainDate;

describe.each(bothEngines)("sheets of facts on $name", ({ open }) => {
  let database: Database;
  let test: TestApp;
  let office: SignedIn;
  let eastern: SignedIn;
  beforeAll(async () => {
    database = await open();
    test = await createTestApp({ database, today: "2026-11-24" });
    const shops = ["e1", "e2", "e3", "e4"].map((id, index) => ({
      id,
      township: index < 3 ? "990106001" : "990106002",
      official: null,
    }));
    await insertSmallRegister(test, { shops, seats: [] });
    office = await test.clientAs({ role: "office", territory: "990106", name: "办公室" });
    eastern = await test.clientAs({ role: "regulator", territory: "990106001", name: "东所" });
  }, 120_000);
  afterAll(async () => {
    await test?.close();
    await database?.close();
  });

  const upload = async ({ options }: SignedIn, ...lines: readonly string[]): Promise<string> => {
    const content = new TextEncoder().encode(`${lines.join("\n")}\n`);
    return (await uploadFile(options, { name: "表.csv", content })).fileId;
  };
  const plan = (who: SignedIn, kind: FactKind, fileId: string) =>
    who.client.factSheet.preview.query({ kind, fileId });
  const enter = async (who: SignedIn, kind: FactKind, fileId: string) => {
    const { mark } = await plan(who, kind, fileId);
    return who.client.factSheet.enter.mutate({ txId: test.newTxId(), kind, fileId, mark });
  };
  const undo = (who: SignedIn, id: string) => who.client.factSheet.undo.mutate({ txId: test.newTxId(), id });
  const told = ({ shown }: Awaited<ReturnType<typeof plan>>) =>
    [...shown]
      .sort((a, b) => a.row - b.row)
      .map(({ row, outcome, problems }) => [row, outcome, ...problems.map(({ code }) => code)].join(" "));
  const stand = async (table: string, columns: string) =>
    (
      await executeRows(
        database.db,
        sql.raw(
          `select concat_ws(' ', ${columns}) as line from ${table} where superseded_at is null order by 1`,
        ),
      )
    ).map(({ line }) => String(line));
  const download = (who: SignedIn, path: string) =>
    test.app.request(`http://localhost/api/fact-sheets/${path}`, {
      headers: { authorization: `Bearer ${who.token}` },
    });
  const risks = () => stand("risk_grade", "establishment_id, grade, source, basis, valid_from, valid_to");
  const riskOn = async (id: string, asOf: string) =>
    (await test.client.registry.get.query({ id, asOf: day(asOf) })).riskGrade?.grade;

  it("enter risk grades from their own days, all rows told, and give them back", async () => {
    await test.client.grading.setRisk.mutate({
      txId: test.newTxId(),
      establishment: "e1",
      grade: "C" as never,
      from: day("2026-02-01"),
      source: "区局",
      basis: "评分",
    });
    const before = await risks();
    const fileId = await upload(
      office,
      "主体名称,风险等级,评定日期,年度,评定机关,备注",
      "饭店e1,D,2026-09-01,,市局,年度评定",
      "饭店e1,A,2026-01-15,,,",
      "饭店e1,C,2026-02-01,,,",
      "饭店e2,B级,2026年3月1日,2026,,",
      "饭店e2,B,2026-03-01,,,",
      "饭店e3,A,,2026,,",
      "饭店e3,E,2026-12-01,,,",
      "饭店e4,B,2026-05-01,,,",
      "饭店e4,C,2026-05-01,,,",
      "没有的店,B,2026-05-01,,,",
    );
    const preview = await plan(office, "risk", fileId);
    expect(told(preview)).toEqual([
      "2 new",
      "3 refused fact-sheet/later-grade",
      "4 same",
      "5 new",
      "6 refused fact-sheet/twice",
      "7 new",
      "8 refused fact-sheet/grade-shape fact-sheet/in-future",
      "9 refused fact-sheet/contradicts",
      "10 refused fact-sheet/contradicts",
      "11 refused fact-sheet/unknown",
    ]);
    expect(preview).toMatchObject({ rows: 10, new: 3, replaces: 0, same: 1, refused: 6, missing: [] });
    expect(preview.shown.find(({ row }) => row === 2)).toMatchObject({
      before: "风险 C",
      establishment: "e1",
    });
    expect(preview.shown.find(({ row }) => row === 11)?.problems[0]?.column).toBe("主体名称");
    // A preview writes nothing.
    expect(await risks()).toEqual(before);

    const { id, plan: done } = await enter(office, "risk", fileId);
    expect(done.mark).toBe(preview.mark);
    expect(await Promise.all(["2026-08-31", "2026-09-01"].map((on) => riskOn("e1", on)))).toEqual(["C", "D"]);
    expect(await Promise.all(["2026-02-28", "2026-03-01"].map((on) => riskOn("e2", on)))).toEqual([
      undefined,
      "B",
    ]);
    expect(await risks()).toContainEqual(expect.stringContaining("e1 D 市局 年度评定"));
    // Entered once, the same sheet says nothing new.
    expect(await plan(office, "risk", fileId)).toMatchObject({ new: 0, replaces: 0, same: 4 });
    expect(await codesOf(enter(office, "risk", fileId))).toEqual(["fact-sheet/nothing-to-enter"]);
    const recorded = await executeRows(
      database.db,
      sql`select what from audit_change where object_kind in ('fact-sheet', 'establishment') and seq = (select max(seq) from audit_entry where operation = 'factSheet.enter') order by n`,
    );
    expect(recorded.map(({ what }) => what)).toEqual(["entered", ...Array(3).fill("risk-graded")]);

    const answer = await download(office, `${id}/refused.csv`);
    const lines = (await answer.text()).trim().split(/\r?\n/);
    expect(lines).toHaveLength(1 + 6);
    expect(lines[0]).toMatch(/主体名称,.*,原因$/);
    expect(lines.at(-1)).toMatch(/^没有的店,B,2026-05-01,.*“没有的店”/);
    const previewed = await download(office, `file/${fileId}/refused.csv?kind=risk`);
    expect((await previewed.text()).trim().split(/\r?\n/).length).toBeGreaterThan(1);
    expect((await download(eastern, `file/${fileId}/refused.csv?kind=risk`)).status).toBe(404);

    expect(await undo(office, id)).toEqual({ undone: 3, left: 0, leftRows: [] });
    expect(await risks()).toEqual(before);
    expect(await riskOn("e1", "2026-09-01")).toBe("C");
    expect(await codesOf(undo(office, id))).toEqual(["fact-sheet/undone"]);
    const { rows } = await office.client.factSheet.list.query({ kind: "risk" });
    expect(rows[0]).toMatchObject({ id, who: "办公室", fileName: "表.csv", new: 3, refused: 6 });
    expect(rows[0]?.undoneAt).not.toBeNull();
  });

  it("undo the last sheet and then the one before it, and leave alone what was changed since", async () => {
    const before = await risks();
    const head = "主体名称,风险等级,评定日期";
    const first = await enter(
      office,
      "risk",
      await upload(office, head, "饭店e2,A,2026-03-01", "饭店e3,A,2026-03-01"),
    );
    const second = await enter(office, "risk", await upload(office, head, "饭店e2,B,2026-03-01"));
    expect(second.plan).toMatchObject({ new: 0, replaces: 1 });
    expect(await undo(office, second.id)).toMatchObject({ undone: 1 });
    await test.client.grading.setRisk.mutate({
      txId: test.newTxId(),
      establishment: "e3",
      grade: "D" as never,
      from: day("2026-06-01"),
      source: "区局",
      basis: "抽检",
    });
    expect(await undo(office, first.id)).toEqual({
      undone: 1,
      left: 1,
      leftRows: [{ id: "e3", name: "饭店e3" }],
    });
    expect((await risks()).filter((line) => !line.startsWith("e3"))).toEqual(before);
    expect(await riskOn("e3", "2026-06-01")).toBe("D");
  });

  it("enter only what was previewed", async () => {
    const fileId = await upload(office, "主体名称,风险等级,评定日期", "饭店e4,B,2026-05-01");
    const { mark } = await plan(office, "risk", fileId);
    await test.client.grading.setRisk.mutate({
      txId: test.newTxId(),
      establishment: "e4",
      grade: "C" as never,
      from: day("2026-05-01"),
      source: "区局",
      basis: "评分",
    });
    const entering = office.client.factSheet.enter.mutate({
      txId: test.newTxId(),
      kind: "risk",
      fileId,
      mark,
    });
    expect(await codesOf(entering)).toEqual(["fact-sheet/changed-since"]);
    expect(await riskOn("e4", "2026-11-24")).toBe("C");
  });

  it("enter once what is entered twice at the same moment, and are undone once", async () => {
    const before = await risks();
    const lines = ["主体名称,风险等级,评定日期", "饭店e2,A,2026-11-02"];
    const files = [await upload(office, ...lines), await upload(office, ...lines)];
    const marks = await Promise.all(files.map((fileId) => plan(office, "risk", fileId)));
    const entered = await Promise.allSettled(
      files.map((fileId, at) =>
        office.client.factSheet.enter.mutate({
          ...{ txId: test.newTxId(), kind: "risk", fileId, mark: marks[at]?.mark ?? "" },
        }),
      ),
    );
    const [id = "", ...more] = entered.flatMap((one) => (one.status === "fulfilled" ? [one.value.id] : []));
    expect([more, (await risks()).filter((line) => line.startsWith("e2 A")).length]).toEqual([[], 1]);
    const undone = await Promise.all([codesOf(undo(office, id)), codesOf(undo(office, id))]);
    expect(undone.flat()).toEqual(["fact-sheet/undone"]);
    expect(await risks()).toEqual(before);
  });

  it("know nothing of another territory, of others' files, or of a sheet that is only partly one's own", async () => {
    const lines = ["主体名称,风险等级,评定日期", "饭店e1,B,2026-10-01", "饭店e4,B,2026-10-01"];
    const own = await upload(eastern, ...lines);
    expect(told(await plan(eastern, "risk", own))).toEqual(["2 new", "3 refused fact-sheet/unknown"]);
    const { id } = await enter(eastern, "risk", own);
    expect(await Promise.all(["e1", "e4"].map((shop) => riskOn(shop, "2026-11-24")))).toEqual(["B", "C"]);
    expect(await codesOf(plan(office, "risk", own))).toEqual(["request/not-found"]);
    // The office reaches all of it and may undo it.
    expect(await undo(office, id)).toMatchObject({ undone: 1 });

    const whole = await enter(office, "risk", await upload(office, ...lines));
    expect(await codesOf(undo(eastern, whole.id))).toEqual(["request/not-found"]);
    const partly = await eastern.client.factSheet.list.query({});
    expect(partly.rows[0]).toMatchObject({ id: whole.id, whole: false, rows: 1, new: 0, refused: 0 });
    expect((await office.client.factSheet.list.query({})).rows[0]).toMatchObject({ whole: true, rows: 2 });
    const statuses = await Promise.all(
      [eastern, office].map(async (who) => (await download(who, `${whole.id}/refused.csv`)).status),
    );
    expect(statuses).toEqual([404, 200]);
    // Reaching all that was entered is not reaching what was refused.
    const part = await upload(
      office,
      "主体名称,风险等级,评定日期",
      "饭店e1,A,2026-11-03",
      "饭店e4,E,2026-11-03",
    );
    const { id: most } = await enter(office, "risk", part);
    const [seen] = (await eastern.client.factSheet.list.query({})).rows;
    expect(seen).toMatchObject({ id: most, whole: true, rows: 1, refused: 0 });
    expect((await download(eastern, `${most}/refused.csv`)).status).toBe(404);
    await undo(eastern, most);
    const western = await test.clientAs({ role: "regulator", territory: "990106002" });
    const business = await test.clientAs({ role: "business", territory: null, establishment: "e1" });
    expect((await western.client.factSheet.list.query({})).rows.map((row) => row.id)).not.toContain(id);
    expect(await codesOf(business.client.factSheet.list.query({}))).toEqual(["access/no-role"]);
    await undo(office, whole.id);
  });

  it("enter reports of controls by the rule of those by hand, and give back what they replaced", async () => {
    const reports = () =>
      stand("control_report", "establishment_id, kind, period, result, body, recorded_by, period_end");
    await test.client.arm.report.mutate({
      txId: test.newTxId(),
      establishment: "e1",
      kind: "weekly",
      period: "2026-W46",
      result: "no-risk",
      text: "",
    });
    const before = await reports();
    const fileId = await upload(
      office,
      "单位名称,管控类型,日期,结果,问题数,问题及处理",
      "饭店e1,日管控,2026-11-20,未发现风险,0,",
      "饭店e1,周排查,2026-11-12,发现问题,1,冷柜超温，已调",
      "饭店e1,月调度,2026年10月,已完成,,",
      "饭店e2,日管控,2026-11-25,正常,,",
      "饭店e2,日管控,2026-11-20,未完成,,",
      "饭店e2,日管控,2025-12-20,正常,,",
    );
    const preview = await plan(office, "control", fileId);
    expect(told(preview)).toEqual([
      "2 new",
      "3 replaces",
      "4 new",
      "5 refused business-arm/period-not-begun",
      "6 refused fact-sheet/not-done",
      "7 refused business-arm/period-not-active",
    ]);
    expect(preview.shown.find(({ row }) => row === 3)).toMatchObject({
      before: "周排查 2026-W46 已完成，未发现风险",
      says: "周排查 2026-W46 发现问题 冷柜超温，已调",
    });
    const { id } = await enter(office, "control", fileId);
    const view = await office.client.arm.get.query({ establishment: "e1" });
    expect(view.controls.tallies).toMatchObject({ daily: { done: 1 }, weekly: { findings: 1 } });
    expect(await undo(office, id)).toMatchObject({ undone: 3, left: 0 });
    expect(await reports()).toEqual(before);
  });

  it("enter training of people in post, and give back what they replaced", async () => {
    const trainings = () =>
      stand("arm_training", "establishment_id, person_id, held_on, quarters, topic, organiser, recorded_by");
    const appoint = (name: string, role: "officer" | "director", from: string) =>
      test.client.arm.appoint.mutate({
        txId: test.newTxId(),
        establishment: "e1",
        role,
        name,
        mobile: null,
        from: day(from),
      });
    const { person } = await appoint("叶听澜", "officer", "2026-03-01");
    await appoint("商陆离", "director", "2026-03-01");
    await test.client.arm.addTraining.mutate({
      txId: test.newTxId(),
      establishment: "e1",
      person,
      on: day("2026-05-01"),
      hours: 4,
      topic: "法规",
      organiser: "协会",
    });
    const before = await trainings();
    const fileId = await upload(
      office,
      "店名,姓名,岗位,培训日期,学时,培训内容,培训机构",
      "饭店e1,叶听澜,,2026-05-01,4,法规,",
      "饭店e1,叶听澜,安员,2026-06-01,32,冷链,协会",
      "饭店e1,叶听澜,食品安全员,2026-07-01,20,冷链,协会",
      "饭店e1,叶听澜,,2026-08-01,16.5,添加剂,协会",
      "饭店e1,商陆离,总监,2026-02-01,8,法规,协会",
      "饭店e1,没有的人,,2026-05-01,8,法规,",
    );
    expect(told(await plan(office, "training", fileId))).toEqual([
      "2 same",
      "3 refused fact-sheet/role-unknown fact-sheet/hours-shape",
      "4 new",
      "5 new",
      "6 refused business-arm/not-in-post",
      "7 refused fact-sheet/person-unknown",
    ]);
    const { id } = await enter(office, "training", fileId);
    const hours = async () =>
      (await office.client.arm.get.query({ establishment: "e1" })).people.find((one) => one.person === person)
        ?.hours;
    expect(await hours()).toBe(40.5);
    const more = await enter(
      office,
      "training",
      await upload(office, "店名,姓名,培训日期,学时,培训内容", "饭店e1,叶听澜,2026-05-01,6,法规"),
    );
    expect([more.plan.replaces, await hours()]).toEqual([1, 42.5]);
    expect(await undo(office, more.id)).toMatchObject({ undone: 1 });
    expect(await undo(office, id)).toMatchObject({ undone: 2 });
    expect(await trainings()).toEqual(before);
  });

  it("read columns as a person says, and say which are missing", async () => {
    const fileId = await upload(office, "店,定级,评定日期", "饭店e2,B,2026-10-01");
    expect(await plan(office, "risk", fileId)).toMatchObject({ missing: ["grade"], refused: 1 });
    const mapping = { 店: "name", 定级: "grade" };
    expect(await office.client.factSheet.preview.query({ kind: "risk", fileId, mapping })).toMatchObject({
      missing: [],
      new: 1,
    });
    const wrong = { 号: "name", 店: "nonsense" };
    expect(
      await codesOf(office.client.factSheet.preview.query({ kind: "risk", fileId, mapping: wrong })),
    ).toEqual(["import/unknown-header", "import/unknown-field"]);
  });
});
