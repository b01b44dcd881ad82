// The directory and its groups by sheet, through the real client: every row accounted for, two times kept, numbers sealed,
// taken back as a whole; and the file that the directory gives out changes nothing when it comes back.
import type { ImportKind, PlainDate } from "@shian/domain";
import { sql } from "drizzle-orm";
import PizZip from "pizzip";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toProblems } from "../../client/index.js";
import { writeCsv } from "../../documents/write-spreadsheet.js";
import { executeRows } from "../../storage/database.js";
import { createTestApp, type TestApp } from "../../testing/create-test-app.js";
import { importFile, previewFile, toCounts } from "../../testing/run-import.js";
import { insertSmallRegister } from "../../testing/small-register.js";

const MOBILE = "13900131234";
const township = "990106001";
const day = (text: string) => text as PlainDate;
let app: TestApp;

beforeAll(async () => {
  app = await createTestApp({ today: "2026-11-24" });
  await insertSmallRegister(app, {
    shops: [{ id: "e1", township, official: "o1" }],
    seats: [{ id: "o1", jurisdictions: ["990106"] }],
  });
}, 120_000);
afterAll(() => app.close());

const step = async (kind: ImportKind, headers: readonly string[], ...rows: readonly (readonly string[])[]) =>
  ({ kind, name: "表.csv", bytes: await writeCsv({ headers, rows }) }) as const;
const headers = ["类别", "姓名", "属地", "单位", "职务", "手机号", "到岗日期", "接替"];
const people = async (asOf: string) =>
  (await app.client.directory.list.query({ asOf: day(asOf) })).rows.map(({ name, mobile }) => [name, mobile]);
const undo = (runId: string) =>
  app.client.import.undo.mutate({ txId: app.newTxId(), runId, reason: "传错了表" });
const rowsOf = async (runId: string, outcome: "created" | "updated" | "refused" | "unchanged") =>
  (await app.client.import.rows.query({ runId, outcome })).rows;

describe("a sheet of the directory", () => {
  it("is looked at first: every row has its outcome, a refused one its sentence and column; nothing is written", async () => {
    const run = await previewFile(
      app,
      await step(
        "duties",
        headers,
        ["联络员", "岑晚舟", township, "梧桐街道办事处", "联络员", MOBILE, "2026-03-01", ""],
        ["监管员", "路行简", township, "梧桐市场监管所", "监管员", "", "2026-03-01", ""],
        ["局长", "无名氏", "无处", "", "", "见名片", "年初", ""],
        ["联络员", "岑晚舟", township, "", "", "", "", ""],
        ["包保干部", "干部o1", "", "", "", "", "", ""],
      ),
    );
    const counts = { rows: 5, created: 2, updated: 0, unchanged: 1, held: 0, refused: 2 };
    expect([run.status, toCounts(run)]).toEqual(["previewed", counts]);
    expect(run.answer?.problems.map(({ row, column, message }) => [row, column, message])).toEqual([
      [4, "类别", "不认识类别“局长”，请写责任领导、联络员、监管所负责人或监管员。"],
      [4, "属地", "没有找到属地“无处”，请写代码，或先导入属地。"],
      [4, "手机号", "这一格不是电话号码，请写手机号或座机号，或留空。"],
      [4, "到岗日期", "日期“年初”看不懂，请写成 2026-11-24。"],
      [5, "姓名", "和第 2 行说的是同一个，只按第 2 行办，请删去重复的行。"],
    ]);
    expect(await people("2026-11-24")).toEqual([]);
  });

  it("is applied as one recorded change, numbers sealed, and says nothing new when it comes again", async () => {
    const sheet = await step(
      "duties",
      headers,
      ["联络员", "岑晚舟", township, "梧桐街道办事处", "联络员", MOBILE, "2026-03-01", ""],
      ["监管员", "路行简", township, "梧桐市场监管所", "监管员", "", "2026-03-01", ""],
    );
    const before = await executeRows(app.database.db, sql`select count(*)::int as n from audit_entry`);
    expect(toCounts(await importFile(app, sheet))).toMatchObject({ created: 2, refused: 0 });
    const [entry] = await executeRows(
      app.database.db,
      sql`select operation, (select count(*)::int from audit_entry) as n,
        (select string_agg(e::text, ' ') from audit_entry e) || (select string_agg(c::text, ' ') from audit_change c)
        || (select string_agg(r::text, ' ') from import_row r) as text from audit_entry order by seq desc limit 1`,
    );
    // The preview's asking and the applying are two operations of their own; the change of the directory is one entry.
    expect(entry?.operation).toBe("import.apply");
    expect(Number(entry?.n)).toBeGreaterThan(Number(before[0]?.n));
    expect(String(entry?.text)).not.toContain(MOBILE);
    expect(app.logged.join()).not.toContain(MOBILE);
    expect(await people("2026-11-24")).toEqual([
      ["岑晚舟", "139****1234"],
      ["路行简", null],
    ]);
    expect(toCounts(await importFile(app, sheet))).toMatchObject({ unchanged: 2, created: 0, updated: 0 });
  });

  it("makes a post change hands; the old holder ends the day before, and it is taken back as a whole", async () => {
    const sheet = await step("duties", headers, [
      ...["联络员", "叶听澜", township, "", "", "13700131234", "2026-12-01", "岑晚舟"],
    ]);
    app.setToday("2026-11-25");
    const run = await importFile(app, sheet);
    expect(toCounts(run)).toMatchObject({ updated: 1, rows: 1 });
    expect((await rowsOf(run.id, "updated"))[0]).toMatchObject({
      changes: [
        { field: "name", before: "岑晚舟", after: "叶听澜" },
        { field: "mobile", before: null, after: "137****1234" },
        { field: "from", before: "2026-03-01", after: "2026-12-01" },
      ],
      notices: [{ code: "duty/follows", params: { name: "岑晚舟", to: "2026-11-30" } }],
    });
    const [liaisonBefore, after] = [await people("2026-11-30"), await people("2026-12-01")];
    expect([liaisonBefore[0], after[0]]).toEqual([
      ["岑晚舟", "139****1234"],
      ["叶听澜", "137****1234"],
    ]);
    app.setToday("2026-11-26");
    expect(await app.client.import.planUndo.query({ runId: run.id })).toMatchObject({
      restored: 1,
      refused: 0,
    });
    expect(await undo(run.id)).toMatchObject({ restored: 1, takenOut: 0, refused: 0 });
    expect((await people("2026-12-01"))[0]).toEqual(["岑晚舟", "139****1234"]);
    // What was known in between stays known.
    const known = { asOf: day("2026-12-01"), knownOn: day("2026-11-25") };
    expect((await app.client.directory.list.query(known)).rows.map(({ name }) => name)).toContain("叶听澜");
    expect(await undo(run.id).catch((error: unknown) => toProblems(error)[0]?.code)).toBe(
      "request/not-ready",
    );
  });

  it("is planned again when applied: what somebody changed since the preview is seen", async () => {
    const preview = await previewFile(
      app,
      await step("duties", headers, ["监管员", "路行简", township, "新所", "", "", "", ""]),
    );
    expect(toCounts(preview)).toMatchObject({ updated: 1 });
    const [post] = (await app.client.directory.list.query({ kind: "inspector" })).rows;
    await app.client.directory.end.mutate({
      ...{ txId: app.newTxId(), post: post?.post ?? "", version: post?.version ?? 0 },
      ...{ to: day("2026-11-26"), reason: "调离岗位" },
    });
    await app.client.import.apply.mutate({ txId: app.newTxId(), runId: preview.id });
    await app.deps.jobs.idle();
    const run = await app.client.import.run.query({ runId: preview.id });
    expect([run.status, toCounts(run)]).toMatchObject(["applied", { created: 1, updated: 0 }]);
    expect(await undo(run.id)).toMatchObject({ takenOut: 1 });
    expect(await people("2026-11-26")).toEqual([["岑晚舟", "139****1234"]]);
  });

  it("leaves what was changed after it as it is when it is taken back", async () => {
    const run = await importFile(
      app,
      await step(
        "duties",
        headers,
        ["监管员", "路行简", township, "梧桐市场监管所", "", "", "", ""],
        ["责任领导", "温知夏", township, "", "", "", "", ""],
      ),
    );
    app.setToday("2026-11-27");
    const [post] = (await app.client.directory.list.query({ kind: "leader" })).rows;
    await app.client.directory.end.mutate({
      ...{ txId: app.newTxId(), post: post?.post ?? "", version: 1 },
      ...{ to: day("2026-12-30"), reason: "调离岗位" },
    });
    app.setToday("2026-11-28");
    const answer = await undo(run.id);
    expect(answer).toMatchObject({ takenOut: 1, refused: 1 });
    expect(answer.rows[0]).toMatchObject({ name: "温知夏", problem: { code: "import/undo-version" } });
    expect((await people("2026-11-26")).map(([name]) => name)).toEqual(["温知夏", "岑晚舟"]);
  });
});

describe("a sheet of groups", () => {
  const groupHeaders = ["群名", "属地", "联络人", "成员"];
  it("names its people as the directory does, and is taken back before its people are", async () => {
    const posts = await importFile(
      app,
      await step("duties", headers, ["监管员", "路行简", township, "梧桐市场监管所", "", "", "", ""]),
    );
    const run = await importFile(
      app,
      await step(
        "groups",
        groupHeaders,
        ["梧桐联络群", township, "岑晚舟", "温知夏、路行简"],
        ["另一群", township, "岑晚舟", "无名氏"],
      ),
    );
    expect(toCounts(run)).toMatchObject({ rows: 2, created: 1, refused: 1 });
    expect(run.answer?.problems).toMatchObject([{ row: 3, column: "成员", code: "group/member-unknown" }]);
    const [group] = (await app.client.liaisonGroup.list.query({})).rows;
    expect([group?.name, group?.one.name, group?.members.map(({ name }) => name)]).toEqual([
      "梧桐联络群",
      "岑晚舟",
      ["温知夏", "路行简"],
    ]);
    expect((await app.client.import.planUndo.query({ runId: posts.id })).rows).toMatchObject([
      { problem: { code: "import/undo-in-group", params: { name: "路行简", group: "梧桐联络群" } } },
    ]);
    app.setToday("2026-11-29");
    const changed = await importFile(
      app,
      await step("groups", groupHeaders, ["梧桐联络群", township, "岑晚舟", "温知夏"]),
    );
    expect(toCounts(changed)).toMatchObject({ updated: 1 });
    app.setToday("2026-11-30");
    await undo(changed.id);
    expect((await app.client.liaisonGroup.list.query({})).rows[0]?.members).toHaveLength(2);
  });
});

describe("the file that the directory gives out", () => {
  it("has the groups as Word too, and none where one kind of post is asked for", async () => {
    const read = async (path: string) => {
      const answer = await app.request(`/api/papers/${path}`);
      const { files } = new PizZip(new Uint8Array(await answer.arrayBuffer()));
      const parts = Object.values(files).filter(({ name }) => name.endsWith(".xml"));
      return parts.map((file) => file.asText()).join("");
    };
    expect(await read("directory.docx")).toMatch(/“1\+N”联络群（1 个）.*梧桐联络群.*温知夏、路行简/s);
    expect(await read("directory.docx?kind=leader")).not.toContain("梧桐联络群");
    expect(await read("directory.xlsx?search=无此人")).not.toContain("梧桐联络群");
  });

  it.each(["zh-CN", "en"])("changes nothing when it comes back, people and groups (%s)", async (locale) => {
    const answer = await app.request(`/api/papers/directory.xlsx?locale=${locale}&clear=yes`);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const duties = await importFile(app, { kind: "duties", name: "通讯录.xlsx", bytes });
    expect(toCounts(duties)).toEqual({ rows: 4, created: 0, updated: 0, unchanged: 4, held: 0, refused: 0 });
    const groups = await importFile(app, { kind: "groups", name: "通讯录.xlsx", bytes });
    expect(toCounts(groups)).toEqual({ rows: 1, created: 0, updated: 0, unchanged: 1, held: 0, refused: 0 });
    const masked = await app.request(`/api/papers/directory.xlsx?locale=${locale}`);
    const again = new Uint8Array(await masked.arrayBuffer());
    const run = await importFile(app, { kind: "duties", name: "通讯录.xlsx", bytes: again });
    expect(toCounts(run)).toMatchObject({ unchanged: 4, rows: 4 });
  });
});
