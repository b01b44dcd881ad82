// The coverage matrix as a file: one row for each territory × grade, with the counts that the page shows.
import { label, listCoverageRows, ok, type PlainDate, parsePeriod, type Result } from "@shian/domain";
import type { Call } from "../../deps.js";
import { writeCsv, writeXlsx } from "../../documents/write-spreadsheet.js";
import type { DownloadFile } from "../import/error-file.service.js";
import { measureCoverageOf } from "./visit.service.js";

const counts = ["registered", "due", "done", "notDone", "waived", "atRisk", "short"] as const;

export async function exportCoverage(
  call: Call,
  input: {
    readonly period: string | undefined;
    readonly asOf: PlainDate | undefined;
    readonly knownOn: PlainDate | undefined;
    readonly territory: string | undefined;
    readonly format: "xlsx" | "csv";
  },
): Promise<Result<DownloadFile>> {
  const period = input.period === undefined ? undefined : parsePeriod(input.period);
  if (period !== undefined && !period.ok) return period;
  const measured = await measureCoverageOf(call, {
    asOf: input.asOf,
    knownOn: input.knownOn,
    territory: input.territory,
    period: period?.value,
  });
  if (!measured.ok) return measured;
  const coverage = measured.value;
  const names = new Map(coverage.territories.map(({ key, name }) => [key, name]));
  const text = (key: string) => label(key, call.locale);
  const sheetName = text("coverage/title");
  const table = {
    sheetName,
    headers: [
      text("coverage/period"),
      text("coverage/as-of"),
      text("territory/field-code"),
      text("territory/field-name"),
      text("pairing-grade"),
      ...counts.map((count) => text(`coverage/${count}`)),
    ],
    rows: listCoverageRows({ coverage, by: ["territory", "grade"] }).map((row) => [
      coverage.period,
      coverage.asOf,
      row.territory ?? "",
      names.get(row.territory ?? "") ?? "",
      row.grade ?? "",
      ...counts.map((count) => row[count]),
    ]),
  };
  const bytes = input.format === "xlsx" ? await writeXlsx(table) : await writeCsv(table);
  return ok({ name: `${sheetName}-${coverage.period}.${input.format}`, bytes });
}
