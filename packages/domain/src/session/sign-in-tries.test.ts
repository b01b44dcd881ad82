import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideTry, listNewLocks, type SignInTry } from "./sign-in-tries.js";

const here = "203.0.113.9";
const there = "198.51.100.7";
const minute = 60_000;
const now = 100_000 * minute;
/** `many` tries one after the other, the last of them `ago` before now. */
const tries = (many: number, ago: number, address = here, isOfAccount = true): SignInTry[] =>
  Array.from({ length: many }, (_, n) => ({ at: now - ago - (many - 1 - n), address, isOfAccount }));
const code = (list: SignInTry[]) => {
  const decision = decideTry({ now, address: here, tries: list, locks: [] });
  return decision.allowed ? "allowed" : decision.problem.code;
};

it.each<[string, SignInTry[], string]>([
  ["none", [], "allowed"],
  ["4 here", tries(4, 0), "allowed"],
  ["5 here", tries(5, 0), "session/locked-here"],
  ["5 here, the first just out of the window", [...tries(1, 15 * minute), ...tries(4, 0)], "allowed"],
  ["5 here, the first just in it", [...tries(1, 15 * minute - 1), ...tries(4, 0)], "session/locked-here"],
  ["4 here and 4 there", [...tries(4, 0), ...tries(4, 0, there)], "allowed"],
  ["5 there", tries(5, 0, there), "allowed"],
  ["19 there", tries(19, 0, there), "allowed"],
  ["20 there within a day", tries(20, 0, there), "session/locked"],
  ["20 there, the first a day ago", [...tries(1, 24 * 60 * minute), ...tries(19, 0, there)], "allowed"],
  ["29 of others from here", tries(29, 0, here, false), "allowed"],
  ["30 of others from here, the last just now", tries(30, 0, here, false), "session/slow"],
  ["30 of others from here, the last 4.999 s ago", tries(30, 4_999, here, false), "session/slow"],
  ["30 of others from here, the last 5 s ago", tries(30, 5_000, here, false), "allowed"],
  ["30 of others from there", tries(30, 0, there, false), "allowed"],
  ["30 of others from here, a quarter of an hour ago", tries(30, 15 * minute, here, false), "allowed"],
])("after %s: %s", (_name, list, answer) => expect(code(list)).toBe(answer));

it("names the seconds to wait", () => {
  const decision = decideTry({ now, address: here, tries: tries(30, 1_500, here, false), locks: [] });
  expect(decision).toEqual({ allowed: false, problem: { code: "session/slow", params: { seconds: 4 } } });
});

describe("a lock", () => {
  const decide = (address: string, until: number | null) =>
    decideTry({ now, address: here, tries: [], locks: [{ address, until }] });

  it.each([
    [
      "here, one minute and a moment left",
      here,
      now + minute + 1,
      { code: "session/locked-here", params: { minutes: 2 } },
    ],
    ["here, a moment left", here, now + 1, { code: "session/locked-here", params: { minutes: 1 } }],
    ["everywhere", "*", null, { code: "session/locked", params: {} }],
  ])("%s holds", (_name, address, until, problem) =>
    expect(decide(address, until)).toEqual({ allowed: false, problem }),
  );

  it.each([
    ["here, just over", here, now],
    ["of another address", there, now + minute],
  ])("%s does not", (_name, address, until) => expect(decide(address, until)).toEqual({ allowed: true }));
});

it.each<[string, SignInTry[], ReturnType<typeof listNewLocks>]>([
  ["4", tries(4, 0), []],
  ["5", tries(5, 0), [{ address: here, until: now + 20 * minute }]],
  ["19 from elsewhere and 1", [...tries(19, 1, there), ...tries(1, 0)], [{ address: "*", until: null }]],
  ["18 from elsewhere and 1", [...tries(18, 1, there), ...tries(1, 0)], []],
  ["30 of others", tries(30, 0, here, false), []],
  [
    "20 here",
    tries(20, 0),
    [
      { address: here, until: now + 20 * minute },
      { address: "*", until: null },
    ],
  ],
])("wrong for the %s. time: %j", (_name, list, locks) =>
  expect(listNewLocks({ now, address: here, tries: list })).toEqual(locks),
);

it("lets at most five of any burst from one address through, and twenty from anywhere", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(here, there, "192.0.2.1", "192.0.2.2", "192.0.2.3"), { maxLength: 120 }),
      (burst) => {
        const through: SignInTry[] = [];
        for (const address of burst)
          if (decideTry({ now, address, tries: through, locks: [] }).allowed)
            through.push({ at: now, address, isOfAccount: true });
        expect(through.length).toBeLessThanOrEqual(20);
        for (const address of new Set(burst))
          expect(through.filter((one) => one.address === address).length).toBeLessThanOrEqual(5);
      },
    ),
  );
});
