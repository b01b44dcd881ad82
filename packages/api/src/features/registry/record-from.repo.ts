import type { PlainDate } from "@shian/domain";
import { bulkInsert } from "../../storage/bulk-write.js";
import type { Db } from "../../storage/database.js";
import { supersedeFrom } from "../../storage/supersede.js";
import { findCountyCodes } from "./county-codes.repo.js";

/** What is recorded from which day, when, and where new ids come from. */
export type Recording = { readonly from: PlainDate; readonly at: string; readonly newId: () => string };

type Table = Parameters<typeof supersedeFrom>[1] & Parameters<typeof bulkInsert>[1];

/**
 * Records facts of establishments that hold from a day on: one that had begun before ends on that day, a later one is
 * superseded. Nothing is deleted. `columns` are those that the table has besides the dates.
 */
export async function recordFrom(
  db: Db,
  table: Table,
  facts: readonly { readonly establishment: string; readonly columns: object }[],
  { from, at, newId }: Recording,
): Promise<void> {
  const establishments = facts.map(({ establishment }) => establishment);
  const countyOf = await findCountyCodes(db, establishments);
  const remainders = await supersedeFrom(db, table, { establishments, from, at });
  const recorded = { recordedAt: at, supersededAt: null };
  await bulkInsert(db, table, [
    ...remainders.map(({ row, validTo }) => ({ ...row, id: newId(), validTo, ...recorded })),
    ...facts.map(({ establishment, columns }) => ({
      ...columns,
      countyCode: countyOf(establishment),
      id: newId(),
      establishmentId: establishment,
      validFrom: from,
      validTo: null,
      ...recorded,
    })),
  ]);
}

/** Ends what holds of the establishments on the day; what had begun before keeps its beginning. Nothing is deleted. */
export async function endFrom(
  db: Db,
  table: Table,
  establishments: readonly string[],
  { from, at, newId }: Recording,
): Promise<void> {
  const remainders = await supersedeFrom(db, table, { establishments, from, at });
  await bulkInsert(
    db,
    table,
    remainders.map(({ row, validTo }) => ({
      ...row,
      id: newId(),
      validTo,
      recordedAt: at,
      supersededAt: null,
    })),
  );
}
