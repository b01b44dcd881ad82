// Rows of several tables in one answer of the database: each table's as one value.
import { getTableName, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";

/** Rows of a table as one value of a statement, of the columns that are named. */
export function toJson(
  table: PgTable,
  columns: Readonly<Record<string, PgColumn>>,
  where: SQL,
  orderBy: PgColumn,
): SQL {
  // A hundred columns each time: as one text they are composed in a fraction of the time.
  const names = sql.raw(
    Object.values(columns)
      .map(({ name }) => `"${getTableName(table)}"."${name}"`)
      .join(", "),
  );
  return sql`(select coalesce(json_agg(found), '[]'::json)
    from (select ${names} from ${table} where ${where} order by ${orderBy}) as found)`;
}

/** Rows out of such a value, as drizzle would have given them. */
export function fromJson<R>(columns: Readonly<Record<string, PgColumn>>, value: unknown): R[] {
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
