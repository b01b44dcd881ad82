// Establishments that a new one might be: of the same licence, the same credit code, or the same name.
import { and, eq, ne, type SQL } from "drizzle-orm";
import type { Db } from "../../storage/database.js";
import { establishmentTable } from "./registry.table.js";

/** What tells an establishment from another of its name. */
export type Alike = {
  readonly id: string;
  readonly name: string;
  readonly address: string | null;
  readonly place: string | null;
};

const { id, name, address, place, creditCode, licenceNumber, nameKey } = establishmentTable;

const find = (db: Db, where: SQL | undefined): Promise<Alike[]> =>
  db.select({ id, name, address, place }).from(establishmentTable).where(where).orderBy(id).limit(200);

/** The establishment that holds the licence, besides the one named. */
export async function findByLicence(
  db: Db,
  number: string,
  besides: string | null,
): Promise<Alike | undefined> {
  const other = besides === null ? undefined : ne(id, besides);
  const [found] = await find(db, and(eq(licenceNumber, number), other));
  return found;
}

/** Those of the credit code. */
export const listByCreditCode = (db: Db, code: string): Promise<readonly Alike[]> =>
  find(db, eq(creditCode, code));

/** Those whose name is the same as names are compared. */
export const listByNameKey = (db: Db, key: string): Promise<readonly Alike[]> => find(db, eq(nameKey, key));
