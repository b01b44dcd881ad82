// Telephone numbers through the real client: sealed when brought in, masked when shown, in clear one at a time and with
// a reason.
import { toPlainDate } from "@shian/domain";
import {
  generateOfficialRows,
  generateRegisterRows,
  generateTerritoryRows,
} from "@shian/domain/fixture-city";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeCsv } from "../../documents/write-spreadsheet.js";
import { executeRows } from "../../storage/database.js";
import { codesOf } from "../../testing/codes-of.js";
import { createTestApp, type SignedIn, type TestApp } from "../../testing/create-test-app.js";
import { importFile, previewFile, toCounts } from "../../testing/run-import.js";

const quarterStart = toPlainDate("2026-10-01");
const PHONE = "13812345678";
const OTHER = "13987654321";

let app: TestApp;
let liaison: SignedIn;
let far: SignedIn;
let ids: readonly string[];
let officialId: string;

type Table = { readonly headers: readonly string[]; readonly rows: readonly (readonly string[])[] };
const register = generateRegisterRows({ seed: "personal", count: 12, quarterStart });
const contactsOf = (...phones: readonly string[]): Table => {
  const at = register.headers.indexOf("联系电话");
  return {
    headers: register.headers,
    rows: register.rows.map((row, index) =>
      row.map((cell, column) => (column === at ? (phones[index] ?? "") : cell)),
    ),
  };
};
const toStep = async (kind: "registry" | "officials" | "territories", table: Table) =>
  ({ kind, name: `${kind}.csv`, bytes: await writeCsv(table) }) as const;
const takeFile = async (path: string) =>
  (await app.app.request(`http://localhost${path}`, { headers: app.clientOptions.headers ?? {} })).text();

beforeAll(async () => {
  app = await createTestApp();
  await importFile(app, await toStep("territories", generateTerritoryRows()));
  await app.client.office.chooseTerritory.mutate({ txId: app.newTxId(), territory: "990106" });
  await importFile(app, await toStep("registry", contactsOf(PHONE, "见门牌")));
  const officials = generateOfficialRows({ seed: "personal", quarterStart });
  const mobile = officials.headers.indexOf("手机");
  const phone = officials.headers.indexOf("办公电话");
  const rows = officials.rows.map((row) =>
    row.map((cell, column) => (column === mobile ? OTHER : column === phone ? "025-84567890" : cell)),
  );
  await importFile(app, await toStep("officials", { headers: officials.headers, rows }));
  liaison = await app.clientAs({ role: "liaison", territory: "990106" });
  far = await app.clientAs({ role: "regulator", territory: "110101" });
  const kept = await executeRows(
    app.database.db,
    sql`select id from establishment order by (contact_mobile is null), id`,
  );
  ids = kept.map(({ id }) => String(id));
  const [official] = (await app.client.official.list.query({ limit: 1 })).rows;
  officialId = official?.id ?? "";
  // Three imports, on a machine that may be busy with other work.
}, 240_000);
afterAll(() => app.close());

const first = () => ids[0] ?? "";
const unmask = (who: SignedIn | TestApp, reason = "核实投诉", id = first()) =>
  who.client.registry.unmask.mutate({ txId: app.newTxId(), id, reason });

describe("a contact's number", () => {
  it("is sealed in the table and masked in the detail, for whoever may look", async () => {
    const [row] = await executeRows(
      app.database.db,
      sql`select contact_mobile as sealed from establishment where id = ${first()}`,
    );
    expect(String(row?.sealed)).toMatch(/^s1\./);
    expect(app.deps.keyring.unseal(String(row?.sealed), "establishment.contactMobile")).toBe(PHONE);
    for (const { client } of [app, liaison])
      expect((await client.registry.get.query({ id: first() })).contactMobile).toBe("138****5678");
    expect((await app.client.registry.get.query({ id: ids.at(-1) ?? "" })).contactMobile).toBeNull();
  });

  it("is given in clear for a reason, and the record tells who, why, and never the number", async () => {
    expect(await unmask(app)).toEqual({ value: PHONE });
    const [entry] = await executeRows(
      app.database.db,
      sql`select name, operation, content from audit_entry order by seq desc limit 1`,
    );
    expect(entry).toMatchObject({ name: "张工", operation: "registry.unmask" });
    expect(String(entry?.content)).toContain("核实投诉");
    expect(String(entry?.content)).toContain("138****5678");
    const everything = await executeRows(
      app.database.db,
      sql`select (select string_agg(e::text, ' ') from audit_entry e) || (select string_agg(c::text, ' ') from audit_change c)
        || (select string_agg(t::text, ' ') from transaction_log t) as text`,
    );
    expect(String(everything[0]?.text)).not.toContain(PHONE);
  });

  it("the same question sent again is answered again and recorded once", async () => {
    const count = async () =>
      (await executeRows(app.database.db, sql`select count(*)::int as n from audit_entry`))[0]?.n;
    const question = { txId: app.newTxId(), id: first(), reason: "核实投诉" };
    const before = Number(await count());
    expect(await app.client.registry.unmask.mutate(question)).toEqual({ value: PHONE });
    expect(await app.client.registry.unmask.mutate(question)).toEqual({ value: PHONE });
    expect(await count()).toBe(before + 1);
  });

  it("is refused to other roles, outside the territory, without a reason, and for what is not there", async () => {
    expect(await codesOf(unmask(liaison))).toEqual(["access/no-role"]);
    const outside = await codesOf(unmask(far));
    expect(outside).toEqual(["request/not-found"]);
    expect(await codesOf(unmask(app, "核实投诉", "nothing"))).toEqual(outside);
    expect(await codesOf(unmask(app, " 看 "))).toEqual(["request/invalid-input"]);
  });

  it("stays out of lists, imports and exports", async () => {
    const answers: unknown[] = [
      await app.client.registry.list.query({ limit: 500 }),
      await app.client.import.list.query({}),
      await takeFile("/api/export/registry.csv"),
    ];
    const { runs } = await app.client.import.list.query({});
    for (const { id } of runs)
      for (const outcome of ["created", "updated", "unchanged", "held", "refused"] as const)
        answers.push(await app.client.import.rows.query({ runId: id, outcome, limit: 500 }));
    expect(JSON.stringify(answers)).not.toContain(PHONE);
    expect(String(answers[2])).toContain("138****5678");
  });

  it("does not change when an export comes in again, and changes masked when another number does", async () => {
    const exported = await takeFile("/api/export/registry.csv");
    const again = await previewFile(app, {
      kind: "registry",
      name: "again.csv",
      bytes: Buffer.from(exported),
    });
    expect(toCounts(again)).toMatchObject({ rows: 12, unchanged: 12 });
    const changed = await importFile(app, await toStep("registry", contactsOf(OTHER)));
    expect(toCounts(changed)).toMatchObject({ updated: 1, unchanged: 11 });
    const [row] = (await app.client.import.rows.query({ runId: changed.id, outcome: "updated", limit: 5 }))
      .rows;
    expect(row?.changes).toEqual([{ field: "contactMobile", before: "138****5678", after: "139****4321" }]);
    expect(await unmask(app)).toEqual({ value: OTHER });
  });
});

describe("an export in clear", () => {
  const CLEAR = "/api/export/registry.csv?clear=yes";
  const take = (who: SignedIn | TestApp, path = CLEAR) => {
    const { headers } = "options" in who ? who.options : who.clientOptions;
    return app.app.request(`http://localhost${path}`, { headers: headers ?? {} });
  };

  it("leaves with whoever may see each number and has shown the second factor, and the record says so", async () => {
    const answer = await take(app);
    expect(answer.status, app.logged.join()).toBe(200);
    expect(await answer.text()).toContain(OTHER);
    const [entry] = await executeRows(
      app.database.db,
      sql`select operation, content from audit_entry order by seq desc limit 1`,
    );
    expect(entry?.operation).toBe("download.registry");
    expect(String(entry?.content)).toMatch(/clear[^,]*yes/);
  });

  it("is refused to other roles, without the second factor, and to an API key", async () => {
    const refused = async (who: SignedIn | TestApp) => {
      const answer = await take(who);
      const text = await answer.text();
      expect(text).not.toContain(OTHER);
      return (JSON.parse(text) as { problems: { code: string }[] }).problems.map(({ code }) => code);
    };
    expect(await refused(liaison)).toEqual(["access/no-role"]);
    const { clientOptions } = app;
    const bare = await app.clientAs({ role: "office", territory: "990106" });
    await executeRows(
      app.database.db,
      sql`update session set second_factor_at = null where id = ${bare.sessionId}`,
    );
    expect(await refused(bare)).toEqual(["access/second-factor"]);
    expect(await (await take(bare, "/api/export/registry.csv")).text()).toContain("139****4321");
    const { token } = await app.client.key.create.mutate({
      txId: app.newTxId(),
      name: "报表",
      scope: ["registry.list"],
      lastDay: toPlainDate("2026-12-31"),
    });
    const headers = { authorization: `Bearer ${token}` };
    expect(await refused({ ...app, clientOptions: { ...clientOptions, headers } })).toHaveLength(1);
  });
});

describe("an official's numbers", () => {
  it("the office's is shown whole (F1-38), the mobile masked, and in clear for a reason", async () => {
    for (const { client } of [app, liaison])
      expect(await client.official.get.query({ id: officialId })).toMatchObject({
        officePhone: "025-84567890",
        mobile: "139****4321",
      });
    const question = { txId: app.newTxId(), id: officialId, reason: "督导联系" };
    expect(await app.client.official.unmask.mutate(question)).toEqual({ value: OTHER });
    expect(await codesOf(liaison.client.official.unmask.mutate(question))).toEqual(["access/no-role"]);
    expect(JSON.stringify(await app.client.official.list.query({ limit: 500 }))).not.toContain(OTHER);
  });
});

it("nothing of a file lies in the database in clear", async () => {
  const [row] = await executeRows(
    app.database.db,
    sql`select (select string_agg(f::text, ' ') from import_file f) || (select string_agg(r::text, ' ') from import_row r) as text`,
  );
  const text = String(row?.text);
  for (const number of [PHONE, OTHER]) {
    expect(text).not.toContain(number);
    expect(text).not.toContain(Buffer.from(number).toString("hex"));
  }
});
