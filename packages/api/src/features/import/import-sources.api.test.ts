// What grew around an import: mappings of sources, the queue of held rows across runs, undo of a whole run.
import { composeCreditCode, RiskGrade, toPlainDate } from "@shian/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toProblems, uploadFile } from "../../client/index.js";
import { createCall } from "../../deps.js";
import { createTestApp, type TestApp } from "../../testing/create-test-app.js";
import { importFile, previewFile, toCounts } from "../../testing/run-import.js";
import { getPicture } from "../picture/picture.service.js";

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.close());

const code = (serial: string) => composeCreditCode(`92990106MA1${serial}8M1`);
const codes = ["MGN", "MGP", "MGQ", "MGR", "MGT", "MGU", "MGW"].map(code);
const csv = (...lines: readonly string[]) => ({
  kind: "registry" as const,
  name: "省平台.csv",
  bytes: new TextEncoder().encode(`${lines.join("\n")}\n`),
});
const tx = () => test.newTxId();
const names = async () =>
  (await test.client.registry.list.query({ sort: { by: "name" }, limit: 500 })).rows.map(({ name }) => name);
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => [],
    (error: unknown) => toProblems(error).map((problem) => problem.code),
  );

describe("a source's mapping", () => {
  const head = "单位,证照,门牌,开张";
  const mapping = { 单位: "name", 证照: "creditCode", 门牌: "address", 开张: null };

  it("is saved in versions, and the second to save over one version is told who was first", async () => {
    const save = (version: number, more: object = {}) =>
      test.client.import.saveMapping.mutate({
        txId: tx(),
        kind: "registry",
        source: "省平台",
        version,
        mapping,
        ...more,
      });
    const { id } = await save(0);
    expect(await refusal(save(0))).toEqual(["request/stale"]);
    expect(await save(1, { options: { holdNew: true } })).toEqual({ id, version: 2 });
    const { mappings } = await test.client.import.mappings.query({});
    expect(mappings).toMatchObject([
      { id, source: "省平台", version: 2, options: { holdNew: true, holdSimilar: false }, savedBy: "张工" },
    ]);
    expect(mappings[0]?.versions.map(({ version }) => version)).toEqual([2, 1]);
    expect(await refusal(save(2, { mapping: { 单位: "nonsense" } }))).toEqual(["import/unknown-field"]);
  });

  it("is proposed for a file with its columns, and taken without being asked for", async () => {
    const file = csv(head, `面馆,${codes[0]},一号,2020-01-01`);
    const { fileId } = await uploadFile(test.clientOptions, { name: "a.csv", content: file.bytes });
    const inspection = await test.client.import.inspect.query({ fileId, kind: "registry" });
    expect(inspection.saved).toMatchObject([
      { source: "省平台", version: 2, fit: "exact", mapping, missing: [], added: [] },
    ]);
    const run = await previewFile(test, file);
    expect(run).toMatchObject({ source: "省平台", mapping, options: { holdNew: true } });
    // Its option holds what the register does not know.
    expect(toCounts(run)).toMatchObject({ rows: 1, created: 0, held: 1 });
    expect(run.answer?.problems.map((problem) => problem.code)).toContain("registry/new-held");
  });

  it("is not taken for other columns; an unknown source is refused by name", async () => {
    const run = await previewFile(test, csv("主体名称,统一社会信用代码", `面馆,${codes[0]}`));
    expect(run.source).toBeNull();
    const { fileId } = await uploadFile(test.clientOptions, {
      name: "a.csv",
      content: csv("名称", "面馆").bytes,
    });
    expect(
      await refusal(
        test.client.import.preview.mutate({ txId: tx(), fileId, kind: "registry", source: "没有的" }),
      ),
    ).toEqual(["import/source-unknown"]);
  });

  it("ends; its name can be used anew", async () => {
    const [saved] = (await test.client.import.mappings.query({})).mappings;
    const end = (version: number) =>
      test.client.import.endMapping.mutate({ txId: tx(), id: saved?.id ?? "", version });
    expect(await refusal(end(1))).toEqual(["request/stale"]);
    await end(2);
    expect((await test.client.import.mappings.query({})).mappings).toEqual([]);
    const again = { kind: "registry" as const, source: "省平台", version: 0, mapping };
    expect((await test.client.import.saveMapping.mutate({ txId: tx(), ...again })).version).toBe(1);
  });
});

describe("held rows across runs", () => {
  const head = "主体名称,统一社会信用代码,地址,许可证编号";
  let first: string;

  it("wait in one queue with their reasons; a row that stands again in a later file waits once", async () => {
    test.setToday("2026-11-25");
    await importFile(test, csv(head, `老面馆,${codes[1]},甲路1号,`, `粮油店,${codes[2]},乙路2号,`));
    test.setToday("2026-11-26");
    // One code, but neither name nor address: may be another shop of the same business.
    const doubtful = [`新面馆,${codes[1]},丙路3号,`, `粮油二店,${codes[2]},丁路4号,`];
    const run = await importFile(test, csv(head, ...doubtful));
    first = run.id;
    expect(toCounts(run)).toMatchObject({ rows: 2, held: 2 });
    const queue = await test.client.import.held.query({});
    expect(queue.rows.map(({ runId, row, name }) => [runId, row, name])).toEqual([
      [run.id, 2, "新面馆"],
      [run.id, 3, "粮油二店"],
    ]);
    expect(queue.doubts).toEqual([{ code: "registry/code-name-address-differ", count: 2 }]);

    test.setToday("2026-11-27");
    const again = await importFile(test, csv(head, ...doubtful, `第三家,${codes[3]},戊路5号,`));
    expect(toCounts(again)).toMatchObject({ rows: 3, created: 1, held: 2 });
    const now = await test.client.import.held.query({});
    expect(now.rows.map(({ runId, row }) => [runId, row])).toEqual([
      [again.id, 2],
      [again.id, 3],
    ]);
    // The former run still accounts for its rows.
    const former = await test.client.import.run.query({ runId: first });
    expect(toCounts(former)).toMatchObject({ rows: 2, held: 2 });
    first = again.id;
  });

  it("stand side by side with what they may mean, differing fields marked", async () => {
    const { candidates, fields } = await test.client.import.compare.query({ runId: first, row: 2 });
    expect(candidates.map(({ name }) => name)).toEqual(["老面馆"]);
    expect(fields.map(({ field, values, differs }) => [field, ...values, ...differs])).toEqual([
      ["name", "新面馆", "老面馆", true],
      ["creditCode", codes[1], codes[1], false],
      ["address", "丙路3号", "甲路1号", true],
    ]);
  });

  it("are put off with a reason, decided with a reason, and told apart where they cannot be", async () => {
    const rows = [2, 3, 4].map((row) => ({ runId: first, row }));
    const later = await test.client.import.decideHeld.mutate({
      txId: tx(),
      rows,
      decision: { kind: "later" },
      reason: "等所里核实",
    });
    expect(later).toMatchObject({
      decided: 2,
      left: [{ row: 4, problem: { code: "registry/decision-not-held" } }],
    });
    const [waiting] = (await test.client.import.held.query({})).rows;
    expect(waiting).toMatchObject({ later: { by: "张工", reason: "等所里核实" } });

    test.setToday("2026-11-28");
    const update = await test.client.import.decideHeld.mutate({
      txId: tx(),
      rows: rows.slice(0, 1),
      decision: { kind: "update" },
      reason: "同一家，已改名",
    });
    expect(update).toEqual({ decided: 1, left: [] });
    const create = await test.client.import.decideHeld.mutate({
      txId: tx(),
      rows: rows.slice(1, 2),
      decision: { kind: "create" },
      reason: "两处经营",
    });
    expect(create).toEqual({ decided: 1, left: [] });
    expect((await test.client.import.held.query({})).total).toBe(0);
    expect(await names()).toEqual(expect.arrayContaining(["新面馆", "粮油二店", "粮油店", "第三家"]));
    expect(await names()).not.toContain("老面馆");
    const run = await test.client.import.run.query({ runId: first });
    expect(toCounts(run)).toEqual({ rows: 3, created: 2, updated: 1, unchanged: 0, held: 0, refused: 0 });
    const { rows: updated } = await test.client.import.rows.query({ runId: first, outcome: "updated" });
    expect(updated).toMatchObject([{ decided: "update", decidedBy: "张工", reason: "同一家，已改名" }]);
  });
});

describe("undo of a run", () => {
  it("takes out what it founded and restores what it changed, but not what somebody touched since", async () => {
    const head = "主体名称,统一社会信用代码,地址,状态,联系电话";
    test.setToday("2026-11-29");
    const before = await names();
    await importFile(test, csv(head, `撤一,${codes[4]},己路6号,在营,13812345678`));
    const [one] = (await test.client.registry.list.query({ filter: { search: codes[4] } })).rows;
    const id = one?.id ?? "";
    const seen = async () => {
      const { establishment, contactMobile } = await test.client.registry.get.query({ id });
      const { version: _version, ...facts } = establishment;
      return { ...facts, contactMobile };
    };
    const former = await seen();

    test.setToday("2026-11-30");
    const run = await importFile(
      test,
      csv(
        head,
        `撤一,${codes[4]},庚路7号,停业,13900001111`,
        `撤二,${codes[5]},辛路8号,在营,`,
        `撤三,${codes[6]},壬路9号,在营,`,
      ),
    );
    expect(toCounts(run)).toMatchObject({ created: 2, updated: 1 });
    expect(await seen()).toMatchObject({
      address: "庚路7号",
      state: "suspended",
      contactMobile: "139****1111",
    });

    test.setToday("2026-12-01");
    const [third] = (await test.client.registry.list.query({ filter: { search: codes[6] } })).rows;
    await test.client.grading.setRisk.mutate({
      txId: tx(),
      establishment: third?.id ?? "",
      grade: RiskGrade.parse("B"),
      from: toPlainDate("2026-12-01"),
      source: "所里",
      basis: "检查",
    });
    const preview = await test.client.import.planUndo.query({ runId: run.id });
    expect(preview).toMatchObject({ takenOut: 1, restored: 1, refused: 1, at: null });
    expect(preview.rows[0]).toMatchObject({
      name: "撤三",
      undo: "take-out",
      problem: { code: "import/undo-changed", params: { who: "张工", on: "2026-12-01" } },
    });
    expect((await test.client.import.run.query({ runId: run.id })).status).toBe("applied");

    const undone = await test.client.import.undo.mutate({ txId: tx(), runId: run.id, reason: "传错了表" });
    expect(undone).toMatchObject({ takenOut: 1, restored: 1, refused: 1, by: "张工", reason: "传错了表" });
    expect((await names()).sort()).toEqual([...before, "撤一", "撤三"].sort());
    expect(await seen()).toEqual(former);
    const after = await test.client.import.run.query({ runId: run.id });
    expect(after).toMatchObject({ status: "undone", undone: { takenOut: 1, restored: 1, refused: 1 } });
    expect(toCounts(after)).toMatchObject({ rows: 3, created: 2, updated: 1 });
    expect(
      await refusal(test.client.import.undo.mutate({ txId: tx(), runId: run.id, reason: "再来" })),
    ).toEqual(["request/not-ready"]);
    // What was known on the days between stays known: nothing was deleted.
    const call = createCall(test.deps, test.database.db, "zh-CN");
    const day = toPlainDate("2026-11-30");
    const namesKnown = async (knownOn: string) =>
      (await getPicture(call, { asOf: day, knownOn: toPlainDate(knownOn) })).establishments.map(
        ({ facts }) => facts.name,
      );
    expect(await namesKnown("2026-11-30")).toContain("撤二");
    expect(await namesKnown("2026-12-01")).not.toContain("撤二");

    test.setToday("2026-12-02");
    // The mended file brings in anew what was taken out.
    const mended = await importFile(test, csv(head, `撤二,${codes[5]},辛路8号,在营,`));
    expect(toCounts(mended)).toMatchObject({ created: 1 });
  });

  it("is refused for other kinds, with a sentence", async () => {
    const bytes = new TextEncoder().encode("代码,名称\n990106001,望澜街道\n");
    const run = await importFile(test, { kind: "territories", name: "属地.csv", bytes });
    expect(run.status).toBe("applied");
    expect(await refusal(test.client.import.planUndo.query({ runId: run.id }))).toEqual(["import/undo-kind"]);
  });
});
