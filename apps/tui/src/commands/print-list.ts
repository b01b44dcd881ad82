// A list as every command prints one: page by page from the server, as a table, one JSON document, JSON lines or CSV.
import type { Problem, Result } from "@shian/domain";
import { type ExitCode, exitCodes } from "../output/exit-code.js";
import { csvStart, formatCsvRow } from "../output/format-csv.js";
import { formatTable, type TableColumn } from "../output/format-table.js";
import { type Call, findOption } from "./command.js";
import { reportProblems } from "./report.js";

export type ListPage<Row> = {
  readonly rows: readonly Row[];
  readonly next: string | null;
  readonly total: number;
};

/** A column of a list for people and spreadsheets; `csv` where the plain value differs from what people see. */
export type ListColumn<Row> = TableColumn & {
  readonly cell: (row: Row) => string;
  readonly csv?: (row: Row) => string | number | null;
  /** Stands in the CSV only. */
  readonly csvOnly?: boolean;
};

const MOST_PER_PAGE = 500;
const ROWS_ON_TERMINAL = 50;

/** Prints the list; stdout gets whole rows only, and what was left out is said on stderr. */
export async function printList<Row, Page extends ListPage<Row>>(
  call: Call,
  options: {
    readonly fetchPage: (page: { readonly limit: number; readonly cursor?: string }) => Promise<Result<Page>>;
    readonly columns: readonly ListColumn<Row>[];
  },
): Promise<ExitCode> {
  const asked = findOption(call, "limit");
  const unlimited =
    call.options.has("all") || (asked === undefined && (!call.outIsTerminal || call.format !== undefined));
  const limit = asked !== undefined ? Number(asked) : unlimited ? Number.POSITIVE_INFINITY : ROWS_ON_TERMINAL;
  const rows: Row[] = [];
  let first: Page | undefined;
  let cursor: string | null | undefined;
  let count = 0;
  let problems: readonly Problem[] = [];
  while (count < limit && cursor !== null) {
    const answer: Result<Page> = await options.fetchPage({
      limit: Math.min(MOST_PER_PAGE, limit - count),
      ...(cursor === undefined ? {} : { cursor }),
    });
    if (!answer.ok) {
      problems = answer.problems;
      break;
    }
    const page = answer.value;
    first ??= page;
    cursor = page.next;
    count += page.rows.length;
    if (call.format === "ndjson")
      for (const row of page.rows) await call.out.write(`${JSON.stringify(row)}\n`);
    else rows.push(...page.rows);
    if (page.rows.length === 0) break;
  }
  if (problems.length > 0 || first === undefined) return reportProblems(call, problems);
  if (call.format === "json")
    await call.out.write(`${JSON.stringify({ ...first, rows, next: cursor ?? null })}\n`);
  else if (call.format === "csv") {
    await call.out.write(csvStart + formatCsvRow(options.columns.map((column) => column.title)));
    for (const row of rows)
      await call.out.write(formatCsvRow(options.columns.map((column) => (column.csv ?? column.cell)(row))));
  } else if (call.format === undefined) {
    const columns = options.columns.filter((column) => !column.csvOnly);
    await call.out.write(
      formatTable(
        columns,
        rows.map((row) => columns.map((column) => column.cell(row))),
      ),
    );
    if (!call.options.has("quiet"))
      await call.err.write(`${call.t("list.count", { shown: rows.length, total: first.total })}\n`);
  }
  return exitCodes.answer;
}
