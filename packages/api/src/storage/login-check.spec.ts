// The roles of deploy/postgres-roles.sql, made by the script itself: the owner migrates, the application works, and
// neither passes row-level security.
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { parseEnv } from "../env.js";
import { runBackup } from "../run-backup.js";
import { makeFolder } from "../testing/empty-engines.js";
import { listReleases } from "../testing/released-schemas.js";
import { testServerUrl } from "../testing/test-engines.js";
import { connect } from "./connect.js";
import { executeRows, findSqlState } from "./database.js";
import { decideLogin, readLoginRights } from "./login-check.js";
import { migrate } from "./migrate.js";
import { listPendingMigrations } from "./schema-state.js";
import { storageText } from "./storage.text.js";

const script = fileURLToPath(new URL("../../../../deploy/postgres-roles.sql", import.meta.url));

describe("a login", () => {
  const plain = { login: "shian_app", passesRowSecurity: false, ownsTables: false, canBecomePerson: true };

  it.each([
    [plain, "office", undefined, undefined],
    [{ ...plain, passesRowSecurity: true }, "office", "storage/login-passes-row-security", undefined],
    [{ ...plain, passesRowSecurity: true }, "demo", undefined, undefined],
    [{ ...plain, passesRowSecurity: true }, undefined, undefined, undefined],
    [{ ...plain, ownsTables: true }, "office", undefined, "storage/login-owns-tables"],
  ] as const)("%j in mode %s", (rights, mode, refuse, warn) => {
    expect(decideLogin(rights, mode)).toEqual({ refuse, warn });
  });
});

if (testServerUrl !== undefined) {
  const adminUrl = testServerUrl;
  // Roles belong to the whole server; other specs log in as shian_app with this password meanwhile.
  const password = "shian_app";

  const urlAs = (name: string, user: string) => {
    const url = new URL(adminUrl);
    url.username = user;
    url.password = password;
    url.pathname = `/${name}`;
    return url.href;
  };
  const open = (databaseUrl: string) =>
    connect({ folder: "", databaseUrl, requireDurable: true, now: new Date() });

  type Prepared = { readonly name: string; readonly target: URL; run(): void };

  /** An empty database with the script's roles; `run` runs the script once more. */
  async function withPrepared(work: (prepared: Prepared) => Promise<void>): Promise<void> {
    const name = `shian_roles_${randomBytes(6).toString("hex")}`;
    const admin = new pg.Client({ connectionString: adminUrl });
    await admin.connect();
    try {
      await admin.query(`create database ${name}`);
      const target = new URL(adminUrl);
      target.pathname = `/${name}`;
      const variables = ["ON_ERROR_STOP=1", `owner_password=${password}`, `app_password=${password}`];
      const run = () => {
        execFileSync("psql", ["-q", ...variables.flatMap((one) => ["-v", one]), "-f", script, target.href]);
      };
      run();
      await work({ name, target, run });
    } finally {
      await admin.query(`drop database if exists ${name} with (force)`);
      await admin.end();
    }
  }

  it("the script's owner migrates, its application reads and writes but changes no table", () =>
    withPrepared(async ({ name, target, run }) => {
      const owner = await open(urlAs(name, "shian_owner"));
      const pending = await listPendingMigrations(owner.db);
      expect(await migrate(owner)).toEqual(pending);
      expect(pending.length).toBeGreaterThan(0);
      expect(await readLoginRights(owner.db)).toMatchObject({ ownsTables: true, passesRowSecurity: false });
      await owner.close();
      // Again over a database in use, as an upgrade by the guide does.
      run();

      const app = await open(urlAs(name, "shian_app"));
      expect(app.canSwitchRole).toBe(true);
      expect(await listPendingMigrations(app.db)).toEqual([]);
      expect(await readLoginRights(app.db)).toEqual({
        login: "shian_app",
        passesRowSecurity: false,
        ownsTables: false,
        canBecomePerson: true,
      });
      const stateOf = (statement: string) =>
        app.db.execute(sql.raw(statement)).then(
          () => "done",
          (error: unknown) => findSqlState(error),
        );
      const insert = `insert into transaction_log (tx_id, operation, input_hash, response, recorded_at)
        values ('roles-test-1', 'x', '', '{}', now())`;
      expect(await stateOf(insert)).toBe("done");
      for (const statement of [
        "create table of_mine (n int)",
        "alter table transaction_log disable row level security",
        "drop policy transaction_log_read on transaction_log",
        "drop table transaction_log",
        "create role of_mine",
        "set role shian_owner",
      ])
        expect([statement, await stateOf(statement)]).toEqual([statement, "42501"]);
      // The same row, looked for as a person.
      const person = app.as({ "shian.person": "p", "shian.roles": "office", "shian.reach": "^" });
      expect(await executeRows(person, sql`select current_user as who from (select 1) as one`)).toEqual([
        { who: "shian_person" },
      ]);
      expect(await executeRows(person, sql`select tx_id from transaction_log`)).toEqual([]);
      await app.close();

      const superuser = await open(target.href);
      const rights = await readLoginRights(superuser.db);
      expect(decideLogin(rights, "office").refuse).toBe("storage/login-passes-row-security");
      await superuser.close();
    }));

  it("a backup is restored by the owner; the application's login alone is told so, and then reads it", () =>
    withPrepared(async ({ name }) => {
      const home = makeFolder();
      try {
        const file = listReleases()[0]?.backup ?? "";
        const settings = { SHIAN_DATA: home.folder, DATABASE_URL: urlAs(name, "shian_app") };
        const restore = async (more: Record<string, string>) => {
          let printed = "";
          const env = parseEnv({ ...settings, ...more }, home.folder);
          const code = await runBackup(["restore", file], env, (text) => {
            printed += text;
          });
          return { code, printed };
        };
        expect(await restore({})).toEqual({
          code: 3,
          printed: `${storageText.en["storage/login-makes-no-tables"]}\n`,
        });
        expect(await restore({ DATABASE_OWNER_URL: urlAs(name, "shian_owner") })).toMatchObject({ code: 0 });
        const app = await open(settings.DATABASE_URL);
        expect(await listPendingMigrations(app.db)).toEqual([]);
        expect(await readLoginRights(app.db)).toMatchObject({ ownsTables: false });
        await app.close();
      } finally {
        home.remove();
      }
    }));
}
