// Merging, splitting, adding, renaming and ending, row by row; what each refuses.
import { describe, expect, it } from "vitest";
import { toPlainDate as day } from "../kernel/plain-date.js";
import { findPlaceKind, findPrefixParent } from "./place-kind.js";
import { applyTerritoryPlan, hasMoved, planTerritoryChange } from "./plan-territory-change.js";
import type { Territory } from "./territory.schema.js";
import { TerritoryChange } from "./territory-change.schema.js";
import { createTerritoryTree } from "./territory-tree.js";

const node = (code: string, rest: Partial<Territory> = {}): Territory => ({
  code,
  name: `地${code.slice(-3)}`,
  kind: findPlaceKind(code) ?? "zone",
  parent: findPrefixParent(code) ?? "990106",
  from: day("2020-01-01"),
  ...rest,
});
const own = [
  node("990106001"),
  node("990106001001"),
  node("990106001002"),
  node("990106001003"),
  node("990106002"),
  node("990106002001"),
  node("990107001"),
  node("Z1", { takesOver: ["990106001003"] }),
];
const on = day("2026-07-01");
const before = day("2026-06-30");
const plan = (change: unknown, nodes: readonly Territory[] = own, placed: readonly string[] = []) =>
  planTerritoryChange({
    own: nodes,
    on,
    change: TerritoryChange.parse(change),
    isPlaced: (code) => placed.includes(code),
  });
const treeOf = (nodes: readonly Territory[], asOf = on) => createTerritoryTree({ nodes, asOf });
const done = (change: unknown, nodes: readonly Territory[] = own) => {
  const planned = plan(change, nodes);
  if (!planned.ok) throw new Error(planned.problems.map(({ code }) => code).join(", "));
  return applyTerritoryPlan(nodes, planned.value);
};
const reasons = (change: unknown, nodes?: readonly Territory[], placed?: readonly string[]) => {
  const planned = plan(change, nodes, placed);
  return planned.ok ? [] : planned.problems.map(({ code }) => code.replace("territory/", ""));
};

const merge = {
  kind: "merge",
  codes: ["990106001", "990106002"],
  into: { code: "990106009", name: "望潮街道" },
};
const split = {
  kind: "split",
  code: "990106001",
  rest: { code: "990106001", name: "望澜街道" },
  parts: [{ code: "990106011", name: "新澜街道", members: ["990106001002"] }],
};

describe("merging", () => {
  const merged = treeOf(done(merge));

  it("puts every place of the old townships, listed or not, below the new one", () => {
    for (const place of ["990106001", "990106001001", "990106001099", "990106002001", "990106002001004"])
      expect(merged.contains("990106009", place)).toBe(true);
    expect(merged.find("990106001")).toBeUndefined();
    expect(merged.childrenOf("990106009").map(({ code }) => code)).toEqual([
      "990106001001",
      "990106001002",
      "990106002001",
    ]);
  });

  it("leaves with a zone what it had taken over", () => {
    expect(merged.contains("990106009", "990106001003")).toBe(false);
    expect(merged.contains("Z1", "990106001003")).toBe(true);
  });

  it("gives a zone's places to the new township when the zone ends", () => {
    const ended = planTerritoryChange({
      own: done(merge),
      on: day("2026-09-01"),
      change: { kind: "end", code: "Z1" },
      isPlaced: () => false,
    });
    const nodes = ended.ok ? applyTerritoryPlan(done(merge), ended.value) : [];
    expect(treeOf(nodes, day("2026-09-01")).contains("990106009", "990106001003")).toBe(true);
  });

  it("leaves the day before as it was", () => {
    expect(treeOf(done(merge), before).nodes.map(({ code }) => code)).toEqual(
      treeOf(own, before).nodes.map(({ code }) => code),
    );
    expect(treeOf(done(merge), before).ancestorsOf("990106001001")[0]).toBe("990106001");
  });

  it("may keep the code of one of them", () => {
    const kept = treeOf(done({ ...merge, into: { code: "990106001", name: "望澜街道" } }));
    expect(kept.find("990106001")).toMatchObject({ from: on, takesOver: ["990106002"] });
    expect(kept.ancestorsOf("990106002001")).toEqual([
      "990106002",
      "990106001",
      "990106",
      "9901",
      "99",
      "CN",
    ]);
  });

  it("carries along what an earlier merger brought", () => {
    const again = planTerritoryChange({
      own: [...done(merge), node("990106003")],
      on: day("2027-01-01"),
      change: {
        kind: "merge",
        codes: ["990106003", "990106009"],
        into: { code: "990106010", name: "大澜街道" },
      },
      isPlaced: () => false,
    });
    expect(again.ok && again.value.nodes.at(-1)?.takesOver).toEqual([
      "990106001",
      "990106002",
      "990106003",
      "990106009",
    ]);
  });

  it("affects who holds one of the old townships", () => {
    const planned = plan(merge);
    expect(planned.ok && planned.value.affected).toEqual(["990106001", "990106002"]);
  });
});

describe("splitting", () => {
  it("moves the named villages and keeps the rest", () => {
    const tree = treeOf(done(split));
    expect(tree.contains("990106011", "990106001002")).toBe(true);
    expect(tree.contains("990106001", "990106001002")).toBe(false);
    expect(tree.contains("990106001", "990106001001")).toBe(true);
    expect(tree.find("990106001")?.takesOver).toBeUndefined();
  });

  it("gives the rest to a new code when the township ends", () => {
    const tree = treeOf(done({ ...split, rest: { code: "990106012", name: "旧澜街道" } }));
    expect(tree.contains("990106012", "990106001001")).toBe(true);
    expect(tree.contains("990106012", "990106001077")).toBe(true);
    expect(tree.contains("990106012", "990106001002")).toBe(false);
    expect(tree.find("990106001")).toBeUndefined();
  });

  it("undoes a merger under new codes, whole former townships named by their codes", () => {
    const nodes = done(merge).map((one) => (one.from === on ? { ...one, from: day("2026-03-01") } : one));
    const back = treeOf(
      done(
        {
          kind: "split",
          code: "990106009",
          rest: { code: "990106021", name: "望澜街道" },
          parts: [{ code: "990106022", name: "听潮街道", members: ["990106002"] }],
        },
        nodes,
      ),
    );
    expect(back.contains("990106022", "990106002001")).toBe(true);
    expect(back.contains("990106021", "990106002001")).toBe(false);
    expect(back.contains("990106021", "990106001001")).toBe(true);
  });
});

describe("adding, renaming and ending", () => {
  it("adds a village, a zone and a township from the day on", () => {
    const village = done({ kind: "create", code: "990106001004", name: "新村" });
    expect(village.at(-1)).toEqual(node("990106001004", { name: "新村", from: on }));
    const zone = done({
      kind: "create",
      code: "Z2",
      name: "平台",
      parent: "990106",
      takesOver: ["990106001001"],
    });
    expect(treeOf(zone).contains("Z2", "990106001001")).toBe(true);
    expect(treeOf(zone, before).contains("Z2", "990106001001")).toBe(false);
  });

  it("renames from the day on and keeps a known end", () => {
    const nodes = [node("990106001", { to: day("2027-01-01") })];
    const renamed = done({ kind: "rename", code: "990106001", name: "新名" }, nodes);
    expect(treeOf(renamed, before).find("990106001")?.name).toBe("地001");
    expect(treeOf(renamed).find("990106001")).toMatchObject({ name: "新名", to: "2027-01-01" });
  });

  it("ends what holds nothing", () => {
    const ended = done({ kind: "end", code: "990106001002" });
    expect(treeOf(ended).find("990106001002")).toBeUndefined();
    expect(treeOf(ended, before).find("990106001002")).toBeDefined();
  });
});

it.each<[string, unknown, readonly string[], Partial<Territory>[]?, string[]?]>([
  ["one township", { ...merge, codes: ["990106001", "990106001"] }, ["merge-one"]],
  ["an unknown one", { ...merge, codes: ["990106001", "990106003"] }, ["not-there"]],
  ["unknown ones, each told", { ...merge, codes: ["990106003", "990106004"] }, ["not-there", "not-there"]],
  ["a village", { ...merge, codes: ["990106001", "990106001001"] }, ["not-township"]],
  ["two counties' townships", { ...merge, codes: ["990106001", "990107001"] }, ["merge-apart"]],
  ["into a village", { ...merge, into: { code: "990106001009", name: "村" } }, ["not-township"]],
  ["into a used code", { ...merge, into: { code: "990107001", name: "街道" } }, ["code-used"]],
  [
    "into an ended code",
    merge,
    ["code-used"],
    [node("990106009", { from: day("2001-01-01"), to: day("2002-01-01") })],
  ],
  ["before a later change", merge, ["changed-later"], [node("990106002", { from: on })]],
  ["splitting an unknown township", { ...split, code: "990106003" }, ["not-there"]],
  ["splitting a village", { ...split, code: "990106001001" }, ["not-township"]],
  [
    "a part that is no township",
    { ...split, parts: [{ ...split.parts[0], code: "990106001009" }] },
    ["not-township"],
  ],
  [
    "a part under a used code",
    { ...split, parts: [{ ...split.parts[0], code: "990106002" }] },
    ["code-used"],
  ],
  ["a rest under a used code", { ...split, rest: { code: "990106002", name: "街" } }, ["code-used"]],
  [
    "two parts of one code and one village",
    { ...split, parts: [split.parts[0], split.parts[0]] },
    ["named-twice", "named-twice"],
  ],
  [
    "another's village",
    { ...split, parts: [{ ...split.parts[0], members: ["990106002001"] }] },
    ["not-member"],
  ],
  [
    "a zone's village",
    { ...split, parts: [{ ...split.parts[0], members: ["990106001003"] }] },
    ["not-member"],
  ],
  [
    "a village that changes later",
    split,
    ["changed-later"],
    [node("990106001002", { from: day("2026-08-01") })],
  ],
  ["adding a used code", { kind: "create", code: "990106001", name: "街" }, ["code-used"]],
  ["adding a shipped code", { kind: "create", code: "990106", name: "区" }, ["code-used"]],
  ["adding below nothing", { kind: "create", code: "990106033001", name: "村" }, ["parent-unknown"]],
  ["a zone without a parent", { kind: "create", code: "Z9", name: "区" }, ["parent-missing"]],
  [
    "a zone that takes a zone's village",
    { kind: "create", code: "Z9", name: "区", parent: "990106", takesOver: ["990106001003"] },
    ["takeover-twice"],
  ],
  ["renaming an unknown one", { kind: "rename", code: "990106003", name: "街" }, ["not-there"]],
  ["renaming a shipped one", { kind: "rename", code: "990106", name: "区" }, ["not-there"]],
  ["ending an unknown one", { kind: "end", code: "990106003" }, ["not-there"]],
  ["ending what has villages", { kind: "end", code: "990106001" }, ["not-empty"]],
  [
    "ending what will have villages",
    { kind: "end", code: "990106005" },
    ["not-empty"],
    [node("990106005"), node("990106005001", { from: day("2026-12-01") })],
  ],
  [
    "ending what holds former townships",
    { kind: "end", code: "990106006" },
    ["not-empty"],
    [node("990106006", { takesOver: ["990106007"] })],
  ],
  ["ending a zone where something stands", { kind: "end", code: "Z1" }, ["still-used"], [], ["Z1"]],
])("refuses %s", (_, change, codes, more = [], placed = []) => {
  expect(reasons(change, [...own, ...(more as Territory[])], placed)).toEqual(codes);
});

it.each([
  [
    "ends a village where something stands: its township holds it",
    { kind: "end", code: "990106001001" },
    ["990106001001"],
  ],
  ["ends a zone where nothing stands", { kind: "end", code: "Z1" }, []],
])("%s", (_, change, placed) => expect(reasons(change, own, placed)).toEqual([]));

it("ends a township whose villages have all ended by then", () => {
  const nodes = [node("990106005"), node("990106005001", { to: on })];
  expect(reasons({ kind: "end", code: "990106005" }, nodes)).toEqual([]);
});

it.each([
  ["990106001001", true],
  ["990106002099", true],
  ["990106001003", false],
  ["990107001", false],
  ["990106", false],
])("by the merger %s has moved: %s", (place, answer) => {
  expect(hasMoved(place, treeOf(own), treeOf(done(merge)))).toBe(answer);
});
