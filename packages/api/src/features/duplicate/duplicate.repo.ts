import type { DuplicatePair, DuplicateVerdict } from "@shian/domain";
import { and, eq, or } from "drizzle-orm";
import { bulkInsert } from "../../storage/bulk-write.js";
import type { Db } from "../../storage/database.js";
import { listBatches } from "../../storage/list-batches.js";
import { toCountyCode } from "../../storage/to-county-code.js";
import { duplicatePairTable } from "./duplicate.table.js";

/** A pair with what was said about it. */
export type StoredPair = DuplicatePair & {
  readonly verdict: DuplicateVerdict;
  readonly decided: { readonly by: string; readonly at: string; readonly reason: string } | null;
};

const toPair = (row: typeof duplicatePairTable.$inferSelect): StoredPair => ({
  first: row.firstId,
  second: row.secondId,
  reason: row.reason as DuplicatePair["reason"],
  score: row.score,
  nameLikeness: row.nameLikeness,
  addressLikeness: row.addressLikeness,
  verdict: row.verdict as DuplicateVerdict,
  decided:
    row.decidedBy === null || row.decidedAt === null
      ? null
      : { by: row.decidedBy, at: row.decidedAt, reason: row.verdictReason ?? "" },
});

/** All pairs that may be seen, in no order. */
export const listPairs = async (db: Db): Promise<readonly StoredPair[]> =>
  (await db.select().from(duplicatePairTable)).map(toPair);

/** A pair with the place of its first, by whose county it is stored. */
export type PlacedPair = DuplicatePair & { readonly place: string | null };

/** Puts the pairs of a search in place of those found before; a pair that somebody judged keeps its verdict. */
export async function replaceOpenPairs(db: Db, pairs: readonly PlacedPair[], at: string): Promise<number> {
  await db.delete(duplicatePairTable).where(eq(duplicatePairTable.verdict, "open"));
  const judged = new Set((await listPairs(db)).map(({ first, second }) => `${first} ${second}`));
  const fresh = pairs.filter(({ first, second }) => !judged.has(`${first} ${second}`));
  await bulkInsert(
    db,
    duplicatePairTable,
    fresh.map(({ first, second, place, ...pair }) => ({
      countyCode: toCountyCode(place),
      firstId: first,
      secondId: second,
      reason: pair.reason,
      score: pair.score,
      nameLikeness: pair.nameLikeness,
      addressLikeness: pair.addressLikeness,
      foundAt: at,
      verdict: "open",
    })),
  );
  return fresh.length;
}

/** What is said about a pair, by whom, when and why. */
export type Judgement = {
  readonly verdict: DuplicateVerdict;
  readonly by: string;
  readonly at: string;
  readonly reason: string;
};

/** Writes verdicts over pairs; one that no search has found is entered, so that none will be asked about later. */
export async function judgePairs(
  db: Db,
  pairs: readonly { readonly first: string; readonly second: string; readonly place: string | null }[],
  { verdict, by, at, reason }: Judgement,
): Promise<void> {
  for (const batch of listBatches(pairs, 200)) {
    const known = await db
      .update(duplicatePairTable)
      .set({ verdict, verdictReason: reason, decidedBy: by, decidedAt: at })
      .where(
        or(
          ...batch.map(({ first, second }) =>
            and(eq(duplicatePairTable.firstId, first), eq(duplicatePairTable.secondId, second)),
          ),
        ),
      )
      .returning({ first: duplicatePairTable.firstId, second: duplicatePairTable.secondId });
    const written = new Set(known.map(({ first, second }) => `${first} ${second}`));
    await bulkInsert(
      db,
      duplicatePairTable,
      batch
        .filter(({ first, second }) => !written.has(`${first} ${second}`))
        .map(({ first, second, place }) => ({
          countyCode: toCountyCode(place),
          firstId: first,
          secondId: second,
          reason: "name-address",
          score: 0,
          nameLikeness: 0,
          addressLikeness: null,
          foundAt: at,
          verdict,
          verdictReason: reason,
          decidedBy: by,
          decidedAt: at,
        })),
    );
  }
}
