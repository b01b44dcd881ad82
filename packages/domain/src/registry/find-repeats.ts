// Decides which rows of one file are the same establishment, or share a code so that a person must say. Rows are looked
// at together, never in their order, so moving a row changes nothing.
// Source: rules §1 "two rows of one file with one identity", "a code that fits several" (certain). Ours: rows of one code
// without a licence are one when name or address agree, else open; rows with licences of their own are apart.
import { type Problem, problem } from "../kernel/result.js";
import { type Identity, toPremisesKey } from "./find-identity.js";
import { foldName } from "./fold-name.js";
import type { RegistryProblemCode } from "./registry.problem.js";
import type { RegisterRow } from "./row-facts.js";

/** A row and the establishment that it was found to mean. */
export type IdentifiedRow = { readonly row: RegisterRow; readonly identity: Identity };

type Reasons = ReadonlyMap<number, Problem<RegistryProblemCode>>;

const MOST_NAMED = 5;

function addTo<K>(groups: Map<K, IdentifiedRow[]>, key: K | undefined, row: IdentifiedRow): void {
  if (key === undefined) return;
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [row]);
  else group.push(row);
}

/** The other rows of the group, for the sentence; long groups are cut. */
function nameOthers(group: readonly IdentifiedRow[], own: number): string {
  const others: number[] = [];
  for (const { row } of group) {
    if (row.row !== own) others.push(row.row);
    if (others.length > MOST_NAMED) break;
  }
  const named = others.slice(0, MOST_NAMED).join("、");
  return others.length > MOST_NAMED ? `${named}…` : named;
}

function markSame(reasons: Map<number, Problem<RegistryProblemCode>>, group: readonly IdentifiedRow[]): void {
  if (group.length < 2) return;
  for (const { row } of group) {
    if (!reasons.has(row.row)) {
      reasons.set(row.row, problem("registry/same-identity", { rows: nameOthers(group, row.row) }));
    }
  }
}

const isWithoutLicence = ({ row }: IdentifiedRow): boolean => row.facts.licenceNumber === undefined;

/** Rows of one code that nothing else tells apart. */
function markSameCode(
  reasons: Map<number, Problem<RegistryProblemCode>>,
  group: readonly IdentifiedRow[],
): void {
  if (!group.some(isWithoutLicence)) return;
  const alike = new Map<string, IdentifiedRow[]>();
  for (const identified of group) {
    const { name, address } = identified.row.facts;
    addTo(alike, `name ${foldName(name)}`, identified);
    addTo(alike, address === undefined ? undefined : `address ${foldName(address)}`, identified);
  }
  for (const rows of alike.values()) if (rows.some(isWithoutLicence)) markSame(reasons, rows);
  for (const identified of group) {
    const { row, facts } = identified.row;
    if (isWithoutLicence(identified) && !reasons.has(row)) {
      reasons.set(row, problem("registry/code-fits-several", { code: facts.creditCode ?? "" }));
    }
  }
}

/**
 * The reason to hold a row for what stands in other rows of the file, by row number; rows without one are absent. Rows
 * that mean one establishment of the register, carry one licence number, or agree in name, address and village, are the
 * same. `byCode` holds the rows of each credit code.
 *
 * @example
 * const row = (row, name) => ({ row: { row, facts: { name, creditCode: "91350100M000100Y43" }, holds: [], notices: [] }, identity: { kind: "new" } });
 * const rows = [row(2, "面馆"), row(3, "面 馆"), row(4, "粮油")];
 * const reasons = findRepeats({ rows, byCode: new Map([["91350100M000100Y43", rows]]) });
 * [...reasons.values()].map((reason) => reason.code); // => ["registry/same-identity", "registry/same-identity", "registry/code-fits-several"]
 */
export function findRepeats({
  rows,
  byCode,
}: {
  readonly rows: readonly IdentifiedRow[];
  readonly byCode: ReadonlyMap<string, readonly IdentifiedRow[]>;
}): Reasons {
  const reasons = new Map<number, Problem<RegistryProblemCode>>();
  const same = new Map<string, IdentifiedRow[]>();
  for (const identified of rows) {
    const { facts } = identified.row;
    if (identified.identity.kind === "known")
      addTo(same, `id ${identified.identity.establishment.id}`, identified);
    addTo(same, facts.licenceNumber, identified);
    addTo(same, toPremisesKey(facts), identified);
  }
  for (const group of same.values()) markSame(reasons, group);
  for (const group of byCode.values()) {
    if (group.length < 2) continue;
    markSameCode(
      reasons,
      group.filter(({ identity }) => identity.kind === "new"),
    );
  }
  return reasons;
}
