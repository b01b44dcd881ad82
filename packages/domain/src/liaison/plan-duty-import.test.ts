import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type PlainDate, toPlainDate } from "../kernel/plain-date.js";
import { dutyKinds } from "./duty-post.schema.js";
import type { DutyRecord } from "./match-duty-rows.js";
import type { DutyRowFacts } from "./parse-directory-row.js";
import { type DutyImport, planDutyImport } from "./plan-duty-import.js";

const day = (text: string) => toPlainDate(text);
const today = day("2026-11-24");
const record = (more: Partial<DutyRecord> = {}): DutyRecord => ({
  ...{ id: "r1", post: "d1", kind: "liaison", name: "岑晚舟", unit: "街道办", title: "联络员" },
  ...{ territories: ["990106001"], officePhone: null, person: "p1", from: day("2026-01-01"), to: null },
  ...more,
});
const row = (more: Partial<DutyRowFacts> = {}): DutyRowFacts => ({
  ...{ kind: "liaison", name: "岑晚舟", unit: null, title: null, territories: ["990106001"] },
  ...{ officePhone: null, mobile: null, from: null, replaces: null },
  ...more,
});
const plan = (
  records: readonly DutyRecord[],
  rows: readonly DutyRowFacts[],
  more: Partial<DutyImport> = {},
) =>
  planDutyImport({
    rows: rows.map((facts, at) => ({ row: at + 2, facts })),
    ...{ records, today, findMobile: () => "13900131234", namePlaces: (codes) => codes.join() },
    isOfficial: (name) => name === "包保甲",
    ...more,
  });
const told = (records: readonly DutyRecord[], rows: readonly DutyRowFacts[]) =>
  plan(records, rows).map(({ outcome, problems, writing }) =>
    [
      outcome,
      ...problems.map(({ code }) => code),
      ...(writing?.added ?? []).map(({ facts, from, to }) => `${facts.name} ${from}..${to ?? ""}`),
    ].join(" "),
  );
const another = record({ id: "r2", post: "d2", name: "温知夏", title: "副联络员" });
const planned = [
  record({ to: day("2026-12-10") }),
  record({ id: "r2", name: "温知夏", from: day("2026-12-10") }),
];

describe("a row of the directory's sheet", () => {
  it.each([
    ["a new place", [], [row()], ["created 岑晚舟 2026-11-24.."]],
    ["a new place from a day on", [], [row({ from: day("2026-12-01") })], ["created 岑晚舟 2026-12-01.."]],
    ["what stands", [record()], [row({ unit: "街道办", from: day("2026-01-01") })], ["unchanged"]],
    ["blank cells", [record()], [row()], ["unchanged"]],
    ["a later first day alone", [record()], [row({ from: day("2026-05-01") })], ["unchanged"]],
    ["an earlier first day", [record()], [row({ from: day("2025-06-01") })], ["updated 岑晚舟 2025-06-01.."]],
    ["a correction", [record()], [row({ unit: "镇政府" })], ["updated 岑晚舟 2026-01-01.."]],
    [
      "a change from a day on",
      [record()],
      [row({ unit: "镇政府", from: day("2026-12-01") })],
      ["updated 岑晚舟 2026-01-01..2026-12-01 岑晚舟 2026-12-01.."],
    ],
    ["the number that is kept", [record()], [row({ mobile: "13900131234" })], ["unchanged"]],
    ["another number", [record()], [row({ mobile: "13900139999" })], ["updated 岑晚舟 2026-01-01.."]],
    [
      "more places",
      [record()],
      [row({ territories: ["990106001", "990106002"] })],
      ["updated 岑晚舟 2026-01-01.."],
    ],
    [
      "another holder",
      [record()],
      [row({ name: "叶听澜" })],
      ["updated 岑晚舟 2026-01-01..2026-11-24 叶听澜 2026-11-24.."],
    ],
    [
      "another holder of a day that is over",
      [record()],
      [row({ name: "叶听澜", from: day("2026-01-01") })],
      ["refused duty/before-holder"],
    ],
    ["one more beside", [record()], [row({ name: "叶听澜", replaces: "" })], ["created 叶听澜 2026-11-24.."]],
    [
      "one more beside whom the sheet lists too",
      [record()],
      [row(), row({ name: "叶听澜" })],
      ["unchanged", "created 叶听澜 2026-11-24.."],
    ],
    ["one of two", [record(), another], [row({ name: "叶听澜" })], ["refused duty/follows-whom"]],
    [
      "one of two, of whom the other is listed",
      [record(), another],
      [row(), row({ name: "叶听澜" })],
      ["unchanged", "updated 温知夏 2026-01-01..2026-11-24 叶听澜 2026-11-24.."],
    ],
    [
      "one of two by the title",
      [record(), another],
      [row({ name: "叶听澜", title: "副联络员" })],
      ["updated 温知夏 2026-01-01..2026-11-24 叶听澜 2026-11-24.."],
    ],
    [
      "one of two by whom they follow",
      [record(), another],
      [row({ name: "叶听澜", replaces: "温知夏" })],
      ["updated 温知夏 2026-01-01..2026-11-24 叶听澜 2026-11-24.."],
    ],
    [
      "whom nobody knows as followed",
      [record()],
      [row({ name: "叶听澜", replaces: "无名氏" })],
      ["refused duty/replaced-unknown"],
    ],
    ["two that fit", [record(), record({ id: "r2", post: "d2" })], [row()], ["refused duty/fits-several"]],
    [
      "a repeated row",
      [record()],
      [row(), row({ mobile: "13900139999" })],
      ["unchanged", "refused duty/twice-in-file"],
    ],
    [
      "two changes of one post",
      [record()],
      [row({ unit: "镇政府" }), row({ name: "叶听澜", replaces: "岑晚舟", from: day("2026-12-01") })],
      ["updated 岑晚舟 2026-01-01..", "refused duty/post-twice"],
    ],
    ["a post that has ended", [record({ to: today })], [row()], ["created 岑晚舟 2026-11-24.."]],
    [
      "a correction before a planned successor, who stays",
      planned,
      [row({ unit: "镇政府" })],
      ["updated 岑晚舟 2026-01-01..2026-12-10"],
    ],
    ["a planned successor", planned, [row({ name: "温知夏", from: day("2026-12-10") })], ["unchanged"]],
    [
      "another holder before a planned successor, who stays",
      planned,
      [row({ name: "叶听澜", from: day("2026-12-01") })],
      ["updated 岑晚舟 2026-01-01..2026-12-01 叶听澜 2026-12-01..2026-12-10"],
    ],
    [
      "an earlier first day that would leave nothing of who was before",
      [record({ to: day("2026-06-01") }), record({ id: "r2", name: "温知夏", from: day("2026-06-01") })],
      [row({ name: "温知夏", from: day("2026-01-01") })],
      ["refused duty/before-holder"],
    ],
    ["an official who is kept", [], [row({ kind: "official", name: "包保甲" })], ["unchanged"]],
    ["an official nobody knows", [], [row({ kind: "official" })], ["refused duty/official-elsewhere"]],
  ])("with %s", (_, records, rows, outcome) => expect(told(records, rows)).toEqual(outcome));

  it("keeps unit, title and office phone of a post that changes hands, not number and account", () => {
    const stood = record({ officePhone: "099-1234567" });
    const [one] = plan([stood], [row({ name: "叶听澜", from: day("2026-12-01") })]);
    expect(one?.writing?.added).toMatchObject([
      { of: "r1", facts: { person: "p1" } },
      { of: null, mobile: null, facts: { unit: "街道办", officePhone: "099-1234567", person: null } },
    ]);
    expect(one?.notices).toMatchObject([
      { code: "duty/follows", params: { name: "岑晚舟", to: "2026-11-30" } },
    ]);
  });

  it("shows numbers masked, and keeps the one that it does not say", () => {
    const [one] = plan([record()], [row({ mobile: "13900139999" })]);
    expect(one?.changes).toEqual([{ field: "mobile", before: "139****1234", after: "139****9999" }]);
    expect(plan([record()], [row({ unit: "镇政府" })])[0]?.writing?.added).toMatchObject([{ of: "r1" }]);
  });
});

const dayAround = fc.integer({ min: -40, max: 40 }).map((days) => addDays(today, days));
const place = fc.constantFrom("990106001", "990106002");
const person = fc.constantFrom("甲", "乙", "丙", "丁");
const word = fc.option(fc.constantFrom("一", "二"), { nil: null });
const sheetRow: fc.Arbitrary<DutyRowFacts> = fc.record({
  kind: fc.constantFrom("official" as const, ...dutyKinds.slice(0, 2)),
  name: person,
  unit: word,
  title: word,
  territories: fc.uniqueArray(place, { minLength: 1, maxLength: 2 }).map((places) => places.sort()),
  officePhone: word,
  mobile: fc.constant(null),
  from: fc.option(dayAround, { nil: null }),
  replaces: fc.option(fc.oneof(person, fc.constant("")), { nil: null }),
});
const stored: fc.Arbitrary<readonly DutyRecord[]> = fc
  .array(
    fc.tuple(
      fc.constantFrom(...dutyKinds.slice(0, 2)),
      fc.uniqueArray(place, { minLength: 1, maxLength: 2 }),
      fc.uniqueArray(dayAround, { minLength: 1, maxLength: 3 }).map((days) => days.sort()),
      fc.array(person, { minLength: 3, maxLength: 3 }),
      fc.boolean(),
    ),
    { maxLength: 5 },
  )
  .map((posts) =>
    posts.flatMap(([kind, territories, days, names, ends], at) =>
      days.map((from, nth) =>
        record({
          ...{ id: `r${at}-${nth}`, post: `d${at}`, kind, territories, from, name: names[nth] ?? "戊" },
          to: days[nth + 1] ?? (ends ? addDays(from, 20) : null),
        }),
      ),
    ),
  );

describe("a sheet of the directory", () => {
  const apply = (records: readonly DutyRecord[], outcomes: ReturnType<typeof plan>): DutyRecord[] => {
    const gone = new Set(outcomes.flatMap(({ writing }) => writing?.superseded ?? []));
    const added = outcomes.flatMap(({ row: at, writing }) =>
      (writing?.added ?? []).map(({ facts, from, to }, nth) => ({
        ...{ ...facts, from, to, id: `n${at}-${nth}`, kind: writing?.kind ?? "liaison" },
        post: writing?.post ?? `new${at}`,
      })),
    );
    return [...records.filter(({ id }) => !gone.has(id)), ...added];
  };
  const holderOn = (records: readonly DutyRecord[], post: string, on: PlainDate) =>
    records.filter((one) => one.post === post && one.from <= on && (one.to === null || on < one.to));

  it("has exactly one answer for each row, touches no record twice, and leaves nobody beside another in a post", () =>
    fc.assert(
      fc.property(stored, fc.array(sheetRow, { maxLength: 8 }), (records, rows) => {
        const outcomes = plan(records, rows);
        expect(outcomes.map((one) => one.row)).toEqual(rows.map((_, at) => at + 2));
        for (const { outcome, problems, writing } of outcomes) {
          expect(problems.length > 0).toBe(outcome === "refused");
          expect(writing !== null).toBe(outcome === "created" || outcome === "updated");
        }
        const touched = outcomes.flatMap(({ writing }) => writing?.superseded ?? []);
        expect(new Set(touched).size).toBe(touched.length);
        const after = apply(records, outcomes);
        for (const post of new Set(after.map((one) => one.post)))
          for (let days = -42; days <= 62; days += 2)
            expect(holderOn(after, post, addDays(today, days)).length).toBeLessThan(2);
        for (const one of after) if (one.to !== null) expect(one.from < one.to).toBe(true);
      }),
    ));

  it("says nothing new when it comes again, but for rows that were refused", () =>
    fc.assert(
      fc.property(stored, fc.array(sheetRow, { maxLength: 6 }), (records, rows) => {
        const first = plan(records, rows);
        const taken = first.flatMap(({ outcome }, at) => (outcome === "refused" ? [] : (rows[at] ?? [])));
        const again = plan(apply(records, first), taken);
        expect(again.filter(({ outcome }) => outcome === "created" || outcome === "updated")).toEqual([]);
      }),
    ));

  it("that lists what stands changes nothing", () =>
    fc.assert(
      fc.property(stored, (records) => {
        const present = records.filter(({ from, to }) => from <= today && (to === null || today < to));
        const rows = present.map(({ kind, name, unit, title, territories, officePhone, from }) =>
          row({ kind, name, unit, title, territories: [...territories].sort(), officePhone, from }),
        );
        expect(plan(records, rows).filter(({ writing }) => writing !== null)).toEqual([]);
      }),
    ));
});
