import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareFacts } from "./compare-facts.js";
import { factFields } from "./diff-facts.js";
import type { Establishment } from "./establishment.schema.js";
import { planMerge } from "./plan-merge.js";

const one = (id: string, more: Partial<Establishment> = {}): Establishment => ({
  id,
  name: "老槐树面馆",
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
  state: "active",
  stateSince: "2026-01-01" as Establishment["stateSince"],
  version: 1,
  ...more,
});
const merge = (
  a: Establishment,
  b: Establishment,
  take: readonly string[] = [],
  gone: readonly string[] = [],
) => planMerge({ survivor: a, absorbed: b, take, isAbsorbed: (id) => gone.includes(id) });

describe("a merge", () => {
  it("keeps the surviving one's facts, fills what it lacks, takes what is named", () => {
    const plan = merge(
      one("a", { size: "micro", address: "甲路1号" }),
      one("b", { size: "small", address: "乙路2号", personInCharge: "陈河" }),
      ["address"],
    );
    expect(plan).toMatchObject({
      ok: true,
      value: {
        facts: { size: "micro", address: "乙路2号", personInCharge: "陈河" },
        taken: ["address", "personInCharge"],
        changes: [
          { field: "address", before: "甲路1号", after: "乙路2号" },
          { field: "personInCharge", before: null, after: "陈河" },
        ],
      },
    });
  });

  it("takes place and its text together, so that the one never belies the other", () => {
    const plan = merge(
      one("a", { place: "990106001001", placeText: "澜心" }),
      one("b", { place: "990106002001", placeText: "海棠" }),
      ["place"],
    );
    expect(plan.ok && plan.value.facts).toMatchObject({ place: "990106002001", placeText: "海棠" });
  });

  it.each([
    ["with itself", one("a"), one("a"), [], [], "merge/same"],
    ["of a field that is none", one("a"), one("b"), ["nonsense"], [], "merge/field-unknown"],
    ["of a surviving one that was absorbed", one("a"), one("b"), [], ["a"], "merge/absorbed-before"],
    ["of one that was absorbed", one("a"), one("b"), [], ["b"], "merge/absorbed-before"],
  ] as const)("%s is refused", (_, a, b, take, gone, code) => {
    const plan = merge(a, b, take, gone);
    expect(plan.ok ? [] : plan.problems.map((problem) => problem.code)).toEqual([code]);
  });

  it("laws: taking everything gives the absorbed one's facts wherever it has some; taking nothing loses nothing", () => {
    const text = fc.constantFrom(null, "甲", "乙", "丙");
    const arbitrary = fc.record({
      address: text,
      personInCharge: text,
      place: text,
      placeText: text,
      size: fc.constantFrom(null, "small", "large"),
    });
    fc.assert(
      fc.property(arbitrary, arbitrary, fc.subarray([...factFields]), (a, b, take) => {
        const [survivor, absorbed] = [one("a", a as object), one("b", b as object)];
        const plan = merge(survivor, absorbed, take);
        if (!plan.ok) throw new Error("a merge of two is never refused");
        for (const field of factFields) {
          const value = plan.value.facts[field];
          expect([survivor[field], absorbed[field]]).toContainEqual(value);
          expect(plan.value.changes.some((change) => change.field === field)).toBe(value !== survivor[field]);
        }
        expect(plan.value.taken).toEqual(plan.value.changes.map(({ field }) => field));
      }),
    );
  });
});

describe("side by side", () => {
  it("a blank cell agrees with everything; a blank fact of one of two does not", () => {
    const sides = [
      { name: "面馆", address: null },
      { name: "面 馆", address: "甲路1号" },
    ];
    const address = (blankDiffers: boolean) =>
      compareFacts({ sides, blankDiffers }).find(({ field }) => field === "address")?.differs;
    expect(address(false)).toEqual([false]);
    expect(address(true)).toEqual([true]);
    expect(compareFacts({ sides: [], blankDiffers: true })).toEqual([]);
  });
});

it("licences of both are kept, and a map point goes as a whole", () => {
  const licence = (number: string) => ({
    kind: "other" as const,
    scope: null,
    state: "valid" as const,
    number,
    issuedOn: null,
    expiresOn: null,
  });
  const survivor = one("a", {
    furtherLicences: [licence("X-1")],
    latitude: 31,
    longitude: 118,
    coordinates: "WGS-84",
  });
  const absorbed = one("b", {
    furtherLicences: [licence("X-1"), licence("X-2")],
    latitude: 32,
    longitude: 119,
    coordinates: "GCJ-02",
  });
  const plan = planMerge({ survivor, absorbed, take: ["latitude"], isAbsorbed: () => false });
  expect(plan.ok && plan.value.facts).toMatchObject({ latitude: 32, longitude: 119, coordinates: "GCJ-02" });
  expect(plan.ok && plan.value.facts.furtherLicences.map(({ number }) => number)).toEqual(["X-1", "X-2"]);
  expect(plan.ok && plan.value.changes.find(({ field }) => field === "furtherLicences")?.after).toBe("X-2");
});

describe("food safety officers", () => {
  const survivor = one("a", { foodSafetyOfficers: ["安员甲", "安员乙"] });
  const absorbed = one("b", { foodSafetyOfficers: ["安员乙", "安员丙"] });
  it.each([
    ["of both stay", survivor, absorbed, [], ["安员甲", "安员乙", "安员丙"], true],
    [
      "the absorbed one's alone where chosen",
      survivor,
      absorbed,
      ["foodSafetyOfficers"],
      ["安员乙", "安员丙"],
      true,
    ],
    ["fill where there are none", one("a"), absorbed, [], ["安员乙", "安员丙"], true],
    [
      "that stand there already change nothing",
      survivor,
      one("b", { foodSafetyOfficers: ["安员甲"] }),
      [],
      ["安员甲", "安员乙"],
      false,
    ],
  ])("%s", (_what, a, b, take, officers, changes) => {
    const plan = merge(a, b, take);
    expect(plan.ok && plan.value.facts.foodSafetyOfficers).toEqual(officers);
    expect(plan.ok && plan.value.changes.some(({ field }) => field === "foodSafetyOfficers")).toBe(changes);
  });
  it("are no more than there is room for", () => {
    const many = (prefix: string) => Array.from({ length: 150 }, (_, at) => `${prefix}${at}`);
    const plan = merge(
      one("a", { foodSafetyOfficers: many("甲") }),
      one("b", { foodSafetyOfficers: many("乙") }),
    );
    expect(plan.ok && plan.value.facts.foodSafetyOfficers).toHaveLength(200);
  });
});
