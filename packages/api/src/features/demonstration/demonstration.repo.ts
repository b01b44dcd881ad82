// Writes the demonstration city with its history; a real office's history grows through the services instead.
import type { FixtureCity } from "@shian/domain/fixture-city";
import { toNameKeys } from "../../name-keys.js";
import type { Db } from "../../storage/database.js";
import { listBatches } from "../../storage/list-batches.js";
import { toCountyCode } from "../../storage/to-county-code.js";
import { assignmentTable } from "../chain/chain.table.js";
import { pairingGradeTable, riskGradeTable } from "../grading/grading.table.js";
import { insertArmNames } from "../registry/arm-person.repo.js";
import { findCountyCodes } from "../registry/county-codes.repo.js";
import { establishmentStateTable, establishmentTable } from "../registry/registry.table.js";

/** The instant at which a record of that day is taken to have been made: noon of the office. */
export const noonOf = (day: string): string => `${day}T04:00:00.000Z`;

type History = Pick<FixtureCity, "establishments" | "states" | "grades" | "riskGrades" | "assignments">;

/** Establishments with their states, grades, risk grades and assignments, each recorded on its own first day. */
export async function insertHistory(db: Db, city: History, createdAt: string): Promise<void> {
  for (const batch of listBatches(city.establishments))
    await db.insert(establishmentTable).values(
      batch.map((establishment) => ({
        ...establishment,
        ...toNameKeys(establishment.name),
        countyCode: toCountyCode(establishment.place),
        createdAt,
        updatedAt: createdAt,
      })),
    );
  for (const batch of listBatches(city.establishments))
    await insertArmNames(
      db,
      batch.map((establishment) => ({ ...establishment, countyCode: toCountyCode(establishment.place) })),
      createdAt,
    );
  const countyOf = await findCountyCodes(
    db,
    city.establishments.map(({ id }) => id),
  );
  const common = (record: {
    readonly establishment: string;
    readonly from: string;
    readonly to?: string | null | undefined;
  }) => ({
    countyCode: countyOf(record.establishment),
    establishmentId: record.establishment,
    validFrom: record.from,
    validTo: record.to ?? null,
    recordedAt: noonOf(record.from),
  });
  for (const batch of listBatches(city.states))
    await db
      .insert(establishmentStateTable)
      .values(batch.map((record) => ({ ...common(record), state: record.state })));
  for (const batch of listBatches(city.grades))
    await db.insert(pairingGradeTable).values(
      batch.map((record) => ({
        ...common(record),
        id: `grade-${record.establishment}-${record.from}`,
        grade: record.grade,
        ruleId: record.ruleId,
        schemeId: record.schemeId,
      })),
    );
  for (const batch of listBatches(city.riskGrades))
    await db.insert(riskGradeTable).values(
      batch.map((record) => ({
        ...common(record),
        id: `risk-${record.establishment}-${record.from}`,
        grade: record.grade,
        source: record.source,
        basis: record.basis,
      })),
    );
  for (const batch of listBatches(city.assignments))
    await db
      .insert(assignmentTable)
      .values(batch.map((record) => ({ ...common(record), id: record.id, officialId: record.official })));
}
