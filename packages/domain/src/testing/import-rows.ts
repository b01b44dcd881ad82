// Builders for the tests of the register's import: rows that give few facts, establishments founded from them.
import { toPlainDate } from "../kernel/plain-date.js";
import { toNewEstablishment } from "../registry/diff-facts.js";
import type { Establishment } from "../registry/establishment.schema.js";
import { type MergedRow, mergeImport, type ReadRow } from "../registry/merge-import.js";
import type { RowFacts, RowProblem } from "../registry/row-facts.js";

/** Two codes and two licence numbers that check. */
export const X = "91350100M000100Y43";
export const Y = "914403003429409755";
export const L1 = "SC10741018302531";
export const L2 = "SC10744030704994";

/** The day of every import. */
export const importedOn = toPlainDate("2026-11-24");

/** A row that gives nothing. */
export const noFacts: RowFacts = {
  name: "",
  creditCode: undefined,
  licenceNumber: undefined,
  form: undefined,
  size: undefined,
  diners: undefined,
  attention: undefined,
  place: undefined,
  placeText: undefined,
  address: undefined,
  openedOn: undefined,
  licenceIssuedOn: undefined,
  licenceExpiresOn: undefined,
  personInCharge: undefined,
  foodSafetyDirector: undefined,
  foodSafetyOfficers: undefined,
  contactMobile: undefined,
  state: undefined,
  registrationNumber: undefined,
  employees: undefined,
  revenue: undefined,
  floorArea: undefined,
  latitude: undefined,
  longitude: undefined,
  coordinates: undefined,
};
/** The facts that a row of a test gives. */
export type Given = Partial<RowFacts>;

/** An establishment founded by such a row on the day of the import. */
export const establishment = (id: string, given: Given, more: Partial<Establishment> = {}): Establishment => {
  const { facts, state, stateSince } = toNewEstablishment({
    given: { ...noFacts, ...given },
    importedOn: importedOn,
  });
  return { id, ...facts, state, stateSince, version: 1, ...more };
};
/** A row that was read, with what holds it. */
export const readRow = (row: number, given: Given, holds: RowProblem[] = []): ReadRow => ({
  row,
  facts: { ...noFacts, ...given },
  holds,
  notices: [],
});
/** The rows merged into the register, numbered from 2. */
export const merge = (register: Establishment[], ...given: Given[]): readonly MergedRow[] =>
  mergeImport({ rows: given.map((facts, at) => readRow(at + 2, facts)), register, importedOn: importedOn });
/** Outcome, target, codes of reasons and `?candidates` of each row as one line. */
export const show = (rows: readonly MergedRow[]): string[] =>
  rows.map(({ outcome, target, problems, candidates }) =>
    [
      outcome,
      target?.id,
      ...problems.map((reason) => reason.code),
      ...candidates.map((candidate) => `?${candidate.id}`),
    ]
      .filter((part) => part !== undefined)
      .join(" "),
  );

/** Name, address and village of one shop. */
export const shop = { name: "老槐树面馆", address: "槐荫路1号", place: "990106001003" };
