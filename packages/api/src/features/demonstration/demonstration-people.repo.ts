import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "../../storage/database.js";
import { officialTable } from "../chain/chain.table.js";
import { personTable } from "../people/people.table.js";
import { establishmentTable } from "../registry/registry.table.js";

/** Which of the ids are people already. */
export async function listKnownPeople(db: Db, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ id: personTable.id })
    .from(personTable)
    .where(inArray(personTable.id, [...ids]));
  return new Set(rows.map(({ id }) => id));
}

/** The official of the jurisdiction with the name; another of the same jurisdiction where a city lacks the name. */
export async function findOfficialOf(
  db: Db,
  { name, jurisdiction }: { readonly name: string; readonly jurisdiction: string },
): Promise<string | undefined> {
  const [row] = await db
    .select({ id: officialTable.id })
    .from(officialTable)
    .where(sql`${jurisdiction} = any (${officialTable.jurisdictions})`)
    .orderBy(sql`${officialTable.name} = ${name} desc`, asc(officialTable.id))
    .limit(1);
  return row?.id;
}

/** The first establishment of the form that works in the place. */
export async function findEstablishmentOf(
  db: Db,
  { form, place }: { readonly form: string; readonly place: string },
): Promise<string | undefined> {
  const [row] = await db
    .select({ id: establishmentTable.id })
    .from(establishmentTable)
    .where(
      and(
        eq(establishmentTable.form, form),
        eq(establishmentTable.state, "active"),
        sql`starts_with(${establishmentTable.place}, ${place})`,
      ),
    )
    .orderBy(asc(establishmentTable.id))
    .limit(1);
  return row?.id;
}
