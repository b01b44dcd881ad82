import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  createDuplicateFinder,
  type DuplicateSubject,
  demonstrationDuplicateRules,
  findDuplicates,
  searchDuplicates,
} from "./find-duplicates.js";

/** A plain distance, as slow as it is clear. */
function measure(a: string, b: string): number {
  let former = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1)
      row.push(
        Math.min(
          (former[j] ?? 0) + 1,
          (row[j - 1] ?? 0) + 1,
          (former[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        ),
      );
    former = row;
  }
  return former[b.length] ?? 0;
}

const places = ["澄岚市", "云汀区", "望澜街道", "澜心社区"];
const village = "990106001001";
const shop = (id: string, more: Partial<DuplicateSubject> = {}): DuplicateSubject => ({
  id,
  name: "老槐树面馆",
  creditCode: null,
  licenceNumber: null,
  address: "槐荫路12号",
  place: village,
  places,
  ...more,
});
const pairOf = (a: Partial<DuplicateSubject>, b: Partial<DuplicateSubject>) =>
  findDuplicates({ subjects: [shop("a", a), shop("b", b)], measure })[0];

describe("two may be one", () => {
  it.each<[string, Partial<DuplicateSubject>, Partial<DuplicateSubject>, string, number]>([
    ["legal form", {}, { name: "老槐树面馆有限公司" }, "same-address", 100],
    ["place before the name", {}, { name: "澄岚市云汀区老槐树面馆" }, "same-address", 100],
    [
      "width, brackets and case",
      { name: "ＫＦＣ餐厅(一店)" },
      { name: "kfc餐厅（一店）" },
      "same-address",
      100,
    ],
    ["Chinese house number", {}, { address: "云汀区槐荫路十二号" }, "same-address", 100],
    ["one sign of five differs", {}, { name: "老槐树面店" }, "same-address", 90],
    [
      "licence alone",
      { licenceNumber: "JY1", name: "甲", address: null },
      { licenceNumber: "JY1", name: "乙" },
      "same-licence",
      100,
    ],
    [
      "code and address",
      { creditCode: "X", name: "甲甲甲" },
      { creditCode: "X", name: "乙乙乙" },
      "same-code",
      100,
    ],
    ["address alike too", { address: "槐荫大路12号" }, { address: "槐荫路12号" }, "name-address", 90],
    ["one name, the same street in another township", {}, { place: "990106002001" }, "name-address", 95],
    ["no address, one village", { address: null }, {}, "same-name", 70],
  ])("%s", (_, a, b, reason, score) => {
    expect(pairOf(a, b)).toMatchObject({ first: "a", second: "b", reason, score });
  });

  it.each<[string, Partial<DuplicateSubject>, Partial<DuplicateSubject>]>([
    ["another house", {}, { address: "槐荫路21号" }],
    ["another name at one address", {}, { name: "双桨粮油批发部" }],
    ["two premises of one code", { creditCode: "X" }, { creditCode: "X", address: "渡口街7号" }],
    ["no address, another village", { address: null }, { place: "990106001002" }],
    ["the same street and house in another township", {}, { name: "老树面摊", place: "990106002001" }],
    ["one name in two streets", {}, { address: "渡口街12号" }],
  ])("not: %s", (_, a, b) => {
    expect(pairOf(a, b)).toBeUndefined();
  });

  it("the office's rules decide, not ours", () => {
    const subjects = [shop("a"), shop("b", { name: "老槐树面店" })];
    const rules = { ...demonstrationDuplicateRules, nameAtSameAddress: 90, nameAndAddress: 90 };
    expect(findDuplicates({ subjects, measure, rules })).toEqual([]);
  });
});

const subjects = fc.array(
  fc.record({
    name: fc.constantFrom("老槐树面馆", "老槐树面馆有限公司", "双桨粮油", "双桨粮油批发部", "面馆"),
    creditCode: fc.constantFrom(null, "X", "Y"),
    licenceNumber: fc.constantFrom(null, "JY1", "JY2"),
    address: fc.constantFrom(null, "槐荫路12号", "槐荫路十二号", "渡口街7号"),
    place: fc.constantFrom(village, "990106001002", null),
  }),
  { maxLength: 30 },
);
const toSubjects = (rows: readonly Omit<DuplicateSubject, "id" | "places">[]): DuplicateSubject[] =>
  rows.map((row, at) => ({ ...row, id: `e${String(at).padStart(2, "0")}`, places }));

describe("laws", () => {
  it("order never matters; no pair twice, none with itself, the smaller id first", () => {
    fc.assert(
      fc.property(subjects, (rows) => {
        const all = toSubjects(rows);
        const pairs = findDuplicates({ subjects: all, measure });
        expect(findDuplicates({ subjects: [...all].reverse(), measure })).toEqual(pairs);
        expect(pairs.every(({ first, second }) => first < second)).toBe(true);
        expect(new Set(pairs.map(({ first, second }) => `${first} ${second}`)).size).toBe(pairs.length);
      }),
    );
  });

  it("blocking loses nothing that comparing each with each would find, in blocks of ordinary size", () => {
    fc.assert(
      fc.property(subjects, (rows) => {
        const all = toSubjects(rows);
        const each = all.flatMap((one, at) =>
          all.slice(at + 1).flatMap((other) => findDuplicates({ subjects: [one, other], measure })),
        );
        const found = findDuplicates({ subjects: all, measure });
        expect(new Set(found.map(({ first, second }) => `${first} ${second}`))).toEqual(
          new Set(each.map(({ first, second }) => `${first} ${second}`)),
        );
      }),
    );
  });

  it("a row resembles what the search would pair it with", () => {
    fc.assert(
      fc.property(subjects, (rows) => {
        const [row, ...register] = toSubjects(rows);
        if (row === undefined) return;
        const best = createDuplicateFinder({ subjects: register, measure })(row);
        const scores = register
          .flatMap((one) => findDuplicates({ subjects: [row, one], measure }))
          .map(({ score }) => score);
        expect(best?.score).toBe(scores.length === 0 ? undefined : Math.max(...scores));
      }),
    );
  });
});

it("large blocks are compared along the order of names, so that the work stays linear", () => {
  let compared = 0;
  const many = Array.from({ length: 3000 }, (_, at) =>
    shop(`e${String(at).padStart(5, "0")}`, {
      name: `连锁便利店${String(at).padStart(5, "0")}号铺`,
      address: `${at}号`,
    }),
  );
  const steps = searchDuplicates({
    subjects: many,
    measure: (a, b) => {
      compared += 1;
      return measure(a, b);
    },
  });
  while (steps.next().done !== true);
  expect(compared).toBeLessThan(3000 * 40);
});
