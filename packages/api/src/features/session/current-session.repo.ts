// What a person may know about their own account, and whom a demonstration lets visitors be.
import { and, asc, eq, isNull } from "drizzle-orm";
import type { Db } from "../../storage/database.js";
import { grantTable, personTable, unitTable } from "../people/people.table.js";
import { credentialTable } from "./session.table.js";

export { findAsker } from "../people/find-grants.repo.js";

/** A person without a password, with one of their grants. */
export type DemonstrationRow = {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly kind: string;
  readonly unit: string | null;
  readonly role: string;
  readonly territory: string | null;
  readonly leading: boolean;
};

/** Enabled people whom nobody gave a password, with the grants open on the day; for demonstrations alone. */
export const listWithoutPassword = (db: Db): Promise<DemonstrationRow[]> =>
  db
    .select({
      id: personTable.id,
      name: personTable.name,
      username: personTable.username,
      kind: personTable.kind,
      unit: unitTable.name,
      role: grantTable.role,
      territory: grantTable.territory,
      leading: grantTable.leading,
    })
    .from(personTable)
    .innerJoin(grantTable, and(eq(grantTable.personId, personTable.id), isNull(grantTable.validTo)))
    .leftJoin(unitTable, eq(unitTable.id, personTable.unitId))
    .leftJoin(credentialTable, eq(credentialTable.personId, personTable.id))
    .where(and(eq(personTable.state, "enabled"), isNull(credentialTable.passwordHash)))
    .orderBy(asc(grantTable.recordedAt), asc(personTable.id), asc(grantTable.id))
    .limit(200);
