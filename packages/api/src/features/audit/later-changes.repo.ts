import { sql } from "drizzle-orm";
import { type Db, executeRows } from "../../storage/database.js";
import { listBatches } from "../../storage/list-batches.js";
import { auditChangeTable } from "./audit.table.js";

/** Something that happened to an object: what, by whom, when. */
export type LaterChangeRow = { readonly what: string; readonly name: string; readonly at: string };

/** The first change of each object after its instant, without some kinds of happenings. */
export async function findFirstChangesAfter(
  db: Db,
  objectKind: string,
  after: ReadonlyMap<string, string>,
  without: readonly string[],
): Promise<ReadonlyMap<string, LaterChangeRow>> {
  const found = new Map<string, LaterChangeRow>();
  for (const batch of listBatches([...after], 5000)) {
    const given = JSON.stringify(batch.map(([id, at]) => ({ id, at })));
    const rows = await executeRows(
      db,
      sql`select distinct on (later.object_id) later.object_id as id, later.what, later.name, later.at
        from json_to_recordset(${given}::json) as given(id text, at timestamptz)
        join ${auditChangeTable} as later on later.object_kind = ${objectKind} and later.object_id = given.id
          and later.at > given.at and later.what <> all(${sql.param([...without])}::text[])
        order by later.object_id, later.seq, later.n`,
    );
    for (const { id, what, name, at } of rows)
      found.set(String(id), {
        what: String(what),
        name: String(name),
        at: new Date(String(at)).toISOString(),
      });
  }
  return found;
}
