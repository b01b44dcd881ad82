// Decides what one row of a territory file says by itself: code, name, kind, parent, first and last day, and what a
// zone takes over. Other rows are not looked at; see `parseTerritoryRows`.
// Source: rules §1 "Territory"; issue "First", `import territories` (certain).
import { toPlainDivisionCode } from "../kernel/division-code.js";
import { foldCode } from "../kernel/fold-code.js";
import type { KernelProblemCode } from "../kernel/kernel.problem.js";
import { parsePlainDate } from "../kernel/parse-plain-date.js";
import type { PlainDate } from "../kernel/plain-date.js";
import { ok, type Problem, type ProblemParams, problem, type Result, refuseAll } from "../kernel/result.js";
import { findPlaceKind, findPrefixParent } from "./place-kind.js";
import type { TerritoryProblemCode } from "./territory.problem.js";
import type { Territory, TerritoryKind } from "./territory.schema.js";

/** Fields of a territory file, in the order of its template. */
export const territoryFields = ["code", "name", "kind", "parent", "from", "to", "takesOver"] as const;
export type TerritoryField = (typeof territoryFields)[number];

/** A row as the file has it, columns mapped to fields; `row` is its number as the spreadsheet shows it. */
export type TerritorySheetRow = { readonly row: number } & {
  readonly [F in TerritoryField]?: string | undefined;
};

/** A reason why a row was refused and the field that it is about. */
export type TerritoryRowProblem = Problem<TerritoryProblemCode | KernelProblemCode> & {
  readonly field: TerritoryField;
};

/** A territory file and what it is read against. */
export type TerritoryFile = {
  readonly rows: readonly TerritorySheetRow[];
  readonly existing?: readonly Territory[] | undefined;
  readonly defaultFrom?: PlainDate | undefined;
};

/** A reason about a field of a row. */
export const territoryProblem = (
  field: TerritoryField,
  code: TerritoryProblemCode,
  params: ProblemParams = {},
): TerritoryRowProblem => ({ ...problem(code, params), field });

const LONGEST_NAME = 60;
const LIST_SEPARATOR = /[\s,，、;；]+/;

const KIND_WORDS: { readonly [word: string]: TerritoryKind } = {
  全国: "country",
  省: "province",
  省级: "province",
  市: "city",
  市级: "city",
  地级市: "city",
  区县: "county",
  县区: "county",
  区: "county",
  县: "county",
  县级: "county",
  县级市: "county",
  区县级: "county",
  乡镇街道: "township",
  镇街: "township",
  街道: "township",
  乡镇: "township",
  镇: "township",
  乡: "township",
  乡级: "township",
  村社区: "village",
  "村(社区)": "village",
  社区: "village",
  村: "village",
  村级: "village",
  网格: "grid",
  功能区: "zone",
  开发区: "zone",
  平台: "zone",
  COUNTRY: "country",
  PROVINCE: "province",
  CITY: "city",
  COUNTY: "county",
  DISTRICT: "county",
  TOWNSHIP: "township",
  STREET: "township",
  VILLAGE: "village",
  COMMUNITY: "village",
  GRID: "grid",
  ZONE: "zone",
};

const toCode = (text: string | undefined): string => toPlainDivisionCode(foldCode(text ?? "").value);

/** Everything that one row says wrong, and its parts as far as they could be read. */
class RowReader {
  readonly problems: TerritoryRowProblem[] = [];

  constructor(private readonly row: TerritorySheetRow) {}

  refuse(field: TerritoryField, code: TerritoryProblemCode, params: ProblemParams = {}): undefined {
    this.problems.push(territoryProblem(field, code, params));
    return undefined;
  }

  code(): string {
    const code = toCode(this.row.code);
    if (code === "") this.refuse("code", "territory/code-missing");
    else if (findPlaceKind(code) === undefined) this.refuse("code", "territory/code-shape", { text: code });
    return code;
  }

  name(): string {
    const name = (this.row.name ?? "").trim();
    if (name === "") this.refuse("name", "territory/name-missing");
    if (name.length > LONGEST_NAME) this.refuse("name", "territory/name-too-long", { length: name.length });
    return name;
  }

  kind(code: string): TerritoryKind | undefined {
    const byCode = findPlaceKind(code);
    const text = foldCode(this.row.kind ?? "").value;
    if (text === "") return byCode;
    const kind = KIND_WORDS[text];
    if (kind === undefined) return this.refuse("kind", "territory/kind-unknown", { text });
    if (byCode !== undefined && kind !== byCode) {
      return this.refuse("kind", "territory/kind-code-mismatch", { code, text });
    }
    return kind;
  }

  parent(code: string): string | null {
    const parent = toCode(this.row.parent);
    if (parent === "") {
      if (findPlaceKind(code) === "zone") this.refuse("parent", "territory/parent-missing");
      return findPrefixParent(code) ?? null;
    }
    if (findPlaceKind(parent) === undefined) this.refuse("parent", "territory/code-shape", { text: parent });
    return parent;
  }

  date(field: "from" | "to"): PlainDate | undefined {
    const input = (this.row[field] ?? "").trim();
    if (input === "") return undefined;
    const read = parsePlainDate({ input });
    if (read.ok) return read.value;
    this.problems.push(...read.problems.map((reason) => ({ ...reason, field })));
    return undefined;
  }

  takesOver(kind: TerritoryKind | undefined): readonly string[] {
    const codes = (this.row.takesOver ?? "").split(LIST_SEPARATOR).map(toCode).filter(Boolean);
    if (codes.length > 0 && kind !== undefined && kind !== "zone") {
      this.refuse("takesOver", "territory/takeover-not-zone");
    }
    for (const code of codes) {
      const taken = findPlaceKind(code);
      if (taken !== "village" && taken !== "grid") {
        this.refuse("takesOver", "territory/takeover-shape", { text: code });
      }
    }
    return codes;
  }
}

/**
 * The row as a node, or every reason why it is none by itself. Codes are folded and zero padding is left off; a list of
 * taken-over codes may be separated by blanks, commas or semicolons of either width. A zone must name its parent.
 *
 * @example
 * parseTerritoryRow({ row: { row: 2, code: "990106000", name: "云汀区", kind: "区县", from: "2026-01-01" } }).value; // => { code: "990106", name: "云汀区", kind: "county", parent: "9901", from: "2026-01-01" }
 * parseTerritoryRow({ row: { row: 3, name: "望澜街道" } }).problems.map((reason) => reason.code); // => ["territory/code-missing", "territory/from-missing"]
 */
export function parseTerritoryRow({
  row,
  defaultFrom,
}: {
  readonly row: TerritorySheetRow;
  readonly defaultFrom?: PlainDate | undefined;
}): Result<Territory, TerritoryRowProblem> {
  const reader = new RowReader(row);
  const code = reader.code();
  const name = reader.name();
  const kind = reader.kind(code);
  const parent = reader.parent(code);
  const isFromBlank = (row.from ?? "").trim() === "";
  if (isFromBlank && defaultFrom === undefined) reader.refuse("from", "territory/from-missing");
  const from = isFromBlank ? defaultFrom : reader.date("from");
  const to = reader.date("to");
  if (from !== undefined && to !== undefined && to <= from) {
    reader.refuse("to", "territory/dates-order", { from, to });
  }
  const takesOver = reader.takesOver(kind);
  if (reader.problems.length > 0 || kind === undefined || from === undefined)
    return refuseAll(reader.problems);
  return ok({
    code,
    name,
    kind,
    parent,
    from,
    ...(to === undefined ? {} : { to }),
    ...(takesOver.length === 0 ? {} : { takesOver: [...takesOver] }),
  });
}
