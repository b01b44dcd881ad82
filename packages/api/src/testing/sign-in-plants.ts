// What the drill of sign-in does to the database behind the product's back.
import { sql } from "drizzle-orm";
import { type Database, executeRows } from "../storage/database.js";

/** In how many rows of any table the text stands in clear. */
export async function countPlacesOf({ db }: Database, text: string): Promise<number> {
  const tables = await executeRows(
    db,
    sql`select table_name as name from information_schema.tables where table_schema = 'public'`,
  );
  let places = 0;
  for (const { name } of tables) {
    const table = sql.identifier(String(name));
    const [row] = await executeRows(
      db,
      sql`select count(*)::int as found from ${table} as t where t::text like ${`%${text}%`}`,
    );
    places += Number(row?.found);
  }
  return places;
}

/** Plants the token where nobody should find it. */
export const keepInClear = ({ db }: Database, personId: string, token: string) =>
  db.execute(sql`update session set name = ${token} where person_id = ${personId}`);

export const disablePerson = ({ db }: Database, personId: string) =>
  db.execute(sql`update person set state = 'disabled' where id = ${personId}`);

/** Gives a person the password of another, without computing it again. */
export const setHash = ({ db }: Database, personId: string, like: string, now: string) =>
  db.execute(sql`insert into credential (person_id, password_hash, password_changed_at, earlier_hashes, recovery_hashes, updated_at)
    select ${personId}, c.password_hash, ${now}, '{}', '{}', ${now} from credential c
    join person p on p.id = c.person_id where p.username = ${like}`);
