// What people may read of the record: what changed an object for all who reach it, who looked at it for those who may
// look, and nobody's telephone or identity number.
import { renderProblem } from "@shian/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createClient, toProblems } from "../../client/index.js";
import type { Database } from "../../storage/database.js";
import { createTestApp, type SignedIn, type TestApp } from "../../testing/create-test-app.js";
import { enterGrant } from "../../testing/enter-as.js";
import { district, east, insertSmallRegister, west } from "../../testing/small-register.js";
import { bothEngines } from "../../testing/test-engines.js";
import { writeRecord } from "./record-downloads.js";

const SHOP = "e1";
const REASON = "核实十一月的投诉";
const MOBILE = "13812345678";
const ID_NUMBER = "110101199003070134";

describe.each(bothEngines)("what is read of the record on $name", ({ open }) => {
  let database: Database;
  let test: TestApp;
  let office: SignedIn;
  let business: SignedIn;
  beforeAll(async () => {
    database = await open();
    test = await createTestApp({ database });
    await insertSmallRegister(test, {
      seats: [
        { id: "o-east", jurisdictions: [east] },
        { id: "o-west", jurisdictions: [west] },
        { id: "o-both", jurisdictions: [east, west] },
      ],
      shops: [
        { id: SHOP, township: east, official: "o-east" },
        { id: "w1", township: west, official: "o-west" },
      ],
    });
    office = await test.clientAs({ role: "office", territory: district, name: "晏清禾" });
    business = await test.clientAs({ role: "business", establishment: SHOP });
    const { client } = office;
    await client.registry.correct.mutate({
      txId: test.newTxId(),
      id: SHOP,
      version: 1,
      changes: { address: "滨江路 8 号" },
    });
    for (const id of [SHOP, "w1"])
      await client.registry.unmask.mutate({ txId: test.newTxId(), id, reason: REASON });
    await client.official.unmask.mutate({ txId: test.newTxId(), id: "o-east", reason: REASON });
  }, 120_000);
  afterAll(async () => {
    await test?.close();
    await database?.close();
  });

  const historyOf = async ({ client }: SignedIn, id = SHOP) => {
    const { changes } = await client.audit.history.query({ kind: "establishment", id });
    expect((await client.registry.get.query({ id })).changes).toEqual(changes);
    return changes;
  };
  const happened = async (who: SignedIn, id?: string) => (await historyOf(who, id)).map(({ what }) => what);

  describe("an object's history", () => {
    it("shows its business what changed, and never who looked or why", async () => {
      expect(await happened(business)).toEqual(["corrected"]);
      expect(JSON.stringify(await historyOf(business))).not.toContain(REASON);
    });

    it.each(["unit", "liaison", "evaluator", "leader"] as const)("shows a %s the same", async (role) => {
      const who = await test.clientAs({ role, territory: district });
      expect(await happened(who)).toEqual(["corrected"]);
      const { changes } = await who.client.audit.history.query({ kind: "official", id: "o-east" });
      expect(changes).toEqual([]);
    });

    it("shows an official the same, also of themselves", async () => {
      const who = await test.clientAs({ role: "official", official: "o-east" });
      expect(await happened(who)).toEqual(["corrected"]);
      const { changes } = await who.client.audit.history.query({ kind: "official", id: "o-east" });
      expect(changes).toEqual([]);
    });

    it.each(["office", "regulator"] as const)("shows a %s who looked and why", async (role) => {
      const who = await test.clientAs({ role, territory: district });
      expect(await happened(who)).toEqual(["unmasked", "corrected"]);
      expect(JSON.stringify(await historyOf(who))).toContain(REASON);
      const { changes } = await who.client.audit.history.query({ kind: "official", id: "o-east" });
      expect(changes.map(({ what }) => what)).toEqual(["unmasked"]);
    });

    it("goes by the role that reaches the object, of somebody with several", async () => {
      const who = await test.clientAs({ role: "business", establishment: SHOP });
      await enterGrant(database.db, who.personId, { role: "regulator", territory: west });
      expect(await happened(who)).toEqual(["corrected"]);
      expect(await happened(who, "w1")).toEqual(["unmasked"]);
      const official = (id: string) => who.client.audit.history.query({ kind: "official", id });
      expect((await official("o-east")).changes).toEqual([]);
    });

    it("names officials, and of one out of reach only that it was another", async () => {
      const { client } = office;
      const street = await test.clientAs({ role: "liaison", territory: east });
      await client.registry.correct.mutate({
        txId: test.newTxId(),
        id: "w1",
        version: 1,
        changes: { place: `${east}001` },
      });
      await client.chain.reassign.mutate({ txId: test.newTxId(), establishment: "w1", official: "o-both" });
      const fieldsOf = (changes: Awaited<ReturnType<typeof historyOf>>) =>
        changes.find(({ what }) => what === "reassigned")?.fields;
      expect(fieldsOf(await historyOf(office, "w1"))).toEqual([
        { field: "official", before: "干部o-west", after: "干部o-both" },
      ]);
      expect(fieldsOf(await historyOf(street, "w1"))).toEqual([
        { field: "official", before: "另一位干部", after: "干部o-both" },
      ]);
      const detail = await street.client.registry.get.query({ id: "w1" });
      expect(detail.assignments.map(({ official: { id, name } }) => [id, name])).toEqual([
        ["o-both", "干部o-both"],
        [null, "另一位干部"],
      ]);
      expect(JSON.stringify(detail)).not.toContain("o-west");
      const english = createClient({ ...street.options, locale: "en" });
      expect(JSON.stringify(await english.registry.get.query({ id: "w1" }))).toContain("another official");
    });
  });

  it("no number that somebody typed stands in the record, whatever it was typed into", async () => {
    const { client } = office;
    const written = `请查 ${MOBILE} ${ID_NUMBER}`;
    await client.search.everything.query({ text: `${MOBILE} ${ID_NUMBER}` });
    await client.search.everything.query({ text: `查\t${MOBILE}` });
    for (const search of [MOBILE, `查\t${MOBILE}`]) {
      const query = new URLSearchParams({ filter: JSON.stringify({ search }) });
      const answer = await test.app.request(`http://localhost/api/export/registry.csv?${query}`, {
        headers: office.options.headers ?? {},
      });
      expect(answer.status).toBe(200);
    }
    const security = await test.clientAs({ role: "security" });
    const system = await test.clientAs({ role: "system" });
    const txId = () => test.newTxId();
    const { personId: person } = await test.clientAs({ role: "liaison", territory: east });
    const grant = await security.client.grant.give.mutate({
      txId: txId(),
      person,
      role: "regulator",
      territory: east,
      official: null,
      establishment: null,
      leading: false,
      to: null,
      reason: written,
    });
    await security.client.grant.end.mutate({
      txId: txId(),
      id: grant.id,
      version: grant.version,
      reason: written,
    });
    const unit = await client.unit.create.mutate({
      txId: txId(),
      kind: "department",
      name: "教育局",
      territory: east,
    });
    await client.unit.end.mutate({
      txId: txId(),
      id: unit.id,
      version: unit.version,
      to: "2027-01-01",
      reason: written,
    });
    const standIn = await client.standIn.give.mutate({
      txId: txId(),
      official: "o-both",
      standsInFor: "o-east",
      establishments: null,
      to: null,
      reason: written,
    });
    await client.standIn.end.mutate({
      txId: txId(),
      id: standIn.id,
      version: standIn.version,
      reason: written,
    });
    await system.client.people.disable.mutate({ txId: txId(), id: person, version: 1, reason: written });
    await client.registry.unmask.mutate({ txId: txId(), id: SHOP, reason: written });
    let text = "";
    for await (const part of writeRecord({ db: database.db })) text += part;
    const masked = `请查 138****5678 110*************34`;
    expect(text.split(masked).length - 1).toBeGreaterThanOrEqual(7);
    expect(text.split("search.everything").length - 1).toBe(2);
    expect(text.split("download.registry").length - 1).toBe(2);
    for (const number of [MOBILE, ID_NUMBER]) expect(text).not.toContain(number);
    const auditor = await test.clientAs({ role: "audit" });
    const { rows } = await auditor.client.audit.list.query({ limit: 200 });
    for (const { seq } of rows) {
      const entry = JSON.stringify(await auditor.client.audit.get.query({ seq }));
      for (const number of [MOBILE, ID_NUMBER]) expect(entry).not.toContain(number);
    }
    expect((await auditor.client.audit.check.query({})).faults).toEqual([]);
  });

  it("a refusal is told in the reader's language alone", async () => {
    const told = async (work: Promise<unknown>, locale: "zh-CN" | "en" = "zh-CN") =>
      toProblems(
        await work.then(
          () => "done",
          (error: unknown) => error,
        ),
      ).map((problem) => renderProblem(problem, locale));
    const short = () =>
      office.client.registry.unmask.mutate({ txId: test.newTxId(), id: SHOP, reason: "看" });
    expect(await told(short())).toEqual(["请求里的 reason 不符合要求：至少要有 4 个字。请改正后再试。"]);
    expect(await told(short(), "en")).toEqual([
      "reason in the request is not as it must be: it needs at least 4 characters. Correct it and try again.",
    ]);
    const street = await test.clientAs({ role: "office", territory: east });
    const unit = { txId: test.newTxId(), kind: "department", name: "教育局", territory: null } as const;
    expect(await told(street.client.unit.create.mutate(unit))).toEqual([
      "没有选区域。请选您属地内的一个区域；不属于任何区域的单位由系统管理员登记。",
    ]);
    const notReady = { code: "request/not-ready", params: { status: "applied" } };
    expect(renderProblem(notReady, "zh-CN")).toBe("现在还不能这样做：当前状态是“已应用”。");
  });
});
