// Decides which saved mapping fits a file: the one whose columns the file has. Headers are compared as the import knows
// them, without blanks, width and case.
// Source: ours; issue "Third", saved mappings proposed automatically when the headers match.

import type { ImportMapping } from "./import.schema.js";
import { normaliseHeader } from "./import-columns.js";

/** How well a saved mapping fits: every column the same, or so many of its read columns are there. */
export type MappingFit = "exact" | "partial";

/** A saved mapping as it would be taken for a file. */
export type ProposedMapping<Saved> = {
  readonly saved: Saved;
  readonly fit: MappingFit;
  /** Header of the file → field. */
  readonly mapping: ImportMapping;
  /** Columns that the mapping reads and the file lacks. */
  readonly missing: readonly string[];
  /** Columns of the file that the mapping does not know. */
  readonly added: readonly string[];
};

/** Of the columns that a mapping reads, so many must be in the file for it to be proposed; in per cent. */
const LEAST_SHARE = 60;

/**
 * The saved mappings that fit the file, those that fit exactly first, then those with the fewest columns missing, then by
 * the order given. A column that the mapping does not know is left out, never guessed.
 *
 * @example
 * const saved = [{ source: "省平台", mapping: { 单位名称: "name", 代码: "creditCode", 备注: null } }];
 * proposeMappings({ headers: ["代码", "单位 名称", "备注"], saved }).map(({ fit, mapping }) => [fit, mapping["单位 名称"]]); // => [["exact", "name"]]
 * proposeMappings({ headers: ["店名"], saved }); // => []
 */
export function proposeMappings<Saved extends { readonly mapping: ImportMapping }>({
  headers,
  saved,
}: {
  readonly headers: readonly string[];
  readonly saved: readonly Saved[];
}): readonly ProposedMapping<Saved>[] {
  const own = new Map(headers.map((header) => [normaliseHeader(header), header]));
  const proposals = saved.flatMap((one): ProposedMapping<Saved>[] => {
    const known = new Map(
      Object.entries(one.mapping).map(([header, field]) => [normaliseHeader(header), field]),
    );
    const read = Object.entries(one.mapping).filter(([, field]) => field !== null);
    const missing = read.filter(([header]) => !own.has(normaliseHeader(header))).map(([header]) => header);
    if (read.length === 0 || (read.length - missing.length) * 100 < read.length * LEAST_SHARE) return [];
    const added = headers.filter((header) => !known.has(normaliseHeader(header)));
    const isExact = added.length === 0 && known.size === own.size && missing.length === 0;
    const mapping = Object.fromEntries(
      headers.map((header) => [header, known.get(normaliseHeader(header)) ?? null]),
    );
    return [{ saved: one, fit: isExact ? "exact" : "partial", mapping, missing, added }];
  });
  const rank = ({ fit, missing }: ProposedMapping<Saved>) => (fit === "exact" ? -1 : missing.length);
  return proposals.sort((a, b) => rank(a) - rank(b));
}
