import { eq } from "drizzle-orm";
import type { Db } from "../../storage/database.js";
import { importFileTable } from "./import.table.js";

/** An uploaded file without its content. */
export type ImportFile = {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly uploadedBy: string | null;
  readonly createdAt: string;
};

/** Keeps an uploaded file. */
export async function saveImportFile(
  db: Db,
  file: ImportFile & { readonly content: Uint8Array },
): Promise<void> {
  await db.insert(importFileTable).values(file);
}

/** The file with that id and its bytes. */
export async function findImportFile(
  db: Db,
  id: string,
): Promise<(ImportFile & { readonly content: Uint8Array }) | undefined> {
  const [row] = await db.select().from(importFileTable).where(eq(importFileTable.id, id));
  return row;
}
