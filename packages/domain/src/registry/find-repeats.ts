// Decides which rows of one file are the same establishment, or share a code so that a person must say. Rows are looked
// at together, never in their order, so moving a row changes nothing.
// Source: rules §1 "two rows of one file with one identity", "a code that fits several" (certain). Ours: rows of one code
// without a licence are one when name or address agree, else open; rows with licences of their own are apart.
import { type Problem, problem } from "../kernel/result.js";
import { type Identity, toPremisesKey } from "./find-identity.js";
import { foldName } from "./fold-name.js";
import type { RegistryProblemCode } from "./registry.problem.js";
import type { RegisterRow } from "./row-facts.js";

type Reasons = ReadonlyMap<number, Problem<RegistryProblemCode>>;

/** The rows that were read and, by position, the establishment that each was found to mean. */
export type IdentifiedRows = {
  readonly rows: readonly RegisterRow[];
  readonly identities: readonly Identity[];
};

const MOST_NAMED = 5;

/** Positions of rows by a key; only keys that two rows share ever get a group, since hardly any do. */
class SharedKeys {
  private readonly first = new Map<string, number>();
  private readonly groups = new Map<string, number[]>();

  add(key: string | undefined, at: number): void {
    if (key === undefined) return;
    const first = this.first.get(key);
    if (first === undefined) {
      this.first.set(key, at);
      return;
    }
    const group = this.groups.get(key);
    if (group === undefined) this.groups.set(key, [first, at]);
    else group.push(at);
  }

  listGroups(): Iterable<readonly number[]> {
    return this.groups.values();
  }
}

/** Marks rows by their numbers; the first reason that a row gets stays. */
class RepeatMarker {
  readonly reasons = new Map<number, Problem<RegistryProblemCode>>();

  constructor(readonly rows: readonly RegisterRow[]) {}

  /** The other rows of the group, for the sentence; long groups are cut. */
  private nameOthers(group: readonly number[], own: number): string {
    const others: number[] = [];
    for (const at of group) {
      const row = this.rows[at]?.row;
      if (at !== own && row !== undefined) others.push(row);
      if (others.length > MOST_NAMED) break;
    }
    const named = others.slice(0, MOST_NAMED).join("、");
    return others.length > MOST_NAMED ? `${named}…` : named;
  }

  markSame(group: readonly number[]): void {
    for (const at of group) {
      this.mark(at, () => problem("registry/same-identity", { rows: this.nameOthers(group, at) }));
    }
  }

  mark(at: number, toReason: () => Problem<RegistryProblemCode>): void {
    const row = this.rows[at]?.row;
    if (row !== undefined && !this.reasons.has(row)) this.reasons.set(row, toReason());
  }

  /** Rows of one code that nothing else tells apart. */
  markSameCode(group: readonly number[], code: string): void {
    const isWithoutLicence = (at: number): boolean => this.rows[at]?.facts.licenceNumber === undefined;
    const alike = new SharedKeys();
    for (const at of group) {
      const facts = this.rows[at]?.facts;
      if (facts === undefined) continue;
      alike.add(`name ${foldName(facts.name)}`, at);
      alike.add(facts.address === undefined ? undefined : `address ${foldName(facts.address)}`, at);
    }
    for (const rows of alike.listGroups()) if (rows.some(isWithoutLicence)) this.markSame(rows);
    for (const at of group) {
      if (isWithoutLicence(at)) this.mark(at, () => problem("registry/code-fits-several", { code }));
    }
  }
}

/**
 * The reason to hold a row for what stands in other rows of the file, by row number; rows without one are absent. Rows
 * that mean one establishment of the register, carry one licence number, or agree in name, address and village, are the
 * same; so are rows of one code without a licence whose name or address agrees, and if neither does the code fits several.
 *
 * @example
 * const row = (row, name) => ({ row, facts: { name, creditCode: "91350100M000100Y43" }, holds: [], notices: [] });
 * const rows = [row(2, "面馆"), row(3, "面 馆"), row(4, "粮油")];
 * const reasons = findRepeats({ rows, identities: rows.map(() => ({ kind: "new" })) });
 * [...reasons.values()].map((reason) => reason.code); // => ["registry/same-identity", "registry/same-identity", "registry/code-fits-several"]
 */
export function findRepeats({ rows, identities }: IdentifiedRows): Reasons {
  const marker = new RepeatMarker(rows);
  const same = new SharedKeys();
  const codes = new SharedKeys();
  const names = new SharedKeys();
  rows.forEach(({ facts }, at) => {
    const identity = identities[at];
    if (identity?.kind === "known") same.add(`id ${identity.establishment.id}`, at);
    else if (identity?.kind === "new") codes.add(facts.creditCode, at);
    same.add(facts.licenceNumber, at);
    if (facts.address !== undefined) names.add(foldName(facts.name), at);
  });
  // Only rows of one name can agree in name, address and village: no others are compared.
  for (const group of names.listGroups()) {
    for (const at of group) same.add(rows[at] && toPremisesKey(rows[at].facts), at);
  }
  for (const group of same.listGroups()) marker.markSame(group);
  for (const group of codes.listGroups()) {
    const code = rows[group[0] ?? 0]?.facts.creditCode ?? "";
    marker.markSameCode(group, code);
  }
  return marker.reasons;
}
