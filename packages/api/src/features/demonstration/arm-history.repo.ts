// What the invented businesses' own arms reported and learned, beside the city.
import type { ArmRole, PlainDate } from "@shian/domain";
import { addDays } from "@shian/domain";
import { createControls, createTrainings, type FixtureCity } from "@shian/domain/fixture-city";
import { bulkInsert } from "../../storage/bulk-write.js";
import type { Db } from "../../storage/database.js";
import { armTrainingTable, controlReportTable } from "../business-arm/business-arm.table.js";
import { armPersonTable } from "../registry/arm-person.table.js";
import { findCountyCodes } from "../registry/county-codes.repo.js";

const SEED = "shian";
const eveningOf = (day: string): string => `${day}T10:00:00.000Z`;

/** Reports of the last weeks and trainings of the year, each recorded on its own day. */
export async function insertArmHistory(db: Db, city: FixtureCity): Promise<void> {
  const { anchor, establishments } = city;
  const reports = createControls({ seed: SEED, anchor, establishments });
  const countyOf = await findCountyCodes(
    db,
    establishments.map(({ id }) => id),
  );
  await bulkInsert(
    db,
    controlReportTable,
    reports.map(({ establishment, kind, period, last, result, text }) => ({
      countyCode: countyOf(establishment),
      id: `control-${establishment}-${kind}-${period}`,
      establishmentId: establishment,
      kind,
      period,
      periodEnd: last,
      result,
      body: text,
      recordedBy: "演示",
      recordedAt: eveningOf(last),
      supersededAt: null,
    })),
  );
  const people = await db.select().from(armPersonTable);
  const isTrained = (role: ArmRole) => role !== "person-in-charge";
  await bulkInsert(
    db,
    armTrainingTable,
    people
      .filter(({ role }) => isTrained(role as ArmRole))
      .flatMap(({ countyCode, establishmentId, personId, role, name, validFrom }) =>
        createTrainings({ seed: SEED, person: `${establishmentId} ${role} ${name}` }).flatMap(
          ({ quarters, topic, daysAgo }, index) => {
            const heldOn = addDays(anchor, -daysAgo);
            if (heldOn < (validFrom as PlainDate)) return [];
            return [
              {
                countyCode,
                id: `training-${personId}-${index}`,
                establishmentId,
                personId,
                heldOn,
                quarters,
                topic,
                organiser: "云汀区市场监督管理局（演示）",
                recordedBy: "演示",
                recordedAt: eveningOf(heldOn),
                supersededAt: null,
              },
            ];
          },
        ),
      ),
  );
}
