// Posts of officials in two times. A post that begins on a day ends the one before it on that day.
import type { Official } from "@shian/domain";
import { and, asc, eq, gt, inArray, isNull, lte, or } from "drizzle-orm";
import { bulkInsert } from "../../storage/bulk-write.js";
import type { Db } from "../../storage/database.js";
import { listBatches } from "../../storage/list-batches.js";
import { isChangedSince, revertRecordedOf } from "../../storage/revert-recorded.js";
import { officialPostTable, officialTable } from "./chain.table.js";

/** When posts are recorded and where their ids come from; `at` per official where they were known at different times. */
export type PostRecording = {
  readonly at: string;
  readonly newId: () => string;
  readonly recordedAt?: (official: Official) => string;
};

type Post = Pick<Official, "id" | "unit" | "post" | "level" | "jurisdictions" | "from" | "to">;

/** Records the post that each of the officials holds from its first day on; later ones that were entered are superseded. */
export async function recordPosts(
  db: Db,
  officials: readonly Official[],
  { at, newId, recordedAt = () => at }: PostRecording,
): Promise<void> {
  const rows: (typeof officialPostTable.$inferInsert)[] = [];
  for (const batch of listBatches(officials, 5000)) {
    const ids = batch.map(({ id }) => id);
    const counties = new Map(
      (
        await db
          .select({ id: officialTable.id, countyCode: officialTable.countyCode })
          .from(officialTable)
          .where(inArray(officialTable.id, ids))
      ).map(({ id, countyCode }) => [id, countyCode]),
    );
    const standing = await listStandingPosts(db, ids);
    for (const official of batch) {
      const countyCode = counties.get(official.id);
      if (countyCode === undefined) throw new Error(`official ${official.id} is not in the directory`);
      const own = standing.filter(({ officialId }) => officialId === official.id);
      const last = own.at(-1);
      if (last !== undefined && isSamePost(last, official)) continue;
      const { from: validFrom, to: validTo, unit, post, level, jurisdictions } = official;
      const common = { countyCode, officialId: official.id, recordedAt: recordedAt(official) };
      for (const row of own) {
        if (row.validTo !== null && row.validTo <= validFrom) continue;
        await db
          .update(officialPostTable)
          .set({ supersededAt: at })
          .where(and(eq(officialPostTable.id, row.id), isNull(officialPostTable.supersededAt)));
        if (row.validFrom < validFrom)
          rows.push({ ...row, ...common, id: newId(), validTo: validFrom, supersededAt: null });
      }
      rows.push({
        ...common,
        id: newId(),
        unit,
        post,
        level,
        jurisdictions: [...jurisdictions],
        validFrom,
        validTo,
        supersededAt: null,
      });
    }
  }
  await bulkInsert(db, officialPostTable, rows);
}

const isSamePost = (row: typeof officialPostTable.$inferSelect, official: Post): boolean =>
  row.unit === official.unit &&
  row.post === official.post &&
  row.level === official.level &&
  row.validFrom === official.from &&
  row.validTo === official.to &&
  row.jurisdictions.join(",") === official.jurisdictions.join(",");

/** Posts of the officials as known now, those of one official in the order of their days. */
const listStandingPosts = (
  db: Db,
  officials: readonly string[],
): Promise<readonly (typeof officialPostTable.$inferSelect)[]> =>
  db
    .select()
    .from(officialPostTable)
    .where(and(inArray(officialPostTable.officialId, [...officials]), isNull(officialPostTable.supersededAt)))
    .orderBy(asc(officialPostTable.officialId), asc(officialPostTable.validFrom));

/** Which of the officials hold a post on the day, as known now. */
export async function findThoseInPost(
  db: Db,
  officials: readonly string[],
  on: string,
): Promise<ReadonlySet<string>> {
  const { officialId, supersededAt, validFrom, validTo } = officialPostTable;
  const rows = await db
    .selectDistinct({ official: officialId })
    .from(officialPostTable)
    .where(
      and(
        inArray(officialId, [...officials]),
        isNull(supersededAt),
        lte(validFrom, on),
        or(isNull(validTo), gt(validTo, on)),
      ),
    );
  return new Set(rows.map(({ official }) => official));
}

/** Takes back the posts that a transaction of the instant recorded of the officials. */
export const revertPosts = async (
  db: Db,
  reverting: {
    readonly officials: readonly string[];
    readonly recordedAt: string;
    readonly at: string;
    readonly newId: () => string;
  },
): Promise<void> => {
  const { officials, ...times } = reverting;
  await revertRecordedOf(db, officialPostTable, officialPostTable.officialId, { ids: officials, ...times });
};

/** Which of the officials have a post that was changed since it was recorded at the instant. */
export async function findPostsChangedSince(
  db: Db,
  officials: readonly string[],
  at: string,
): Promise<readonly string[]> {
  const rows = await db
    .selectDistinct({ official: officialPostTable.officialId })
    .from(officialPostTable)
    .where(and(inArray(officialPostTable.officialId, [...officials]), isChangedSince(officialPostTable, at)))
    .orderBy(asc(officialPostTable.officialId));
  return rows.map(({ official }) => official);
}
