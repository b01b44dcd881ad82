// What the plans of the three kinds of sheets have in common: whom a row means, which rows are entered, what is told of each.
import {
  createMeantFinder,
  type FactCells,
  type FactKind,
  type FactProblem,
  type Known,
  listFactFields,
  type PlannedFact,
  type ReadFactRow,
  type Result,
  readFactRows,
} from "@shian/domain";
import type { Picture } from "../picture/picture.js";
import type { ReadSheet, ShownFact } from "./fact-kind.js";

/** What the establishments that who asks reaches are known by. */
const toKnown = ({ establishments }: Picture): readonly Known[] =>
  establishments.map(({ facts: { id, name, creditCode, licenceNumber, furtherLicences, address } }) => ({
    id,
    name,
    creditCode,
    licenceNumber,
    furtherLicences,
    address,
  }));

/** Every row of a sheet of the kind, with the establishment that it means and its fact as `read` takes it. */
export function readRows<K extends FactKind, R>(
  kind: K,
  { headers, columns, rows }: ReadSheet,
  picture: Picture,
  read: (cells: FactCells<K>) => Result<R, FactProblem>,
): readonly ReadFactRow<Known, R>[] {
  const fields = listFactFields(kind);
  return readFactRows({
    headers,
    columns: columns.map((column) => fields.find((field) => field === column) ?? null),
    rows,
    read,
    findMeant: createMeantFinder(toKnown(picture)),
  });
}

type Taken<F> = { readonly row: number; readonly establishment: string; readonly fact: F };

/** The rows that are entered: what is new, and what replaces what stands. */
export const listTaken = <F>(planned: readonly PlannedFact<Known, F>[]): readonly Taken<F>[] =>
  planned.flatMap(({ row, outcome, establishment, fact }) =>
    (outcome === "new" || outcome === "replaces") && establishment !== null && fact !== null
      ? [{ row, establishment: establishment.id, fact }]
      : [],
  );

/** Every row as it is shown; `say` gives what the sheet says of it and what stands, in the asker's words. */
export const toShown = <F>(
  planned: readonly PlannedFact<Known, F>[],
  say: (row: PlannedFact<Known, F>) => Pick<ShownFact, "says" | "before">,
): readonly ShownFact[] =>
  planned.map((one) => ({
    row: one.row,
    outcome: one.outcome,
    establishment: one.establishment?.id ?? null,
    name: one.name,
    ...say(one),
    problems: one.problems,
  }));
