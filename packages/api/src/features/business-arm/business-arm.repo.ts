// Training and controls of businesses as they are stored.
import {
  addDays,
  type ControlKind,
  type ControlReportFact,
  type ControlResult,
  type PlainDate,
} from "@shian/domain";
import { and, between, desc, eq, gte, inArray, isNull, lt, or, sql } from "drizzle-orm";
import { bulkInsert } from "../../storage/bulk-write.js";
import type { Db } from "../../storage/database.js";
import { listBatches } from "../../storage/list-batches.js";
import { armTrainingTable, controlReportTable } from "./business-arm.table.js";

export type StoredTraining = typeof armTrainingTable.$inferSelect;
export type StoredReport = typeof controlReportTable.$inferSelect;

/** What stood at the end of the day: recorded before the next one began, and not replaced by then. */
function stoodOn(
  { recordedAt, supersededAt }: typeof armTrainingTable | typeof controlReportTable,
  knownOn: PlainDate,
) {
  const end = new Date(`${addDays(knownOn, 1)}T00:00:00+08:00`).toISOString();
  return and(lt(recordedAt, end), or(isNull(supersededAt), gte(supersededAt, end)));
}

/** Trainings held in the days as known on a day, the latest first: of one establishment, or of all that the database shows. */
export async function listTrainings(
  db: Db,
  {
    first,
    last,
    knownOn,
  }: { readonly first: PlainDate; readonly last: PlainDate; readonly knownOn: PlainDate },
  establishment?: string,
): Promise<readonly StoredTraining[]> {
  const { heldOn, establishmentId } = armTrainingTable;
  return db
    .select()
    .from(armTrainingTable)
    .where(
      and(
        between(heldOn, first, last),
        stoodOn(armTrainingTable, knownOn),
        establishment === undefined ? undefined : eq(establishmentId, establishment),
      ),
    )
    .orderBy(desc(heldOn), armTrainingTable.id);
}

/** Trainings of the establishments that stand. */
export async function listStandingTrainings(
  db: Db,
  establishments: readonly string[],
): Promise<readonly StoredTraining[]> {
  const { establishmentId, supersededAt } = armTrainingTable;
  const found: StoredTraining[] = [];
  for (const batch of listBatches(establishments, 5000))
    found.push(
      ...(await db
        .select()
        .from(armTrainingTable)
        .where(and(inArray(establishmentId, [...batch]), isNull(supersededAt)))),
    );
  return found;
}

export async function insertTraining(db: Db, training: Omit<StoredTraining, "supersededAt">): Promise<void> {
  await db.insert(armTrainingTable).values(training);
}

export const insertTrainings = (
  db: Db,
  trainings: readonly Omit<StoredTraining, "supersededAt">[],
): Promise<void> => bulkInsert(db, armTrainingTable, trainings);

/** Trainings no longer stand; nothing takes their place. */
export async function supersedeTrainings(db: Db, ids: readonly string[], at: string): Promise<void> {
  for (const batch of listBatches(ids, 5000))
    await db
      .update(armTrainingTable)
      .set({ supersededAt: at })
      .where(and(inArray(armTrainingTable.id, [...batch]), isNull(armTrainingTable.supersededAt)));
}

/** Reports of one establishment as known on a day, for periods that end in the days, the latest first. */
export async function listReports(
  db: Db,
  establishment: string,
  {
    first,
    last,
    knownOn,
  }: { readonly first: PlainDate; readonly last: PlainDate; readonly knownOn: PlainDate },
): Promise<readonly StoredReport[]> {
  const { establishmentId, periodEnd } = controlReportTable;
  return db
    .select()
    .from(controlReportTable)
    .where(
      and(
        eq(establishmentId, establishment),
        between(periodEnd, first, last),
        stoodOn(controlReportTable, knownOn),
      ),
    )
    .orderBy(desc(periodEnd), controlReportTable.kind);
}

/** What stood for periods that end in the days, by establishment: each as one value, for there are many. */
export async function listReportFacts(
  db: Db,
  {
    first,
    last,
    knownOn,
  }: { readonly first: PlainDate; readonly last: PlainDate; readonly knownOn: PlainDate },
): Promise<ReadonlyMap<string, readonly ControlReportFact[]>> {
  const { establishmentId, kind, period, result, periodEnd } = controlReportTable;
  const rows = await db
    .select({
      establishment: establishmentId,
      reports: sql<
        readonly (readonly [ControlKind, string, ControlResult])[]
      >`json_agg(json_build_array(${kind}, ${period}, ${result}))`,
    })
    .from(controlReportTable)
    .where(and(between(periodEnd, first, last), stoodOn(controlReportTable, knownOn)))
    .groupBy(establishmentId);
  return new Map(
    rows.map(({ establishment, reports }) => [
      establishment,
      reports.map(([ofKind, ofPeriod, found]) => ({ kind: ofKind, period: ofPeriod, result: found })),
    ]),
  );
}

/** Reports of the establishments that stand, for periods that end in the days. */
export async function listStandingReports(
  db: Db,
  establishments: readonly string[],
  { first, last }: { readonly first: PlainDate; readonly last: PlainDate },
): Promise<readonly StoredReport[]> {
  const { establishmentId, periodEnd, supersededAt } = controlReportTable;
  const found: StoredReport[] = [];
  for (const batch of listBatches(establishments, 5000))
    found.push(
      ...(await db
        .select()
        .from(controlReportTable)
        .where(
          and(inArray(establishmentId, [...batch]), between(periodEnd, first, last), isNull(supersededAt)),
        )),
    );
  return found;
}

type ReportKey = Pick<StoredReport, "establishmentId" | "kind" | "period">;

/** What stands for these periods no longer does. */
export async function supersedeReports(db: Db, reports: readonly ReportKey[], at: string): Promise<void> {
  for (const batch of listBatches(reports, 500)) {
    const { establishmentId, kind, period, supersededAt } = controlReportTable;
    const keys = batch.map((report) => `${report.establishmentId} ${report.kind} ${report.period}`);
    await db
      .update(controlReportTable)
      .set({ supersededAt: at })
      .where(
        and(
          isNull(supersededAt),
          inArray(
            establishmentId,
            batch.map((report) => report.establishmentId),
          ),
          inArray(sql`${establishmentId} || ' ' || ${kind} || ' ' || ${period}`, keys),
        ),
      );
  }
}

/** Keeps reports; each takes the place of what stood for the same period. */
export async function keepReports(
  db: Db,
  reports: readonly Omit<StoredReport, "supersededAt">[],
  at: string,
): Promise<void> {
  await supersedeReports(db, reports, at);
  await bulkInsert(db, controlReportTable, reports);
}
