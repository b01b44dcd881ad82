import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findRecordOn, type TwoTimes } from "../chain/dated-fact.js";
import { addDays, type PlainDate, toPlainDate } from "../kernel/plain-date.js";
import { createTerritoryTree } from "../territory/territory-tree.js";
import { composeFullChain } from "./compose-full-chain.js";
import type { DutyKind, DutyPost } from "./duty-post.schema.js";
import { planPostChange } from "./plan-post-change.js";

const day = toPlainDate("2026-11-24");
const tree = createTerritoryTree({ nodes: [], asOf: day });
const post = (kind: DutyKind, name: string, ...territories: string[]): DutyPost => ({
  post: `p-${name}`,
  kind,
  name,
  unit: "单位",
  title: "职务",
  territories,
  officePhone: null,
  person: null,
  from: toPlainDate("2026-01-01"),
  to: null,
});
const arm = { personInCharge: "甲", director: "乙", directorRequired: true, officers: ["丙"] };
const pairing = {
  name: "丁",
  unit: "",
  title: "",
  officePhone: null,
  official: "o1",
  level: "village" as const,
};
const compose = (over: Partial<Parameters<typeof composeFullChain>[0]>) =>
  composeFullChain({ tree, office: "990106", place: "990106001003", posts: [], pairing, arm, ...over });
const all = [
  post("leader", "县", "990106"),
  post("leader", "镇", "990106001"),
  post("leader", "村", "990106001003"),
  post("liaison", "联", "990106001"),
  post("station-head", "所", "990106001"),
  post("inspector", "员", "990106001"),
];

describe("the chain in full", () => {
  it("has every link with nobody absent, from the office's level down", () => {
    const { links, absent } = compose({ posts: all });
    expect(absent).toBe(0);
    expect(links.map(({ link, level }) => (level === null ? link : `${link} ${level}`))).toEqual([
      "pairing village",
      "leader county",
      "leader township",
      "leader village",
      "liaison",
      "station",
      "inspector",
      "person-in-charge",
      "director",
      "officers",
    ]);
  });

  it.each(["县", "镇", "村", "联", "员"])("without %s has exactly that link absent", (name) =>
    expect(compose({ posts: all.filter((one) => one.name !== name) }).absent).toBe(1),
  );

  it("a station without a head is told by its inspector", () => {
    const { links, absent } = compose({ posts: all.filter(({ kind }) => kind !== "station-head") });
    expect([absent, links.find(({ link }) => link === "station")?.holders[0]?.name]).toEqual([0, "员"]);
  });

  it("a village without a leader is answered for by its own liaison, not by the township's", () => {
    const own = post("liaison", "村联", "990106001003");
    const others = all.filter(({ name }) => name !== "村");
    const village = (posts: readonly DutyPost[]) =>
      compose({ posts }).links.find(({ level, link }) => link === "leader" && level === "village");
    expect(village([...others, own])).toMatchObject({ absent: false, byLiaison: true });
    expect(village(others)).toMatchObject({ absent: true, byLiaison: false });
    expect(
      compose({ posts: [...others, own] }).links.find(({ link }) => link === "liaison")?.holders,
    ).toMatchObject([{ name: "村联" }]);
  });

  it("a director is missed only where one is required", () => {
    const without = (directorRequired: boolean | null) =>
      compose({ posts: all, arm: { ...arm, director: null, directorRequired } }).absent;
    expect([without(true), without(false), without(null)]).toEqual([1, 0, 0]);
  });

  it("of a place that is not known has the office's level alone, the rest absent", () => {
    const { links, absent } = compose({ posts: all, place: null });
    expect(links.filter(({ link }) => link === "leader")).toHaveLength(1);
    expect(absent).toBe(3);
  });
});

describe("a change of a post", () => {
  type Kept = TwoTimes & { readonly id: string; readonly value: number; readonly from: PlainDate };
  const start = toPlainDate("2026-01-01");

  it("never changes what was known before it, nor what holds before its day", () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.boolean()), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 0, max: 70 }),
        fc.integer({ min: 0, max: 12 }),
        (changes, asked, known) => {
          let records: readonly Kept[] = [];
          const answers: (number | undefined)[] = [];
          const on = addDays(start, asked);
          const ask = (knownOn: PlainDate) => findRecordOn(records, on, knownOn)?.value;
          let current: number | undefined;
          for (const [index, [at, ends]] of changes.entries()) {
            const today = addDays(start, index);
            const from = addDays(start, at);
            const standing = records
              .filter(({ recordedTo }) => recordedTo === undefined)
              .map(({ id, value, from: began, to }) => ({ id, facts: value, from: began, to: to ?? null }));
            const plan = planPostChange({ standing, from, facts: ends ? null : index });
            records = [
              ...records.map((one) =>
                plan.superseded.includes(one.id) ? { ...one, recordedTo: today } : one,
              ),
              ...plan.added.map((one, nth) => ({
                id: `${index}-${nth}`,
                value: one.facts,
                from: one.from,
                to: one.to,
                recordedFrom: today,
              })),
            ];
            if (on >= from) current = ends ? undefined : index;
            answers.push(current);
            expect(ask(today)).toBe(current);
          }
          // However much was entered later: each former day of knowing gives its former answer.
          const knownDay = Math.min(known, changes.length - 1);
          expect(ask(addDays(start, knownDay))).toBe(answers[knownDay]);
        },
      ),
    ));
});
