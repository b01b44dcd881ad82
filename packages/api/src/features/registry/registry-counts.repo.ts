import { count, ne } from "drizzle-orm";
import type { Db } from "../../storage/database.js";
import { establishmentTable } from "./registry.table.js";

/** Establishments of one place. */
export type PlaceCount = { readonly place: string | null; readonly count: number };

/** Establishments at each place as the register has them now, closed ones left out. */
export const countByPlace = (db: Db): Promise<PlaceCount[]> =>
  db
    .select({ place: establishmentTable.place, count: count() })
    .from(establishmentTable)
    .where(ne(establishmentTable.state, "closed"))
    .groupBy(establishmentTable.place);
