import { and, gt, inArray, isNull, lte, or } from "drizzle-orm";
import type { Db } from "../../storage/database.js";
import { assignmentTable } from "./chain.table.js";

/** Which establishments the officials answer for on the day, as known now. */
export const findAnsweredFor = (
  db: Db,
  officials: readonly string[],
  on: string,
): Promise<readonly { readonly official: string; readonly establishment: string }[]> =>
  db
    .select({ official: assignmentTable.officialId, establishment: assignmentTable.establishmentId })
    .from(assignmentTable)
    .where(
      and(
        inArray(assignmentTable.officialId, [...officials]),
        isNull(assignmentTable.supersededAt),
        lte(assignmentTable.validFrom, on),
        or(isNull(assignmentTable.validTo), gt(assignmentTable.validTo, on)),
      ),
    );
