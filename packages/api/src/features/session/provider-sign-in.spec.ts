// Signing in by the outside identity provider, on both engines, through the application and its client.
import { sql } from "drizzle-orm";
import { TOTP } from "otpauth";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { toProblems } from "../../client/index.js";
import { type Database, executeRows } from "../../storage/database.js";
import type { SignedIn } from "../../testing/create-test-app.js";
import { createTestProvider, type TestProvider } from "../../testing/create-test-provider.js";
import { codeOf, comeBack, goToProvider, signInThere } from "../../testing/provider-ways.js";
import { createSignInStage, type SignInStage, type Visitor } from "../../testing/sign-in-stage.js";
import { bothEngines } from "../../testing/test-engines.js";
import { createIdentityProvider } from "./identity-provider.js";

const right = "Lanwan-889-ok";
const reason = "任职文件";
const day = 24 * 60;
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe.each(bothEngines)("on $name", ({ open }) => {
  let database: Database;
  let stage: SignInStage;
  let provider: TestProvider;
  let system: SignedIn;
  let people = 0;
  beforeAll(async () => {
    database = await open();
    provider = await createTestProvider();
    stage = await createSignInStage({
      database,
      provider: createIdentityProvider(provider.settings, quiet),
    });
    system = await stage.test.clientAs({ role: "system", name: "公孙策远" });
  }, 60_000);
  beforeEach(() => {
    provider.mischief = {};
  });
  afterAll(async () => {
    await stage.close();
    await provider.close();
    await database.close();
  });

  const txId = () => stage.test.newTxId();
  const link = (id: string, subject: string) =>
    system.client.people.linkProvider.mutate({ txId: txId(), id, subject, reason });
  /** A person whom the provider knows by a name of its own. */
  async function addLinked(entering?: Parameters<SignInStage["addPerson"]>[2]) {
    const username = `known${++people}`;
    const id = await stage.addPerson(username, right, entering);
    const subject = `gov-${username}`;
    await link(id, subject);
    return { id, username, subject };
  }
  /** The whole way there and back. */
  const begin = async (subject: string, visitor = stage.visit(), back = "/") => ({
    visitor,
    brought: await signInThere(provider, await goToProvider(stage, visitor, back), subject),
  });
  const enter = async (subject: string, visitor = stage.visit(), back = "/") => {
    const { brought } = await begin(subject, visitor, back);
    const { answer, back: to } = await comeBack(stage, visitor, brought);
    return { visitor, answer, back: to };
  };
  const recordOf = async (id: string) =>
    (
      await executeRows(
        database.db,
        sql`select e.operation, c.what, e.content from audit_entry e join audit_change c on c.seq = e.seq where c.object_id = ${id} order by e.seq`,
      )
    ).map((row) => ({ operation: row.operation, what: row.what, content: JSON.stringify(row.content) }));

  describe("somebody whom the provider knows", () => {
    it("is signed in as the account that is linked, and taken to where they were going", async () => {
      const { id, subject, username } = await addLinked();
      const visitor = stage.visit();
      const before = await visitor.client.session.current.query({});
      expect([before.person, before.provider]).toEqual([null, { name: null }]);
      const address = await goToProvider(stage, visitor, "/registry?q=1");
      const asked = new URL(address).searchParams;
      expect(Object.fromEntries(asked)).toMatchObject({
        response_type: "code",
        scope: "openid",
        code_challenge_method: "S256",
        redirect_uri: "https://shian.example/sign-in/return",
      });
      const flow = visitor.cookies.get("shian_provider") ?? "";
      expect(visitor.lastCookie()).toMatch(/; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/i);
      const { answer, back } = await comeBack(stage, visitor, await signInThere(provider, address, subject));
      expect([answer.state, back]).toEqual(["signed-in", "/registry?q=1"]);
      // Nothing that the provider gave goes any further, and its cookie has done its work.
      expect(JSON.stringify(answer)).not.toMatch(/ey[A-Z]|at\./);
      expect([...visitor.cookies.keys()]).toEqual(["shian_session"]);
      const now = await visitor.client.session.current.query({});
      expect(now).toMatchObject({ person: { id, username }, session: { kind: "web", secondFactorAt: null } });
      const kept = await executeRows(
        database.db,
        sql`select s.method, s.kind from session s where s.person_id = ${id} and s.revoked_at is null`,
      );
      expect(kept).toEqual([{ method: "provider", kind: "web" }]);
      // A copy of the database cannot finish what this browser began.
      const rows = JSON.stringify(await executeRows(database.db, sql`select * from provider_flow`));
      for (const secret of [flow, asked.get("state") ?? "", asked.get("nonce") ?? ""]) {
        expect(secret).toMatch(/^[\w-]{43}$/);
        expect(rows).not.toContain(secret);
      }
      const entries = await recordOf(id);
      expect(entries.map(({ operation, what }) => [operation, what])).toEqual([
        ["people.linkProvider", "provider-linked"],
        ["session.returnFromProvider", "signed-in"],
      ]);
      expect(entries[1]?.content).toContain("provider");
    });

    it("comes back once, from the browser that began, within ten minutes", async () => {
      const { subject } = await addLinked();
      const visitor = stage.visit();
      const brought = (await begin(subject, visitor)).brought;
      // Another browser has no part in it, and by trying it ends the matter.
      expect(await codeOf(comeBack(stage, stage.visit(), brought))).toBe("session/provider-ended");
      expect(await codeOf(comeBack(stage, visitor, brought))).toBe("session/provider-ended");
      const again = (await begin(subject, visitor)).brought;
      const both = [0, 1].map(() => codeOf(comeBack(stage, visitor, again)));
      expect((await Promise.all(both)).sort()).toEqual(["ok", "session/provider-ended"]);
      expect(await codeOf(comeBack(stage, visitor, again))).toBe("session/provider-ended");
      const late = (await begin(subject, visitor)).brought;
      stage.pass(10);
      expect(await codeOf(comeBack(stage, visitor, late))).toBe("session/provider-ended");
    });

    it("shows the second factor all the same where one is bound", async () => {
      const { subject, id } = await addLinked();
      const { visitor } = await enter(subject);
      const { secret } = await visitor.client.session.beginTotp.mutate({ txId: txId(), password: right });
      const codeNow = () => new TOTP({ secret }).generate({ timestamp: Date.parse(stage.now()) });
      await visitor.client.session.confirmTotp.mutate({ txId: txId(), code: codeNow() });
      stage.pass(1);
      const next = await enter(subject, stage.visit(), "/visits");
      if (next.answer.state !== "second-factor") throw new Error(next.answer.state);
      expect([next.back, next.visitor.cookies.size]).toEqual(["/visits", 0]);
      const { challenge } = next.answer;
      const prove = (code: string) =>
        next.visitor.client.session.secondFactor.mutate({ txId: txId(), challenge, code });
      expect(await codeOf(prove("000000"))).toBe("session/wrong-code");
      expect((await prove(codeNow())).state).toBe("signed-in");
      const { session } = await next.visitor.client.session.current.query({});
      expect(session?.secondFactorAt).toBe(stage.now());
      const entries = (await recordOf(id)).filter(({ operation }) => operation === "session.secondFactor");
      expect(entries.at(-1)?.content).toContain("provider");
    });

    it("is not asked for a password's age, and neither is their terminal; who came by password is", async () => {
      const { subject, username } = await addLinked();
      stage.pass(91 * day);
      const { visitor, answer } = await enter(subject);
      expect(answer.state).toBe("signed-in");
      expect((await visitor.client.session.current.query({})).passwordDue).toBe(false);
      const open = async (by: Visitor) => {
        const terminal = stage.visit();
        const { deviceCode, userCode } = await terminal.client.device.begin.mutate({
          txId: txId(),
          name: "终端",
        });
        await by.client.device.confirm.mutate({ txId: txId(), userCode, approve: true });
        const polled = await terminal.client.device.poll.mutate({ txId: txId(), deviceCode });
        if (polled.state !== "signed-in") throw new Error(polled.state);
        return (await stage.visit({ token: polled.token }).client.session.current.query({})).passwordDue;
      };
      expect(await open(visitor)).toBe(false);
      const other = stage.visit();
      const byPassword = await other.client.session.begin.mutate({
        txId: txId(),
        username,
        password: right,
        carry: "cookie",
      });
      expect(byPassword.state).toBe("password-due");
      expect(await open(other)).toBe(true);
    });

    it("has a session like any other, which ends by itself and is not renewed by the provider", async () => {
      const { subject } = await addLinked();
      const { visitor } = await enter(subject);
      const isIn = async () => (await visitor.client.session.current.query({})).person !== null;
      for (let hours = 0; hours < 12; hours += 0.25) {
        expect([hours, await isIn()]).toEqual([hours, true]);
        stage.pass(15);
      }
      expect(await isIn()).toBe(false);
      const before = provider.asked.length;
      await enter(subject, visitor);
      expect(provider.asked.slice(before)).toContain("POST /token");
      stage.pass(30);
      expect(await isIn()).toBe(false);
    });

    it("is not kept out by wrong passwords that somebody else tried", async () => {
      const { subject, username } = await addLinked();
      for (let tried = 0; tried < 5; tried++)
        await codeOf(
          stage
            .visit()
            .client.session.begin.mutate({ txId: txId(), username, password: "wrong", carry: "token" }),
        );
      expect((await enter(subject)).answer.state).toBe("signed-in");
    });

    it("is one of the three administrators only with their own authenticator", async () => {
      const { subject } = await addLinked({ role: "security" });
      const { visitor } = await enter(subject);
      const { secondFactor, allowed } = await visitor.client.session.current.query({});
      expect(secondFactor).toMatchObject({ state: "off", needed: true });
      expect(allowed.filter((id) => !/^(session|device|setup|key)\./.test(id))).toEqual([]);
      expect(await codeOf(visitor.client.people.list.query({}))).toBe("access/second-factor");
    });
  });

  describe("somebody without an account in use", () => {
    it("is told as whom the provider knows them, and gets nothing else", async () => {
      const visitor = stage.visit();
      const brought = (await begin("stranger-77", visitor)).brought;
      const refused = await comeBack(stage, visitor, brought).catch((error: unknown) => toProblems(error));
      expect(refused).toEqual([{ code: "session/provider-unlinked", params: { subject: "stranger-77" } }]);
      expect(visitor.cookies.size).toBe(0);
      const [entry] = await executeRows(
        database.db,
        sql`select e.content, c.object_kind from audit_entry e join audit_change c on c.seq = e.seq where e.operation = 'session.returnFromProvider' order by e.seq desc limit 1`,
      );
      expect(entry?.object_kind).toBe("unknown-account");
      const content = JSON.stringify(entry?.content);
      expect(content).toContain("session/provider-unlinked");
      expect(content).not.toContain("stranger-77");
    });

    it("is told the same when the account is disabled, and their sessions are over at once", async () => {
      const { id, subject } = await addLinked();
      const { visitor } = await enter(subject);
      await system.client.people.disable.mutate({ txId: txId(), id, version: 1, reason });
      expect(await codeOf(visitor.client.session.list.query({}))).toBe("access/signed-out");
      expect(await codeOf(enter(subject))).toBe("session/provider-unlinked");
      await system.client.people.enable.mutate({ txId: txId(), id, version: 2, reason });
      expect((await enter(subject)).answer.state).toBe("signed-in");
    });
  });

  describe("a link", () => {
    it("is of one account and one subject, made by the system administrator for somebody else", async () => {
      const { id, subject } = await addLinked();
      const other = await stage.addPerson(`known${++people}`, right);
      expect(await codeOf(link(other, subject))).toBe("person/subject-taken");
      expect(await codeOf(link(id, "another"))).toBe("person/linked-already");
      expect(await codeOf(link(system.personId, "of-the-system"))).toBe("person/oneself");
      expect(await codeOf(link("nobody", "of-nobody"))).toBe("request/not-found");
      const both = await Promise.all([codeOf(link(other, "fresh")), codeOf(link(other, "fresher"))]);
      expect(both.sort()).toEqual(["ok", "person/linked-already"]);
      const security = await stage.test.clientAs({ role: "security", name: "商陆离" });
      const input = { txId: txId(), id, subject: "x", reason };
      expect(await codeOf(security.client.people.linkProvider.mutate(input))).toBe("access/no-role");
      const { provider: told } = await security.client.people.get.query({ id });
      expect(told).toEqual({ issuer: provider.settings.issuer, subject });
    });

    it("may be of somebody who never chose a password", async () => {
      const made = await system.client.people.create.mutate({
        txId: txId(),
        name: "无密码",
        username: `known${++people}`,
        unit: null,
        officePhone: null,
        mobile: null,
      });
      await link(made.id, "gov-without");
      expect((await enter("gov-without")).answer.state).toBe("signed-in");
    });

    it("that is taken away ends every session, and opens nothing any more", async () => {
      const { id, subject } = await addLinked();
      const { visitor } = await enter(subject);
      const unlink = () => system.client.people.unlinkProvider.mutate({ txId: txId(), id, reason });
      expect(await unlink()).toEqual({ id, ended: 1 });
      expect(await codeOf(unlink())).toBe("person/not-linked");
      expect(await codeOf(visitor.client.session.list.query({}))).toBe("access/signed-out");
      expect(await codeOf(enter(subject))).toBe("session/provider-unlinked");
      expect((await recordOf(id)).map(({ what }) => what)).toContain("provider-unlinked");
      await link(id, subject);
      expect((await enter(subject)).answer.state).toBe("signed-in");
    });

    it("holds for the provider that it was made with, not for another that says the same", async () => {
      const { id } = await addLinked();
      await database.db.execute(
        sql`update credential set oidc_issuer = 'https://former.example', oidc_subject = 'gov-former' where person_id = ${id}`,
      );
      expect(await codeOf(enter("gov-former"))).toBe("session/provider-unlinked");
    });
  });
});
