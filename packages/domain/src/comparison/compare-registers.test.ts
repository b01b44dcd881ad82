import { describe, expect, it } from "vitest";
import { toPlainDate } from "../kernel/plain-date.js";
import type { Establishment } from "../registry/establishment.schema.js";
import { checkResolution } from "./check-resolution.js";
import { compareRegisters } from "./compare-registers.js";
import { guessComparisonMapping } from "./comparison-columns.js";

const day = toPlainDate("2026-11-24");
const shop = (id: string, changes: Partial<Establishment> = {}): Establishment => ({
  id,
  name: `店${id}`,
  creditCode: null,
  licenceNumber: null,
  form: "caterer",
  size: "small",
  diners: null,
  attention: [],
  place: "990106001001",
  placeText: null,
  address: `槐荫路${id}号`,
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
  state: "active",
  stateSince: day,
  version: 1,
  ...changes,
});
const headers = ["主体名称", "区划代码", "地址", "许可证编号", "包保干部", "状态"];
const mapping = Object.fromEntries(
  guessComparisonMapping({ headers, sample: [] }).map(({ field }, at) => [headers[at] ?? "", field]),
);
const row = (no: number, name: string, address: string, licence = "", official = "", state = "") => ({
  row: no,
  cells: [name, "990106001001", address, licence, official, state],
  kinds: null,
});
type Options = Partial<Parameters<typeof compareRegisters>[0]>;
const compare = (register: readonly Establishment[], rows: ReturnType<typeof row>[], more: Options = {}) => {
  const compared = compareRegisters({ headers, rows, mapping, register, importedOn: day, ...more });
  if (!compared.ok) throw new Error(compared.problems[0]?.code);
  return compared.value;
};
const LICENCE = "JY13202020009651";

describe("comparison of two registers", () => {
  it("reads the official's column as the official, not as the person in charge", () =>
    expect(mapping).toEqual({
      主体名称: "name",
      区划代码: "placeCode",
      地址: "address",
      许可证编号: "licenceNumber",
      包保干部: "officialName",
      状态: "state",
    }));

  it("tells every outcome apart and accounts for every row and every establishment", () => {
    const register = [
      shop("1"),
      shop("2", { licenceNumber: LICENCE }),
      shop("3"),
      shop("4", { state: "closed" }),
      shop("5"),
      shop("6", { id: "6", name: "店5", address: "槐荫路5号" }),
    ];
    const { rows, counts } = compare(register, [
      row(2, "店1", "槐荫路1号"),
      row(3, "店2", "槐荫路２２号", LICENCE),
      row(4, "店九", "槐荫路9号"),
      row(5, "", "槐荫路10号"),
      row(6, "店5", "槐荫路5号"),
    ]);
    expect(rows.map(({ outcome }) => outcome)).toEqual([
      "same",
      "differing",
      "only-theirs",
      "unreadable",
      "doubtful",
      "only-ours",
    ]);
    expect(rows[1]?.differences).toEqual([{ field: "address", before: "槐荫路2号", after: "槐荫路２２号" }]);
    expect(rows[5]?.target?.id).toBe("3");
    const { inDoubt, closedHere, ...outcomes } = counts;
    expect({ inDoubt, closedHere }).toEqual({ inDoubt: 2, closedHere: 1 });
    const { same, differing } = outcomes;
    expect(same + differing + outcomes["only-theirs"] + outcomes.doubtful + outcomes.unreadable).toBe(5);
    expect(same + differing + outcomes["only-ours"] + inDoubt + closedHere).toBe(register.length);
  });

  it.each([
    ["another name", "丁二", [{ field: "officialName", before: "林一", after: "丁二" }]],
    ["the same name in other blanks", "林 一", []],
    ["a blank, which says nothing", "", []],
  ])("compares who answers: %s", (_what, official, differences) => {
    const { rows } = compare([shop("1")], [row(2, "店1", "槐荫路1号", "", official)], {
      findOfficial: () => ({ name: "林一", unit: "街道办" }),
    });
    expect(rows[0]?.differences).toEqual(differences);
    expect(rows[0]?.outcome).toBe(differences.length === 0 ? "same" : "differing");
  });

  it("says that theirs shows an official where we have none", () =>
    expect(compare([shop("1")], [row(2, "店1", "槐荫路1号", "", "丁二")]).rows[0]?.differences).toEqual([
      { field: "officialName", before: null, after: "丁二" },
    ]));

  it("does not miss what is not expected in theirs", () => {
    const { counts } = compare([shop("1"), shop("2")], [], { isExpected: ({ id }) => id === "1" });
    expect(counts["only-ours"]).toBe(1);
  });

  it("holds two rows of theirs that mean one of ours", () =>
    expect(
      compare([shop("1")], [row(2, "店1", "槐荫路1号"), row(3, "店1", "槐荫路1号")]).counts,
    ).toMatchObject({ doubtful: 2, inDoubt: 1, "only-ours": 0 }));
});

describe("what may be decided", () => {
  it.each([
    ["differing", "theirs", undefined, undefined, undefined],
    ["differing", "create", undefined, undefined, "comparison/not-allowed"],
    ["only-theirs", "create", undefined, undefined, undefined],
    ["only-theirs", "theirs", undefined, undefined, "comparison/not-allowed"],
    ["only-ours", "regulator", "核实是否关停", undefined, undefined],
    ["only-ours", "ours", "  ", undefined, "comparison/reason-missing"],
    ["doubtful", "theirs", undefined, undefined, "comparison/target-missing"],
    ["doubtful", "theirs", undefined, "e1", undefined],
    ["same", "ours", "x", undefined, "comparison/not-allowed"],
  ] as const)("%s, %s", (outcome, resolution, reason, target, code) =>
    expect(checkResolution({ outcome, resolution, reason, target })?.code).toBe(code),
  );
});
