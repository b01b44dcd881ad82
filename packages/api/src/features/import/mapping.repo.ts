import { type ImportKind, ImportMapping, ImportOptions } from "@shian/domain";
import { and, asc, desc, eq, isNull } from "drizzle-orm";
import * as z from "zod";
import type { Db } from "../../storage/database.js";
import { importMappingTable } from "./import.table.js";

/** A version of a saved mapping as it is stored. */
export const StoredMapping = z.object({
  id: z.string(),
  version: z.int(),
  kind: z.string(),
  source: z.string(),
  mapping: ImportMapping,
  options: ImportOptions,
  savedBy: z.string(),
  savedAt: z.string(),
  supersededAt: z.string().nullable(),
});
export type StoredMapping = z.infer<typeof StoredMapping>;

const parse = (row: typeof importMappingTable.$inferSelect): StoredMapping => StoredMapping.parse(row);

/** The mappings in force, by source; of one kind where it is named. */
export async function listMappings(db: Db, kind?: ImportKind): Promise<readonly StoredMapping[]> {
  const rows = await db
    .select()
    .from(importMappingTable)
    .where(
      and(
        isNull(importMappingTable.supersededAt),
        kind === undefined ? undefined : eq(importMappingTable.kind, kind),
      ),
    )
    .orderBy(asc(importMappingTable.source), asc(importMappingTable.id));
  return rows.map(parse);
}

/** All versions of all mappings, the latest first. */
export async function listMappingVersions(db: Db): Promise<readonly StoredMapping[]> {
  return (await db.select().from(importMappingTable).orderBy(desc(importMappingTable.version))).map(parse);
}

/** The mapping in force with the id, or of the source; `lock` makes others who save it wait. */
export async function findMapping(
  db: Db,
  by: { readonly id: string } | { readonly kind: ImportKind; readonly source: string },
): Promise<StoredMapping | undefined> {
  const which =
    "id" in by
      ? eq(importMappingTable.id, by.id)
      : and(eq(importMappingTable.kind, by.kind), eq(importMappingTable.source, by.source));
  const [row] = await db
    .select()
    .from(importMappingTable)
    .where(and(which, isNull(importMappingTable.supersededAt)))
    .for("update");
  return row === undefined ? undefined : parse(row);
}

/** Ends the version in force. */
export async function supersedeMapping(db: Db, id: string, at: string): Promise<void> {
  await db
    .update(importMappingTable)
    .set({ supersededAt: at })
    .where(and(eq(importMappingTable.id, id), isNull(importMappingTable.supersededAt)));
}

/** Writes a version. */
export async function insertMapping(db: Db, mapping: StoredMapping): Promise<void> {
  await db.insert(importMappingTable).values(mapping);
}
