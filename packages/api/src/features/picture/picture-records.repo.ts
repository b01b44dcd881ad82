// Reads, in bulk and without a check per row, everything that a picture is made of. The rows were checked when they
// were written; the picture's own tests and the contracts of every answer check them again.
import { type PlainDate, toOfficeDay, type Waiver } from "@shian/domain";
import { getTableColumns, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { type Db, executeRows } from "../../storage/database.js";
import { assignmentTable, officialTable } from "../chain/chain.table.js";
import { pairingGradeTable, riskGradeTable } from "../grading/grading.table.js";
import { establishmentStateTable, establishmentTable } from "../registry/registry.table.js";
import { visitTable, waiverTable } from "../visit/visit.table.js";
import type { PictureRecords } from "./picture.js";

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

/** What of the register is read; officials who answer for one of the establishments are read with them. */
export type Part = { readonly establishments: readonly string[]; readonly officials: readonly string[] };

const visitColumns = {
  establishment: visitTable.establishmentId,
  official: visitTable.officialId,
  standInFor: visitTable.standInFor,
  jointWith: visitTable.jointWith,
  madeOn: visitTable.madeOn,
  recordedOn: visitTable.recordedOn,
  mode: visitTable.mode,
  complete: visitTable.complete,
};

/** Rows of every table, each kind in the order of establishments' ids or of the time they were recorded. */
async function readAll(db: Db) {
  return {
    establishments: await db.select().from(establishmentTable).orderBy(establishmentTable.id),
    states: await db.select().from(establishmentStateTable).orderBy(establishmentStateTable.id),
    grades: await db.select().from(pairingGradeTable).orderBy(pairingGradeTable.recordedAt),
    risks: await db.select().from(riskGradeTable).orderBy(riskGradeTable.recordedAt),
    assignments: await db.select().from(assignmentTable).orderBy(assignmentTable.recordedAt),
    officials: await db.select().from(officialTable).orderBy(officialTable.id),
    visits: await db.select(visitColumns).from(visitTable),
    waivers: await db.select().from(waiverTable),
  };
}

type Rows = Awaited<ReturnType<typeof readAll>>;

/** Rows of a table as one value of a statement, of the columns that are named. */
function toJson(
  table: PgTable,
  columns: Readonly<Record<string, PgColumn>>,
  where: SQL,
  orderBy: PgColumn,
): SQL {
  const names = sql.join(
    Object.values(columns).map((column) => sql`${column}`),
    sql`, `,
  );
  return sql`(select coalesce(json_agg(found), '[]'::json)
    from (select ${names} from ${table} where ${where} order by ${orderBy}) as found)`;
}

/** Rows out of such a value, as drizzle would have given them. */
function fromJson<R>(columns: Readonly<Record<string, PgColumn>>, value: unknown): R[] {
  const entries = Object.entries(columns);
  return (value as readonly Readonly<Record<string, unknown>>[]).map(
    (row) =>
      Object.fromEntries(
        entries.map(([property, column]) => {
          const stored = row[column.name];
          return [property, stored === null ? null : column.mapFromDriverValue(stored)];
        }),
      ) as R,
  );
}

/** Rows of a part in one statement: every change reads one, and every picture reads what a change has touched. */
async function readPart(db: Db, { establishments, officials }: Part): Promise<Rows> {
  const within = (column: PgColumn) => sql`${column} = any(${sql.param([...establishments])}::text[])`;
  // As one set of ids, which the index is asked for one by one; with an “or” the server looks at every official.
  const isAskedOfficial = sql`${officialTable.id} in (select unnest(${sql.param([...officials])}::text[]) union
    select ${assignmentTable.officialId} from ${assignmentTable} where ${within(assignmentTable.establishmentId)})`;
  const parts = {
    establishments: [establishmentTable, within(establishmentTable.id), establishmentTable.id],
    states: [
      establishmentStateTable,
      within(establishmentStateTable.establishmentId),
      establishmentStateTable.id,
    ],
    grades: [pairingGradeTable, within(pairingGradeTable.establishmentId), pairingGradeTable.recordedAt],
    risks: [riskGradeTable, within(riskGradeTable.establishmentId), riskGradeTable.recordedAt],
    assignments: [assignmentTable, within(assignmentTable.establishmentId), assignmentTable.recordedAt],
    officials: [officialTable, isAskedOfficial, officialTable.id],
    waivers: [waiverTable, within(waiverTable.establishmentId), waiverTable.recordedAt],
  } as const;
  const values = Object.entries(parts).map(
    ([name, [table, where, orderBy]]) =>
      sql`${toJson(table, getTableColumns(table), where, orderBy)} as ${sql.identifier(name)}`,
  );
  const visits = toJson(visitTable, visitColumns, within(visitTable.establishmentId), visitTable.recordedAt);
  const [row = {}] = await executeRows(
    db,
    sql`select ${sql.join([...values, sql`${visits} as visits`], sql`, `)}`,
  );
  const read = <R>(name: keyof typeof parts): R[] => fromJson<R>(getTableColumns(parts[name][0]), row[name]);
  return {
    establishments: read("establishments"),
    states: read("states"),
    grades: read("grades"),
    risks: read("risks"),
    assignments: read("assignments"),
    officials: read("officials"),
    visits: fromJson(visitColumns, row.visits),
    waivers: read("waivers"),
  };
}

/** All records, or those of a part, each kind in the order of establishments' ids. */
export async function readPictureRecords(db: Db, part?: Part): Promise<PictureRecords> {
  const { establishments, states, grades, risks, assignments, officials, visits, waivers } =
    part === undefined ? await readAll(db) : await readPart(db, part);
  return {
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
