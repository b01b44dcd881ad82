import type { ImportKind, ImportMapping } from "@shian/domain";

export type MappingFault = { kind: "twice" | "none"; field: string };

/** The field by which a row of the kind is called. */
export const findNameField = (kind: ImportKind): string => (kind === "groups" ? "groupName" : "name");

/** Why a mapping cannot be used yet: a field read from two columns, or no column read as the name. */
export function findMappingFault(
  mapping: ImportMapping,
  kind: ImportKind = "registry",
): MappingFault | undefined {
  const seen = new Set<string>();
  for (const field of Object.values(mapping)) {
    if (field === null) continue;
    if (seen.has(field)) return { kind: "twice", field };
    seen.add(field);
  }
  const needed = findNameField(kind);
  return seen.has(needed) ? undefined : { kind: "none", field: needed };
}
