// Units, groups and stand-ins as they are asked through the whole application, under row-level security, on both engines.
import { randomUUID } from "node:crypto";
import { toPlainDate } from "@shian/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toProblems } from "../../client/index.js";
import type { Database } from "../../storage/database.js";
import { createTestApp, type SignedIn, type TestApp } from "../../testing/create-test-app.js";
import { bothEngines } from "../../testing/test-engines.js";
import { insertOfficials } from "../chain/chain.repo.js";
import { findAsker } from "./find-grants.repo.js";

const today = toPlainDate("2026-11-24");
const at = "2026-11-24T04:00:00.000Z";
const reason = "任职文件";

describe.each(bothEngines)("units and stand-ins on $name", ({ open }) => {
  let database: Database;
  let test: TestApp;
  let system: SignedIn;
  let security: SignedIn;
  let office: SignedIn;
  let elsewhere: SignedIn;
  beforeAll(async () => {
    database = await open();
    test = await createTestApp({ database });
    system = await test.clientAs({ role: "system", name: "公孙策远" });
    security = await test.clientAs({ role: "security", name: "商陆离" });
    office = await test.clientAs({ role: "office", territory: "990106", name: "晏清禾" });
    elsewhere = await test.clientAs({ role: "office", territory: "110108", name: "外地人" });
    const official = (id: string, place: string) => ({
      id,
      name: `干部${id}`,
      unit: "街道办",
      post: "主任",
      level: "county" as const,
      jurisdictions: [place],
      capacity: null,
      homeGrid: null,
      from: today,
      to: null,
    });
    const officials = [official("o1", "990106"), official("o2", "990106"), official("o3", "110108")];
    await insertOfficials(database.db, officials, { at, newId: randomUUID });
  }, 120_000);
  afterAll(async () => {
    await test?.close();
    await database?.close();
  });

  const codes = async (work: Promise<unknown>): Promise<string[]> =>
    toProblems(
      await work.then(
        () => "done",
        (error: unknown) => error,
      ),
    ).map(({ code }) => code);
  const txId = () => test.newTxId();

  describe("units", () => {
    const unit = (kind: "department" | "task-group", name: string, by = office) =>
      by.client.unit.create.mutate({ txId: txId(), kind, name, territory: "990106" });

    it("form groups with a lead and members, dated", async () => {
      const lead = await unit("department", "市场监管局");
      const second = await unit("department", "教育局");
      const group = await unit("task-group", "校园食品专责组");
      const led = await office.client.unit.change.mutate({
        txId: txId(),
        id: group.id,
        version: 1,
        name: group.name,
        territory: "990106",
        leadUnit: lead.id,
      });
      expect(led.leadUnitName).toBe("市场监管局");
      const set = (version: number, members: string[], from?: typeof today) =>
        office.client.unit.setMembers.mutate({
          txId: txId(),
          id: group.id,
          version,
          members,
          ...(from === undefined ? {} : { from }),
        });
      const filled = await set(2, [lead.id, second.id]);
      expect(filled.members.map(({ name }) => name).sort()).toEqual(["市场监管局", "教育局"].sort());
      await set(3, [second.id], toPlainDate("2026-12-01"));
      const on = async (asOf: string) =>
        (
          await office.client.unit.list.query({ kind: "task-group", asOf: toPlainDate(asOf) })
        ).rows[0]?.members.map(({ name }) => name);
      expect(await on("2026-11-30")).toHaveLength(2);
      expect(await on("2026-12-01")).toEqual(["教育局"]);
      expect(await codes(set(3, []))).toEqual(["request/stale"]);
    });

    it("are kept within reach", async () => {
      expect(await codes(unit("department", "越界", elsewhere))).toEqual(["request/not-found"]);
      const here = await unit("department", "本地");
      const end = (by: SignedIn) =>
        by.client.unit.end.mutate({
          txId: txId(),
          id: here.id,
          version: 1,
          to: toPlainDate("2027-01-01"),
          reason,
        });
      expect(await codes(end(elsewhere))).toEqual(["request/not-found"]);
      expect((await end(system)).to).toBe("2027-01-01");
    });
  });

  describe("stand-ins", () => {
    const stand = (by: SignedIn, official: string, standsInFor: string) =>
      by.client.standIn.give.mutate({
        txId: txId(),
        official,
        standsInFor,
        reason,
        to: toPlainDate("2027-01-01"),
      });

    it("are entered by the office for officials within its reach, and reach the asker", async () => {
      expect(await codes(stand(office, "o1", "o3"))).toEqual(["stand-in/official-unknown"]);
      expect(await codes(stand(elsewhere, "o1", "o2"))).toEqual(["stand-in/official-unknown"]);
      expect(await codes(stand(security, "o1", "o2"))).toEqual(["access/no-role"]);
      const entry = await stand(office, "o2", "o1");
      expect(entry).toMatchObject({ officialName: "干部o2 街道办", standsInForName: "干部o1 街道办" });
      expect(await codes(stand(office, "o2", "o1"))).toEqual(["stand-in/held-already"]);
      const { personId } = await test.clientAs({ role: "official", official: "o2" });
      expect((await findAsker(database.db, personId)).standIns).toMatchObject([{ standsInFor: "o1" }]);
      expect((await security.client.standIn.list.query({})).total).toBe(1);
      expect((await elsewhere.client.standIn.list.query({})).total).toBe(0);
      const ended = await office.client.standIn.end.mutate({
        txId: txId(),
        id: entry.id,
        version: 1,
        reason,
      });
      expect(ended.to).toBe(today);
    });
  });
});
