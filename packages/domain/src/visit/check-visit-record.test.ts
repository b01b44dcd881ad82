import { describe, expect, it } from "vitest";
import type { StandIn } from "../access/grant.schema.js";
import { toPlainDate as day } from "../kernel/plain-date.js";
import { checkVisitRecord } from "./check-visit-record.js";

const today = day("2026-11-24");
const standIn = (change: Partial<StandIn> = {}): StandIn => ({
  id: "s1",
  official: "o2",
  standsInFor: "o1",
  establishments: null,
  from: day("2026-11-01"),
  to: null,
  ...change,
});
type Question = Parameters<typeof checkVisitRecord>[0];
const check = (visit: Partial<Question["visit"]>, rest: Partial<Omit<Question, "visit">> = {}) =>
  checkVisitRecord({
    visit: { establishment: "e1", official: "o2", standInFor: null, madeOn: today, ...visit },
    recorders: null,
    standIns: [standIn()],
    today,
    ...rest,
  }).map(({ code }) => code);

describe("who records", () => {
  it.each<[string, Partial<Question["visit"]>, readonly string[] | null, readonly string[]]>([
    ["an official, an own visit", {}, ["o2"], []],
    ["one who is several officials, of either", {}, ["o3", "o2"], []],
    ["a stand-in, as made by the absent official", { official: "o1" }, ["o2"], ["visit/not-yours"]],
    ["a stand-in, as made by themselves", { standInFor: "o1" }, ["o2"], []],
    ["an official who is nobody", {}, [], ["visit/not-yours"]],
    ["the office, anybody's", { official: "o1" }, null, []],
    [
      "an official, as stood in for by another",
      { official: "o2", standInFor: "o1" },
      ["o1"],
      ["visit/not-yours"],
    ],
  ])("%s", (_case, visit, recorders, codes) => expect(check(visit, { recorders })).toEqual(codes));
});

describe("in whose place", () => {
  const visit = { standInFor: "o1" };
  it.each<[string, readonly StandIn[], readonly string[]]>([
    ["with a stand-in for all", [standIn()], []],
    ["with one for this establishment", [standIn({ establishments: ["e0", "e1"] })], []],
    ["with one for others", [standIn({ establishments: ["e2"] })], ["visit/no-stand-in"]],
    ["with none", [], ["visit/no-stand-in"]],
    ["with somebody else's", [standIn({ official: "o3" })], ["visit/no-stand-in"]],
    ["with one in another's place", [standIn({ standsInFor: "o3" })], ["visit/no-stand-in"]],
    ["with one from that day on", [standIn({ from: today })], []],
    ["with one from the next day on", [standIn({ from: day("2026-11-25") })], ["visit/no-stand-in"]],
    ["with one up to the day before", [standIn({ to: today })], ["visit/no-stand-in"]],
    ["with one up to that day", [standIn({ to: day("2026-11-25") })], []],
    ["with one that fits among others", [standIn({ establishments: [] }), standIn({ id: "s2" })], []],
  ])("%s", (_case, standIns, codes) => expect(check(visit, { standIns })).toEqual(codes));

  it("asks for one of the office as well", () => {
    expect(check(visit, { standIns: [], recorders: null })).toEqual(["visit/no-stand-in"]);
    expect(check({ official: "o1", standInFor: "o1" })).toEqual(["visit/no-stand-in"]);
  });
});

it.each([
  ["2026-11-25", ["visit/in-future"]],
  ["2026-11-24", []],
  ["2000-01-01", []],
  ["1999-12-31", ["visit/too-early"]],
  ["1900-01-01", ["visit/too-early"]],
])("made on %s: %j", (madeOn, codes) => expect(check({ madeOn: day(madeOn) })).toEqual(codes));

it("gives every reason, with what the sentence names", () => {
  const visit = { establishment: "e1", official: "o1", standInFor: "o3", madeOn: day("1999-01-01") };
  expect(checkVisitRecord({ visit, recorders: ["o2"], standIns: [], today })).toEqual([
    { code: "visit/too-early", params: { madeOn: "1999-01-01", earliest: "2000-01-01" } },
    { code: "visit/not-yours", params: { official: "o1" } },
    { code: "visit/no-stand-in", params: { madeOn: "1999-01-01", official: "o1", standInFor: "o3" } },
  ]);
});
