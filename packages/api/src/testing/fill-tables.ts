// Rows for every table of whatever schema a database has, made from its catalogue: awkward text, JSON of every kind,
// bytes, absent values; parents and children fit. As SQL, so that they can be kept with the schema that they were made for.
import { sql } from "drizzle-orm";
import * as z from "zod";
import { listStoredTables } from "../storage/backup-tables.js";
import { type Db, executeRows } from "../storage/database.js";

const ROWS = 4;

const Column = z.object({ name: z.string(), type: z.string(), required: z.boolean(), counted: z.boolean() });
type Column = z.infer<typeof Column>;
const ForeignKey = z.object({
  columns: z.array(z.string()),
  parent: z.string(),
  parentColumns: z.array(z.string()),
});

const escapes: Readonly<Record<string, string>> = {
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\\": "\\\\",
  "'": "''",
};
/** A literal on one line. */
const quote = (text: string) => `E'${text.replaceAll(/[\n\r\t\\']/g, (mark) => escapes[mark] ?? mark)}'`;
const awkward = [
  "平常的字",
  "换行\n制表\t回车\r引号'\"反斜杠\\n",
  "𠮷野家 😀 \u200b ＝1+1 {a,b} NULL",
  "",
] as const;
const documents = [
  '{"甲": ["乙", 1.50, 12345678901234567890.123, true], "空": null}',
  "null",
  '"只是字"',
  "[]",
] as const;

/** Tables whose rows a constraint of their own shapes. */
const shaped: Readonly<Record<string, readonly string[]>> = {
  "rubric.is_current": ["true", "false", "false", "false"],
};

function composeValue(table: string, { name, type, required }: Column, isKey: boolean, row: number): string {
  const given = shaped[`${table}.${name}`]?.[row];
  if (given !== undefined) return given;
  if (!required && row === 2) return "null";
  if (type === "text")
    return quote(isKey ? `${name}-${row}` : `${awkward[row % awkward.length] ?? ""}${row === 3 ? "" : row}`);
  if (type === "jsonb") return `${quote(documents[row % documents.length] ?? "null")}::jsonb`;
  if (type === "bytea") return `'\\x00ff0a${"5c".repeat(row)}'::bytea`;
  if (type === "boolean") return row % 2 === 0 ? "true" : "false";
  if (type === "date") return `'2026-0${row + 1}-2${row}'`;
  if (type === "text[]") return row === 3 ? "'{}'" : `array[${quote(`甲,"${row}`)}, 'NULL', '']`;
  if (type.startsWith("timestamp")) return `'2026-0${row + 1}-28T23:59:59.00${row}Z'`;
  if (type === "double precision") return String(row + 0.125);
  if (type === "integer" || type === "bigint") return String(row + 1);
  throw new Error(`No value is known for ${table}.${name} of type ${type}.`);
}

/** Statements that fill every table of the database with a few rows, parents first, and move its sequences past them. */
export async function composeRows(db: Db): Promise<readonly string[]> {
  const statements: string[] = [];
  for (const { name: table, key } of await listStoredTables(db)) {
    if (table === "schema_migration") continue;
    const columns = z.array(Column).parse(
      await executeRows(
        db,
        sql`select attname as name, regexp_replace(format_type(atttypid, atttypmod), '\\(\\d+\\)', '') as type, attnotnull as required, attidentity <> '' as counted
          from pg_attribute where attrelid = ${table}::regclass and attnum > 0 and not attisdropped order by attnum`,
      ),
    );
    const unique = await executeRows(
      db,
      sql`select distinct a.attname as name from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
        where i.indrelid = ${table}::regclass and i.indisunique`,
    );
    const foreign = z.array(ForeignKey).parse(
      await executeRows(
        db,
        sql`select
            (select json_agg(a.attname order by k.at) from unnest(f.conkey) with ordinality as k (num, at)
              join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.num) as columns,
            f.confrelid::regclass::text as parent,
            (select json_agg(a.attname order by k.at) from unnest(f.confkey) with ordinality as k (num, at)
              join pg_attribute a on a.attrelid = f.confrelid and a.attnum = k.num) as "parentColumns"
          from pg_constraint f where f.conrelid = ${table}::regclass and f.contype = 'f'`,
      ),
    );
    const isKey = (name: string) => key.includes(name) || unique.some((column) => column.name === name);
    for (let row = 0; row < ROWS; row += 1) {
      const values = columns.map((column) => {
        for (const { columns: own, parentColumns } of foreign) {
          const at = own.indexOf(column.name);
          // A key's value follows from its name and row alone, so a child knows what its parent has.
          if (at >= 0) return quote(`${parentColumns[at] ?? ""}-${row}`);
        }
        return composeValue(table, column, isKey(column.name), row);
      });
      const names = columns.map(({ name }) => `"${name}"`).join(", ");
      statements.push(
        `insert into "${table}" (${names}) overriding system value values (${values.join(", ")});`,
      );
    }
    for (const { name } of columns.filter(({ counted }) => counted))
      statements.push(`select setval(pg_get_serial_sequence('${table}', '${name}'), ${ROWS + 7});`);
  }
  return statements;
}
