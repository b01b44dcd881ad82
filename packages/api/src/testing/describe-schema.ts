// Everything of a schema that matters, as text: two databases with the same text behave alike.
import { sql } from "drizzle-orm";
import { type Db, executeRows } from "../storage/database.js";

const questions = [
  sql`select table_name || '.' || column_name || ' ' || data_type || ' ' || udt_name || ' ' || is_nullable || ' ' ||
      coalesce(column_default, '-') || ' ' || coalesce(collation_name, '-') || ' ' || is_identity || ' ' ||
      coalesce(datetime_precision::text, '-') as line
    from information_schema.columns where table_schema = 'public'`,
  sql`select conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(oid) as line
    from pg_constraint where connamespace = 'public'::regnamespace and conrelid <> 0`,
  sql`select indexdef as line from pg_indexes where schemaname = 'public'`,
  sql`select 'policy ' || tablename || '.' || policyname || ' ' || cmd || ' ' || permissive || ' ' || roles::text || ' ' ||
      coalesce(qual, '-') || ' ' || coalesce(with_check, '-') as line
    from pg_policies where schemaname = 'public'`,
  sql`select 'table ' || relname || ' ' || relrowsecurity || ' ' || relforcerowsecurity as line
    from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'm', 'p')`,
  sql`select pg_get_functiondef(oid) as line from pg_proc where pronamespace = 'public'::regnamespace and prokind = 'f'`,
  sql`select pg_get_triggerdef(oid) as line from pg_trigger where not tgisinternal`,
  sql`select 'sequence ' || sequencename || ' ' || data_type || ' ' || increment_by || ' ' || max_value as line
    from pg_sequences where schemaname = 'public'`,
  sql`select 'grant ' || table_name || ' ' || grantee || ' ' || privilege_type as line
    from information_schema.role_table_grants where table_schema = 'public' and grantee = 'shian_person'`,
  sql`select 'migration ' || tag as line from schema_migration`,
];

/** Columns, constraints, indexes, policies, functions, triggers, sequences, grants and migrations, a line each. */
export async function describeSchema(db: Db): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const question of questions)
    lines.push(...(await executeRows(db, question)).map(({ line }) => String(line)));
  return lines.sort();
}

/** A digest of the rows of some columns of some tables, a line for each table; what a migration must not lose. */
export async function digestRows(
  db: Db,
  wanted: readonly { readonly table: string; readonly columns: readonly string[] }[],
): Promise<readonly string[]> {
  const digests: string[] = [];
  for (const { table, columns } of wanted) {
    const values = sql.join(
      columns.map((name) => sql`${sql.identifier(name)}::text`),
      sql`, `,
    );
    const [row] = await executeRows(
      db,
      sql`select count(*) || ' ' || coalesce(md5(string_agg(line, chr(10) order by line collate "C")), '') as digest
        from (select json_build_array(${values})::text as line from ${sql.identifier(table)}) as lines`,
    );
    digests.push(String(row?.digest));
  }
  return digests;
}
