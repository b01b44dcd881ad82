// What the tables of a database are, asked of its own catalogue, so that a backup can leave out none: columns in their
// order, key, and an order in which a row's parents are written before it.
import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { type Db, executeRows } from "./database.js";

const StoredTable = z.object({
  name: z.string(),
  columns: z.array(z.object({ name: z.string(), type: z.string() })),
  key: z.array(z.string()),
  parents: z.array(z.string()),
});
/** One table: its columns with their types as text, and the tables that its rows point to. */
export type StoredTable = z.infer<typeof StoredTable>;

/** Tables in an order that writes parents first. */
function orderByParents(tables: readonly StoredTable[]): readonly StoredTable[] {
  const placed = new Set<string>();
  const ordered: StoredTable[] = [];
  let waiting = tables;
  while (waiting.length > 0) {
    const next = waiting.filter(({ name, parents }) =>
      parents.every((parent) => parent === name || placed.has(parent)),
    );
    if (next.length === 0)
      throw new Error(
        `Tables point at one another in a ring: ${waiting.map(({ name }) => name).join(", ")}.`,
      );
    for (const table of next) placed.add(table.name);
    ordered.push(...next);
    waiting = waiting.filter(({ name }) => !placed.has(name));
  }
  return ordered;
}

/** Every table of the product's schema, parents first. */
export async function listStoredTables(db: Db): Promise<readonly StoredTable[]> {
  const rows = await executeRows(
    db,
    sql`
      select
        c.relname as name,
        (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
          from pg_attribute a
          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
        coalesce((select json_agg(a.attname order by k.at)
          from pg_index i, unnest(i.indkey) with ordinality as k (attnum, at), pg_attribute a
          where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = k.attnum), '[]') as key,
        coalesce((select json_agg(distinct p.relname)
          from pg_constraint f join pg_class p on p.oid = f.confrelid
          where f.conrelid = c.oid and f.contype = 'f'), '[]') as parents
      from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      order by c.relname collate "C"`,
  );
  return orderByParents(z.array(StoredTable).parse(rows));
}

/** A sequence and the last number that it gave; null when it gave none. */
export type StoredSequence = { readonly name: string; readonly value: string | null };

/** Every sequence of the product's schema. */
export async function listSequences(db: Db): Promise<readonly StoredSequence[]> {
  const rows = await executeRows(
    db,
    sql`select sequencename as name, last_value::text as value from pg_sequences
      where schemaname = 'public' order by sequencename collate "C"`,
  );
  return z.array(z.object({ name: z.string(), value: z.string().nullable() })).parse(rows);
}

/** How values are written as text, the same on every server whatever its own settings. */
export const plainText: SQL = sql`select
  set_config('timezone', 'UTC', true), set_config('datestyle', 'ISO, YMD', true),
  set_config('intervalstyle', 'postgres', true), set_config('bytea_output', 'hex', true),
  set_config('extra_float_digits', '1', true), set_config('search_path', 'public', true)`;

/** The columns named and joined, e.g. of an insert. */
export const toNames = (names: readonly string[]): SQL =>
  sql.join(
    names.map((name) => sql.identifier(name)),
    sql`, `,
  );
