// What stands now, as digests: all tables with what of two times is known now, and the register's pictures of some days.
// Ids and instants of records that stand again, versions and the records of handovers themselves are left out.
import { createHash } from "node:crypto";
import type { PlainDate } from "@shian/domain";
import { sql } from "drizzle-orm";
import { createCall, type Deps } from "../deps.js";
import { getPicture } from "../features/picture/picture.service.js";
import { executeRows } from "../storage/database.js";

/** Columns that differ where a record stands again, by table; of two times only what stands is read. */
const again: { readonly [table: string]: { readonly without: readonly string[]; readonly dated?: true } } = {
  official: { without: ["version", "updated_at"] },
  official_post: { without: ["id", "recorded_at"], dated: true },
  assignment: { without: ["id", "recorded_at"], dated: true },
  commitment: { without: ["id", "recorded_at", "recorded_by"], dated: true },
  stand_in: { without: ["version", "updated_at", "updated_by"] },
};

/** Tables of the office's business; logs, sessions and revisions move on with every change. */
const tables = [
  ...Object.keys(again),
  "annex_acknowledgement",
  "commitment_paper",
  "establishment",
  "establishment_past",
  "establishment_state",
  "pairing_grade",
  "risk_grade",
  "arm_person",
  "visit",
  "waiver",
];

/** A line for each table and each day: equal lines, equal state. */
export async function digestStanding(deps: Deps, days: readonly PlainDate[]): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const table of tables) {
    const { without = [], dated = false } = again[table] ?? {};
    const [row] = await executeRows(
      deps.database.db,
      sql`select count(*) || ' ' || coalesce(md5(string_agg(line, chr(10) order by line collate "C")), '') as digest
        from (select (to_jsonb(kept) - ${sql.param([...without])}::text[])::text as line
          from ${sql.identifier(table)} as kept ${dated ? sql`where superseded_at is null` : sql``}) as lines`,
    );
    lines.push(`${table} ${row?.digest}`);
  }
  for (const asOf of days) {
    const call = createCall(deps, deps.database.db, "zh-CN");
    const { establishments, officials, inPost, gaps } = await getPicture(call, { asOf });
    const told = JSON.stringify([
      establishments.map(({ facts, state, grade, official, running, ended }) => [
        facts.id,
        state,
        grade?.value,
        official,
        running,
        ended,
      ]),
      [...officials.values()],
      [...inPost].sort(),
      gaps,
    ]);
    lines.push(`picture of ${asOf} ${createHash("sha256").update(told).digest("hex")}`);
  }
  return lines;
}
