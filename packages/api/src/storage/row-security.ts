// The second wall: row-level security of the database, bound for one transaction by settings that say who asks. The
// policies stand in the migration `0002_row_security`; a statement under the role `shian_person` without settings sees
// nothing, and so does one under settings that reach nothing.
import type { Reach, Role, TerritoryTree } from "@shian/domain";
import { countryCode, findPrefixParent } from "@shian/domain";
import { type SQL, sql } from "drizzle-orm";
import type { Db, RowSettings } from "./database.js";

/** The database role of persons; it owns nothing and passes no policy. */
const PERSON_ROLE = "shian_person";

/** What the policies know of who asks. */
export type RowAccess = {
  readonly personId: string;
  readonly roles: readonly Role[];
  readonly reach: Reach;
  /** Establishments reached by name: a business's own, an official's and those of a stand-in. */
  readonly named: readonly string[];
};

/**
 * The reach as prefixes of place codes: `+990106` is in, `-990106001003` is out again, the longest that fits decides.
 * Places that do not lie where their code says (taken over, merged away, moved by a split) stand beside those that do,
 * and so does what lies below a code that is itself listed. The code of a zone is no prefix of anything: it fits itself.
 */
export function toPrefixes(territories: readonly string[], tree: TerritoryTree): readonly string[] {
  if (territories.includes(countryCode)) return ["+"];
  const moved = new Set<string>();
  for (const { code, parent, takesOver = [] } of tree.nodes) {
    for (const taken of takesOver) moved.add(taken);
    if (parent !== null && parent !== findPrefixParent(code)) moved.add(code);
  }
  const others = [...moved].filter((code) => !territories.includes(code));
  const isIn = (code: string) => territories.some((territory) => tree.contains(territory, code));
  const within = [...territories, ...others.filter(isIn)];
  const without = others.filter((code) => !isIn(code) && within.some((above) => code.startsWith(above)));
  return [...within.map((code) => `+${code}`), ...without.map((code) => `-${code}`)];
}

/**
 * The prefixes as one pattern, in the language that PostgreSQL and JavaScript share: a place is in when one of those that
 * are in begins it and none behind that one puts it out again. Nothing in gives the empty text, which reaches nothing.
 */
export function toReachPattern(prefixes: readonly string[]): string {
  const toLiteral = (code: string) => code.replace(/[^0-9A-Za-z]/g, "\\$&");
  const within = prefixes.filter((entry) => entry.startsWith("+")).map((entry) => entry.slice(1));
  const without = prefixes.filter((entry) => entry.startsWith("-")).map((entry) => entry.slice(1));
  const alternatives = within.map((code) => {
    if (/^[A-Z]/.test(code)) return `${toLiteral(code)}$`;
    const behind = without
      .filter((out) => out.startsWith(code))
      .map((out) => toLiteral(out.slice(code.length)));
    return behind.length === 0 ? toLiteral(code) : `${toLiteral(code)}(?!${behind.join("|")})`;
  });
  return alternatives.length === 0 ? "" : `^(?:${alternatives.join("|")})`;
}

// Every request of everybody with the same territories needs the same pattern, and a tree never changes.
const patterns = new WeakMap<TerritoryTree, Map<string, string>>();

function findPattern(territories: readonly string[], tree: TerritoryTree): string {
  const ofTree = patterns.get(tree) ?? new Map<string, string>();
  patterns.set(tree, ofTree);
  const key = territories.join(",");
  const pattern = ofTree.get(key) ?? toReachPattern(toPrefixes(territories, tree));
  ofTree.set(key, pattern);
  return pattern;
}

/** The settings of a transaction for who asks. */
export const toRowSettings = (
  { personId, roles, reach, named }: RowAccess,
  tree: TerritoryTree,
): RowSettings => ({
  "shian.person": personId,
  "shian.roles": roles.join(","),
  "shian.reach": findPattern(reach.territories, tree),
  "shian.named": named.join(","),
  "shian.officials": reach.officials.join(","),
  "shian.unplaced": reach.unplaced || reach.territories.includes(countryCode) ? "on" : "off",
});

/** What is set for a transaction of who asks, under the persons' role where there is one. */
export const toBoundSettings = (settings: RowSettings, canSwitchRole: boolean): RowSettings => ({
  ...settings,
  // Everything is bound under the role from the first moment, so a setting left empty shows nothing.
  "shian.bound": "on",
  ...(canSwitchRole ? { role: PERSON_ROLE } : {}),
});

/** One statement that binds the settings until the transaction ends. */
export function bindStatement(settings: RowSettings, canSwitchRole: boolean): SQL {
  const calls = Object.entries(toBoundSettings(settings, canSwitchRole)).map(
    ([name, value]) => sql`set_config(${name}, ${value}, true)`,
  );
  return sql`select ${sql.join(calls, sql`, `)}`;
}

/**
 * Runs `work` in a running change as the product itself, which sees every row, and binds the change again. For what a
 * rule must know, or carry out, whole whoever asks; nothing of it may be answered but what who asks may see.
 */
export async function runUnbound<T>(db: Db, canSwitchRole: boolean, work: () => Promise<T>): Promise<T> {
  await db.execute(sql`select set_config('role', 'none', true), set_config('shian.bound', 'off', true)`);
  const result = await work();
  await db.execute(bindStatement({}, canSwitchRole));
  return result;
}
