// Fake telephone and identity numbers, and a seeker that reads texts for any of them.
import { isIdNumber } from "@shian/domain";
import { sql } from "drizzle-orm";
import { type Database, executeRows } from "../storage/database.js";

export type FakeNumbers = { readonly phones: readonly string[]; readonly ids: readonly string[] };

/** So many of each, all different, the same in every run; identity numbers have the right check character. */
export function makeFakeNumbers(count: number): FakeNumbers {
  const numbers = Array.from({ length: count }, (_, index) => index);
  return {
    phones: numbers.map(
      (n) => `1${3 + (n % 7)}${String((n * 7_654_321 + 123_456_789) % 1_000_000_000).padStart(9, "0")}`,
    ),
    ids: numbers.map((n) => {
      const day = new Date(Date.UTC(1950 + (n % 50), n % 12, 1 + (n % 28))).toISOString().slice(0, 10);
      const body = `990106${day.replaceAll("-", "")}${String(n).padStart(3, "0")}`;
      return body + ([..."0123456789X"].find((check) => isIdNumber(body + check)) ?? "");
    }),
  };
}

export type Seeker = {
  /** Reads a text that came from a place. */
  read(where: string, text: string): void;
  /** Places in which a number stood, each once. */
  found(): readonly string[];
};

const DIGITS = /[0-9]{11,}X?/gi;

/** Finds the numbers, also inside longer rows of digits; `but` are not looked for. */
export function createSeeker({ phones, ids }: FakeNumbers, but: ReadonlySet<string> = new Set()): Seeker {
  const sought = new Set([...phones, ...ids].filter((number) => !but.has(number)));
  const places = new Set<string>();
  return {
    read(where, text) {
      for (const [run] of text.matchAll(DIGITS)) {
        for (const length of [11, 18])
          for (let at = 0; at + length <= run.length; at += 1)
            if (sought.has(run.slice(at, at + length).toUpperCase())) places.add(where);
      }
    },
    found: () => [...places],
  };
}

/** Every row of every table as text, columns of bytes as the bytes. */
export async function dumpTables(
  database: Database,
): Promise<readonly { readonly name: string; readonly text: string }[]> {
  const tables = await executeRows(
    database.db,
    sql`select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  );
  const dumps: { readonly name: string; readonly text: string }[] = [];
  for (const { name } of tables) {
    const rows = await executeRows(
      database.db,
      sql`select whole::text as text from ${sql.identifier(String(name))} as whole`,
    );
    const text = rows.map((row) => String(row.text)).join("\n");
    const bytes = text.replace(/\\x((?:[0-9a-f]{2})+)/g, (_, hex: string) =>
      Buffer.from(hex, "hex").toString("latin1"),
    );
    dumps.push({ name: String(name), text: bytes });
  }
  return dumps;
}

/** Ids of a table's rows. */
export async function listTableIds(database: Database, table: string): Promise<readonly string[]> {
  const rows = await executeRows(database.db, sql`select id from ${sql.identifier(table)} order by id`);
  return rows.map(({ id }) => String(id));
}
