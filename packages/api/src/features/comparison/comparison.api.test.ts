import { expect, it } from "vitest";
import { uploadFile } from "../../client/index.js";
import { createTestApp, type TestApp } from "../../testing/create-test-app.js";
import { importFile } from "../../testing/run-import.js";
import { insertSmallRegister } from "../../testing/small-register.js";

const header = "主体名称,许可证编号,村（社区）,地址,负责人,状态";
const ours = [
  header,
  "面馆一,JY13202020009651,望渡社区,槐荫路1号,林一,在业",
  "面馆二,,望渡社区,槐荫路2号,林二,在业",
  "面馆三,,望渡社区,槐荫路3号,林三,在业",
  "面馆四,,望渡社区,槐荫路4号,林四,在业",
  "面馆四,,望渡社区,槐荫路4号,林四,在业",
];
const theirs = [
  `${header},包保干部`,
  "面馆一,JY13202020009651,望渡社区,槐荫路11号,丁一,在业,",
  "面馆二,,望渡社区,槐荫路2号,林二,在业,",
  "面馆九,,望渡社区,槐荫路9号,林九,在业,",
  ",,望渡社区,槐荫路8号,林八,在业,",
];

const upload = async (app: TestApp, lines: readonly string[], name: string) =>
  uploadFile(app.clientOptions, { name, content: new TextEncoder().encode(lines.join("\n")) });

async function compare(app: TestApp, lines: readonly string[]) {
  const { fileId } = await upload(app, lines, "省平台.csv");
  const { runId } = await app.client.comparison.begin.mutate({
    txId: app.newTxId(),
    fileId,
    source: "省监管系统",
    takenOn: "2026-11-20",
  });
  await app.deps.jobs.idle();
  return app.client.comparison.run.query({ runId });
}

it("compares, previews, takes over, creates, keeps with a reason, and undoes", async () => {
  const app = await createTestApp();
  try {
    const bytes = new TextEncoder().encode(ours.slice(0, 5).join("\n"));
    const imported = await importFile(app, { kind: "registry", name: "ours.csv", bytes });
    expect(imported.answer?.created).toBe(4);

    // Each step at an instant of its own, as it is outside of tests.
    app.setToday("2026-11-25");
    const run = await compare(app, theirs);
    expect(run.failure).toBeNull();
    expect(run.counts).toEqual({
      same: 1,
      differing: 1,
      "only-theirs": 1,
      "only-ours": 2,
      doubtful: 0,
      unreadable: 1,
      inDoubt: 0,
      closedHere: 0,
    });
    expect([run.rows, run.ours, run.source]).toEqual([4, 4, "省监管系统"]);
    expect(run.townships.reduce((sum, { open }) => sum + open, 0)).toBe(5);

    const ask = (outcome: "differing" | "only-theirs" | "only-ours") =>
      app.client.comparison.rows.query({ runId: run.id, outcome });
    const [differing] = (await ask("differing")).rows;
    expect(differing?.differences.map(({ field }) => field).sort()).toEqual(["address", "personInCharge"]);

    const all = { outcome: "differing" } as const;
    const taking = { runId: run.id, all, resolution: "theirs" as const, fields: ["address"] };
    expect(await app.client.comparison.preview.query(taking)).toEqual({
      rows: 1,
      establishments: 1,
      fields: [{ field: "address", count: 1 }],
      refused: [],
    });
    const batch = app.newTxId();
    expect(await app.client.comparison.resolve.mutate({ txId: batch, ...taking })).toEqual({
      settled: 1,
      refused: [],
    });
    const id = differing?.establishment ?? "";
    const read = async () => (await app.client.registry.get.query({ id })).establishment;
    expect(await read()).toMatchObject({ address: "槐荫路11号", personInCharge: "林一" });

    const again = await app.client.comparison.resolve.mutate({
      ...taking,
      txId: app.newTxId(),
      all: undefined,
      rows: [differing?.no ?? 0],
    });
    expect(again.refused.map(({ code }) => code)).toEqual(["comparison/settled"]);

    expect(await app.client.comparison.undo.mutate({ txId: app.newTxId(), runId: run.id, batch })).toEqual({
      reopened: 1,
      refused: [],
    });
    expect(await read()).toMatchObject({ address: "槐荫路1号", personInCharge: "林一" });

    app.setToday("2026-11-26");
    const created = app.newTxId();
    await app.client.comparison.resolve.mutate({
      txId: created,
      runId: run.id,
      all: { outcome: "only-theirs" },
      resolution: "create",
    });
    const find = () => app.client.registry.list.query({ filter: { search: "面馆九" } });
    expect((await find()).total).toBe(1);
    // The same file again finds it on both sides.
    expect((await compare(app, theirs)).counts).toMatchObject({ same: 2, "only-theirs": 0 });
    await app.client.comparison.undo.mutate({ txId: app.newTxId(), runId: run.id, batch: created });
    expect((await find()).total).toBe(0);

    app.setToday("2026-11-27");
    const kept = { runId: run.id, all: { outcome: "only-ours" }, resolution: "regulator" } as const;
    expect(
      (await app.client.comparison.resolve.mutate({ txId: app.newTxId(), ...kept })).refused.map(
        ({ code }) => code,
      ),
    ).toEqual(["comparison/reason-missing", "comparison/reason-missing"]);
    await app.client.comparison.resolve.mutate({ txId: app.newTxId(), ...kept, reason: "请核实是否关停" });
    const after = await app.client.comparison.run.query({ runId: run.id });
    expect(after.settled).toEqual({ regulator: 2 });
    expect(after.open).toEqual({ differing: 1, "only-theirs": 1, unreadable: 1 });

    // The x-ray counted the import by itself, and counts what was founded without a form.
    const xray = await app.client.xray.get.query({});
    expect(xray.trend[0]).toMatchObject({ day: "2026-11-24" });
    const count = (rule: string) => xray.rules.find((one) => one.rule === rule)?.count;
    expect(count("form-missing")).toBe(4);
    expect(count("officer-missing")).toBe(4);
    const rows = await app.client.xray.rows.query({ rule: "officer-missing" });
    expect(rows.total).toBe(4);
    const ignoring = { rule: "officer-missing" as const, ids: [id] };
    await app.client.xray.ignore.mutate({
      txId: app.newTxId(),
      ...ignoring,
      reason: "小店，等街道报",
      until: rows.rows.length > 0 ? "2026-12-31" : "2026-01-01",
    });
    expect((await app.client.xray.rows.query({ rule: "officer-missing" })).total).toBe(3);
    expect(
      (await app.client.xray.rows.query({ rule: "officer-missing", ignored: true })).rows[0]?.ignored,
    ).toMatchObject({ reason: "小店，等街道报" });
    await app.client.xray.watch.mutate({ txId: app.newTxId(), ...ignoring });
    expect((await app.client.xray.rows.query({ rule: "officer-missing" })).total).toBe(4);
  } finally {
    await app.close();
  }
}, 240_000);

it("undoes no more than it did: what was changed since stays, who answered before answers again", async () => {
  const app = await createTestApp({ today: "2026-11-20" });
  try {
    await insertSmallRegister(app, {
      shops: [],
      seats: ["a", "b", "c"].map((id) => ({ id, jurisdictions: ["990106"] })),
    });
    const heads = "主体名称,地址,所在地代码,业态,规模";
    const shops = ["一", "二"].map((name) => `面馆${name},槐荫路${name}号,990106001001,餐饮服务,中型`);
    const bytes = new TextEncoder().encode([heads, ...shops].join("\n"));
    await importFile(app, { kind: "registry", name: "ours.csv", bytes });
    const { rows } = await app.client.registry.list.query({});
    const give = (establishment: string, official: string) =>
      app.client.chain.reassign.mutate({ txId: app.newTxId(), establishment, official });
    for (const { id } of rows) await give(id, "a");
    app.setToday("2026-11-24");
    const official = async (id: string) => (await app.client.registry.get.query({ id })).official?.id;
    const run = await compare(app, [
      `${heads},包保干部`,
      `${shops[0]?.replace("中型", "大型")},干部b`,
      `${shops[1]},干部b`,
      "面馆三,槐荫路三号,990106001001,餐饮服务,中型,",
    ]);
    const settle = async (outcome: "differing" | "only-theirs", resolution: "theirs" | "create") => {
      const txId = app.newTxId();
      const all = { outcome };
      await app.client.comparison.resolve.mutate({ txId, runId: run.id, all, resolution });
      return txId;
    };
    const batch = await settle("differing", "theirs");
    const created = await settle("only-theirs", "create");
    const idOf = (name: string) => rows.find((row) => row.name === name)?.id ?? "";
    const [kept, moved] = [idOf("面馆一"), idOf("面馆二")];
    expect([await official(kept), await official(moved)]).toEqual(["b", "b"]);
    const found = (await app.client.registry.list.query({ filter: { search: "面馆三" } })).rows[0]?.id ?? "";
    app.setToday("2026-11-25");
    await give(moved, "c");
    await give(found, "c");
    app.setToday("2026-11-26");
    const undo = (one: string) =>
      app.client.comparison.undo.mutate({ txId: app.newTxId(), runId: run.id, batch: one });
    const undone = await undo(batch);
    expect([undone.reopened, undone.refused.map(({ code }) => code)]).toEqual([
      1,
      ["comparison/changed-since"],
    ]);
    expect([await official(kept), await official(moved)]).toEqual(["a", "c"]);
    const { establishment } = await app.client.registry.get.query({ id: kept });
    expect(establishment.size).toBe("medium");
    // Somebody answers for what was founded: it stays in the register.
    expect(await undo(created)).toMatchObject({
      reopened: 0,
      refused: [{ code: "comparison/changed-since" }],
    });
    expect(await official(found)).toBe("c");
  } finally {
    await app.close();
  }
}, 240_000);

it("keeps layouts in versions and exports exactly the filter, neutralised and masked", async () => {
  const app = await createTestApp();
  try {
    const lines = [
      "主体名称,村（社区）,地址,联系电话",
      "=1+1面馆,望渡社区,槐荫路1号,13800001234",
      "茶楼,望渡社区,槐荫路2号,",
    ];
    await importFile(app, {
      kind: "registry",
      name: "a.csv",
      bytes: new TextEncoder().encode(lines.join("\n")),
    });
    const body = {
      kind: "establishments",
      title: "省平台模板",
      dateFormat: "YYYYMMDD",
      columns: [
        { header: "单位名称", field: "name" },
        { header: "手机", field: "contactMobile" },
        { header: "经营状态", field: "state", codes: { active: "01" } },
      ],
    } as const;
    const columns = body.columns.map((column) => ({ ...column }));
    const input = { ...body, columns };
    const saved = await app.client.layout.save.mutate({ txId: app.newTxId(), version: 0, ...input });
    expect(saved).toMatchObject({ version: 1, demonstration: false });
    const changed = { ...input, title: "省平台模板（二）" };
    await app.client.layout.save.mutate({ txId: app.newTxId(), id: saved.id, version: 1, ...changed });
    await expect(
      app.client.layout.save.mutate({ txId: app.newTxId(), id: saved.id, version: 1, ...changed }),
    ).rejects.toThrow("request/stale");
    await expect(
      app.client.layout.save.mutate({
        txId: app.newTxId(),
        id: "demonstration-visits",
        version: 1,
        ...changed,
      }),
    ).rejects.toThrow("layout/demonstration");
    expect(
      (await app.client.layout.versions.query({ id: saved.id })).rows.map(({ version }) => version),
    ).toEqual([2, 1]);

    const preview = await app.client.layout.preview.query({ ...input, filter: { search: "茶楼" } });
    expect(preview).toEqual({
      headers: ["单位名称", "手机", "经营状态"],
      rows: [["茶楼", null, "01"]],
      total: 1,
    });

    const filter = encodeURIComponent(JSON.stringify({ search: "面馆" }));
    const response = await app.request(`/api/export/layout/${saved.id}/rows.csv?filter=${filter}`);
    expect(response.status).toBe(200);
    const text = (await response.text()).replace("\uFEFF", "");
    expect(text).toBe("单位名称,手机,经营状态\r\n'=1+1面馆,138****1234,01\r\n");
    expect((await app.request("/api/export/layout/nothing/rows.csv")).status).toBe(404);
    await app.client.layout.remove.mutate({ txId: app.newTxId(), id: saved.id, version: 2 });
    expect((await app.client.layout.list.query({})).rows.every(({ demonstration }) => demonstration)).toBe(
      true,
    );
  } finally {
    await app.close();
  }
}, 240_000);
