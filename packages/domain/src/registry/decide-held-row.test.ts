import { describe, expect, it } from "vitest";
import { establishment, importedOn, L1, L2, merge, shop, X, Y } from "../testing/import-rows.js";
import { decideHeldRow, type ImportDecision } from "./decide-held-row.js";
import type { MergedRow } from "./merge-import.js";

describe("decisions", () => {
  const decide = (rows: readonly MergedRow[], row: number, decision: ImportDecision) => {
    const found = rows.find((merged) => merged.row === row);
    if (!found) throw new Error("no such row");
    return decideHeldRow({ row: found, rows, decision, importedOn });
  };
  const a = establishment("a", { ...shop, creditCode: X });
  const differing = merge([a], { name: "别店", address: "别处", creditCode: X });

  it("lists what may be decided", () => {
    expect(differing[0]?.decisions).toEqual(["create", "update", "refuse"]);
    expect(merge([], { name: "甲", creditCode: X }, { name: "乙", creditCode: X })[0]?.decisions).toEqual([
      "create",
      "refuse",
    ]);
    const conflict = merge(
      [
        establishment("a", { name: "甲", licenceNumber: L1 }),
        establishment("b", { name: "乙", creditCode: X }),
      ],
      { name: "甲", licenceNumber: L1, creditCode: X },
    );
    expect(conflict[0]?.decisions).toEqual(["update", "refuse"]);
    expect(merge([], { name: "甲", licenceNumber: L1 })[0]?.decisions).toEqual([]);
  });

  it("create founds an establishment with the row's facts", () => {
    const decided = decide(differing, 2, { kind: "create" });
    expect(decided).toMatchObject({
      ok: true,
      value: {
        outcome: "created",
        decided: "create",
        target: null,
        facts: { name: "别店", creditCode: X },
        after: null,
        problems: [],
        decisions: [],
      },
    });
  });

  it("update changes the target, and counts as updated even where nothing differs", () => {
    expect(decide(differing, 2, { kind: "update", target: "a" })).toMatchObject({
      ok: true,
      value: {
        outcome: "updated",
        decided: "update",
        target: { id: "a" },
        after: { changes: [{ field: "name" }, { field: "address" }] },
      },
    });
    const twice = merge([a], { ...shop, creditCode: X }, { ...shop, creditCode: X });
    expect(decide(twice, 2, { kind: "update", target: "a" })).toMatchObject({
      value: { outcome: "updated", after: null },
    });
  });

  it("refuse keeps the reasons", () => {
    expect(decide(differing, 2, { kind: "refuse" })).toMatchObject({
      ok: true,
      value: {
        outcome: "refused",
        decided: "refuse",
        decisions: [],
        problems: [{ code: "registry/code-name-address-differ" }],
      },
    });
  });

  it.each<[string, readonly MergedRow[], ImportDecision, string]>([
    [
      "a row that is not held",
      merge([], { name: "甲", creditCode: X }),
      { kind: "create" },
      "registry/decision-not-held",
    ],
    [
      "no candidates",
      merge([], { name: "甲", creditCode: X }, { name: "乙", creditCode: X }),
      { kind: "update", target: "a" },
      "registry/decision-not-allowed",
    ],
    ["another target", differing, { kind: "update", target: "z" }, "registry/decision-target-unknown"],
  ])("%s: refused", (_, rows, decision, code) => {
    expect(decide(rows, 2, decision)).toEqual({ ok: false, problems: [{ code, params: { row: 2 } }] });
  });

  it("of two rows with one licence or one target only one can be taken", () => {
    const two = merge([], { name: "甲", licenceNumber: L1 }, { name: "乙", licenceNumber: L1 });
    const first = decide(two, 2, { kind: "create" });
    if (!first.ok) throw new Error("refused");
    const rest = [first.value, ...two.slice(1)];
    expect(decide(rest, 3, { kind: "create" })).toMatchObject({
      problems: [{ code: "registry/decision-not-allowed" }],
    });
    expect(decide(rest, 3, { kind: "refuse" })).toMatchObject({ ok: true });

    const same = merge([a], { ...shop, size: "small" }, { ...shop, size: "micro" });
    const updated = decide(same, 2, { kind: "update", target: "a" });
    if (!updated.ok) throw new Error("refused");
    expect(decide([updated.value, ...same.slice(1)], 3, { kind: "update", target: "a" })).toMatchObject({
      problems: [{ code: "registry/decision-not-allowed" }],
    });
    expect(decide([updated.value, ...same.slice(1)], 3, { kind: "create" })).toMatchObject({ ok: true });
  });

  it("another licence and another target are free", () => {
    const rows = merge(
      [a, establishment("b", { name: "乙", creditCode: Y })],
      { name: "丙", licenceNumber: L2 },
      { name: "乙", creditCode: Y, size: "small" },
      { name: "别店", address: "别处", creditCode: X, licenceNumber: L1 },
    );
    expect(rows.map(({ outcome }) => outcome)).toEqual(["created", "updated", "held"]);
    expect(decide(rows, 4, { kind: "create" })).toMatchObject({ ok: true, value: { outcome: "created" } });
    expect(decide(rows, 4, { kind: "update", target: "a" })).toMatchObject({
      ok: true,
      value: { outcome: "updated" },
    });
  });
});
