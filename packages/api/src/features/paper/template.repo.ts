import { eq } from "drizzle-orm";
import type { Db } from "../../storage/database.js";
import { paperTemplateTable } from "../commitment/commitment.table.js";

export type OwnTemplate = typeof paperTemplateTable.$inferSelect;

export async function findTemplate(db: Db, kind: string): Promise<OwnTemplate | undefined> {
  const [row] = await db.select().from(paperTemplateTable).where(eq(paperTemplateTable.kind, kind));
  return row;
}

export async function saveTemplate(db: Db, template: OwnTemplate): Promise<void> {
  const { kind, ...rest } = template;
  await db
    .insert(paperTemplateTable)
    .values(template)
    .onConflictDoUpdate({ target: paperTemplateTable.kind, set: rest });
}

export const removeTemplate = async (db: Db, kind: string): Promise<void> => {
  await db.delete(paperTemplateTable).where(eq(paperTemplateTable.kind, kind));
};
