// Laws of an import, on files made of few names, codes and places, so that rows meet often.
import fc from "fast-check";
import { expect, it } from "vitest";
import { type PlainDate, toPlainDate } from "../kernel/plain-date.js";
import { decideHeldRow } from "./decide-held-row.js";
import type { Establishment } from "./establishment.schema.js";
import { type RegisterField, registerFields } from "./import-columns.js";
import { countOutcomes, findAfter, type MergedRow } from "./merge-import.js";
import { planRegisterImport } from "./plan-register-import.js";
import type { SheetRow } from "./sheet-row.js";

const run = { seed: 20261124, numRuns: 100 };
const importedOn = toPlainDate("2026-11-24");

const cellOf: Partial<Record<RegisterField, fc.Arbitrary<string>>> = {
  name: fc.constantFrom("面馆", "面 馆", "粮油", "粮油（一店）", "粮油(一店)", ""),
  creditCode: fc.constantFrom(
    "",
    "",
    "91350100M000100Y43",
    "914403003429409755",
    "91350100M000100Y44",
    "9.1E+17",
    "9135O100M000100Y43",
  ),
  licenceNumber: fc.constantFrom("", "", "SC10741018302531", "SC10744030704994", "SC10741018302532", "x"),
  address: fc.constantFrom("", "槐荫路1号", "槐荫路１号", "渡口2号"),
  village: fc.constantFrom("", "澜心社区", "双桨社区"),
  size: fc.constantFrom("", "大型", "小", "巨"),
  openedOn: fc.constantFrom("", "2019-05-01", "2020/1/1", "2027-02-30"),
  state: fc.constantFrom("", "在营", "注销"),
};
const fields = registerFields.filter((field) => cellOf[field]);
const mapping = Object.fromEntries(fields.map((field) => [field, field]));
const fileOf = (maxLength: number) =>
  fc
    .array(fc.tuple(...fields.map((field) => cellOf[field] ?? fc.constant(""))), { maxLength })
    .map((rows) => rows.map((cells, at): SheetRow => ({ row: at + 2, cells, kinds: null })));

function plan(
  rows: readonly SheetRow[],
  register: readonly Establishment[],
  headers: readonly string[] = fields,
): readonly MergedRow[] {
  const planned = planRegisterImport({ headers, rows, mapping, register, importedOn });
  if (!planned.ok) throw new Error("refused");
  return planned.value;
}

let made = 0;
/** The register after the rows are written, as the service writes them. */
function write(register: readonly Establishment[], rows: readonly MergedRow[]): Establishment[] {
  const after = new Map(register.map((establishment) => [establishment.id, establishment]));
  for (const row of rows) {
    const { target } = row;
    const change = findAfter({ row, importedOn });
    if (change === undefined) continue;
    made += 1;
    const id = target?.id ?? `n${made}`;
    after.set(id, {
      id,
      ...change.facts,
      state: change.state,
      stateSince: change.stateSince,
      version: (target?.version ?? 0) + 1,
    });
  }
  return [...after.values()];
}

it("every row goes one way, and held or refused ones say why", () => {
  fc.assert(
    fc.property(fileOf(12), fileOf(12), (first, second) => {
      const register = write([], plan(first, []));
      const rows = plan(second, register);
      expect(rows.map(({ row }) => row)).toEqual(second.map(({ row }) => row));
      const counts = countOutcomes(rows);
      expect(counts.created + counts.updated + counts.unchanged + counts.held + counts.refused).toBe(
        second.length,
      );
      for (const { outcome, problems, after, target, decisions, candidates, facts } of rows) {
        const isOpen = outcome === "held" || outcome === "refused";
        expect(problems.length > 0).toBe(isOpen);
        expect(after !== null).toBe(outcome === "updated");
        expect(target !== null).toBe(outcome === "updated" || outcome === "unchanged");
        expect(decisions.includes("refuse")).toBe(outcome === "held");
        expect(decisions.includes("update")).toBe(candidates.length > 0);
        expect(facts === null).toBe(outcome === "refused");
      }
    }),
    run,
  );
});

it("a second import of the same file creates and updates nothing", () => {
  fc.assert(
    fc.property(fileOf(12), fileOf(12), (before, file) => {
      const old = write([], plan(before, []));
      const first = plan(file, old);
      const counts = countOutcomes(first);
      const second = countOutcomes(plan(file, write(old, first)));
      // What was settled stays settled where no other row of the file touches it; nothing is ever founded twice.
      expect(second.created).toBe(0);
      expect(second.updated).toBe(0);
      expect(second.refused).toBe(counts.refused);
      expect(second.unchanged).toBeLessThanOrEqual(
        counts.created + counts.updated + counts.unchanged + counts.held,
      );
    }),
    run,
  );
});

it("the order of rows changes no outcome", () => {
  fc.assert(
    fc.property(fileOf(12), fileOf(12), fc.infiniteStream(fc.nat()), (before, file, keys) => {
      const register = write([], plan(before, []));
      const order = new Map(file.map((row) => [row.row, keys.next().value as number]));
      const mixed = [...file].sort((a, b) => (order.get(a.row) ?? 0) - (order.get(b.row) ?? 0));
      const show = (rows: readonly MergedRow[]) =>
        [...rows]
          .sort((a, b) => a.row - b.row)
          .map(({ row, outcome, problems, target, after }) => [
            row,
            outcome,
            problems.map(({ code }) => code),
            target?.id,
            after,
          ]);
      expect(show(plan(mixed, register))).toEqual(show(plan(file, register)));
    }),
    run,
  );
});

it("an absent column changes the same as a column of blanks", () => {
  fc.assert(
    fc.property(
      fileOf(12),
      fileOf(8),
      fc.subarray(fields.filter((field) => field !== "name")),
      (before, file, kept) => {
        const register = write([], plan(before, []));
        const columns = fields.flatMap((field, at) => (field === "name" || kept.includes(field) ? [at] : []));
        const blanked = file.map((row) => ({
          ...row,
          cells: row.cells.map((cell, at) => (columns.includes(at) ? cell : " ")),
        }));
        const absent = file.map((row) => ({ ...row, cells: columns.map((at) => row.cells[at] ?? "") }));
        const show = (rows: readonly MergedRow[]) =>
          rows.map(({ outcome, facts, after }) => [outcome, facts, after]);
        expect(
          show(
            plan(
              absent,
              register,
              columns.map((at) => fields[at] ?? ""),
            ),
          ),
        ).toEqual(show(plan(blanked, register)));
      },
    ),
    run,
  );
});

it("an update keeps every fact that its row leaves blank", () => {
  fc.assert(
    fc.property(fileOf(12), fileOf(12), (before, file) => {
      const register = write([], plan(before, []));
      for (const { facts, target, after } of plan(file, register)) {
        if (!facts || !target || !after) continue;
        for (const key of ["creditCode", "licenceNumber", "address", "size", "openedOn"] as const) {
          if (facts[key] === undefined) expect(after.facts[key]).toBe(target[key]);
        }
      }
    }),
    run,
  );
});

it("decisions keep the five counts summing and found no licence twice", () => {
  fc.assert(
    fc.property(
      fileOf(10),
      fileOf(10),
      fc.infiniteStream(fc.constantFrom("create", "update", "refuse")),
      (before, file, kinds) => {
        const register = write([], plan(before, []));
        let rows = plan(file, register);
        for (const held of rows.filter(({ outcome }) => outcome === "held")) {
          const kind = kinds.next().value as "create" | "update" | "refuse";
          const decision = kind === "update" ? { kind, target: held.candidates[0]?.id ?? "none" } : { kind };
          const decided = decideHeldRow({ row: held, rows, decision, importedOn: importedOn as PlainDate });
          if (!decided.ok) continue;
          rows = rows.map((row) => (row.row === held.row ? decided.value : row));
          expect(decided.value.outcome).toBe(
            kind === "create" ? "created" : kind === "update" ? "updated" : "refused",
          );
        }
        const counts = Object.values(countOutcomes(rows)).reduce((sum, count) => sum + count, 0);
        expect(counts).toBe(file.length);
        const licences = write(register, rows).flatMap(({ licenceNumber }) =>
          licenceNumber === null ? [] : [licenceNumber],
        );
        expect(new Set(licences).size).toBe(licences.length);
      },
    ),
    run,
  );
});
