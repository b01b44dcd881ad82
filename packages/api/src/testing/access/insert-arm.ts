// The business's own arm of each group in the matrix's world.
import { and, eq } from "drizzle-orm";
import { insertTraining, keepReports } from "../../features/business-arm/business-arm.repo.js";
import { insertObjectionEntry } from "../../features/grading/objection.repo.js";
import { armPersonTable } from "../../features/registry/arm-person.table.js";
import { establishmentTable } from "../../features/registry/registry.table.js";
import type { Db } from "../../storage/database.js";
import type { Keyring } from "../../storage/keyring.js";
import type { Group } from "./groups.js";
import { at, since } from "./since.js";

/** The business's own arm with its training and controls, and its objection to its grade. */
export async function insertArm(db: Db, group: Group, keyring: Keyring): Promise<void> {
  const { establishment, words, mobile, armPerson } = group;
  await db
    .update(armPersonTable)
    .set({ personId: armPerson, mobile: keyring.seal(mobile, "armPerson.mobile") })
    .where(and(eq(armPersonTable.establishmentId, establishment), eq(armPersonTable.role, "officer")));
  await insertObjectionEntry(
    db,
    { id: group.objection, establishment, scale: "pairing", present: "C" },
    {
      seq: 1,
      act: "raise",
      on: since,
      by: `人${words.business}`,
      role: "business",
      text: `由${words.business}`,
      grade: "D",
      from: null,
      to: null,
    },
    { id: `${words.business}e`, personId: null, at },
  );
  const [stored] = await db
    .select({ countyCode: establishmentTable.countyCode })
    .from(establishmentTable)
    .where(eq(establishmentTable.id, establishment));
  const common = { countyCode: stored?.countyCode ?? "", establishmentId: establishment, recordedAt: at };
  const recordedBy = `人${words.business}`;
  await insertTraining(db, {
    ...common,
    id: `${words.business}t`,
    personId: armPerson,
    heldOn: "2026-03-02",
    quarters: 8,
    topic: `题${words.business}`,
    organiser: `办${words.business}`,
    recordedBy,
  });
  await keepReports(
    db,
    [
      {
        ...common,
        id: `${words.business}r`,
        kind: "daily",
        period: "2026-11-20",
        periodEnd: "2026-11-20",
        result: "findings",
        body: `况${words.business}`,
        recordedBy,
      },
    ],
    at,
  );
}
