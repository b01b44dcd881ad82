// The coverage table as flat rows, for pipes and spreadsheets (`shian coverage --json`). Source: terminal design.
import type { GradeLetter } from "../grading/grade.schema.js";
import type { Coverage, CoverageCell, CoverageRow } from "./coverage.schema.js";

/** What one flat row is about. */
export type CoverageBy = "territory" | "official" | "grade";

/** Counts with the keys they are for; `official` is null for nobody, `grade` null for ungraded ones. */
export type FlatCoverageRow = {
  readonly territory?: string;
  readonly official?: string | null;
  readonly grade?: GradeLetter | null;
} & CoverageCell;

const letters = ["A", "B", "C", "D", "none"] as const;

/**
 * The counts row by row: by territory or official, by grade, or by one of the two × grade; rows where nothing is
 * registered are left out. By nothing there is one row, the total.
 *
 * @example
 * const tree = createTerritoryTree({ nodes: [], asOf: "2026-12-18" });
 * const day = "2026-12-18";
 * const coverage = composeCoverage({ duties: [], period: "2026Q4", asOf: day, knownOn: day, territory: { code: "99", name: "" }, territories: [], tree });
 * listCoverageRows({ coverage, by: ["territory", "grade"] }); // => []
 */
export function listCoverageRows(input: {
  readonly coverage: Coverage;
  readonly by: readonly CoverageBy[];
}): readonly FlatCoverageRow[] {
  const { coverage, by } = input;
  const keyed: { readonly key: object; readonly row: CoverageRow }[] = by.includes("official")
    ? coverage.officials.map((row) => ({ key: { official: row.key === "" ? null : row.key }, row }))
    : by.includes("territory")
      ? coverage.territories.map((row) => ({ key: { territory: row.key }, row }))
      : [{ key: {}, row: coverage.total }];
  if (!by.includes("grade")) return keyed.map(({ key, row }) => ({ ...key, ...row.total }));
  return keyed.flatMap(({ key, row }) =>
    letters
      .filter((letter) => row.grades[letter].registered > 0)
      .map((letter) => ({ ...key, grade: letter === "none" ? null : letter, ...row.grades[letter] })),
  );
}
