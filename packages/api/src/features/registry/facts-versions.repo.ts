// Facts of establishments in two times: the present ones stand in the register's row, those before it in rows of their
// own, written when facts change.
import {
  type EstablishmentFacts,
  type FactsVersion,
  EstablishmentFacts as factsSchema,
  type PlainDate,
  reviseFacts,
} from "@shian/domain";
import { and, eq, inArray, isNull } from "drizzle-orm";
import { bulkInsert } from "../../storage/bulk-write.js";
import type { Db } from "../../storage/database.js";
import { listBatches } from "../../storage/list-batches.js";
import { establishmentPastTable, establishmentTable } from "./registry.table.js";

type Row = typeof establishmentTable.$inferSelect;
type Past = typeof establishmentPastTable.$inferSelect;

const factNames = Object.keys(factsSchema.shape) as (keyof EstablishmentFacts)[];

/** The facts of a row of the register, without what is kept beside them. */
export const pickFacts = (row: object): EstablishmentFacts =>
  Object.fromEntries(factNames.map((name) => [name, Reflect.get(row, name)])) as EstablishmentFacts;

/** What an establishment's facts were taken to be until now. */
export type StandingFacts = {
  readonly present: Row;
  /** Versions of before that still stand. */
  readonly past: readonly Past[];
};

/** The rows of the establishments with their versions of before; those not in the register are left out. */
export async function readStandingFacts(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StandingFacts>> {
  const standing = new Map<string, StandingFacts & { past: Past[] }>();
  for (const batch of listBatches([...new Set(ids)], 5000)) {
    const rows = await db
      .select()
      .from(establishmentTable)
      .where(inArray(establishmentTable.id, [...batch]));
    for (const present of rows) standing.set(present.id, { present, past: [] });
    const past = await db
      .select()
      .from(establishmentPastTable)
      .where(
        and(
          inArray(establishmentPastTable.establishmentId, [...batch]),
          isNull(establishmentPastTable.supersededAt),
        ),
      );
    for (const row of past) standing.get(row.establishmentId)?.past.push(row);
  }
  return standing;
}

/** What a change of facts makes of the versions: the one that stays in the register's row, and those before it. */
export type Revision = {
  readonly last: FactsVersion;
  readonly before: readonly FactsVersion[];
};

const byFrom = (a: Past, b: Past): number => ((a.validFrom ?? "") < (b.validFrom ?? "") ? -1 : 1);

/** All versions that stand, first to last. */
const listVersions = ({ present, past }: StandingFacts): FactsVersion[] => [
  ...[...past].sort(byFrom).map((row) => ({
    facts: row.facts as EstablishmentFacts,
    from: row.validFrom as PlainDate | null,
    to: row.validTo as PlainDate | null,
  })),
  { facts: pickFacts(present), from: present.factsFrom as PlainDate | null, to: null },
];

/** The versions after the facts became these from the day on; `from` null: they always were so. */
export function reviseStanding(
  { present, past }: StandingFacts,
  facts: EstablishmentFacts,
  from: PlainDate | null,
): Revision {
  const standing = listVersions({ present, past });
  const known = pickFacts(present);
  const changed = factNames.filter((name) => JSON.stringify(known[name]) !== JSON.stringify(facts[name]));
  const changes = Object.fromEntries(changed.map((name) => [name, facts[name]]));
  const revised = reviseFacts({ standing, changes, from });
  const last = revised.at(-1);
  if (last === undefined) throw new Error(`establishment ${present.id} has no version of its facts`);
  return { last, before: revised.slice(0, -1) };
}

/** Writes what the register's rows held before and the versions before the new ones; nothing is deleted. */
export async function writePastFacts(
  db: Db,
  written: readonly {
    readonly standing: StandingFacts;
    readonly revision: Revision;
    readonly countyCode: string;
  }[],
  at: string,
): Promise<void> {
  const superseded = written.flatMap(({ standing }) => standing.past.map(({ id }) => id));
  for (const batch of listBatches(superseded, 5000))
    await db
      .update(establishmentPastTable)
      .set({ supersededAt: at })
      .where(inArray(establishmentPastTable.id, [...batch]));
  const rows = written.flatMap(({ standing: { present }, revision, countyCode }) => {
    const common = { countyCode, establishmentId: present.id };
    return [
      {
        ...common,
        facts: pickFacts(present),
        validFrom: present.factsFrom,
        validTo: null,
        recordedAt: present.factsAt,
        supersededAt: at,
      },
      ...revision.before.map(({ facts, from, to }) => ({
        ...common,
        facts,
        validFrom: from,
        validTo: to,
        recordedAt: at,
        supersededAt: null,
      })),
    ];
  });
  await bulkInsert(db, establishmentPastTable, rows);
}

/** The versions that a transaction of the instant superseded, by establishment: as a change back makes them stand again. */
export async function readSupersededFacts(
  db: Db,
  ids: readonly string[],
  recordedAt: string,
): Promise<ReadonlyMap<string, Revision>> {
  const found = new Map<string, Past[]>();
  for (const batch of listBatches([...new Set(ids)], 5000)) {
    const rows = await db
      .select()
      .from(establishmentPastTable)
      .where(
        and(
          inArray(establishmentPastTable.establishmentId, [...batch]),
          eq(establishmentPastTable.supersededAt, recordedAt),
        ),
      );
    for (const row of rows) found.set(row.establishmentId, [...(found.get(row.establishmentId) ?? []), row]);
  }
  const toVersion = (row: Past): FactsVersion => ({
    facts: row.facts as EstablishmentFacts,
    from: row.validFrom as PlainDate | null,
    to: row.validTo as PlainDate | null,
  });
  return new Map(
    [...found].flatMap(([id, rows]) => {
      // What stood in the register's row was open; what stood before it had ended.
      const last = rows.find(({ validTo }) => validTo === null);
      if (last === undefined) return [];
      const before = rows.filter((row) => row !== last).sort(byFrom);
      return [[id, { last: toVersion(last), before: before.map(toVersion) }] as const];
    }),
  );
}

/** The versions that stand of each establishment's facts. */
export async function readVersions(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Revision>> {
  const standing = await readStandingFacts(db, ids);
  return new Map(
    [...standing].map(([id, one]) => {
      const versions = listVersions(one);
      const last = versions.at(-1);
      if (last === undefined) throw new Error(`establishment ${id} has no version of its facts`);
      return [id, { last, before: versions.slice(0, -1) }];
    }),
  );
}
