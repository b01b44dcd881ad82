// Decides whether a person may settle a held row in the way chosen, and what the row becomes: created, updated or
// refused at once, so that the five counts still sum to the rows.
// Source: issue "First": "A decision moves a held row at once to created, updated or refused" (certain).
import { ok, type Problem, problem, type Result, refuse } from "../kernel/result.js";
import { type MergedRow, type MergeScope, settleRow } from "./merge-import.js";
import type { RegistryProblemCode } from "./registry.problem.js";

/** What a person decides about a held row; `target` is the id of one of its candidates. */
export type ImportDecision =
  | { readonly kind: "create" }
  | { readonly kind: "update"; readonly target: string }
  | { readonly kind: "refuse" };

type Decided = Result<MergedRow, Problem<RegistryProblemCode>>;

/** Another row of the file already founds an establishment with the licence, or changes the target. */
function isTaken(row: MergedRow, decision: ImportDecision, rows: readonly MergedRow[]): boolean {
  const licence = row.facts?.licenceNumber;
  return rows.some((other) => {
    if (other.row === row.row || (other.outcome !== "created" && other.outcome !== "updated")) return false;
    if (decision.kind === "update") return other.target?.id === decision.target;
    return licence !== undefined && other.facts?.licenceNumber === licence;
  });
}

/**
 * The row after the decision. Created: a code whose check failed is taken as it stands, a damaged one is left out.
 * Updated: the facts that the row gives go to the target, even where nothing differs. Refused keeps the reasons.
 * A refusal where the row is not held (`registry/decision-not-held`), may not be decided so or another row took the same
 * licence or target (`registry/decision-not-allowed`), or the target is no candidate. `rows` are all rows of the import.
 *
 * @example
 * const facts = { name: "面馆" };
 * const held = { row: 2, outcome: "held", facts, problems: [], notices: [], target: null, after: null, candidates: [], decisions: ["create", "refuse"], decided: null };
 * const decide = (decision) => decideHeldRow({ row: held, rows: [held], decision, importedOn: "2026-11-24" });
 * decide({ kind: "create" }).value.outcome; // => "created"
 * decide({ kind: "update", target: "e1" }).problems[0].code; // => "registry/decision-not-allowed"
 */
export function decideHeldRow({
  row,
  rows,
  decision,
  ...scope
}: Omit<MergeScope, "register"> & {
  readonly row: MergedRow;
  readonly rows: readonly MergedRow[];
  readonly decision: ImportDecision;
}): Decided {
  const { facts } = row;
  if (row.outcome !== "held" || facts === null) return refuse("registry/decision-not-held", { row: row.row });
  if (decision.kind === "refuse") return ok({ ...row, outcome: "refused", decisions: [], decided: "refuse" });
  const notAllowed = problem("registry/decision-not-allowed", { row: row.row });
  if (!row.decisions.includes(decision.kind)) return { ok: false, problems: [notAllowed] };
  const target =
    decision.kind === "create" ? null : row.candidates.find((candidate) => candidate.id === decision.target);
  if (target === undefined) return refuse("registry/decision-target-unknown", { row: row.row });
  if (isTaken(row, decision, rows)) return { ok: false, problems: [notAllowed] };
  const settled = settleRow({ row: row.row, facts, notices: row.notices, target, scope });
  const outcome = decision.kind === "create" ? "created" : "updated";
  return ok({ ...settled, outcome, decided: decision.kind });
}
