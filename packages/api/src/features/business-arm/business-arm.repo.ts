// Training and controls of businesses as they are stored.
import type { ControlKind, ControlReportFact, ControlResult, PlainDate } from "@shian/domain";
import { and, between, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Db } from "../../storage/database.js";
import { listBatches } from "../../storage/list-batches.js";
import { armTrainingTable, controlReportTable } from "./business-arm.table.js";

export type StoredTraining = typeof armTrainingTable.$inferSelect;
export type StoredReport = typeof controlReportTable.$inferSelect;

/** Trainings of a year that stand, the latest first: of some establishments, or of all that the database shows. */
export async function listTrainings(
  db: Db,
  year: number,
  establishment?: string,
): Promise<readonly StoredTraining[]> {
  const { heldOn, establishmentId, supersededAt } = armTrainingTable;
  return db
    .select()
    .from(armTrainingTable)
    .where(
      and(
        between(heldOn, `${year}-01-01`, `${year}-12-31`),
        isNull(supersededAt),
        establishment === undefined ? undefined : eq(establishmentId, establishment),
      ),
    )
    .orderBy(desc(heldOn), armTrainingTable.id);
}

export async function insertTraining(db: Db, training: Omit<StoredTraining, "supersededAt">): Promise<void> {
  await db.insert(armTrainingTable).values(training);
}

/** Reports of one establishment that stand, for periods that end in the days, the latest first. */
export async function listReports(
  db: Db,
  establishment: string,
  { first, last }: { readonly first: PlainDate; readonly last: PlainDate },
): Promise<readonly StoredReport[]> {
  const { establishmentId, periodEnd, supersededAt } = controlReportTable;
  return db
    .select()
    .from(controlReportTable)
    .where(and(eq(establishmentId, establishment), between(periodEnd, first, last), isNull(supersededAt)))
    .orderBy(desc(periodEnd), controlReportTable.kind);
}

/** What stands for periods that end in the days, by establishment: each as one value, for there are many. */
export async function listReportFacts(
  db: Db,
  { first, last }: { readonly first: PlainDate; readonly last: PlainDate },
): Promise<ReadonlyMap<string, readonly ControlReportFact[]>> {
  const { establishmentId, kind, period, result, periodEnd, supersededAt } = controlReportTable;
  const rows = await db
    .select({
      establishment: establishmentId,
      reports: sql<
        readonly (readonly [ControlKind, string, ControlResult])[]
      >`json_agg(json_build_array(${kind}, ${period}, ${result}))`,
    })
    .from(controlReportTable)
    .where(and(between(periodEnd, first, last), isNull(supersededAt)))
    .groupBy(establishmentId);
  return new Map(
    rows.map(({ establishment, reports }) => [
      establishment,
      reports.map(([ofKind, ofPeriod, found]) => ({ kind: ofKind, period: ofPeriod, result: found })),
    ]),
  );
}

/** Keeps reports; each takes the place of what stood for the same period. */
export async function keepReports(
  db: Db,
  reports: readonly Omit<StoredReport, "supersededAt">[],
  at: string,
): Promise<void> {
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
    await db.insert(controlReportTable).values([...batch]);
  }
}
