// Reads, in bulk and without a check per row, everything that a picture is made of. The rows were checked when they
// were written; the picture's own tests and the contracts of every answer check them again.
import { type EstablishmentFacts, type PlainDate, toOfficeDay, type Waiver } from "@shian/domain";
import { getTableColumns, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Db } from "../../storage/database.js";
import { fromJson, toJson } from "../../storage/rows-as-json.js";
import { assignmentTable, officialPostTable, officialTable } from "../chain/chain.table.js";
import { pairingGradeTable, riskGradeTable } from "../grading/grading.table.js";
import { officeSettingTable } from "../office/office.table.js";
import { armPersonTable } from "../registry/arm-person.table.js";
import {
  establishmentPastTable,
  establishmentStateTable,
  establishmentTable,
} from "../registry/registry.table.js";
import { territoryStamp } from "../territory/territory.repo.js";
import { visitTable, waiverTable } from "../visit/visit.table.js";
import { always, toSearchText } from "./facts-on.js";
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

/**
 * What of the register is read: these establishments and all that these officials answer for, with everybody who answers
 * for one of them.
 */
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

// The facts that a grade was given on are looked up with the one establishment whose page is open.
const { facts: _facts, basis: _basis, ...gradeColumns } = getTableColumns(pairingGradeTable);

const armColumns = {
  establishmentId: armPersonTable.establishmentId,
  personId: armPersonTable.personId,
  role: armPersonTable.role,
  name: armPersonTable.name,
  validFrom: armPersonTable.validFrom,
  validTo: armPersonTable.validTo,
  recordedAt: armPersonTable.recordedAt,
  supersededAt: armPersonTable.supersededAt,
};

/** Rows of every table, each kind in the order of establishments' ids or of the time they were recorded. */
async function readAll(db: Db) {
  return {
    establishments: await db.select().from(establishmentTable).orderBy(establishmentTable.id),
    past: await db.select().from(establishmentPastTable).orderBy(establishmentPastTable.id),
    states: await db.select().from(establishmentStateTable).orderBy(establishmentStateTable.id),
    grades: await db.select(gradeColumns).from(pairingGradeTable).orderBy(pairingGradeTable.recordedAt),
    risks: await db.select().from(riskGradeTable).orderBy(riskGradeTable.recordedAt),
    assignments: await db.select().from(assignmentTable).orderBy(assignmentTable.recordedAt),
    officials: await db.select().from(officialTable).orderBy(officialTable.id),
    posts: await db.select().from(officialPostTable).orderBy(officialPostTable.recordedAt),
    visits: await db.select(visitColumns).from(visitTable),
    waivers: await db.select().from(waiverTable),
    arms: await db
      .select(armColumns)
      .from(armPersonTable)
      .orderBy(armPersonTable.validFrom, armPersonTable.id),
  };
}

type Rows = Awaited<ReturnType<typeof readAll>>;

/** A part of the register, and beside it what a picture of it needs besides records. */
export type ReadPart = {
  readonly records: PictureRecords;
  /** Of the office's places; see `territoryStamp`. */
  readonly stamp: string;
  /** Stored values of the settings asked for, by key. */
  readonly settings: Readonly<Record<string, unknown>>;
};

/** All that a picture of a few establishments needs, in one statement. */
export type PartQuestion = Part & {
  /** Settings that are read with it. */
  readonly settings: readonly string[];
  /** The transaction is bound to somebody's rows. */
  readonly isBound: boolean;
};

/**
 * The records of a part: of the establishments named and of all that the officials named answer for. Every change reads
 * one, and every picture reads what a change has touched. Planning it takes longer than running it, so the server keeps
 * it under a name of a connection: one for who is bound to rows and one for the product itself, whose plans differ.
 */
export async function readPart(
  db: Db,
  { establishments, officials, settings, isBound }: PartQuestion,
): Promise<ReadPart> {
  const { supersededAt, establishmentId, officialId } = assignmentTable;
  const named = sql`select unnest(${sql.param([...officials])}::text[])`;
  // Out of a subquery, so that one id and many are planned alike and the plan is kept.
  const ids = sql`array(select unnest(${sql.param([...establishments])}::text[]) union
    select ${establishmentId} from ${assignmentTable} where ${officialId} = any(array(${named})) and ${supersededAt} is null)`;
  const within = (column: PgColumn) => sql`${column} = any(${ids})`;
  // As one set of ids, which the index is asked for one by one; with an “or” the server looks at every official.
  const isAskedOfficial = (column: PgColumn) => sql`${column} in (${named} union
    select ${officialId} from ${assignmentTable} where ${within(establishmentId)})`;
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
    officials: [officialTable, isAskedOfficial(officialTable.id), officialTable.id],
    posts: [officialPostTable, isAskedOfficial(officialPostTable.officialId), officialPostTable.recordedAt],
    past: [establishmentPastTable, within(establishmentPastTable.establishmentId), establishmentPastTable.id],
    waivers: [waiverTable, within(waiverTable.establishmentId), waiverTable.recordedAt],
  } as const;
  const values = Object.entries(parts).map(
    ([name, [table, where, orderBy]]) =>
      [name, toJson(table, getTableColumns(table), where, orderBy).as(name)] as const,
  );
  const arms = toJson(
    armPersonTable,
    armColumns,
    within(armPersonTable.establishmentId),
    armPersonTable.validFrom,
  );
  const visits = toJson(visitTable, visitColumns, within(visitTable.establishmentId), visitTable.recordedAt);
  const { key, value } = officeSettingTable;
  const found = sql`(select coalesce(json_object_agg(${key}, ${value}), '{}'::json) from ${officeSettingTable}
    where ${key} = any(${sql.param([...settings])}::text[]))`;
  const [row = {}]: readonly Readonly<Record<string, unknown>>[] = await db
    .select({
      ...Object.fromEntries(values),
      visits: visits.as("visits"),
      arms: arms.as("arms"),
      stamp: territoryStamp.as("stamp"),
      settings: found.as("settings"),
    })
    .from(sql`(values (1)) as one`)
    .prepare(isBound ? "read_part_bound" : "read_part")
    .execute();
  const read = <R>(name: keyof typeof parts): R[] => fromJson<R>(getTableColumns(parts[name][0]), row[name]);
  const records = toRecords({
    establishments: read("establishments"),
    states: read("states"),
    grades: read("grades"),
    risks: read("risks"),
    assignments: read("assignments"),
    officials: read("officials"),
    posts: read("posts"),
    past: read("past"),
    visits: fromJson(visitColumns, row.visits),
    waivers: read("waivers"),
    arms: fromJson(armColumns, row.arms),
  });
  return { records, stamp: String(row.stamp), settings: row.settings as ReadPart["settings"] };
}

/** All records, each kind in the order of establishments' ids. */
export const readPictureRecords = async (db: Db): Promise<PictureRecords> => toRecords(await readAll(db));

function toRecords(rows: Rows): PictureRecords {
  const {
    establishments,
    past,
    states,
    grades,
    risks,
    assignments,
    officials,
    posts,
    visits,
    waivers,
    arms,
  } = rows;
  return {
    establishments: establishments.map(
      ({
        countyCode,
        nameKey,
        namePinyin,
        nameInitials,
        contactMobile,
        createdAt,
        factsFrom,
        factsAt,
        ...facts
      }) =>
        ({
          ...facts,
          factsFrom,
          factsKnown: factsAt === null ? null : toDay(factsAt),
          searchText: toSearchText({ ...facts, nameKey, namePinyin, nameInitials }),
        }) as PictureRecords["establishments"][number],
    ),
    past: past.map((row) => ({
      establishment: row.establishmentId,
      value: row.facts as EstablishmentFacts,
      from: (row.validFrom ?? always) as PlainDate,
      to: row.validTo as PlainDate | null,
      ...(row.recordedAt === null ? {} : { recordedFrom: toDay(row.recordedAt) }),
      recordedTo: row.supersededAt === null ? null : toDay(row.supersededAt),
    })),
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
    posts: posts.map(
      (row) =>
        ({
          id: row.officialId,
          unit: row.unit,
          post: row.post,
          level: row.level,
          jurisdictions: row.jurisdictions,
          ...toTimes(row),
        }) as PictureRecords["posts"][number],
    ),
    assignments: assignments.map((row) => ({
      establishment: row.establishmentId,
      official: row.officialId,
      ...toTimes(row),
    })),
    visits: visits as unknown as PictureRecords["visits"],
    arms: arms.map(
      (row) =>
        ({
          establishment: row.establishmentId,
          person: row.personId,
          role: row.role,
          name: row.name,
          ...toTimes(row),
        }) as PictureRecords["arms"][number],
    ),
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
