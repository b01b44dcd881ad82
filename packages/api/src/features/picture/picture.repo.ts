// Reads, in bulk and without a check per row, everything that a picture is made of. The rows were checked when they
// were written; the picture's own tests and the contracts of every answer check them again.
import { type PlainDate, type Territory, toOfficeDay, type Waiver } from "@shian/domain";
import { eq, sql } from "drizzle-orm";
import type { Db } from "../../storage/database.js";
import { assignmentTable, officialTable } from "../chain/chain.table.js";
import { pairingGradeTable, riskGradeTable } from "../grading/grading.table.js";
import { officeSettingTable } from "../office/office.table.js";
import { establishmentStateTable, establishmentTable } from "../registry/registry.table.js";
import { territoryTable } from "../territory/territory.table.js";
import { visitTable, waiverTable } from "../visit/visit.table.js";
import type { PictureRecords } from "./picture.js";

const REVISION = "register-revision";

/** How often the register has changed; 0 when it never has. */
export async function readRevision(db: Db): Promise<number> {
  const [row] = await db
    .select({ version: officeSettingTable.version })
    .from(officeSettingTable)
    .where(eq(officeSettingTable.key, REVISION));
  return row?.version ?? 0;
}

/** Notes in the transaction of a change that pictures taken before it are out of date once it is committed. */
export async function raiseRevision(db: Db, updatedAt: string): Promise<void> {
  await db
    .insert(officeSettingTable)
    .values({ key: REVISION, value: true, version: 1, updatedAt })
    .onConflictDoUpdate({
      target: officeSettingTable.key,
      set: { updatedAt, version: sql`${officeSettingTable.version} + 1` },
    });
}

/** Ids of the establishments that the database shows to whoever the handle is bound to. */
export async function readVisible(db: Db): Promise<ReadonlySet<string>> {
  const rows = await db.select({ id: establishmentTable.id }).from(establishmentTable);
  return new Set(rows.map(({ id }) => id));
}

const toDay = (instant: string): PlainDate => toOfficeDay(Date.parse(instant));

type StoredTimes = {
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly recordedAt: string;
  readonly supersededAt: string | null;
};

const toTimes = (row: StoredTimes) => ({
  from: row.validFrom as PlainDate,
  to: row.validTo as PlainDate | null,
  recordedFrom: toDay(row.recordedAt),
  recordedTo: row.supersededAt === null ? null : toDay(row.supersededAt),
});

/** All records, each kind in the order of establishments' ids. */
export async function readPictureRecords(db: Db): Promise<PictureRecords> {
  const establishments = await db.select().from(establishmentTable).orderBy(establishmentTable.id);
  const states = await db.select().from(establishmentStateTable).orderBy(establishmentStateTable.id);
  const grades = await db.select().from(pairingGradeTable).orderBy(pairingGradeTable.recordedAt);
  const risks = await db.select().from(riskGradeTable).orderBy(riskGradeTable.recordedAt);
  const officials = await db.select().from(officialTable).orderBy(officialTable.id);
  const assignments = await db.select().from(assignmentTable).orderBy(assignmentTable.recordedAt);
  const visits = await db
    .select({
      establishment: visitTable.establishmentId,
      official: visitTable.officialId,
      standInFor: visitTable.standInFor,
      jointWith: visitTable.jointWith,
      madeOn: visitTable.madeOn,
      recordedOn: visitTable.recordedOn,
      mode: visitTable.mode,
      complete: visitTable.complete,
    })
    .from(visitTable);
  const waivers = await db.select().from(waiverTable);
  const territories = await db.select().from(territoryTable);
  return {
    territories: territories.map(
      ({ code, name, kind, parent, validFrom, validTo, takesOver }) =>
        ({
          code,
          name,
          kind,
          parent,
          from: validFrom,
          ...(validTo === null ? {} : { to: validTo }),
          ...(takesOver.length === 0 ? {} : { takesOver }),
        }) as Territory,
    ),
    establishments: establishments.map(
      ({ countyCode, nameKey, namePinyin, nameInitials, contactMobile, createdAt, ...facts }) =>
        ({
          ...facts,
          searchText: [nameKey, namePinyin, nameInitials, facts.creditCode, facts.licenceNumber]
            .filter((part) => part !== null)
            .join("\n")
            .toLowerCase(),
        }) as PictureRecords["establishments"][number],
    ),
    states: states.map(
      (row) =>
        ({
          establishment: row.establishmentId,
          value: row.state,
          ...toTimes(row),
        }) as PictureRecords["states"][number],
    ),
    grades: grades.map(
      (row) =>
        ({
          establishment: row.establishmentId,
          value: row.grade,
          ruleId: row.ruleId,
          schemeId: row.schemeId,
          ...toTimes(row),
        }) as PictureRecords["grades"][number],
    ),
    riskGrades: risks.map(
      (row) =>
        ({
          establishment: row.establishmentId,
          value: row.grade,
          source: row.source,
          basis: row.basis,
          ...toTimes(row),
        }) as PictureRecords["riskGrades"][number],
    ),
    officials: officials.map(
      ({
        countyCode,
        nameKey,
        namePinyin,
        nameInitials,
        validFrom,
        validTo,
        officePhone,
        mobile,
        version,
        recordedAt,
        updatedAt,
        ...official
      }) =>
        ({
          ...official,
          from: validFrom,
          to: validTo,
          searchText: [nameKey, namePinyin, nameInitials, official.unit].join("\n").toLowerCase(),
        }) as PictureRecords["officials"][number],
    ),
    assignments: assignments.map((row) => ({
      establishment: row.establishmentId,
      official: row.officialId,
      ...toTimes(row),
    })),
    visits: visits as unknown as PictureRecords["visits"],
    waivers: waivers
      .filter((row) => row.supersededAt === null)
      .map(
        (row) =>
          ({
            id: row.id,
            establishment: row.establishmentId,
            period: row.period,
            reason: row.reason,
            approvedBy: row.approvedBy,
            approverLevel: row.approverLevel,
            recordedOn: toDay(row.recordedAt),
          }) as Waiver,
      ),
  };
}
