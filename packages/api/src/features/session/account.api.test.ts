// Set-up, links, terminals, keys, the demonstration's door and what a person is told about themselves.

import { hash as argonHash } from "@node-rs/argon2";
import { toPlainDate } from "@shian/domain";
import { sql } from "drizzle-orm";
import { TOTP } from "otpauth";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { toProblems } from "../../client/index.js";
import { executeRows } from "../../storage/database.js";
import { createSignInStage, type SignInStage, type Visitor } from "../../testing/sign-in-stage.js";
import { findCredential, savePassword } from "./credential.repo.js";
import { createLink, ensureSetupLink } from "./link.service.js";
import { hashPassword } from "./password-hash.js";

const right = "Lanwan-889-ok";
let stage: SignInStage;
const txId = () => stage.test.newTxId();
const codeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "ok",
    (error: unknown) => toProblems(error)[0]?.code ?? String(error),
  );
const begin = (visitor: Visitor, username: string, password = right) =>
  visitor.client.session.begin.mutate({ txId: txId(), username, password, carry: "token" });
async function enter(username: string, password = right): Promise<Visitor> {
  const answer = await begin(stage.visit(), username, password);
  if (answer.state === "second-factor" || answer.token === null) throw new Error(answer.state);
  return stage.visit({ token: answer.token });
}

describe("in an office", () => {
  beforeAll(async () => {
    stage = await createSignInStage();
  });
  afterAll(() => stage.close());

  describe("set-up", () => {
    const three = (passwords = [right, right, right], names = ["gongsun", "shanglu", "duanmu"]) =>
      (["system", "security", "audit"] as const).map((role, at) => ({
        role,
        name: ["公孙策远", "商陆离", "端木青简"][at] ?? "",
        username: names[at] ?? "",
        password: passwords[at] ?? "",
      }));
    const setUp = (token: string, administrators = three()) =>
      codeOf(stage.visit().client.setup.begin.mutate({ txId: txId(), token, administrators }));

    it("takes a link once, three different people and good passwords, and is then over", async () => {
      const first = await ensureSetupLink(stage.deps);
      const link = await ensureSetupLink(stage.deps);
      if (first === undefined || link === undefined) throw new Error("no link");
      const { client } = stage.visit();
      expect(await client.setup.state.query({})).toEqual({ done: false, passwordProfile: "dengbao3" });
      expect(await setUp(first.token)).toBe("session/link-ended");
      expect(await client.session.openLink.mutate({ txId: txId(), token: link.token })).toMatchObject({
        purpose: "set-up",
        username: null,
      });
      expect(await setUp(link.token, three(undefined, ["gongsun", "shanglu", "shanglu"]))).toBe(
        "session/same-username",
      );
      expect(await setUp(link.token, three([right, "short", right]))).toBe("session/password-short");
      const [one, two] = three();
      if (one === undefined || two === undefined) throw new Error("too few");
      expect(await setUp(link.token, [one, two, { ...two, username: "duanmu" }])).toBe(
        "request/invalid-input",
      );
      const both = await Promise.all([setUp(link.token), setUp(link.token)]);
      expect(both.sort()).toEqual(["ok", "session/set-up-done"]);
      expect(await setUp(link.token)).toBe("session/set-up-done");
      expect(await ensureSetupLink(stage.deps)).toBeUndefined();
      expect(await client.setup.state.query({})).toMatchObject({ done: true });
      const grants = await executeRows(
        stage.deps.database.db,
        sql`select p.username, g.role from person p join access_grant g on g.person_id = p.id where p.kind = 'administrator' order by 1`,
      );
      expect(grants).toEqual([
        { username: "duanmu", role: "audit" },
        { username: "gongsun", role: "system" },
        { username: "shanglu", role: "security" },
      ]);
    });

    it("leaves administrators with their own account alone until an authenticator is bound", async () => {
      const visitor = await enter("gongsun");
      const before = await visitor.client.session.current.query({});
      expect(before.secondFactor).toEqual({ state: "off", needed: true, recoveryCodes: 0 });
      expect(before.allowed).toContain("session.beginTotp");
      expect(before.allowed.filter((id) => !/^(session|device|setup|key)\./.test(id))).toEqual([]);
      const { secret, address } = await visitor.client.session.beginTotp.mutate({
        txId: txId(),
        password: right,
      });
      expect(address).toMatch(/^otpauth:\/\/totp\//);
      const sealed = await executeRows(
        stage.deps.database.db,
        sql`select totp_secret as kept from credential`,
      );
      expect(JSON.stringify(sealed)).not.toContain(secret);
      const code = new TOTP({ secret }).generate({ timestamp: Date.parse(stage.now()) });
      await visitor.client.session.confirmTotp.mutate({ txId: txId(), code });
      const after = await visitor.client.session.current.query({});
      expect(after.secondFactor).toEqual({ state: "on", needed: false, recoveryCodes: 10 });
      expect(after).toMatchObject({
        person: { username: "gongsun", kind: "administrator" },
        reach: { places: [] },
      });
    });
  });

  describe("a password link", () => {
    it("sets the password once and ends what was open", async () => {
      const personId = await stage.addPerson("linked", right);
      const before = await enter("linked");
      const made = await createLink(stage.deps.database.db, {
        purpose: "password",
        personId,
        createdBy: "test",
        now: stage.now(),
      });
      const { client } = stage.visit();
      const use = (password: string) =>
        codeOf(client.session.useLink.mutate({ txId: txId(), token: made.token, password }));
      expect(await client.session.openLink.mutate({ txId: txId(), token: made.token })).toMatchObject({
        purpose: "password",
        username: "linked",
      });
      expect(await use("short")).toBe("session/password-short");
      expect(await use(right)).toBe("session/password-used");
      expect(await use("Another-one-77")).toBe("ok");
      expect(await use("Another-two-77")).toBe("session/link-ended");
      expect(await codeOf(before.client.session.list.query({}))).toBe("access/signed-out");
      await enter("linked", "Another-one-77");
    });

    it("ends after a day, and when another is made", async () => {
      const personId = await stage.addPerson("late", right);
      const make = () =>
        createLink(stage.deps.database.db, {
          purpose: "password",
          personId,
          createdBy: null,
          now: stage.now(),
        });
      const open = (token: string) =>
        codeOf(stage.visit().client.session.openLink.mutate({ txId: txId(), token }));
      const [first, second] = [await make(), await make()];
      expect([await open(first.token), await open(second.token)]).toEqual(["session/link-ended", "ok"]);
      stage.pass(24 * 60);
      expect(await open(second.token)).toBe("session/link-ended");
    });
  });

  describe("a password", () => {
    const change = (visitor: Visitor, current: string, next: string) =>
      codeOf(visitor.client.session.changePassword.mutate({ txId: txId(), current, next }));

    it("is changed with the present one, and the last five do not come again", async () => {
      const personId = await stage.addPerson("changer", right);
      const [visitor, other] = [await enter("changer"), await enter("changer")];
      const earlier: string[] = [];
      for (const password of ["Second-lanwan", "Third-lanwan", "Fourth-lanwan", "Fifth-lanwan"])
        earlier.push(await argonHash(password, { memoryCost: 8192, timeCost: 1, parallelism: 1 }));
      const { db } = stage.deps.database;
      const credential = await findCredential(db, personId);
      await savePassword(db, { personId, hash: credential?.passwordHash ?? "", earlier, now: stage.now() });
      expect(await change(visitor, "Wrong-one-11", "Sixth-lanwan")).toBe("session/wrong-password");
      expect(await change(visitor, right, right)).toBe("session/password-used");
      expect(await change(visitor, right, "Fifth-lanwan")).toBe("session/password-used");
      expect(await change(visitor, right, "Sixth-lanwan")).toBe("ok");
      // Of six before it the first is no longer among the last five.
      expect(await change(visitor, "Sixth-lanwan", "Fifth-lanwan")).toBe("ok");
      expect(await codeOf(other.client.session.list.query({}))).toBe("access/signed-out");
      expect(await codeOf(visitor.client.session.list.query({}))).toBe("ok");
    });

    it("of ninety days opens nothing but the way to change it", async () => {
      await stage.addPerson("aged", right);
      stage.pass(90 * 24 * 60);
      const answer = await begin(stage.visit(), "aged");
      expect(answer.state).toBe("password-due");
      const visitor = stage.visit({ token: answer.state === "password-due" ? (answer.token ?? "") : "" });
      expect(await codeOf(visitor.client.registry.list.query({}))).toBe("access/password-due");
      expect((await visitor.client.session.current.query({})).allowed).not.toContain("registry.list");
      expect(await change(visitor, right, "Lanwan-890-ok")).toBe("ok");
      expect(await codeOf(visitor.client.registry.list.query({}))).toBe("ok");
    });

    it("hashed with other parameters is hashed anew when it is used", async () => {
      const personId = await stage.addPerson("older", right);
      const weak = await argonHash(right, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
      const { db } = stage.deps.database;
      await db.execute(sql`update credential set password_hash = ${weak} where person_id = ${personId}`);
      await enter("older");
      const [row] = await executeRows(
        db,
        sql`select password_hash as kept from credential where person_id = ${personId}`,
      );
      expect(String(row?.kept).split("$").slice(0, 4)).toEqual(
        (await hashPassword("x")).split("$").slice(0, 4),
      );
      expect(row?.kept).not.toBe(weak);
      await enter("older");
    });
  });

  describe("a browser", () => {
    it("gets a cookie that no script and no other site sees, and loses it on signing out", async () => {
      await stage.addPerson("browser", right);
      const visitor = stage.visit();
      const answer = await visitor.client.session.begin.mutate({
        txId: txId(),
        username: " Browser ",
        password: right,
        carry: "cookie",
      });
      expect(answer).toMatchObject({ state: "signed-in", token: null });
      expect(visitor.lastCookie()).toMatch(/^shian_session=[\w-]{43};/);
      expect(visitor.lastCookie()).toMatch(/HttpOnly/);
      expect(visitor.lastCookie()).toMatch(/SameSite=Strict/);
      expect((await visitor.client.session.current.query({})).person).toMatchObject({ username: "browser" });
      await visitor.client.session.end.mutate({ txId: txId() });
      expect(visitor.cookies.size).toBe(0);
      expect((await visitor.client.session.current.query({})).person).toBeNull();
    });
  });

  describe("a terminal", () => {
    const start = () =>
      stage
        .visit({ address: "192.0.2.9" })
        .client.device.begin.mutate({ txId: txId(), name: "shian on desk-4" });
    const poll = (deviceCode: string) =>
      stage.visit({ address: "192.0.2.9" }).client.device.poll.mutate({ txId: txId(), deviceCode });

    it("is signed in by its owner's word, once", async () => {
      await stage.addPerson("owner", right);
      const owner = await enter("owner");
      const { deviceCode, userCode } = await start();
      expect(await poll(deviceCode)).toEqual({ state: "waiting", interval: 5 });
      expect(await poll(deviceCode)).toEqual({ state: "slow-down", interval: 10 });
      stage.pass(0.2);
      const typed = userCode.toLowerCase().replace("-", " ");
      expect(await owner.client.device.open.mutate({ txId: txId(), userCode: typed })).toMatchObject({
        name: "shian on desk-4",
        address: "192.0.2.9",
      });
      const confirm = (approve: boolean) =>
        codeOf(owner.client.device.confirm.mutate({ txId: txId(), userCode: typed, approve }));
      expect(
        await codeOf(stage.visit().client.device.confirm.mutate({ txId: txId(), userCode, approve: true })),
      ).toBe("access/signed-out");
      expect(await confirm(true)).toBe("ok");
      expect(await confirm(true)).toBe("session/device-ended");
      const answers = await Promise.all([codeOf(poll(deviceCode)), codeOf(poll(deviceCode))]);
      expect(answers.sort()).toEqual(["ok", "session/device-ended"]);
      const { rows } = await owner.client.session.list.query({});
      expect(rows.map(({ name }) => name)).toContain("shian on desk-4");
    });

    it("may be refused, and its code expires", async () => {
      await stage.addPerson("refuser", right);
      const owner = await enter("refuser");
      const first = await start();
      await owner.client.device.confirm.mutate({ txId: txId(), userCode: first.userCode, approve: false });
      expect(await poll(first.deviceCode)).toEqual({ state: "refused" });
      const second = await start();
      stage.pass(10);
      expect(await codeOf(poll(second.deviceCode))).toBe("session/device-ended");
    });
  });

  describe("an API key", () => {
    it("asks what it covers until its last day, and is nobody's way into an account", async () => {
      await stage.addPerson("keeper", right);
      const keeper = await enter("keeper");
      const today = stage.now().slice(0, 10);
      const create = (scope: string[], lastDay: string) =>
        keeper.client.key.create.mutate({ txId: txId(), name: "nightly", scope, lastDay });
      expect(await codeOf(create(["session.changePassword"], today))).toBe("session/key-operation");
      expect(await codeOf(create(["no.such"], today))).toBe("session/key-operation");
      expect(await codeOf(create(["registry.list"], "2029-01-01"))).toBe("session/key-too-long");
      const once = { txId: txId(), name: "nightly", scope: ["registry.list"], lastDay: toPlainDate(today) };
      const { token, key } = await keeper.client.key.create.mutate(once);
      expect(await codeOf(keeper.client.key.create.mutate(once))).toBe("request/reused-transaction");
      const machine = stage.visit({ token });
      expect(await codeOf(machine.client.registry.list.query({}))).toBe("ok");
      expect(await codeOf(machine.client.chain.gaps.query({}))).toBe("access/outside-scope");
      expect(await codeOf(machine.client.key.list.query({}))).toBe("access/outside-scope");
      expect((await keeper.client.key.list.query({})).rows).toMatchObject([
        { id: key.id, scope: ["registry.list"] },
      ]);
      stage.pass(24 * 60);
      expect(await codeOf(machine.client.registry.list.query({}))).toBe("access/signed-out");
      const again = await enter("keeper");
      const next = await again.client.key.create.mutate({
        txId: txId(),
        name: "weekly",
        scope: ["registry.list"],
        lastDay: stage.now().slice(0, 10),
      });
      expect(await codeOf(again.client.key.revoke.mutate({ txId: txId(), id: next.key.id }))).toBe("ok");
      expect(await codeOf(stage.visit({ token: next.token }).client.registry.list.query({}))).toBe(
        "access/signed-out",
      );
    });
  });

  it("has no demonstration door", async () => {
    const personId = await stage.addPerson("nobody-special", right);
    const { client } = stage.visit();
    expect(
      await codeOf(
        client.session.enterDemonstration.mutate({ txId: txId(), person: personId, carry: "token" }),
      ),
    ).toBe("session/not-demonstration");
    expect((await client.session.current.query({})).demonstrationPeople).toEqual([]);
  });
});

describe("in a demonstration", () => {
  beforeEach(async () => {
    stage = await createSignInStage({ mode: "demo", isSecure: true });
  });
  afterEach(() => stage.close());

  it("lets visitors be its people, never those with a password", async () => {
    const audit = await stage.test.clientAs({ role: "audit", name: "端木青简" });
    const withPassword = await stage.addPerson("real", right);
    const visitor = stage.visit();
    const { demonstrationPeople, setUp } = await visitor.client.session.current.query({});
    expect(setUp).toBe(true);
    expect(demonstrationPeople.map(({ id }) => id)).toContain(audit.personId);
    expect(demonstrationPeople.map(({ id }) => id)).not.toContain(withPassword);
    const go = (person: string) =>
      codeOf(visitor.client.session.enterDemonstration.mutate({ txId: txId(), person, carry: "cookie" }));
    expect(await go(withPassword)).toBe("request/not-found");
    expect(await go(audit.personId)).toBe("ok");
    expect(visitor.lastCookie()).toMatch(/^__Host-shian_session=[\w-]{43}; .*Secure/);
    const current = await visitor.client.session.current.query({});
    expect(current).toMatchObject({ person: { name: "端木青简" }, secondFactor: { needed: false } });
    expect(current.allowed).not.toContain("registry.list");
    expect(await ensureSetupLink(stage.deps)).toBeUndefined();
  });
});
