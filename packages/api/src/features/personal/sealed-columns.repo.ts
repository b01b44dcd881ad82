// Every place of the database that holds something sealed, and how a change of keys walks through it. Whoever seals a
// new column adds it to the list.
import { type SQL, sql } from "drizzle-orm";
import { type Db, executeRows } from "../../storage/database.js";

type Place = {
  readonly table: string;
  readonly column: string;
  /** The name under which it is sealed. */
  readonly field: string;
  /** A whole column of text or of bytes, a JSON column that is the text, or the text under a name in one. */
  readonly kind: "text" | "bytes" | "json" | { readonly under: string };
};

/** The places, in the order in which keys are changed. */
export const sealedPlaces: readonly Place[] = [
  { table: "establishment", column: "contact_mobile", field: "establishment.contactMobile", kind: "text" },
  { table: "official", column: "mobile", field: "official.mobile", kind: "text" },
  { table: "arm_person", column: "mobile", field: "armPerson.mobile", kind: "text" },
  { table: "duty_mobile", column: "mobile", field: "duty.mobile", kind: "text" },
  { table: "person", column: "mobile", field: "person.mobile", kind: "text" },
  { table: "person", column: "id_number", field: "person.idNumber", kind: "text" },
  { table: "credential", column: "totp_secret", field: "credential.totp_secret", kind: "text" },
  { table: "transaction_log", column: "response", field: "transaction.response", kind: "json" },
  { table: "import_row", column: "plan", field: "import-row.cells", kind: { under: "cells" } },
  { table: "import_row", column: "written", field: "import-row.contact", kind: { under: "contact" } },
  {
    table: "establishment_merge",
    column: "before",
    field: "establishment-merge.contact",
    kind: { under: "contact" },
  },
  { table: "import_file", column: "content", field: "import-file.content", kind: "bytes" },
  { table: "commitment_paper", column: "content", field: "commitment-paper.content", kind: "bytes" },
  { table: "commitment_paper", column: "strokes", field: "commitment-paper.strokes", kind: "text" },
  { table: "training_session", column: "secret", field: "training-session.secret", kind: "text" },
];
export type SealedPlace = Place;

/** One sealed value: where it lies (for this statement's moment) and what it is. */
export type SealedValue = { readonly at: string; readonly value: string | Uint8Array };

const columnOf = ({ column }: Place): SQL => sql`${sql.identifier(column)}`;

/** The sealed text, or the first bytes that name the key. */
function headOf(place: Place): SQL {
  const column = columnOf(place);
  if (place.kind === "text") return column;
  if (place.kind === "bytes") return sql`encode(substring(${column} from 1 for 16), 'escape')`;
  // `case` keeps `->>` and `#>>` from other shapes of JSON.
  if (place.kind === "json")
    return sql`case jsonb_typeof(${column}) when 'string' then ${column} #>> '{}' end`;
  const inside = sql`${column} -> ${place.kind.under}`;
  return sql`case jsonb_typeof(${inside}) when 'string' then ${inside} #>> '{}' end`;
}

const isSealed = (place: Place): SQL => sql`${headOf(place)} like 's1.%'`;

/** How many values each key sealed. */
export async function countByKey(db: Db, place: Place): Promise<ReadonlyMap<string, number>> {
  const rows = await executeRows(
    db,
    sql`select substr(${headOf(place)}, 4, 12) as key, count(*)::int as count
      from ${sql.identifier(place.table)} where ${isSealed(place)} group by 1`,
  );
  return new Map(rows.map(({ key, count }) => [String(key), Number(count)]));
}

/** Some values that the key did not seal, beyond a position, in the order of positions. */
export async function listSealedOtherwise(
  db: Db,
  place: Place,
  { key, after, limit }: { readonly key: string; readonly after: string; readonly limit: number },
): Promise<readonly SealedValue[]> {
  const value = place.kind === "bytes" ? columnOf(place) : headOf(place);
  const rows = await executeRows(
    db,
    sql`select ctid::text as at, ${value} as value from ${sql.identifier(place.table)}
      where ctid > ${after}::tid and ${isSealed(place)} and ${headOf(place)} not like ${`s1.${key}.%`}
      order by ctid limit ${limit}`,
  );
  return rows.map(({ at, value: found }) => ({
    at: String(at),
    value: found instanceof Uint8Array ? found : String(found),
  }));
}

/** Writes the new form of a value, if it is still the one that was read; otherwise a later walk meets it. */
export async function replaceSealed(
  db: Db,
  place: Place,
  { at, value }: SealedValue,
  renewed: string | Uint8Array,
): Promise<void> {
  const column = columnOf(place);
  const { kind } = place;
  const now =
    kind === "text" || kind === "bytes"
      ? sql`${renewed}`
      : kind === "json"
        ? sql`to_jsonb(${renewed}::text)`
        : sql`jsonb_set(${column}, array[${kind.under}], to_jsonb(${renewed}::text))`;
  const before = kind === "bytes" ? column : headOf(place);
  await db.execute(
    sql`update ${sql.identifier(place.table)} set ${column} = ${now}
      where ctid = ${at}::tid and ${before} = ${value}`,
  );
}
