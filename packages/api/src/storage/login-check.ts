// With which rights the product logs in to a server. Row-level security binds neither a superuser nor a role that may
// pass it by, so behind such a login the second wall is none.
import { sql } from "drizzle-orm";
import { type Db, executeRows } from "./database.js";
import type { StorageProblemCode } from "./storage.problem.js";

/** What a login may do beyond its work. */
export type LoginRights = {
  readonly login: string;
  readonly passesRowSecurity: boolean;
  readonly ownsTables: boolean;
  readonly canBecomePerson: boolean;
};

/** Asks the server about the login of this connection. */
export async function readLoginRights(db: Db): Promise<LoginRights> {
  const [row] = await executeRows(
    db,
    sql`select current_user as login, rolsuper or rolbypassrls as passes,
      exists (select from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and pg_has_role(current_user, c.relowner, 'usage')) as owns,
      coalesce((select pg_has_role(current_user, p.oid, 'member') from pg_roles p
        where p.rolname = 'shian_person'), false) as becomes
      from pg_roles where rolname = current_user`,
  );
  return {
    login: String(row?.login),
    passesRowSecurity: row?.passes === true,
    ownsTables: row?.owns === true,
    canBecomePerson: row?.becomes === true,
  };
}

/** What a login's rights mean for the start: refused in office mode, or something that its operator should know. */
export type LoginDecision = {
  readonly refuse: Extract<StorageProblemCode, "storage/login-passes-row-security"> | undefined;
  readonly warn: Extract<StorageProblemCode, "storage/login-owns-tables"> | undefined;
};

/** Decides on a login: in office mode none that passes row-level security; an owner of the tables gets a warning. */
export const decideLogin = (
  { passesRowSecurity, ownsTables }: LoginRights,
  mode: "demo" | "office" | undefined,
): LoginDecision => ({
  refuse: passesRowSecurity && mode === "office" ? "storage/login-passes-row-security" : undefined,
  warn: ownsTables ? "storage/login-owns-tables" : undefined,
});
