// Townships merge and split through the client on both engines: under row-level security, with the record, and with
// every earlier day as it was.
import { type Territory, toPlainDate } from "@shian/domain";
import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { toProblems } from "../../client/index.js";
import type { Database } from "../../storage/database.js";
import { createTestApp, type SignedIn, type TestApp } from "../../testing/create-test-app.js";
import { bothEngines } from "../../testing/test-engines.js";
import { auditChangeTable } from "../audit/audit.table.js";
import { officialTable } from "../chain/chain.table.js";
import { unitTable } from "../people/people.table.js";
import { establishmentTable } from "../registry/registry.table.js";
import { listTerritories, saveTerritories } from "./territory.repo.js";
import { territoryTable } from "./territory.table.js";

const at = "2026-11-24T04:00:00.000Z";
const on = toPlainDate("2026-12-01");
const before = toPlainDate("2026-11-30");
const node = (code: string, name: string, kind: Territory["kind"], parent: string): Territory => ({
  code,
  name,
  kind,
  parent,
  from: toPlainDate("2020-01-01"),
});
const nodes = [
  node("990106001", "望澜街道", "township", "990106"),
  node("990106001001", "澜心社区", "village", "990106001"),
  node("990106001002", "澜东社区", "village", "990106001"),
  node("990106002", "听潮街道", "township", "990106"),
  node("990106002001", "潮音村", "village", "990106002"),
  node("990107001", "槐荫镇", "township", "990107"),
];
const places = [
  "990106001001",
  "990106001002",
  "990106001",
  "990106002001",
  "990106002001",
  "990107001",
  null,
];
const words = {
  nameKey: "店",
  namePinyin: "dian",
  nameInitials: "d",
  sortKey: "店",
  version: 1,
  updatedAt: at,
};
const merge = { on, codes: ["990106001", "990106002"], into: { code: "990106009", name: "望潮街道" } };

describe.each(bothEngines)("territories change on $name", ({ open }) => {
  let database: Database;
  let test: TestApp;
  let district: SignedIn;
  let neighbour: SignedIn;
  let liaison: SignedIn;

  beforeAll(async () => {
    database = await open();
    test = await createTestApp({ database });
    district = await test.clientAs({ role: "office", territory: "990106" });
    neighbour = await test.clientAs({ role: "office", territory: "990107" });
    liaison = await test.clientAs({ role: "liaison", territory: "990106001" });
    await database.db.insert(establishmentTable).values(
      places.map((place, index) => ({
        ...words,
        countyCode: place?.slice(0, 6) ?? "000000",
        id: `e-${index}`,
        name: `店${index}`,
        attention: [],
        place,
        foodSafetyOfficers: [],
        employees: null,
        revenue: null,
        floorArea: null,
        latitude: null,
        longitude: null,
        coordinates: null,
        furtherLicences: [],
        state: "active",
        stateSince: "2020-01-01",
        createdAt: at,
      })),
    );
    await database.db.insert(officialTable).values({
      ...words,
      countyCode: "990106",
      id: "o-1",
      name: "晏清禾",
      unit: "望澜街道办",
      post: "主任",
      level: "township",
      jurisdictions: ["990106001"],
      validFrom: "2020-01-01",
      recordedAt: at,
    });
    await database.db.insert(unitTable).values({
      id: "u-1",
      name: "望澜街道办",
      kind: "township",
      territory: "990106001",
      validFrom: "2020-01-01",
      nameKey: "街",
      sortKey: "街",
      version: 1,
      recordedAt: at,
      updatedAt: at,
    });
  });
  beforeEach(async () => {
    await database.db.delete(territoryTable);
    await saveTerritories(database.db, nodes, at);
  });
  afterAll(async () => {
    await test.close();
    await database.close();
  });

  const reasonsOf = async (asked: Promise<unknown>) => {
    const failure: unknown = await asked.then(
      () => undefined,
      (error: unknown) => error,
    );
    return failure === undefined ? [] : toProblems(failure).map(({ code }) => code);
  };
  const listBelow = async (parent: string, asOf: string) => {
    const asked = { parent, asOf: toPlainDate(asOf) };
    const { rows } = await district.client.territory.list.query(asked);
    return rows.map(({ code, establishments }) => [code, establishments]);
  };

  it("says beforehand what a merger moves, and writes nothing", async () => {
    const change = { kind: "merge" as const, codes: merge.codes, into: merge.into };
    const effect = await district.client.territory.preview.query({ on, change });
    expect(effect).toEqual({
      on,
      ends: [
        { code: "990106001", name: "望澜街道" },
        { code: "990106002", name: "听潮街道" },
      ],
      begins: [{ code: "990106009", name: "望潮街道", establishments: 5 }],
      establishments: 5,
      officials: 1,
      grants: 1,
      units: 1,
    });
    expect(await listTerritories(database.db)).toEqual(nodes);
  });

  it("merges from the day on and leaves the day before as it was", async () => {
    const past = await listBelow("990106", before);
    const effect = await district.client.territory.merge.mutate({ ...merge, txId: test.newTxId() });
    expect(effect.begins).toEqual([{ code: "990106009", name: "望潮街道", establishments: 5 }]);
    expect(await listBelow("990106", on)).toEqual([["990106009", 5]]);
    expect(await listBelow("990106009", on)).toEqual([
      ["990106001001", 1],
      ["990106001002", 1],
      ["990106002001", 2],
    ]);
    expect(await listBelow("990106", before)).toEqual(past);
    expect(past).toEqual([
      ["990106001", 3],
      ["990106002", 2],
    ]);
  });

  it("shows the merged establishments to who is granted the new township, and no others", async () => {
    await district.client.territory.merge.mutate({ ...merge, txId: test.newTxId() });
    const granted = await test.clientAs({ role: "liaison", territory: "990106009" });
    const seen = async ({ client }: SignedIn) => {
      const { rows } = await client.registry.list.query({});
      return rows.map(({ id }) => id).sort();
    };
    expect(await seen(granted)).toEqual([]);
    test.setToday("2026-12-01");
    try {
      expect(await seen(granted)).toEqual(["e-0", "e-1", "e-2", "e-3", "e-4"]);
      expect(await seen(liaison)).toEqual(["e-0", "e-1", "e-2"]);
    } finally {
      test.setToday("2026-11-24");
    }
  });

  it("splits off the named villages", async () => {
    const parts = [{ code: "990106011", name: "新澜街道", members: ["990106001002"] }];
    const rest = { code: "990106001", name: "望澜街道" };
    const effect = await district.client.territory.split.mutate({
      on,
      code: "990106001",
      rest,
      parts,
      txId: test.newTxId(),
    });
    expect(effect).toMatchObject({ establishments: 1, ends: [] });
    expect(await listBelow("990106", on)).toEqual([
      ["990106001", 2],
      ["990106002", 2],
      ["990106011", 1],
    ]);
    expect(await listBelow("990106", before)).toEqual([
      ["990106001", 3],
      ["990106002", 2],
    ]);
  });

  it("adds, renames and ends", async () => {
    const { territory } = district.client;
    const village = { code: "990106001003", name: "新村" };
    await territory.create.mutate({ on, ...village, txId: test.newTxId() });
    const later = toPlainDate("2027-01-01");
    await territory.rename.mutate({ on: later, ...village, name: "新新村", txId: test.newTxId() });
    const last = toPlainDate("2027-02-01");
    await territory.end.mutate({ on: last, code: village.code, txId: test.newTxId() });
    const written = (await listTerritories(database.db)).filter(({ code }) => code === village.code);
    const plain = { code: village.code, kind: "village", parent: "990106001" };
    expect(written).toEqual([
      { ...plain, name: "新村", from: on, to: later },
      { ...plain, name: "新新村", from: later, to: last },
    ]);
  });

  it("records each territory that changed, with what it was and is", async () => {
    const txId = test.newTxId();
    await district.client.territory.merge.mutate({ ...merge, txId });
    const rows = await database.db
      .select()
      .from(auditChangeTable)
      .where(eq(auditChangeTable.objectKind, "territory"))
      .orderBy(asc(auditChangeTable.objectId));
    const last = rows.filter(({ seq }) => seq === Math.max(...rows.map((row) => row.seq)));
    expect(last.map(({ objectId, what }) => [objectId, what])).toEqual([
      ["990106001", "ended"],
      ["990106002", "ended"],
      ["990106009", "created"],
    ]);
  });

  it("does the same change sent twice once", async () => {
    const asked = { ...merge, txId: test.newTxId() };
    const first = await district.client.territory.merge.mutate(asked);
    expect(await district.client.territory.merge.mutate(asked)).toEqual(first);
    expect(await listTerritories(database.db)).toHaveLength(nodes.length + 1);
  });

  it("refuses what lies outside the reach, also as a new code, and writes nothing", async () => {
    const { client } = neighbour;
    const txId = () => test.newTxId();
    expect(await reasonsOf(client.territory.merge.mutate({ ...merge, txId: txId() }))).toEqual([
      "request/not-found",
    ]);
    // A code of the neighbours would draw their unlisted places in.
    const stolen = { on, codes: merge.codes, into: { code: "990107009", name: "街道" }, txId: txId() };
    expect(await reasonsOf(district.client.territory.merge.mutate(stolen))).toEqual(["request/not-found"]);
    const zone = {
      on,
      code: "Z1",
      name: "平台",
      parent: "990107",
      takesOver: ["990106001001"],
      txId: txId(),
    };
    expect(await reasonsOf(client.territory.create.mutate(zone))).toEqual(["request/not-found"]);
    expect(
      await reasonsOf(liaison.client.territory.end.mutate({ on, code: "990106001001", txId: txId() })),
    ).toEqual(["access/no-role"]);
    expect(
      await reasonsOf(
        test.anonymous.territory.rename.mutate({ on, code: "990106001", name: "街", txId: txId() }),
      ),
    ).toEqual(["access/signed-out"]);
    expect(await listTerritories(database.db)).toEqual(nodes);
  });

  it("tells every reason of a change that cannot be", async () => {
    const asked = { ...merge, codes: ["990106001", "990106003", "990106004"], txId: test.newTxId() };
    expect(await reasonsOf(district.client.territory.merge.mutate(asked))).toEqual([
      "territory/not-there",
      "territory/not-there",
    ]);
  });
});
