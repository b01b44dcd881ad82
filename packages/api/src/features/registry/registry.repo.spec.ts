import { toPlainDate } from "@shian/domain";
import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Database, findSqlState } from "../../storage/database.js";
import { makeFacts } from "../../testing/make-facts.js";
import { bothEngines } from "../../testing/test-engines.js";
import {
  insertEstablishments,
  listAllEstablishments,
  recordStates,
  updateEstablishments,
} from "./registry.repo.js";
import { establishmentPastTable, establishmentStateTable, establishmentTable } from "./registry.table.js";
import { countByPlace } from "./registry-counts.repo.js";

const day = toPlainDate;
const first = "2026-01-01T04:00:00.000Z";
const later = "2026-06-01T04:00:00.000Z";
const recording = { at: later, from: day("2026-11-01") };

describe.each(bothEngines)("the register on $name", ({ open }) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  beforeEach(() => database.exec("truncate establishment, establishment_state cascade"));
  afterAll(() => database.close());

  const enter = (id: string, facts = makeFacts(), state: "active" | "closed" = "active") =>
    insertEstablishments(database.db, [{ id, facts, state, stateSince: day("2020-01-01") }], first);

  /** Spells as known now, in the order of days: state, first day, first day no longer. */
  const readSpells = async (id: string) =>
    (
      await database.db
        .select()
        .from(establishmentStateTable)
        .where(eq(establishmentStateTable.establishmentId, id))
        .orderBy(asc(establishmentStateTable.validFrom))
    )
      .filter(({ supersededAt }) => supersededAt === null)
      .map(({ state, validFrom, validTo }) => [state, validFrom, validTo]);

  it("gives back every fact as it was entered", async () => {
    const facts = makeFacts({
      name: "“望澜”老街小吃（二店）",
      creditCode: "91320106MA1MXXXX0A",
      licenceNumber: "JY13201060000017",
      form: "caterer",
      size: "small",
      diners: 120,
      attention: ["tourist-site", "wholesale"],
      place: "990106001003",
      placeText: "望澜街道澜心社区",
      address: "望澜路 1 号",
      openedOn: "2019-02-28",
      licenceIssuedOn: "2019-03-01",
      licenceExpiresOn: "2029-02-28",
      personInCharge: "岑晚舟",
      foodSafetyDirector: "晏清禾",
      foodSafetyOfficers: ["甲，乙", "丙"],
    });
    await enter("e1", facts);
    await enter("e2");
    expect(await listAllEstablishments(database.db)).toEqual([
      { id: "e1", ...facts, state: "active", stateSince: "2020-01-01", version: 1 },
      { id: "e2", ...makeFacts(), state: "active", stateSince: "2020-01-01", version: 1 },
    ]);
    expect(await readSpells("e1")).toEqual([["active", "2020-01-01", null]]);
  });

  it("writes thousands at once and counts them by place, closed ones left out", async () => {
    const many = Array.from({ length: 2500 }, (_, index) => ({
      id: `e${index}`,
      facts: makeFacts({ place: index % 2 === 0 ? "990106001003" : null }),
      state: index < 10 ? ("closed" as const) : ("active" as const),
      stateSince: day("2020-01-01"),
    }));
    await insertEstablishments(database.db, many, first);
    const counts = await countByPlace(database.db);
    expect(counts.toSorted((a, b) => String(a.place).localeCompare(String(b.place)))).toEqual([
      { place: "990106001003", count: 1245 },
      { place: null, count: 1245 },
    ]);
  });

  it("writes over the version that was seen and over no other", async () => {
    await enter("e1");
    const change = { id: "e1", version: 1, facts: makeFacts({ name: "新名" }) };
    expect(await updateEstablishments(database.db, [change], recording)).toEqual([]);
    expect(await updateEstablishments(database.db, [change, { ...change, id: "none" }], recording)).toEqual([
      "e1",
      "none",
    ]);
    expect(await listAllEstablishments(database.db)).toMatchObject([{ name: "新名", version: 2 }]);
    const [row] = await database.db.select().from(establishmentTable);
    expect(row).toMatchObject({
      nameInitials: "xm",
      sortKey: "xin ming 新名",
      updatedAt: later,
      createdAt: first,
    });
  });

  it("keeps what facts were before and what they were taken to be", async () => {
    await enter("e1", makeFacts({ place: "990106001003", address: null }));
    const moved = makeFacts({ place: "990106002001", address: null });
    await updateEstablishments(database.db, [{ id: "e1", version: 1, facts: moved }], recording);
    const filled = makeFacts({ place: "990106002001", address: "新街 1 号" });
    await updateEstablishments(database.db, [{ id: "e1", version: 2, facts: filled }], recording);
    const past = await database.db.select().from(establishmentPastTable).orderBy(establishmentPastTable.id);
    expect(
      past.map(({ facts, validFrom, validTo, recordedAt, supersededAt }) => [
        Reflect.get(facts as object, "place"),
        Reflect.get(facts as object, "address"),
        validFrom,
        validTo,
        recordedAt,
        supersededAt,
      ]),
    ).toEqual([
      ["990106001003", null, null, null, first, later],
      ["990106001003", null, null, recording.from, later, later],
      ["990106002001", null, recording.from, null, later, later],
      // The address was not known before, so it was always so; the place holds from its day.
      ["990106001003", "新街 1 号", null, recording.from, later, null],
    ]);
    const [present] = await database.db.select().from(establishmentTable);
    expect(present).toMatchObject({ factsFrom: recording.from, factsAt: later, address: "新街 1 号" });
  });

  it("of 20 editors of one version exactly one wins", async () => {
    await enter("e1");
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        updateEstablishments(
          database.db,
          [{ id: "e1", version: 1, facts: makeFacts({ name: `第 ${index} 人` }) }],
          recording,
        ),
      ),
    );
    expect(results.filter((stale) => stale.length === 0)).toHaveLength(1);
    expect(await listAllEstablishments(database.db)).toMatchObject([{ version: 2 }]);
  });

  it("takes an establishment's records along into another county", async () => {
    await enter("e1", makeFacts({ place: "990106001003" }));
    const facts = makeFacts({ place: "990107001001" });
    await updateEstablishments(database.db, [{ id: "e1", version: 1, facts }], recording);
    const [spell] = await database.db.select().from(establishmentStateTable);
    expect(spell).toMatchObject({ countyCode: "990107", establishmentId: "e1" });
  });

  it("a state ends the one before it; one that goes on keeps its first day", async () => {
    await enter("e1");
    await recordStates(database.db, [{ id: "e1", state: "suspended", from: day("2026-03-01") }], later);
    await recordStates(database.db, [{ id: "e1", state: "suspended", from: day("2026-05-01") }], later);
    expect(await readSpells("e1")).toEqual([
      ["active", "2020-01-01", "2026-03-01"],
      ["suspended", "2026-03-01", null],
    ]);
    expect(await listAllEstablishments(database.db)).toMatchObject([
      { state: "suspended", stateSince: "2026-03-01", version: 3 },
    ]);
  });

  it("a corrected state leaves what was known before, marked as superseded", async () => {
    await enter("e1");
    await recordStates(database.db, [{ id: "e1", state: "closed", from: day("2026-03-01") }], first);
    await recordStates(database.db, [{ id: "e1", state: "active", from: day("2026-03-01") }], later);
    expect(await readSpells("e1")).toEqual([
      ["active", "2020-01-01", "2026-03-01"],
      ["active", "2026-03-01", null],
    ]);
    const all = await database.db.select().from(establishmentStateTable);
    expect(
      all.filter(({ state, supersededAt }) => state === "closed" && supersededAt === later),
    ).toHaveLength(1);
  });

  it("refuses a second establishment with an id that is known", async () => {
    await enter("e1");
    const error: unknown = await enter("e1").catch((caught) => caught);
    expect(findSqlState(error)).toBe("23505");
  });
});
