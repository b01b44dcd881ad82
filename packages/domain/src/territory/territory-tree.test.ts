import { describe, expect, it } from "vitest";
import { toPlainDate as day } from "../kernel/plain-date.js";
import { findLevelOfKind, findPlaceKind, findPrefixParent } from "./place-kind.js";
import { listShippedTerritories } from "./shipped-territories.js";
import { PlaceCode, Territory, territoryKinds } from "./territory.schema.js";
import { createTerritoryTree, isInJurisdiction } from "./territory-tree.js";

const node = (code: string, rest: Partial<Record<keyof Territory, unknown>> = {}): Territory =>
  Territory.parse({
    code,
    name: `地${code}`,
    kind: findPlaceKind(code),
    parent: findPrefixParent(code) ?? null,
    from: "2020-01-01",
    ...rest,
  });
const tree = (nodes: readonly Territory[], asOf = "2026-11-24") =>
  createTerritoryTree({ nodes, asOf: day(asOf) });

describe("the prefix order holds without any node", () => {
  it.each([
    ["CN", "country", undefined, undefined],
    ["99", "province", "CN", undefined],
    ["9901", "city", "99", "city"],
    ["990106", "county", "9901", "county"],
    ["990106001", "township", "990106", "township"],
    ["990106001003", "village", "990106001", "village"],
    ["990106001003002", "grid", "990106001003", "village"],
    ["Z990106-01", "zone", undefined, "township"],
    ["9901060", undefined, undefined, undefined],
    ["z1", undefined, undefined, undefined],
    ["", undefined, undefined, undefined],
    ["望澜", undefined, undefined, undefined],
  ])("%j is a %s under %s at level %s", (code, kind, parent, level) => {
    expect(findPlaceKind(code)).toBe(kind);
    expect(findPrefixParent(code)).toBe(parent);
    expect(tree([]).findParent(code)).toBe(parent);
    expect(tree([]).levelOf(code)).toBe(level);
    expect(PlaceCode.safeParse(code).success).toBe(kind !== undefined);
  });

  it.each([
    ["990106", "990106001", true],
    ["990106", "990106001003002", true],
    ["990106001", "990106001003", true],
    ["CN", "990106001003", true],
    ["990106", "990106", true],
    ["990106001", "990106", false],
    ["990106", "990107001", false],
    ["9901", "99010", false],
    ["CN", "Z1", false],
    ["", "990106", false],
  ])("%s contains %s: %s", (ancestor, code, answer) => {
    expect(tree([]).contains(ancestor, code)).toBe(answer);
  });

  it("knows no node", () => {
    expect(tree([]).find("990106")).toBeUndefined();
    expect(tree([]).childrenOf("990106")).toEqual([]);
    expect(tree([]).ancestorsOf("990106001")).toEqual(["990106", "9901", "99", "CN"]);
    expect(tree([]).ancestorsOf("nowhere")).toEqual([]);
  });
});

it("every kind has its level or none", () => {
  expect(territoryKinds.map((kind) => findLevelOfKind(kind))).toEqual([
    undefined,
    undefined,
    "city",
    "county",
    "township",
    "township",
    "village",
    "village",
  ]);
});

describe("nodes", () => {
  const nodes = [node("990106"), node("990106002"), node("990106001"), node("990106001003"), node("9901")];

  it("are found, listed and put under their parents by code", () => {
    const today = tree(nodes);
    expect(today.asOf).toBe("2026-11-24");
    expect(today.find("990106001")).toEqual(nodes[2]);
    expect(today.nodes.map(({ code }) => code)).toEqual([
      "9901",
      "990106",
      "990106001",
      "990106001003",
      "990106002",
    ]);
    expect(today.childrenOf("990106").map(({ code }) => code)).toEqual(["990106001", "990106002"]);
    expect(today.childrenOf("99").map(({ code }) => code)).toEqual(["9901"]);
  });

  it("count only on their days", () => {
    const street = node("990106001", { from: "2024-01-01", to: "2026-07-01" });
    const found = (asOf: string) => tree([street], asOf).find("990106001") !== undefined;
    expect(["2023-12-31", "2024-01-01", "2026-06-30", "2026-07-01"].map(found)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it("the later of two with one code counts", () => {
    expect(tree([node("990106"), node("990106", { name: "新名" })]).find("990106")?.name).toBe("新名");
  });
});

describe("streets merge and split", () => {
  // Street 002 is merged into 001 on 2026-07-01; its village keeps its code.
  const nodes = [
    node("990106001"),
    node("990106002", { to: "2026-07-01" }),
    node("990106002005", { to: "2026-07-01" }),
    node("990106002005", { from: "2026-07-01", parent: "990106001" }),
  ];

  it.each([
    ["2026-06-30", "990106002", true],
    ["2026-06-30", "990106001", false],
    ["2026-07-01", "990106002", false],
    ["2026-07-01", "990106001", true],
  ])("on %s street %s contains the village: %s", (asOf, street, answer) => {
    const of = tree(nodes, asOf);
    expect(of.contains(street, "990106002005")).toBe(answer);
    expect(of.contains(street, "990106002005001")).toBe(answer);
    expect(of.contains("990106", "990106002005001")).toBe(true);
    expect(of.childrenOf(street).some(({ code }) => code === "990106002005")).toBe(answer);
  });
});

describe("a zone takes over villages and grids while it lasts", () => {
  const zone = node("Z990106-01", {
    parent: "990106",
    from: "2026-07-01",
    to: "2026-10-01",
    takesOver: ["990106001003", "990106001004002"],
  });
  const nodes = [zone, node("990106001"), node("990106001003"), node("990106001004")];

  it.each([
    ["2026-06-30", false],
    ["2026-07-01", true],
    ["2026-09-30", true],
    ["2026-10-01", false],
  ])("on %s: %s", (asOf, inZone) => {
    const of = tree(nodes, asOf);
    for (const taken of ["990106001003", "990106001003001", "990106001004002"]) {
      expect(of.contains("Z990106-01", taken)).toBe(inZone);
      expect(of.contains("990106001", taken)).toBe(!inZone);
      expect(of.contains("990106", taken)).toBe(true);
    }
    expect(of.contains("Z990106-01", "990106001004001")).toBe(false);
    expect(of.childrenOf("Z990106-01").map(({ code }) => code)).toEqual(inZone ? ["990106001003"] : []);
  });

  it("stands at the height of a township", () => {
    const of = tree(nodes, "2026-07-01");
    expect(of.levelOf("Z990106-01")).toBe("township");
    expect(of.ancestorsOf("990106001003")).toEqual(["Z990106-01", "990106", "9901", "99", "CN"]);
  });

  it("is nowhere when it has no node", () => {
    expect(tree([]).findParent("Z990106-01")).toBeUndefined();
  });
});

it("a circle in unchecked nodes ends every question", () => {
  const of = tree([node("Z1", { parent: "Z2" }), node("Z2", { parent: "Z1" })]);
  expect(of.contains("990106", "Z1")).toBe(false);
  expect(of.contains("Z2", "Z1")).toBe(true);
  expect(of.ancestorsOf("Z1")).toHaveLength(16);
});

it.each([
  [["990106001"], "990106001003", true],
  [["990106002", "990106001"], "990106001003", true],
  [["990106001003"], "990106001", false],
  [[], "990106001", false],
])("jurisdiction %j holds %s: %s", (jurisdiction, code, answer) => {
  expect(isInJurisdiction({ tree: tree([]), jurisdiction, code })).toBe(answer);
});

it("ships the country and every province, city and county as nodes under each other", () => {
  const shipped = listShippedTerritories();
  expect(shipped).toHaveLength(1 + 32 + 343 + 2979);
  expect(shipped.every((place) => Territory.safeParse(place).success)).toBe(true);
  const of = tree(shipped);
  expect(of.childrenOf("CN")).toHaveLength(32);
  expect(of.childrenOf("9901")).toEqual([
    { code: "990106", name: "云汀区", kind: "county", parent: "9901", from: "1900-01-01" },
  ]);
  expect(shipped.filter(({ parent }) => parent !== null && !of.find(parent))).toEqual([]);
});

it.each([
  [{ code: "99010", kind: "city" }, false],
  [{ code: "990106", kind: "county", extra: 1 }, false],
  [{ code: "990106", kind: "county", name: "" }, false],
  [{ code: "990106", kind: "district" }, false],
  [{ code: "990106", kind: "county" }, true],
])("a node %j is taken: %s", (fields, answer) => {
  const whole = { name: "云汀区", parent: "9901", from: "2026-01-01", ...fields };
  expect(Territory.safeParse(whole).success).toBe(answer);
});
