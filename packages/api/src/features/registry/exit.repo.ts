import type { PlainDate } from "@shian/domain";
import { and, inArray, isNull } from "drizzle-orm";
import { bulkInsert } from "../../storage/bulk-write.js";
import type { Db } from "../../storage/database.js";
import { listBatches } from "../../storage/list-batches.js";
import { findCountyCodes } from "./county-codes.repo.js";
import { establishmentExitTable } from "./registry.table.js";

/** An establishment that left the register: merged into another, or its import taken back. */
export type Exit = {
  readonly establishment: string;
  readonly kind: "merged" | "taken-out";
  readonly leadsTo: string | null;
  readonly leftOn: PlainDate;
};

/** Exits that stand. */
export async function listExits(db: Db): Promise<readonly Exit[]> {
  const rows = await db
    .select()
    .from(establishmentExitTable)
    .where(isNull(establishmentExitTable.supersededAt));
  return rows.map(({ establishmentId, kind, leadsTo, leftOn }) => ({
    establishment: establishmentId,
    kind,
    leadsTo,
    leftOn: leftOn as PlainDate,
  }));
}

/** Records exits. */
export async function insertExits(
  db: Db,
  exits: readonly Exit[],
  { at, newId }: { readonly at: string; readonly newId: () => string },
): Promise<void> {
  const countyOf = await findCountyCodes(
    db,
    exits.map(({ establishment }) => establishment),
  );
  await bulkInsert(
    db,
    establishmentExitTable,
    exits.map(({ establishment, kind, leadsTo, leftOn }) => ({
      countyCode: countyOf(establishment),
      id: newId(),
      establishmentId: establishment,
      kind,
      leadsTo,
      leftOn,
      recordedAt: at,
    })),
  );
}

/** Ends exits that stand: the establishments are back. */
export async function supersedeExits(db: Db, establishments: readonly string[], at: string): Promise<void> {
  for (const batch of listBatches(establishments, 5000))
    await db
      .update(establishmentExitTable)
      .set({ supersededAt: at })
      .where(
        and(
          inArray(establishmentExitTable.establishmentId, [...batch]),
          isNull(establishmentExitTable.supersededAt),
        ),
      );
}
