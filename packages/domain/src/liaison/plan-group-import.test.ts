import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, toPlainDate } from "../kernel/plain-date.js";
import { createMemberNames } from "./name-member.js";
import type { GroupRowFacts } from "./parse-directory-row.js";
import { type GroupRecord, planGroupImport } from "./plan-group-import.js";

const day = (text: string) => toPlainDate(text);
const today = day("2026-11-24");
const people = ["甲", "乙", "丙", "丁"].map((name, at) => ({ post: `d${at}`, name, unit: "", title: "" }));
const names = createMemberNames([...people, { post: "d9", name: "丁", unit: "别处", title: "" }]);
const group: GroupRecord = {
  ...{ id: "g1-1", group: "g1", name: "联络群", territory: "990106001", one: "d0", members: ["d1", "d2"] },
  ...{ from: day("2026-01-01"), to: null },
};
const row = (more: Partial<GroupRowFacts> = {}): GroupRowFacts => ({
  ...{ name: "联络群", territory: "990106001", one: "甲", members: ["丙", "乙"], from: null },
  ...more,
});
const plan = (records: readonly GroupRecord[], rows: readonly GroupRowFacts[]) =>
  planGroupImport({ rows: rows.map((facts, at) => ({ row: at + 2, facts })), records, today, names });

describe("a row of the groups' sheet", () => {
  it.each([
    ["a new group", [], [row()], ["created d0+d2,d1 2026-11-24.."]],
    ["what stands, members in any order", [group], [row({ from: day("2026-01-01") })], ["unchanged"]],
    ["other members", [group], [row({ members: ["乙"] })], ["updated d0+d1 2026-01-01.."]],
    [
      "another one from a day on",
      [group],
      [row({ one: "乙", members: ["甲"], from: day("2026-12-01") })],
      ["updated d0+d1,d2 2026-01-01..2026-12-01 d1+d0 2026-12-01.."],
    ],
    [
      "the same name elsewhere",
      [group],
      [row({ territory: "990106002" })],
      ["created d0+d2,d1 2026-11-24.."],
    ],
    ["nobody's name", [], [row({ one: "戊" })], ["refused group/member-unknown"]],
    ["a name of two", [], [row({ members: ["丁"] })], ["refused group/member-ambiguous"]],
    ["somebody twice", [], [row({ members: ["甲"] })], ["refused group/member-twice"]],
    [
      "a repeated row",
      [group],
      [row(), row({ members: ["乙"] })],
      ["unchanged", "refused duty/twice-in-file"],
    ],
    [
      "two groups of the name",
      [group, { ...group, id: "g2-1", group: "g2" }],
      [row()],
      ["refused group/fits-several"],
    ],
    ["a group that has ended", [{ ...group, to: today }], [row()], ["created d0+d2,d1 2026-11-24.."]],
  ])("with %s", (_, records, rows, outcome) =>
    expect(
      plan(records, rows).map((one) =>
        [
          one.outcome,
          ...one.problems.map(({ code }) => code),
          ...(one.writing?.added ?? []).map(
            ({ facts, from, to }) => `${facts.one}+${facts.members.join()} ${from}..${to ?? ""}`,
          ),
        ].join(" "),
      ),
    ).toEqual(outcome),
  );

  it("has exactly one answer each, and says nothing new when it comes again", () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            name: fc.constantFrom("联络群", "另一群"),
            territory: fc.constantFrom("990106001", "990106002"),
            one: fc.constantFrom("甲", "乙", "丁"),
            members: fc.uniqueArray(fc.constantFrom("甲", "乙", "丙"), { minLength: 1 }),
            from: fc.option(
              fc.integer({ min: -400, max: 400 }).map((days) => addDays(today, days)),
              { nil: null },
            ),
          }),
          { maxLength: 6 },
        ),
        (rows) => {
          const outcomes = plan([group], rows);
          expect(outcomes.map((one) => one.row)).toEqual(rows.map((_, at) => at + 2));
          const gone = new Set(outcomes.flatMap(({ writing }) => writing?.superseded ?? []));
          const after: GroupRecord[] = [
            ...[group].filter(({ id }) => !gone.has(id)),
            ...outcomes.flatMap(({ row: at, writing }) =>
              (writing?.added ?? []).map(({ facts, from, to }, nth) => ({
                ...{ ...facts, from, to, id: `n${at}-${nth}` },
                group: writing?.group ?? `new${at}`,
              })),
            ),
          ];
          const taken = outcomes.flatMap(({ outcome }, at) =>
            outcome === "refused" ? [] : (rows[at] ?? []),
          );
          for (const again of plan(after, taken)) expect(["unchanged", "refused"]).toContain(again.outcome);
        },
      ),
    ));
});
