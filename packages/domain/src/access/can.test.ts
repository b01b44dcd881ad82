// The table of who may, row by row, with the day and the reach that come of it.
import { describe, expect, it } from "vitest";
import type { Permission, Role } from "../kernel/operation.js";
import { toPlainDate as day } from "../kernel/plain-date.js";
import type { Territory } from "../territory/territory.schema.js";
import { createTerritoryTree } from "../territory/territory-tree.js";
import { type Asker, can } from "./can.js";
import { administratorRoles, Grant, GrantableRole, grantableRoles, StandIn } from "./grant.schema.js";
import { noReach } from "./reach.js";

const on = day("2026-11-24");
const tree = createTerritoryTree({ nodes: [], asOf: on });
const everything: Permission = { may: [...grantableRoles], territory: "rows" };

const grant = (role: GrantableRole, rest: Partial<Grant> = {}): Grant => ({
  id: `g-${role}`,
  person: "p-1",
  role,
  territory: null,
  official: null,
  establishment: null,
  leading: false,
  from: day("2026-01-01"),
  to: null,
  ...rest,
});
const standIn = (rest: Partial<StandIn> = {}): StandIn => ({
  id: "s-1",
  official: "o-1",
  standsInFor: "o-2",
  establishments: null,
  from: day("2026-01-01"),
  to: null,
  ...rest,
});
const ask = (asker: Asker | undefined, permission: Permission, officeTerritory = "990106") =>
  can({ asker, permission, on, tree, officeTerritory });
const askAs = (...grants: readonly Grant[]) => ask({ grants, standIns: [] }, everything);
const refused = (code: string) => ({ allowed: false, problem: { code, params: {} } });

describe("who opens the door", () => {
  const nobody: Asker = { grants: [], standIns: [] };
  const liaison: Asker = { grants: [grant("liaison", { territory: "990106001" })], standIns: [] };
  const ended: Asker = {
    grants: [grant("liaison", { territory: "990106001", to: on })],
    standIns: [],
  };
  const may = (...roles: readonly Role[]): Permission => ({ may: roles, territory: "rows" });
  const everyone: Permission = { may: "everyone", territory: "none" };

  it.each<[string, Asker | undefined, Permission, string | readonly Role[]]>([
    ["no account at a public operation", undefined, may("public"), ["public"]],
    ["no account at a public operation among others", undefined, may("office", "public"), ["public"]],
    ["no account at everyone's", undefined, everyone, "access/signed-out"],
    ["no account at a role's", undefined, may("liaison"), "access/signed-out"],
    ["no grant at a public operation", nobody, may("public"), []],
    ["no grant at everyone's", nobody, everyone, []],
    ["no grant at a role's", nobody, may("liaison"), "access/no-role"],
    ["another role's grant", liaison, may("audit"), "access/no-role"],
    ["another role's grant at a public operation", liaison, may("office", "public"), []],
    ["a grant at its own", liaison, may("audit", "liaison"), ["liaison"]],
    ["a grant at a public operation that names it", liaison, may("public", "liaison"), ["liaison"]],
    ["a grant at everyone's", liaison, everyone, ["liaison"]],
    ["an ended grant at its own", ended, may("liaison"), "access/grant-ended"],
    ["an ended grant at another's", ended, may("audit"), "access/no-role"],
    ["an ended grant among others'", ended, may("audit", "liaison"), "access/grant-ended"],
    ["an ended grant at everyone's", ended, everyone, []],
    ["an ended grant at a public operation", ended, may("public", "liaison"), []],
    ["an operation that nobody may", liaison, may(), "access/no-role"],
  ])("%s", (_, asker, permission, answer) => {
    const decision = ask(asker, permission);
    if (typeof answer === "string") expect(decision).toEqual(refused(answer));
    else expect(decision).toMatchObject({ allowed: true, roles: answer });
    if (decision.allowed && (answer.length === 0 || answer.includes("public")))
      expect(decision.reach).toEqual(noReach);
  });
});

it.each([
  ["2026-11-24", null, true],
  ["2026-11-25", null, false],
  ["2026-01-01", "2026-11-24", false],
  ["2026-01-01", "2026-11-25", true],
  ["2026-11-24", "2026-11-25", true],
  ["2026-11-24", "2026-11-24", false],
])("a grant from %s to %s is in force on 2026-11-24: %s", (from, to, inForce) => {
  const dates = { from: day(from), to: to === null ? null : day(to) };
  expect(askAs(grant("liaison", { territory: "990106001", ...dates })).allowed).toBe(inForce);
  const decision = ask(
    { grants: [grant("official", { official: "o-1" })], standIns: [standIn(dates)] },
    everything,
  );
  expect(decision).toMatchObject({
    allowed: true,
    reach: { standIns: inForce ? [{ official: "o-2", establishments: null }] : [] },
  });
});

describe("reach", () => {
  const unit = grant("unit", { territory: "990106002" });
  const liaison = grant("liaison", { territory: "990106001" });
  const official = grant("official", { official: "o-1", territory: "990107" });
  const business = grant("business", { establishment: "e-1", territory: "990108", official: "o-9" });
  const stray = grant("liaison", { territory: "990106003", official: "o-8", establishment: "e-8" });

  it("is the union of what fits, each once, the roles in order", () => {
    expect(askAs(unit, liaison, { ...liaison, id: "g-again" }, official, business)).toEqual({
      allowed: true,
      roles: ["business", "liaison", "official", "unit"],
      reach: {
        ...noReach,
        territories: ["990106002", "990106001"],
        officials: ["o-1"],
        establishments: ["e-1"],
      },
    });
  });

  it("takes only grants that open this operation", () => {
    const asker = { grants: [unit, liaison, official, business], standIns: [standIn()] };
    expect(ask(asker, { may: ["liaison"], territory: "rows" })).toEqual({
      allowed: true,
      roles: ["liaison"],
      reach: { ...noReach, territories: ["990106001"] },
    });
  });

  it("lends no territory from an official's or a business's grant", () => {
    expect(askAs(official)).toMatchObject({ reach: { ...noReach, officials: ["o-1"] } });
    expect(askAs(business)).toMatchObject({ reach: { ...noReach, establishments: ["e-1"] } });
  });

  it("lends no official and no establishment from a grant of a place", () => {
    expect(askAs(stray)).toMatchObject({ reach: { ...noReach, territories: ["990106003"] } });
  });

  it("leaves out what a grant does not name", () => {
    expect(askAs(grant("audit"), grant("official"), grant("business"))).toEqual({
      allowed: true,
      roles: ["audit", "business", "official"],
      reach: noReach,
    });
  });

  it.each([
    ["all of another official's", standIn(), [{ official: "o-2", establishments: null }]],
    [
      "some of another official's",
      standIn({ establishments: ["e-1"] }),
      [{ official: "o-2", establishments: ["e-1"] }],
    ],
    ["nothing when somebody else stands in", standIn({ official: "o-3" }), []],
  ])("adds by a stand-in %s", (_, entry, standIns) => {
    const decision = ask({ grants: [official], standIns: [entry] }, everything);
    expect(decision).toMatchObject({ reach: { ...noReach, officials: ["o-1"], standIns } });
  });

  it("takes a stand-in only with the role official in the operation", () => {
    const asker = { grants: [official, liaison], standIns: [standIn()] };
    expect(ask(asker, { may: ["liaison"], territory: "rows" })).toMatchObject({ reach: { standIns: [] } });
  });
});

describe("establishments without a place", () => {
  it.each<[GrantableRole, string | null, string, boolean]>([
    ["office", "990106", "990106", true],
    ["office", "9901", "990106", true],
    ["office", "CN", "990106", true],
    ["office", "990106001", "990106", false],
    ["office", "990107", "990106", false],
    ["office", null, "990106", false],
    ["liaison", "990106", "990106", false],
    ["official", "990106", "990106", false],
    ["regulator", "9901", "990106", false],
  ])("%s of %s in the office of %s mends them: %s", (role, territory, officeTerritory, unplaced) => {
    const asker = { grants: [grant(role, { territory })], standIns: [] };
    expect(ask(asker, everything, officeTerritory)).toMatchObject({ reach: { unplaced } });
  });

  it("are not mended through a grant that is no longer in force", () => {
    const past = grant("office", { id: "g-past", territory: "990106", to: on });
    expect(askAs(past, grant("office", { territory: "990106001" }))).toMatchObject({
      reach: { territories: ["990106001"], unplaced: false },
    });
  });

  it("are mended when one of several grants mends them", () => {
    const decision = askAs(
      grant("liaison", { territory: "990106001" }),
      grant("office", { territory: "990106" }),
    );
    expect(decision).toMatchObject({ reach: { unplaced: true } });
  });

  it("follow the tree of the day", () => {
    const zone = (to?: string): Territory => ({
      code: "Z1",
      name: "平台",
      kind: "zone",
      parent: "990107",
      from: day("2026-01-01"),
      ...(to === undefined ? {} : { to: day(to) }),
    });
    const asker = { grants: [grant("office", { territory: "990107" })], standIns: [] };
    const mends = (node: Territory) =>
      can({
        asker,
        permission: everything,
        on,
        officeTerritory: "Z1",
        tree: createTerritoryTree({ nodes: [node], asOf: on }),
      });
    expect(mends(zone())).toMatchObject({ reach: { unplaced: true } });
    expect(mends(zone("2026-11-24"))).toMatchObject({ reach: { unplaced: false } });
  });
});

describe("what a grant looks like", () => {
  const plain = { ...grant("liaison", { territory: "990106001" }) };

  it.each<[string, unknown, boolean]>([
    ["a grant", plain, true],
    ["a grant with an end", { ...plain, to: "2026-12-31" }, true],
    ["an unknown field", { ...plain, scope: "all" }, false],
    ["the role public", { ...plain, role: "public" }, false],
    ["an unknown role", { ...plain, role: "root" }, false],
    ["a day that does not exist", { ...plain, from: "2026-02-30" }, false],
    ["no end at all", { ...plain, to: undefined }, false],
    ["a territory left out", { ...plain, territory: undefined }, false],
  ])("%s", (_, value, answer) => expect(Grant.safeParse(value).success).toBe(answer));

  it.each<[string, unknown, boolean]>([
    ["a stand-in", standIn(), true],
    ["a stand-in for named establishments", standIn({ establishments: ["e-1"] }), true],
    ["an unknown field", { ...standIn(), role: "official" }, false],
    ["one establishment not in a list", { ...standIn(), establishments: "e-1" }, false],
    ["no first day", { ...standIn(), from: null }, false],
  ])("%s", (_, value, answer) => expect(StandIn.safeParse(value).success).toBe(answer));

  it("has every role but being without an account", () => {
    expect(grantableRoles).not.toContain("public");
    expect(grantableRoles).toHaveLength(11);
    expect([...GrantableRole.options].sort()).toEqual([...grantableRoles].sort());
    expect(administratorRoles).toEqual(["system", "security", "audit"]);
  });

  it.each([
    [Grant.shape, ["territory", "official", "establishment", "leading", "to"]],
    [StandIn.shape, ["official", "standsInFor", "establishments", "to"]],
  ])("says what is not plain of its fields", (shape, fields) => {
    const said = Object.entries(shape).filter(([, { description = "" }]) => description !== "");
    expect(said.map(([name]) => name)).toEqual(fields);
  });
});

describe("what needs a grant over all of the office", () => {
  const permission: Permission = { may: ["office", "liaison"], territory: "none", whole: true };
  it.each([
    ["office", "990106", undefined],
    ["office", "9901", undefined],
    ["office", "CN", undefined],
    ["office", "990106001", "access/part-only"],
    ["liaison", "990106", "access/part-only"],
  ] as const)("%s of %s: %s", (role, territory, code) => {
    const asker = { grants: [grant(role, { territory })], standIns: [] };
    const decision = can({ asker, permission, on, tree, officeTerritory: "990106" });
    expect(decision.allowed ? undefined : decision.problem.code).toBe(code);
  });
});
