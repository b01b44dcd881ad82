import type { ImportMapping } from "@shian/domain";

export type MappingFault = { kind: "twice" | "none"; field: string };

/** Why a mapping cannot be used yet: a field read from two columns, or no column read as the name. */
export function findMappingFault(mapping: ImportMapping): MappingFault | undefined {
  const seen = new Set<string>();
  for (const field of Object.values(mapping)) {
    if (field === null) continue;
    if (seen.has(field)) return { kind: "twice", field };
    seen.add(field);
  }
  return seen.has("name") ? undefined : { kind: "none", field: "name" };
}
