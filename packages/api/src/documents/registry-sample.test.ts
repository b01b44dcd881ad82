// The real sample through the readers, the import's rules and the error file, without a database: the same numbers must
// come out of the product's import.
import {
  applyCorrections,
  type Establishment,
  findAfter,
  findRegisterField,
  formatRowProblem,
  guessMapping,
  type MergedRow,
  planRegisterImport,
  reasonHeaders,
  type SheetRow,
  toImportAnswer,
  toPlainDate,
} from "@shian/domain";
import { describe, expect, it } from "vitest";
import {
  buildRegistrySampleXlsx,
  hasRegistrySample,
  listRegistrySampleRows,
  readRegistrySample,
} from "../testing/registry-sample-xlsx.js";
import { parseInWorker } from "./parse-in-worker.js";
import type { SpreadsheetInspection } from "./read-spreadsheet.js";
import { writeErrorFile } from "./write-error-file.js";

const hasSample = hasRegistrySample();
if (!hasSample)
  console.log("SKIPPED: ../shared/data/registry-real-sample.csv is absent, the real sample was not imported");

const importedOn = toPlainDate("2026-11-24");

type Imported = { inspection: SpreadsheetInspection; rows: SheetRow[]; merged: readonly MergedRow[] };

async function importFile(bytes: Uint8Array, register: readonly Establishment[]): Promise<Imported> {
  const rows: SheetRow[] = [];
  const inspection = await parseInWorker({
    bytes,
    recognise: (text) => findRegisterField(text) !== undefined,
    onRows: (batch) => {
      rows.push(...batch);
    },
  });
  if (!inspection.ok) throw new Error(inspection.problems[0]?.code);
  const { headers, sample } = inspection.value;
  const guesses = guessMapping({ headers, sample: sample.map((row) => row.cells) });
  const mapping = applyCorrections({ guesses, corrections: {} });
  if (!mapping.ok) throw new Error(mapping.problems[0]?.code);
  const plan = planRegisterImport({ headers, rows, mapping: mapping.value, register, importedOn });
  if (!plan.ok) throw new Error(plan.problems[0]?.code);
  return { inspection: inspection.value, rows, merged: plan.value };
}

const count = (merged: readonly MergedRow[]) => {
  const { problems: _, ...counts } = toImportAnswer({ rows: merged, locale: "zh-CN" });
  return counts;
};

const write = (register: readonly Establishment[], merged: readonly MergedRow[]): Establishment[] => [
  ...register,
  ...merged.flatMap((row, at) => {
    const after = row.target ? undefined : findAfter({ row, importedOn });
    if (!after) return [];
    return [
      {
        id: `n${register.length} ${at}`,
        ...after.facts,
        state: after.state,
        stateSince: after.stateSince,
        version: 1,
      },
    ];
  }),
];

describe.skipIf(!hasSample)("the sample of 1,180 real firms", () => {
  it("as CSV: all created, then all unchanged", async () => {
    const first = await importFile(readRegistrySample(), []);
    expect(count(first.merged)).toEqual({
      rows: 1180,
      created: 1180,
      updated: 0,
      unchanged: 0,
      held: 0,
      refused: 0,
    });
    const again = await importFile(readRegistrySample(), write([], first.merged));
    expect(count(again.merged)).toEqual({
      rows: 1180,
      created: 0,
      updated: 0,
      unchanged: 1180,
      held: 0,
      refused: 0,
    });
  });

  it("as xlsx with a title, merged header and codes that became numbers: 301 held; the error file mended: 301 created", async () => {
    const { bytes, numbers } = await buildRegistrySampleXlsx();
    expect(numbers).toBe(301);
    const { inspection, rows, merged } = await importFile(bytes, []);
    expect(inspection.headerRow).toBe(3);
    expect(count(merged)).toEqual({
      rows: 1180,
      created: 879,
      updated: 0,
      unchanged: 0,
      held: 301,
      refused: 0,
    });
    const held = merged.filter(({ outcome }) => outcome === "held");
    expect(new Set(held.map(({ problems }) => problems.map(({ code }) => code).join()))).toEqual(
      new Set(["credit-code/spreadsheet-number"]),
    );
    expect(held[0]?.problems[0]?.column).toBe("统一社会信用代码");

    const rowOf = new Map(rows.map((row) => [row.row, row]));
    const errors = held.map(({ row, problems }) => ({
      row: rowOf.get(row) ?? { row, cells: [], kinds: null },
      reason: problems.map((reason) => formatRowProblem(reason, "zh-CN")).join(" "),
    }));
    const codes = new Map(
      listRegistrySampleRows().map(([code = "", name = ""]) => [name.replace(/[()]/g, ""), code]),
    );
    const mend = (cells: readonly string[]): string[] =>
      cells.map((cell) =>
        /E\+17$/.test(cell) ? (codes.get((cells[2] ?? "").replace(/[（）]/g, "")) ?? "") : cell,
      );
    const file = {
      headers: inspection.headers,
      reasonHeader: reasonHeaders["zh-CN"],
      sheetName: "错误",
      format: "xlsx",
    } as const;

    // Sent in again as it is, it is held again: nothing of a lost code can look whole.
    const unmended = await importFile(await writeErrorFile({ ...file, rows: errors }), []);
    expect(count(unmended.merged)).toMatchObject({ rows: 301, held: 301 });
    expect(unmended.inspection.headers.at(-1)).toBe("原因");

    const mended = errors.map(({ row, reason }) => ({ row: { ...row, cells: mend(row.cells) }, reason }));
    const second = await importFile(await writeErrorFile({ ...file, rows: mended }), write([], merged));
    expect(count(second.merged)).toEqual({
      rows: 301,
      created: 301,
      updated: 0,
      unchanged: 0,
      held: 0,
      refused: 0,
    });
    const whole = await importFile(readRegistrySample(), write(write([], merged), second.merged));
    expect(count(whole.merged)).toEqual({
      rows: 1180,
      created: 0,
      updated: 0,
      unchanged: 1180,
      held: 0,
      refused: 0,
    });
  });
});
