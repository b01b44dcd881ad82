// What a database holds after the deaths of R1, beside what was acknowledged: nothing lost, nothing half.
import { sql } from "drizzle-orm";
import { connect } from "../../storage/connect.js";
import { type Db, executeRows } from "../../storage/database.js";
import type { Acknowledged, Office } from "./live-and-die.js";
import { IN_FILE, listCodes } from "./register-file.js";

/** Faults by what they are; all zero is held. */
export type Judged = { readonly lost: number; readonly torn: number; readonly half: number };

const count = async (db: Db, statement: ReturnType<typeof sql>): Promise<number> =>
  Number((await executeRows(db, statement))[0]?.n ?? Number.NaN);

/** Acknowledged changes that are not in the log of changes. */
async function countLost(db: Db, changes: readonly string[]): Promise<number> {
  const rows = await executeRows(db, sql`select tx_id from transaction_log`);
  const known = new Set(rows.map((row) => String(row.tx_id)));
  return changes.filter((tx) => !known.has(tx)).length;
}

/** Changes of which business row, record and log do not say the same. */
async function countTorn(db: Db): Promise<number> {
  const torn = [
    // Logged and not in the record, or the other way round.
    sql`select count(*) as n from transaction_log as done where done.operation in ('visit.submit', 'registry.correct')
        and not exists (select from audit_entry as entry where entry.tx_id = done.tx_id)`,
    sql`select count(*) as n from audit_entry as entry where entry.operation in ('visit.submit', 'registry.correct')
        and not exists (select from transaction_log as done where done.tx_id = entry.tx_id)`,
    // A visit acknowledged that is not there.
    sql`select count(*) as n from transaction_log as done where done.operation = 'visit.submit'
        and not exists (select from visit where visit.id = done.response->>'id')`,
    // An establishment changed as often as its record says; it begins with version 1.
    sql`select count(*) as n from establishment where version - 1 <> (
          select count(distinct change.seq) from audit_change as change join audit_entry as entry on entry.seq = change.seq
          where change.object_kind = 'establishment' and change.object_id = establishment.id
            and entry.operation = 'registry.correct')`,
    // The chain has no hole.
    sql`select coalesce(max(seq), 0) - count(*) as n from audit_entry`,
  ];
  let sum = 0;
  for (const statement of torn) sum += Math.abs(await count(db, statement));
  return sum;
}

/** Files that came in by half, or that were acknowledged and are not in. */
async function countHalf(db: Db, files: readonly number[], imported: ReadonlySet<number>): Promise<number> {
  let half = 0;
  for (const file of files) {
    const codes = sql.param([...listCodes(file)]);
    const inside = await count(
      db,
      sql`select count(*) as n from establishment where credit_code = any(${codes}::text[])`,
    );
    const graded = await count(
      db,
      sql`select count(*) as n from pairing_grade where establishment_id in
          (select id from establishment where credit_code = any(${codes}::text[]))`,
    );
    const isWhole = inside === IN_FILE && graded === IN_FILE;
    const isAbsent = inside === 0 && graded === 0;
    if (!isWhole && (!isAbsent || imported.has(file))) half += 1;
  }
  return half;
}

/** Judges the office's database, whose server must be gone. */
export async function judge(
  { folder, databaseUrl }: Office,
  files: readonly number[],
  acknowledged: readonly Acknowledged[],
): Promise<Judged> {
  const database = await connect({ folder, databaseUrl, requireDurable: true, now: new Date() });
  try {
    const changes = acknowledged.flatMap((one) => ("tx" in one ? [one.tx] : []));
    const imported = new Set(acknowledged.flatMap((one) => ("imported" in one ? [one.imported] : [])));
    return {
      lost: await countLost(database.db, changes),
      torn: await countTorn(database.db),
      half: await countHalf(database.db, files, imported),
    };
  } finally {
    await database.close();
  }
}

/** Makes the office's record say one change less of an establishment than there was, while `work` looks at it. */
export async function withTorn<T>({ folder, databaseUrl }: Office, work: () => Promise<T>): Promise<T> {
  const shift = async (by: number) => {
    const database = await connect({ folder, databaseUrl, requireDurable: true, now: new Date() });
    await database.db.execute(
      sql`update establishment set version = version + ${by} where id = (select min(id) from establishment)`,
    );
    await database.close();
  };
  await shift(1);
  const result = await work();
  await shift(-1);
  return result;
}
