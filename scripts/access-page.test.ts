// docs/reference/access-matrix.md and .csv are what `can()` says today, row for row, and say what the design promises.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { operations } from "../packages/domain/src/contracts.js";
import { roles } from "../packages/domain/src/kernel/operation.js";
import { accessRows, composeAccessTable, decideCell } from "./compose-access-matrix.js";

const reference = join(dirname(fileURLToPath(import.meta.url)), "..", "docs", "reference");
const cellsOf = (id: string) => {
  const row = accessRows.find((one) => one.id === id);
  return Object.fromEntries(roles.map((role, at) => [role, row?.cells[at]]));
};

describe("the page of access", () => {
  it("is up to date", () => {
    expect(readFileSync(join(reference, "access-matrix.csv"), "utf8")).toBe(composeAccessTable());
    const page = readFileSync(join(reference, "access-matrix.md"), "utf8");
    for (const { id } of accessRows) expect(page).toContain(`| \`${id}\` |`);
  });

  it("has every operation, each role in a column", () => {
    const ids = accessRows.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(Object.keys(operations)));
    expect(new Set(ids).size).toBe(ids.length);
    expect(accessRows.every(({ cells }) => cells.length === roles.length)).toBe(true);
  });

  it("keeps the three administrators apart and away from the register", () => {
    expect(cellsOf("people.create")).toMatchObject({
      system: "yes",
      security: "no",
      audit: "no",
      office: "no",
    });
    expect(cellsOf("registry.list")).toMatchObject({
      system: "no",
      security: "no",
      audit: "no",
      office: "own",
      official: "own",
      public: "no",
    });
  });
});

it.each([
  [{ may: ["office"], territory: "rows" }, "office", "own"],
  [{ may: ["office"], territory: "none" }, "office", "yes"],
  [{ may: ["office"], territory: "none", whole: true }, "office", "whole"],
  [{ may: ["office"], territory: "rows" }, "leader", "no"],
  [{ may: ["business"], territory: "rows" }, "business", "own"],
  [{ may: "everyone", territory: "none" }, "audit", "any"],
  [{ may: "everyone", territory: "none" }, "public", "no"],
  [{ may: ["public"], territory: "none" }, "public", "yes"],
  [{ may: ["public"], territory: "none" }, "unit", "yes"],
] as const)("%o asked by %s: %s", (permission, role, cell) => {
  expect(decideCell(permission, role)).toBe(cell);
});
