import type { PlainDate } from "@shian/domain";
import { and, eq, isNull, notExists, sql } from "drizzle-orm";
import type { Db } from "../../storage/database.js";
import { isInForce } from "../../storage/in-force.js";
import { establishmentTable } from "../registry/registry.table.js";
import { assignmentTable, officialTable } from "./chain.table.js";

/** Officials in their post on the day. */
export const countInPost = (db: Db, on: PlainDate): Promise<number> =>
  db.$count(officialTable, isInForce(officialTable, on));

/** Active establishments without an assignment in force to an official in the post. */
export const countActiveUnanswered = (db: Db, on: PlainDate): Promise<number> => {
  const answering = db
    .select({ one: sql`1` })
    .from(assignmentTable)
    .innerJoin(officialTable, eq(officialTable.id, assignmentTable.officialId))
    .where(
      and(
        eq(assignmentTable.establishmentId, establishmentTable.id),
        isNull(assignmentTable.supersededAt),
        isInForce(assignmentTable, on),
        isInForce(officialTable, on),
      ),
    );
  return db.$count(establishmentTable, and(eq(establishmentTable.state, "active"), notExists(answering)));
};
