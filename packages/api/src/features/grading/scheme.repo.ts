// Versions of the grading scheme as they are stored.
import { GradingScheme, type PlainDate, type SchemeInForce } from "@shian/domain";
import { and, asc, eq, sql } from "drizzle-orm";
import type { Db } from "../../storage/database.js";
import { lockUntilCommit } from "../../storage/lock-until-commit.js";
import { gradingSchemeTable } from "./grading.table.js";

export type StoredScheme = {
  readonly id: string;
  readonly scheme: GradingScheme;
  readonly state: "draft" | "in-force";
  readonly from: PlainDate | null;
  readonly base: string | null;
  readonly version: number;
  readonly updatedAt: string;
  readonly updatedBy: string;
};

const toScheme = (row: typeof gradingSchemeTable.$inferSelect): StoredScheme => ({
  id: row.id,
  scheme: GradingScheme.parse(row.content),
  state: row.state === "in-force" ? "in-force" : "draft",
  from: row.validFrom as PlainDate | null,
  base: row.baseId,
  version: row.version,
  updatedAt: row.updatedAt,
  updatedBy: row.updatedBy,
});

/** All versions, those of earlier days first, drafts last. */
export const listStoredSchemes = async (db: Db): Promise<readonly StoredScheme[]> =>
  (
    await db
      .select()
      .from(gradingSchemeTable)
      .orderBy(
        asc(gradingSchemeTable.validFrom),
        asc(gradingSchemeTable.createdAt),
        asc(gradingSchemeTable.id),
      )
  ).map(toScheme);

export async function findStoredScheme(db: Db, id: string): Promise<StoredScheme | undefined> {
  const [row] = await db.select().from(gradingSchemeTable).where(eq(gradingSchemeTable.id, id));
  return row === undefined ? undefined : toScheme(row);
}

/** The versions in force from a day on, in the order of their days. */
export const listSchemesInForce = async (db: Db): Promise<readonly SchemeInForce[]> =>
  (
    await db
      .select()
      .from(gradingSchemeTable)
      .where(eq(gradingSchemeTable.state, "in-force"))
      .orderBy(asc(gradingSchemeTable.validFrom))
  ).flatMap((row) => {
    const { from, scheme } = toScheme(row);
    return from === null ? [] : [{ from, scheme }];
  });

type Written = { readonly at: string; readonly by: string };

export async function insertScheme(
  db: Db,
  { id, scheme, base }: { readonly id: string; readonly scheme: GradingScheme; readonly base: string | null },
  { at, by }: Written,
): Promise<void> {
  await db.insert(gradingSchemeTable).values({
    id,
    content: { ...scheme, id },
    state: "draft",
    baseId: base,
    version: 1,
    createdAt: at,
    createdBy: by,
    updatedAt: at,
    updatedBy: by,
  });
}

/** Writes over a version as it was seen; false where somebody was faster. */
export async function updateScheme(
  db: Db,
  { id, version }: { readonly id: string; readonly version: number },
  change: {
    readonly scheme?: GradingScheme;
    readonly state?: StoredScheme["state"];
    readonly from?: PlainDate | null;
  },
  { at, by }: Written,
): Promise<boolean> {
  const written = await db
    .update(gradingSchemeTable)
    .set({
      ...(change.scheme === undefined ? {} : { content: { ...change.scheme, id } }),
      ...(change.state === undefined ? {} : { state: change.state }),
      ...(change.from === undefined ? {} : { validFrom: change.from }),
      version: sql`${gradingSchemeTable.version} + 1`,
      updatedAt: at,
      updatedBy: by,
    })
    .where(and(eq(gradingSchemeTable.id, id), eq(gradingSchemeTable.version, version)))
    .returning({ id: gradingSchemeTable.id });
  return written.length > 0;
}

/** Removes a draft as it was seen; false where somebody was faster. A version that was ever in force stays. */
export async function removeDraft(db: Db, id: string, version: number): Promise<boolean> {
  const removed = await db
    .delete(gradingSchemeTable)
    .where(
      and(
        eq(gradingSchemeTable.id, id),
        eq(gradingSchemeTable.version, version),
        eq(gradingSchemeTable.state, "draft"),
      ),
    )
    .returning({ id: gradingSchemeTable.id });
  return removed.length > 0;
}

/** Until this transaction ends nobody else puts a version in force or takes one back. */
export async function lockSchemes(db: Db): Promise<void> {
  await lockUntilCommit(db, "grading-schemes");
}
