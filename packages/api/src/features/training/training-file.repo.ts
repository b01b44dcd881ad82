import { eq, inArray } from "drizzle-orm";
import type { Db } from "../../storage/database.js";
import { toCountyCode } from "../../storage/to-county-code.js";
import { trainingFileTable } from "./training.table.js";

/** What is told of a file. */
export type FileFacts = {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly bytes: number;
};

/** A file with its content and the hash of it. */
export type StoredFile = FileFacts & {
  readonly territory: string;
  readonly content: Uint8Array;
  readonly hash: string;
};

export const insertTrainingFile = (db: Db, file: Omit<StoredFile, "bytes">, at: string) =>
  db.insert(trainingFileTable).values({
    countyCode: toCountyCode(file.territory),
    id: file.id,
    territory: file.territory,
    name: file.name,
    kind: file.kind,
    content: file.content,
    contentBytes: file.content.byteLength,
    contentHash: file.hash,
    recordedAt: at,
  });

/** Facts of the files by id. */
export async function findFiles(
  db: Db,
  ids: readonly (string | null)[],
): Promise<(id: string | null) => FileFacts | null> {
  const asked = ids.filter((id) => id !== null);
  const { id, name, kind, contentBytes } = trainingFileTable;
  const rows =
    asked.length === 0
      ? []
      : await db
          .select({ id, name, kind, bytes: contentBytes })
          .from(trainingFileTable)
          .where(inArray(id, asked));
  const found = new Map(rows.map((row) => [row.id, row]));
  return (file) => (file === null ? null : (found.get(file) ?? null));
}

/** The hash of a file's content. */
export async function findFileHash(db: Db, id: string): Promise<string | null> {
  const rows = await db
    .select({ hash: trainingFileTable.contentHash })
    .from(trainingFileTable)
    .where(eq(trainingFileTable.id, id));
  return rows[0]?.hash ?? null;
}

export async function findTrainingFile(db: Db, id: string): Promise<StoredFile | undefined> {
  const [row] = await db.select().from(trainingFileTable).where(eq(trainingFileTable.id, id));
  if (row === undefined) return undefined;
  const { name, kind, content, contentBytes, contentHash, territory } = row;
  return { id, name, kind, content, bytes: contentBytes, hash: contentHash, territory };
}
