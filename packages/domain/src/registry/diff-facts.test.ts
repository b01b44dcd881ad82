import { describe, expect, it } from "vitest";
import { type PlainDate, toPlainDate } from "../kernel/plain-date.js";
import { establishment, type Given, importedOn, L1, noFacts, shop, X, Y } from "../testing/import-rows.js";
import { diffFacts, toNewEstablishment } from "./diff-facts.js";
import type { Establishment } from "./establishment.schema.js";

describe("what a row changes", () => {
  const before = establishment("a", {
    ...shop,
    creditCode: X,
    size: "small",
    diners: 10,
    attention: ["wholesale"],
    placeText: "望澜街道 澜心社区",
    openedOn: toPlainDate("2019-05-01"),
    foodSafetyOfficers: ["张三", "李四"],
    personInCharge: "晏清禾",
  });
  const diff = (given: Given, of = before) =>
    diffFacts({
      before: of,
      given: { ...noFacts, name: of.name, ...given },
      contains: (upper, place) => place.startsWith(upper),
      importedOn,
    });

  it.each<[string, string | undefined, string | null, string | undefined, (string | null)[]]>([
    ["no number given", undefined, "13812345678", undefined, []],
    ["the number that is kept", "13812345678", "13812345678", undefined, []],
    ["a first number", "13812345678", null, "13812345678", ["contactMobile", null, "138****5678"]],
    [
      "another number",
      "13987654321",
      "13812345678",
      "13987654321",
      ["contactMobile", "138****5678", "139****4321"],
    ],
  ])("%s: written in clear, told masked", (_, given, kept, written, change) => {
    const after = diffFacts({
      before,
      given: { ...noFacts, name: before.name, contactMobile: given },
      contains: () => false,
      importedOn,
      findContactMobile: (id) => (id === before.id ? kept : "wrong"),
    });
    expect(after.contactMobile).toBe(written);
    expect(after.changes.map(({ field, before: old, after: now }) => [field, old, now])).toEqual(
      change.length === 0 ? [] : [change],
    );
    expect(JSON.stringify(after.facts)).not.toContain("contactMobile");
  });

  it.each<[string, Given, [string, string | null, string | null][]]>([
    ["nothing given", {}, []],
    [
      "the same in another spelling",
      { name: "老槐树 面馆", address: "槐荫路１号", personInCharge: "晏 清禾" },
      [],
    ],
    ["the same lists", { attention: ["wholesale"], foodSafetyOfficers: ["张三", "李四"] }, []],
    [
      "texts",
      { name: "新名", personInCharge: "岑晚舟" },
      [
        ["name", "老槐树面馆", "新名"],
        ["personInCharge", "晏清禾", "岑晚舟"],
      ],
    ],
    ["a fact that was not known", { licenceNumber: L1 }, [["licenceNumber", null, L1]]],
    ["a number", { diners: 11 }, [["diners", "10", "11"]]],
    [
      "lists",
      { attention: ["dairy-or-meat"], foodSafetyOfficers: ["张三"] },
      [
        ["attention", "wholesale", "dairy-or-meat"],
        ["foodSafetyOfficers", "张三、李四", "张三"],
      ],
    ],
    ["a code in other letters", { creditCode: Y }, [["creditCode", X, Y]]],
    ["the place itself", { place: "990106001003" }, []],
    ["a place above it", { place: "990106001", placeText: "望澜街道" }, []],
    ["a place that is not known", { placeText: "无此社区" }, []],
    ["a place below it", { place: "990106001003001" }, [["place", "990106001003", "990106001003001"]]],
    [
      "another place",
      { place: "990106002001", placeText: "别处" },
      [
        ["place", "990106001003", "990106002001"],
        ["placeText", "望澜街道 澜心社区", "别处"],
      ],
    ],
    ["another state", { state: "closed" }, [["state", "active", "closed"]]],
    ["the same state", { state: "active" }, []],
  ])("%s", (_, given, changes) => {
    const after = diff(given);
    expect(after.changes.map(({ field, before: old, after: now }) => [field, old, now])).toEqual(changes);
    expect(after.state).toBe(given.state ?? "active");
  });

  it("an unknown place takes whatever the row says of it", () => {
    const nowhere = establishment("b", { name: "面馆" });
    expect(diff({ placeText: "无此社区" }, nowhere).facts.placeText).toBe("无此社区");
    expect(diff({ place: "99" }, nowhere).facts.place).toBe("99");
  });

  it("keeps every fact that did not change", () => {
    const { id: _id, state: _state, stateSince: _since, version: _version, ...facts } = before;
    expect(diff({}).facts).toEqual(facts);
    expect(diff({ size: "micro" }).facts).toEqual({ ...facts, size: "micro" });
  });

  const day = (text: string): PlainDate => toPlainDate(text);
  it.each<[string, Given, Given, Partial<Establishment>, string]>([
    ["stays", { openedOn: day("2019-05-01") }, {}, {}, "2019-05-01"],
    [
      "follows a corrected opening day",
      { openedOn: day("2019-05-01") },
      { openedOn: day("2020-01-01") },
      {},
      "2020-01-01",
    ],
    [
      "follows a corrected licence day where no opening day is known",
      { licenceIssuedOn: day("2019-05-01") },
      { licenceIssuedOn: day("2020-01-01") },
      {},
      "2020-01-01",
    ],
    [
      "does not follow the licence where the opening day is known",
      { openedOn: day("2019-05-01") },
      { licenceIssuedOn: day("2020-01-01") },
      {},
      "2019-05-01",
    ],
    [
      "follows an opening day that becomes known, untouched since the import",
      {},
      { openedOn: day("2019-05-01") },
      {},
      "2019-05-01",
    ],
    ["does not follow it once changed", {}, { openedOn: day("2019-05-01") }, { version: 2 }, "2026-11-24"],
    [
      "does not follow where the spell began later",
      { openedOn: day("2019-05-01") },
      { openedOn: day("2020-01-01") },
      { stateSince: day("2025-01-01") },
      "2025-01-01",
    ],
    [
      "begins importedOn with another state",
      { openedOn: day("2019-05-01") },
      { state: "suspended" },
      {},
      "2026-11-24",
    ],
    ["stays with the same state", { openedOn: day("2019-05-01") }, { state: "active" }, {}, "2019-05-01"],
    [
      "of a suspended one stays",
      { openedOn: day("2019-05-01"), state: "suspended" },
      { openedOn: day("2020-01-01") },
      { stateSince: day("2019-05-01") },
      "2019-05-01",
    ],
  ])("the state's first day %s", (_, known, given, more, since) => {
    expect(diff(given, establishment("a", { name: "面馆", ...known }, more)).stateSince).toBe(since);
  });

  it.each<[Given, string, string]>([
    [{}, "active", "2026-11-24"],
    [{ openedOn: day("2019-05-01"), licenceIssuedOn: day("2018-01-01") }, "active", "2019-05-01"],
    [{ licenceIssuedOn: day("2018-01-01") }, "active", "2018-01-01"],
    [{ openedOn: day("2019-05-01"), state: "closed" }, "closed", "2026-11-24"],
  ])("a new establishment of %j is %s since %s", (given, state, since) => {
    const founded = toNewEstablishment({ given: { ...noFacts, name: "面馆", ...given }, importedOn });
    expect([founded.state, founded.stateSince]).toEqual([state, since]);
  });

  it("a new establishment holds what the row gives, and null or nothing for the rest", () => {
    expect(toNewEstablishment({ given: { ...noFacts, name: "面馆" }, importedOn })).toEqual({
      facts: {
        name: "面馆",
        creditCode: null,
        licenceNumber: null,
        form: null,
        size: null,
        diners: null,
        attention: [],
        place: null,
        placeText: null,
        address: null,
        openedOn: null,
        licenceIssuedOn: null,
        licenceExpiresOn: null,
        personInCharge: null,
        foodSafetyDirector: null,
        foodSafetyOfficers: [],
        employees: null,
        revenue: null,
        floorArea: null,
        latitude: null,
        longitude: null,
        coordinates: null,
        furtherLicences: [],
      },
      state: "active",
      stateSince: importedOn,
      changes: [],
    });
    const given: Given = {
      name: "面馆",
      creditCode: X,
      licenceNumber: L1,
      form: "caterer",
      size: "small",
      diners: 0,
      attention: ["wholesale"],
      place: "99",
      placeText: "澄岚",
      address: "一号",
      openedOn: importedOn,
      licenceIssuedOn: importedOn,
      licenceExpiresOn: importedOn,
      personInCharge: "甲",
      foodSafetyDirector: "乙",
      foodSafetyOfficers: ["丙"],
      employees: 12,
      revenue: 150,
      floorArea: 85,
      latitude: 31.2,
      longitude: 118.8,
      coordinates: "GCJ-02",
    };
    const founded = toNewEstablishment({
      given: { ...noFacts, ...given, registrationNumber: "X-1" },
      importedOn,
    });
    expect(founded.facts).toMatchObject(given);
    expect(founded.facts.furtherLicences).toEqual([
      { kind: "other", scope: null, state: "valid", number: "X-1", issuedOn: null, expiresOn: null },
    ]);
  });
});
