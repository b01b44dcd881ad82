import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toPlainDate } from "../kernel/plain-date.js";
import { listShippedTerritories } from "../territory/shipped-territories.js";
import { createTerritoryTree } from "../territory/territory-tree.js";
import { findAlike } from "./find-alike.js";
import { measureNameLikeness } from "./name-likeness.js";
import { type XrayEstablishment, xrayEstablishments } from "./xray-establishments.js";
import { xrayOfficials } from "./xray-officials.js";
import { type XrayRule, xrayRuleFacts, xrayRules } from "./xray-rules.data.js";

const asOf = toPlainDate("2026-11-24");
const from = toPlainDate("2026-01-01");
const tree = createTerritoryTree({
  nodes: [
    ...listShippedTerritories(),
    { code: "990106001", name: "望澜街道", kind: "township", parent: "990106", from },
    {
      code: "990106002",
      name: "听潮街道",
      kind: "township",
      parent: "990106",
      from,
      takesOver: ["990106003"],
    },
    { code: "990106001001", name: "望澜社区", kind: "village", parent: "990106001", from },
    {
      code: "990106001002",
      name: "澜心社区",
      kind: "village",
      parent: "990106001",
      from,
      takesOver: ["990106001009"],
    },
  ],
  asOf,
});
type Changes = Partial<Omit<XrayEstablishment, "facts">> & {
  readonly facts?: Partial<XrayEstablishment["facts"]>;
};
/** Nothing is to mend in it. */
const whole = (changes: Changes = {}): XrayEstablishment => ({
  id: "e1",
  state: "active",
  isGraded: true,
  isAnswered: true,
  ...changes,
  facts: {
    name: "老槐树面馆",
    creditCode: "91350100M000100Y43",
    licenceNumber: "JY13202020009651",
    form: "caterer",
    diners: null,
    place: "990106001001",
    address: "槐荫路1号",
    openedOn: toPlainDate("2020-01-01"),
    licenceIssuedOn: toPlainDate("2024-01-01"),
    licenceExpiresOn: toPlainDate("2028-12-31"),
    personInCharge: "林一",
    foodSafetyOfficers: ["林一"],
    ...changes.facts,
  },
});
const look = (...establishments: XrayEstablishment[]): readonly XrayRule[] =>
  xrayEstablishments({ establishments, tree, asOf }).map(({ rule }) => rule);

describe("x-ray of establishments", () => {
  it("finds nothing in one that is whole", () => expect(look(whole())).toEqual([]));

  it.each<readonly [XrayRule, Changes]>([
    ["code-check", { facts: { creditCode: "91350100M000100Y44" } }],
    ["licence-check", { facts: { licenceNumber: "JY13202020009652" } }],
    ["place-unknown", { facts: { place: null } }],
    ["place-ended", { facts: { place: "990106003" } }],
    ["place-ended", { facts: { place: "990106001009" } }],
    ["place-ended", { facts: { place: "990106001777" } }],
    ["form-missing", { isGraded: false, facts: { form: null } }],
    ["not-graded", { isGraded: false }],
    ["closed-with-official", { state: "closed", facts: { address: null } }],
    ["opened-in-future", { facts: { openedOn: toPlainDate("2026-11-25") } }],
    ["licence-dates", { facts: { licenceIssuedOn: toPlainDate("2029-01-01") } }],
    ["licence-expired", { facts: { licenceExpiresOn: toPlainDate("2026-11-23"), licenceIssuedOn: null } }],
    ["licence-missing", { facts: { licenceNumber: null } }],
    ["diners-missing", { facts: { form: "school-canteen" } }],
    ["place-coarse", { facts: { place: "990106001" } }],
    ["address-missing", { facts: { address: null } }],
    ["person-in-charge-missing", { facts: { personInCharge: null } }],
    ["officer-missing", { facts: { foodSafetyOfficers: [] } }],
  ])("finds %s and nothing else", (rule, changes) => expect(look(whole(changes))).toEqual([rule]));

  it.each<readonly [string, Changes]>([
    ["a licence on its last day", { facts: { licenceExpiresOn: asOf } }],
    ["one that opens today", { facts: { openedOn: asOf } }],
    [
      "a seller without a licence, who may have filed a notice",
      { facts: { form: "seller", licenceNumber: null } },
    ],
    ["a closed one nobody answers for", { state: "closed", isAnswered: false, facts: { place: null } }],
    [
      "a dormant one whose licence ran out",
      { state: "dormant", facts: { licenceExpiresOn: toPlainDate("2025-01-01") } },
    ],
    ["a grid of a village", { facts: { place: "990106001001003" } }],
  ])("lets pass %s", (_what, changes) => expect(look(whole(changes))).toEqual([]));

  it("finds both of two with one licence, and says how many", () => {
    const two = [
      whole(),
      whole({ id: "e2", facts: { name: "茶楼", address: "槐荫路9号", creditCode: null } }),
    ];
    const found = xrayEstablishments({ establishments: two, tree, asOf });
    expect(found.map(({ id, rule }) => [id, rule])).toEqual([
      ["e1", "licence-repeated"],
      ["e2", "licence-repeated"],
    ]);
    expect(found[0]?.reason.params).toEqual({ licence: "JY13202020009651", count: 2 });
  });

  it("finds one entered twice by code and name, and by name at one address", () => {
    const twin = whole({ id: "e2", facts: { licenceNumber: null, form: "seller" } });
    expect(look(whole(), twin)).toEqual([
      "name-and-code-repeated",
      "alike-at-address",
      "name-and-code-repeated",
      "alike-at-address",
    ]);
  });

  it("does not count a closed one as sharing", () =>
    expect(look(whole(), whole({ id: "e2", state: "closed", isAnswered: false }))).toEqual([]));
});

describe("x-ray of officials", () => {
  const official = { id: "o1", name: "林一", unit: "街道办", jurisdictions: ["990106001"], hasPhone: true };
  it.each([
    [[official], []],
    [[{ ...official, hasPhone: false }], ["official-without-phone"]],
    [[{ ...official, jurisdictions: ["990106001", "990106777"] }], ["official-jurisdiction-ended"]],
    [
      [official, { ...official, id: "o2", name: "林 一" }],
      ["official-repeated", "official-repeated"],
    ],
    [[official, { ...official, id: "o2", unit: "区局" }], []],
  ])("%#", (officials, rules) =>
    expect(xrayOfficials({ officials, tree }).map(({ rule }) => rule)).toEqual(rules),
  );
});

describe("laws", () => {
  it("has facts for each rule", () =>
    expect(Object.keys(xrayRuleFacts).sort()).toEqual([...xrayRules].sort()));

  it("measures likeness alike both ways, between 0 and 1, and 1 of itself", () => {
    const name = fc.string({ unit: fc.constantFrom("老", "槐", "树", "面", "馆", " "), maxLength: 8 });
    void fc.assert(
      fc.property(name, name, (a, b) => {
        const likeness = measureNameLikeness(a, b);
        expect(likeness).toBe(measureNameLikeness(b, a));
        expect(likeness >= 0 && likeness <= 1).toBe(true);
        expect(measureNameLikeness(a, a)).toBe(1);
      }),
    );
  });

  it("finds the same ones whatever the order", () => {
    const changes = fc.constantFrom<Changes>(
      {},
      { facts: { licenceNumber: null } },
      { facts: { address: null } },
      { state: "closed" },
      { facts: { place: null } },
    );
    void fc.assert(
      fc.property(fc.array(changes, { maxLength: 8 }), (list) => {
        const shops = list.map((one, at) => whole({ ...one, id: `e${at}` }));
        const toKeys = (given: XrayEstablishment[]) =>
          xrayEstablishments({ establishments: given, tree, asOf })
            .map(({ id, rule }) => `${id} ${rule}`)
            .sort();
        expect(toKeys([...shops].reverse())).toEqual(toKeys(shops));
      }),
    );
  });

  it("looks at a market of thousands in no time", () => {
    const stalls = Array.from({ length: 3000 }, (_, at) => ({
      id: `e${at}`,
      name: `${at}号水产摊`,
      address: "大市场",
    }));
    expect(findAlike(stalls).size).toBeGreaterThan(0);
  }, 5000);

  it("does so where all names begin alike too, and still finds one entered twice, whatever the order", () => {
    const stalls = Array.from({ length: 5000 }, (_, at) => ({
      id: `e${at}`,
      name: `水产${String.fromCodePoint(0x4e00 + at, 0x6500 + at, 0x8000 + at, 0x5a00 + at)}`,
      address: "大市场",
    }));
    const twice = [...stalls, { id: "twin", name: `${stalls[77]?.name}店`, address: "大市场" }];
    const found = findAlike(twice);
    expect(found.get("twin")).toBe(stalls[77]?.name);
    expect([...findAlike([...twice].reverse()).keys()]).toEqual([...found.keys()]);
  }, 5000);
});
