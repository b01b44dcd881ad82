// Bars S3 and S4 on both engines, through the application and its client.

import { sql } from "drizzle-orm";
import { TOTP } from "otpauth";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toProblems } from "../../client/index.js";
import { type Database, executeRows, findSqlState } from "../../storage/database.js";
import { createSignInStage, type SignInStage, type Visitor } from "../../testing/sign-in-stage.js";
import { bothEngines } from "../../testing/test-engines.js";
import { revokeSessionsOf } from "./open-session.service.js";
import { hashUsername } from "./secret.js";
import { insertTry } from "./sign-in.repo.js";
import { listLockedUsernames, unlockAccount } from "./unlock-account.service.js";

const right = "Lanwan-889-ok";
const wrong = "Lanwan-889-no";
const hour = 60;

describe.each(bothEngines)("on $name", ({ open }) => {
  let database: Database;
  let stage: SignInStage;
  let people = 0;
  beforeAll(async () => {
    database = await open();
    stage = await createSignInStage({ database });
  }, 60_000);
  afterAll(async () => {
    await stage.close();
    await database.close();
  });

  const addPerson = async () => {
    const username = `person${++people}`;
    return { username, personId: await stage.addPerson(username, right) };
  };
  const txId = () => stage.test.newTxId();
  const begin = (visitor: Visitor, username: string, password: string) =>
    visitor.client.session.begin.mutate({ txId: txId(), username, password, carry: "token" });
  const codeOf = async (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => "ok",
      (error: unknown) => toProblems(error)[0]?.code ?? String(error),
    );
  const tryAs = (username: string, password: string, address?: string) =>
    codeOf(begin(stage.visit(address === undefined ? {} : { address }), username, password));
  /** A wrong try as it is kept; the drill makes them all by trying. */
  const note = (username: string, address: string) =>
    insertTry(database.db, { usernameHash: hashUsername(username), address, at: stage.now() });
  const many = (times: number, work: () => Promise<string>) =>
    Array.from({ length: times }).reduce<Promise<string[]>>(
      async (before) => [...(await before), await work()],
      Promise.resolve([]),
    );
  const enter = async (username: string) => {
    const answer = await begin(stage.visit(), username, right);
    if (answer.state !== "signed-in" || answer.token === null) throw new Error(answer.state);
    return stage.visit({ token: answer.token });
  };

  describe("wrong tries", () => {
    it("five lock the account from that address for twenty minutes, and from no other", async () => {
      const { username } = await addPerson();
      expect(await many(5, () => tryAs(username, wrong, "198.51.100.1"))).toEqual(
        Array(5).fill("session/wrong"),
      );
      expect(await tryAs(username, right, "198.51.100.1")).toBe("session/locked-here");
      expect(await tryAs(username, right, "198.51.100.2")).toBe("ok");
      const listed = async () => [
        ...(await listLockedUsernames(database.db, [username, "somebody"], stage.now())),
      ];
      expect(await listed()).toEqual([username]);
      stage.pass(19.9);
      expect(await tryAs(username, right, "198.51.100.1")).toBe("session/locked-here");
      stage.pass(0.2);
      expect(await listed()).toEqual([]);
      expect(await tryAs(username, right, "198.51.100.1")).toBe("ok");
    });

    it("twenty in a day lock the account everywhere until it is unlocked", async () => {
      const { username } = await addPerson();
      for (let n = 0; n < 19; n += 1) await note(username, `198.51.100.${10 + (n % 5)}`);
      expect(await tryAs(username, right, "198.51.100.20")).toBe("ok");
      expect(await tryAs(username, wrong, "198.51.100.20")).toBe("session/wrong");
      expect(await tryAs(username, right, "198.51.100.20")).toBe("session/locked");
      stage.pass(48 * hour);
      expect(await tryAs(username, right, "198.51.100.20")).toBe("session/locked");
      const listed = await listLockedUsernames(database.db, [username, "somebody"], stage.now());
      expect([...listed]).toEqual([username]);
      await database.transaction((db) => unlockAccount(db, username));
      expect(await tryAs(username, right, "198.51.100.20")).toBe("ok");
    });

    it("thirty from one address slow it to one try in five seconds, whoever is tried", async () => {
      const address = "198.51.100.30";
      const { username } = await addPerson();
      for (let n = 0; n < 29; n += 1) await note(`nobody${n}`, address);
      expect(await tryAs(username, right, address)).toBe("ok");
      expect(await tryAs("somebody", wrong, address)).toBe("session/wrong");
      expect(await tryAs(username, right, address)).toBe("session/slow");
      expect(await tryAs(username, right, "198.51.100.31")).toBe("ok");
      stage.pass(5 / 60);
      expect(await tryAs("nobody", wrong, address)).toBe("session/wrong");
      stage.pass(4.9 / 60);
      expect(await tryAs(username, right, address)).toBe("session/slow");
      stage.pass(0.1 / 60);
      expect(await tryAs(username, right, address)).toBe("ok");
    });

    it("a hundred at once let five reach the password check", async () => {
      const { username } = await addPerson();
      const answers = await Promise.all(
        Array.from({ length: 100 }, () => tryAs(username, wrong, "198.51.100.40")),
      );
      expect(answers.filter((code) => code === "session/wrong")).toHaveLength(5);
      expect(answers.filter((code) => code === "session/locked-here")).toHaveLength(95);
    }, 60_000);

    it("are answered alike whether the account exists, is disabled, or has no password", async () => {
      const { username, personId } = await addPerson();
      await database.db.execute(sql`update person set state = 'disabled' where id = ${personId}`);
      await stage.test.clientAs({ role: "liaison", username: "no-password" });
      const kinds = [username, "no-password", "never-heard-of", "没有这个人"];
      for (const kind of kinds) {
        const answers = await many(6, () => tryAs(kind, right, "198.51.100.50"));
        expect([kind, ...answers]).toEqual([kind, ...Array(5).fill("session/wrong"), "session/locked-here"]);
      }
      stage.pass(hour);
    });

    it("are kept in the record without what was typed", async () => {
      await tryAs("my-secret-typed-as-name", "typed-password-123", "198.51.100.60");
      const entries = await executeRows(
        database.db,
        sql`select content from audit_entry where operation = 'session.begin' and address = '198.51.100.60'`,
      );
      expect(entries).toHaveLength(1);
      expect(String(entries[0]?.content)).toContain("sign-in-failed");
      expect(String(entries[0]?.content)).not.toMatch(/my-secret|typed-password/);
    });
  });

  describe("a session", () => {
    it("is kept as a hash alone", async () => {
      const { username } = await addPerson();
      const answer = await begin(stage.visit(), username, right);
      const token = answer.state === "signed-in" ? (answer.token ?? "") : "";
      expect(token).toMatch(/^[\w-]{43}$/);
      const tables = await executeRows(
        database.db,
        sql`select table_name as name from information_schema.tables where table_schema = 'public'`,
      );
      for (const { name } of tables) {
        const rows = await executeRows(
          database.db,
          sql`select count(*)::int as found from ${sql.identifier(String(name))} as t where t::text like ${`%${token}%`}`,
        );
        expect([name, rows[0]?.found]).toEqual([name, 0]);
      }
    });

    it("ends after thirty minutes without a request, and after twelve hours with them", async () => {
      const { username } = await addPerson();
      const idle = await enter(username);
      stage.pass(29);
      expect(await codeOf(idle.client.session.list.query({}))).toBe("ok");
      stage.pass(30);
      expect(await codeOf(idle.client.session.list.query({}))).toBe("access/signed-out");
      const busy = await enter(username);
      for (let n = 1; n < 27; n += 1) {
        stage.pass(27);
        expect(await codeOf(busy.client.session.list.query({}))).toBe("ok");
      }
      stage.pass(18);
      expect(await codeOf(busy.client.session.list.query({}))).toBe("access/signed-out");
    });

    it("of an administrator ends after fifteen minutes", async () => {
      await stage.addPerson("system1", right, { role: "system" });
      const visitor = await enter("system1");
      stage.pass(15);
      expect(await codeOf(visitor.client.session.list.query({}))).toBe("access/signed-out");
    });

    it("ends at once when its person is disabled or all of theirs are ended", async () => {
      const { username, personId } = await addPerson();
      const [one, two] = [await enter(username), await enter(username)];
      expect(await database.transaction((db) => revokeSessionsOf(db, personId, "test", stage.now()))).toBe(2);
      expect(await codeOf(one.client.session.list.query({}))).toBe("access/signed-out");
      expect(await codeOf(two.client.session.list.query({}))).toBe("access/signed-out");
      const three = await enter(username);
      await database.db.execute(sql`update person set state = 'disabled' where id = ${personId}`);
      expect(await codeOf(three.client.session.list.query({}))).toBe("access/signed-out");
    });

    it("of a browser ends when somebody signs in there anew, and no other does", async () => {
      const [one, other] = [(await addPerson()).username, (await addPerson()).username];
      const terminal = await enter(one);
      const browser = stage.visit();
      const enterHere = (username: string) =>
        browser.client.session.begin.mutate({ txId: txId(), username, password: right, carry: "cookie" });
      await enterHere(one);
      const before = browser.cookies.get("shian_session") ?? "";
      expect(await codeOf(stage.visit({ token: before }).client.session.list.query({}))).toBe("ok");
      await enterHere(other);
      expect(await codeOf(stage.visit({ token: before }).client.session.list.query({}))).toBe(
        "access/signed-out",
      );
      expect(await codeOf(browser.client.session.list.query({}))).toBe("ok");
      expect(await codeOf(terminal.client.session.list.query({}))).toBe("ok");
    });

    it("is listed and ended by its owner, never by another", async () => {
      const { username } = await addPerson();
      const other = await enter((await addPerson()).username);
      const [one, two] = [await enter(username), await enter(username)];
      const { rows } = await one.client.session.list.query({});
      expect(rows.map(({ current }) => current).sort()).toEqual([false, true]);
      const second = rows.find(({ current }) => !current)?.id ?? "";
      expect(await codeOf(other.client.session.revoke.mutate({ txId: txId(), id: second }))).toBe(
        "request/not-found",
      );
      expect(await one.client.session.revoke.mutate({ txId: txId(), id: "others" })).toEqual({ ended: 1 });
      expect(await codeOf(two.client.session.list.query({}))).toBe("access/signed-out");
      expect(await codeOf(one.client.session.end.mutate({ txId: txId() }))).toBe("ok");
      expect(await codeOf(one.client.session.list.query({}))).toBe("access/signed-out");
    });
  });

  describe("a second factor", () => {
    const bind = async (username: string) => {
      const visitor = await enter(username);
      const { secret } = await visitor.client.session.beginTotp.mutate({ txId: txId(), password: right });
      const totp = new TOTP({ secret });
      const code = () => totp.generate({ timestamp: Date.parse(stage.now()) });
      const { recoveryCodes } = await visitor.client.session.confirmTotp.mutate({
        txId: txId(),
        code: code(),
      });
      return { visitor, code, recoveryCodes };
    };
    const challenge = async (username: string) => {
      const answer = await begin(stage.visit(), username, right);
      if (answer.state !== "second-factor") throw new Error(answer.state);
      return answer.challenge;
    };
    const show = (token: string, code: string) =>
      codeOf(stage.visit().client.session.secondFactor.mutate({ txId: txId(), challenge: token, code }));

    it("is asked after the password, and a code works once", async () => {
      const { username } = await addPerson();
      const { code } = await bind(username);
      const used = code();
      expect(await show(await challenge(username), used)).toBe("session/wrong-code");
      stage.pass(0.5);
      const [first, second] = [await challenge(username), await challenge(username)];
      expect(await show(first, code())).toBe("ok");
      expect(await show(first, code())).toBe("session/challenge-ended");
      expect(await show(second, code())).toBe("session/wrong-code");
      stage.pass(0.5);
      expect(await show(second, code())).toBe("ok");
    });

    it("begun before the password was made useless, or its person disabled, is no way in", async () => {
      const { username, personId } = await addPerson();
      const { code } = await bind(username);
      stage.pass(1);
      const [reset, disabled] = [await challenge(username), await challenge(username)];
      await database.transaction((db) => revokeSessionsOf(db, personId, "password reset", stage.now()));
      expect(await show(reset, code())).toBe("session/challenge-ended");
      expect(await show(disabled, code())).toBe("session/challenge-ended");
      expect(await show(await challenge(username), code())).toBe("ok");
    });

    it("takes the steps before and after, no other", async () => {
      const { username } = await addPerson();
      const { code } = await bind(username);
      stage.pass(2);
      const late = code();
      stage.pass(1);
      expect(await show(await challenge(username), late)).toBe("session/wrong-code");
      const before = code();
      stage.pass(0.5);
      expect(await show(await challenge(username), before)).toBe("ok");
    });

    it("is replaced by a recovery code, once, and wrong ones lock like wrong passwords", async () => {
      const { username } = await addPerson();
      const { recoveryCodes } = await bind(username);
      expect(recoveryCodes).toHaveLength(10);
      const [code = ""] = recoveryCodes;
      expect(await show(await challenge(username), code.toLowerCase())).toBe("ok");
      expect(await show(await challenge(username), code)).toBe("session/wrong-code");
      const token = await challenge(username);
      const answers = await many(5, () => show(token, "000000"));
      expect(answers).toEqual([...Array(4).fill("session/wrong-code"), "session/locked-here"]);
      expect(await codeOf(begin(stage.visit(), username, right))).toBe("session/locked-here");
      stage.pass(hour);
    });

    it("is taken away with password and code, but not from an administrator", async () => {
      const { username } = await addPerson();
      const { visitor, code } = await bind(username);
      stage.pass(1);
      const remove = (who: Visitor, password: string) =>
        codeOf(who.client.session.removeTotp.mutate({ txId: txId(), password, code: code() }));
      expect(await remove(visitor, wrong)).toBe("session/wrong-password");
      expect(await remove(visitor, right)).toBe("ok");
      await stage.addPerson("security1", right, { role: "security" });
      const administrator = await bind("security1");
      expect(await remove(administrator.visitor, right)).toBe("session/second-factor-kept");
    });
  });

  it("keeps the schema's promise that nobody is two administrators", async () => {
    const failed = await database.db
      .execute(sql`update access_grant set role = 'audit' where role = 'liaison'`)
      .then(() => undefined, findSqlState);
    expect(failed).toBe("23514");
  });
});
