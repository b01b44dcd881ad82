// People and grants as they are asked through the whole application, under row-level security, on both engines.
import { randomUUID } from "node:crypto";
import { can, createTerritoryTree, operations, toPlainDate } from "@shian/domain";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toProblems } from "../../client/index.js";
import type { Database } from "../../storage/database.js";
import { createTestApp, type SignedIn, type TestApp } from "../../testing/create-test-app.js";
import { bothEngines } from "../../testing/test-engines.js";
import { insertOfficials } from "../chain/chain.repo.js";
import { hashUsername } from "../session/secret.js";
import { insertLock } from "../session/sign-in.repo.js";
import { findAsker } from "./find-grants.repo.js";
import { personTable } from "./people.table.js";

const today = toPlainDate("2026-11-24");
const at = "2026-11-24T04:00:00.000Z";
const reason = "任职文件";

describe.each(bothEngines)("people on $name", ({ open }) => {
  let database: Database;
  let test: TestApp;
  let system: SignedIn;
  let security: SignedIn;
  let audit: SignedIn;
  let office: SignedIn;
  let elsewhere: SignedIn;
  beforeAll(async () => {
    database = await open();
    test = await createTestApp({ database });
    system = await test.clientAs({ role: "system", name: "公孙策远" });
    security = await test.clientAs({ role: "security", name: "商陆离" });
    audit = await test.clientAs({ role: "audit", name: "端木青简" });
    office = await test.clientAs({ role: "office", territory: "990106", name: "晏清禾" });
    elsewhere = await test.clientAs({ role: "office", territory: "110108", name: "外地人" });
    const official = (id: string, place: string) => ({
      id,
      name: `干部${id}`,
      unit: "街道办",
      post: "主任",
      level: "county" as const,
      jurisdictions: [place],
      capacity: null,
      homeGrid: null,
      from: today,
      to: null,
    });
    const officials = [official("o1", "990106"), official("o2", "990106"), official("o3", "110108")];
    await insertOfficials(database.db, officials, { at, newId: randomUUID });
  }, 120_000);
  afterAll(async () => {
    await test?.close();
    await database?.close();
  });

  const codes = async (work: Promise<unknown>): Promise<string[]> =>
    toProblems(
      await work.then(
        () => "done",
        (error: unknown) => error,
      ),
    ).map(({ code }) => code);
  const txId = () => test.newTxId();
  let count = 0;
  const create = (kind: "staff" | "administrator" = "staff", name = "叶听澜") => {
    count += 1;
    const username = `person${count}`;
    return system.client.people.create.mutate({
      txId: txId(),
      name,
      kind,
      username,
      unit: null,
      officePhone: "025-84567890",
      mobile: "138 1234 5678",
    });
  };
  const give = (person: string, grant: object, by = security) =>
    by.client.grant.give.mutate({ txId: txId(), person, role: "office", reason, ...grant });

  describe("accounts", () => {
    it("are opened by the system administrator with a link, phones sealed and masked", async () => {
      const link = await create();
      expect(link.token).toMatch(/^[A-Za-z0-9_-]{43}$/);
      const shown = await security.client.people.get.query({ id: link.id });
      expect([shown.mobile, shown.officePhone, shown.passwordChosen]).toEqual([
        "138****5678",
        "025-84567890",
        false,
      ]);
      const [row] = await database.db.select().from(personTable).where(eq(personTable.id, link.id));
      expect(row?.mobile).not.toContain("1234");
      expect(row?.updatedBy).toBe("公孙策远");
    });

    it("keep user names apart", async () => {
      const asked = {
        name: "甲",
        kind: "staff" as const,
        username: "twice",
        unit: null,
        officePhone: null,
        mobile: null,
      };
      await system.client.people.create.mutate({ txId: txId(), ...asked });
      expect(await codes(system.client.people.create.mutate({ txId: txId(), ...asked }))).toEqual([
        "person/username-taken",
      ]);
    });

    it.each(["security", "audit", "office"] as const)("are not opened by %s", async (role) => {
      const who = { security, audit, office }[role];
      const asked = {
        txId: txId(),
        name: "甲",
        username: "nobody",
        unit: null,
        officePhone: null,
        mobile: null,
      };
      expect(await codes(who.client.people.create.mutate(asked))).toEqual(["access/no-role"]);
    });

    it("tell the second of two editors who was faster", async () => {
      const { id } = await create();
      const change = { id, version: 1, name: "新名", unit: null, officePhone: null };
      await system.client.people.change.mutate({ txId: txId(), ...change });
      const stale = await system.client.people.change
        .mutate({ txId: txId(), ...change })
        .catch((error: unknown) => error);
      expect(toProblems(stale)).toMatchObject([{ code: "request/stale", params: { who: "公孙策远" } }]);
      const seen = await security.client.people.get.query({ id });
      expect([seen.person.name, seen.mobile]).toEqual(["新名", "138****5678"]);
    });

    it("when disabled end their sessions at once, and never leave a role of three unheld", async () => {
      const visitor = await test.clientAs({ role: "leader", territory: "990106" });
      await visitor.client.people.list.query({});
      const { person } = await system.client.people.get.query({ id: visitor.personId });
      const ofOne = { id: person.id, version: person.version, reason };
      await system.client.people.disable.mutate({ txId: txId(), ...ofOne });
      expect(await codes(visitor.client.people.list.query({}))).toEqual(["access/signed-out"]);
      expect(await codes(system.client.people.disable.mutate({ txId: txId(), ...ofOne }))).toEqual([
        "request/stale",
      ]);
      const disable = (id: string) =>
        codes(system.client.people.disable.mutate({ txId: txId(), id, version: 1, reason }));
      expect(await disable(security.personId)).toEqual(["person/last-administrator"]);
      expect(await disable(system.personId)).toEqual(["person/oneself"]);
    });

    it("are unlocked and freed of an authenticator by the security administrator alone", async () => {
      const { id } = await create();
      const username = `person${count}`;
      await insertLock(database.db, { usernameHash: hashUsername(username), address: "*", at, until: null });
      const isLocked = async () => (await security.client.people.get.query({ id })).person.account?.locked;
      expect(await isLocked()).toBe(true);
      expect(await codes(system.client.people.unlock.mutate({ txId: txId(), id, reason }))).toEqual([
        "access/no-role",
      ]);
      await security.client.people.unlock.mutate({ txId: txId(), id, reason });
      expect(await isLocked()).toBe(false);
      await security.client.people.resetSecondFactor.mutate({ txId: txId(), id, reason });
      const again = await system.client.people.resetPassword.mutate({ txId: txId(), id, reason });
      expect(again.token).toMatch(/^.{43}$/);
    });
  });

  describe("lists", () => {
    it("find by pinyin, page by key, and show accounts to administrators alone", async () => {
      const { id } = await create("staff", "虞秋朗");
      await give(id, { role: "unit", territory: "990106", leading: true });
      const found = await system.client.people.list.query({ search: "yuqiul", role: "unit" });
      expect(found.rows).toMatchObject([
        { name: "虞秋朗", account: { state: "enabled" }, roles: [{ leading: true }] },
      ]);
      const seen = await office.client.people.list.query({ search: "虞秋朗" });
      expect(seen.rows).toMatchObject([{ id, account: null }]);
      const first = await system.client.people.list.query({ limit: 2 });
      const rest = await system.client.people.list.query({ limit: 500, cursor: first.next ?? "" });
      expect(first.rows.length + rest.rows.length).toBe(first.total);
      expect(await codes(audit.client.people.list.query({}))).toEqual(["access/no-role"]);
    });

    it("of another city hold nobody from here", async () => {
      const { rows } = await elsewhere.client.people.list.query({ limit: 500 });
      expect(rows.map(({ name }) => name)).toEqual(["外地人"]);
      // Nor do they when the application leaves its own checks out and the policies stand alone.
      const alone = await createTestApp({ database, trustRowSecurityAlone: true });
      const { client } = await alone.clientAs({ role: "office", territory: "110108", name: "外地二" });
      const names = (await client.people.list.query({ limit: 500 })).rows.map(({ name }) => name);
      expect(names.sort()).toEqual(["外地人", "外地二"].sort());
      const leak = client.grant.give.mutate({
        txId: txId(),
        person: office.personId,
        role: "leader",
        territory: "110108",
        reason,
      });
      await expect(leak).rejects.toThrow();
      await alone.close();
    });
  });

  describe("grants", () => {
    it("are given with a reason and ended on a day, seen at once by who asks", async () => {
      const { id } = await create();
      const grant = await give(id, { role: "regulator", territory: "990106" });
      expect(grant).toMatchObject({
        role: "regulator",
        from: today,
        grantedBy: "商陆离",
        reason,
        version: 1,
      });
      expect(grant.territoryName).toContain("云汀区");
      const ended = await security.client.grant.end.mutate({
        txId: txId(),
        id: grant.id,
        version: 1,
        reason,
      });
      expect(ended.to).toBe(today);
      const again = security.client.grant.end.mutate({ txId: txId(), id: grant.id, version: 1, reason });
      expect(await codes(again)).toEqual(["request/stale"]);
    });

    it("name an official, found without a look into the register", async () => {
      const { id } = await create();
      const found = await security.client.grant.findTargets.query({ kind: "official", text: "干部o1" });
      expect(found.rows).toEqual([{ id: "o1", name: "干部o1 街道办" }]);
      const grant = await give(id, { role: "official", official: "o1" });
      expect(grant.targetName).toBe("干部o1 街道办");
      expect(await codes(give(id, { role: "official", official: "nobody" }))).toEqual([
        "grant/target-unknown",
      ]);
      expect(await codes(security.client.official.list.query({}))).toEqual(["access/no-role"]);
    });

    it.each<[string, object, string]>([
      ["an administrator's role to staff", { role: "audit" }, "grant/administrators-apart"],
      ["a place that is none", { role: "leader", territory: "990199" }, "grant/territory-unknown"],
      ["nothing to reach", { role: "liaison" }, "grant/territory-missing"],
      ["yesterday", { territory: "990106", from: "2026-11-23" }, "grant/in-the-past"],
    ])("refuse %s", async (_case, grant, code) => {
      const { id } = await create();
      expect(await codes(give(id, grant))).toContain(code);
    });

    it("keep the three administrators apart", async () => {
      const { id } = await create("administrator");
      expect(await codes(give(id, { role: "office", territory: "990106" }))).toEqual([
        "grant/administrators-apart",
      ]);
      await give(id, { role: "system" });
      expect(await codes(give(id, { role: "security" }))).toEqual(["grant/second-administrator-role"]);
      expect(await codes(give(security.personId, { role: "audit" }))).toContain("grant/to-oneself");
      const [own] = (await security.client.grant.list.query({ person: audit.personId })).rows;
      const end = security.client.grant.end.mutate({ txId: txId(), id: own?.id ?? "", version: 1, reason });
      expect(await codes(end)).toEqual(["person/last-administrator"]);
    });

    it.each(["system", "audit", "office"] as const)("are not given by %s", async (role) => {
      const { id } = await create();
      const who = { system, audit, office }[role];
      expect(await codes(give(id, { territory: "990106" }, who))).toEqual(["access/no-role"]);
    });
  });

  describe("a rights preview", () => {
    it("says of every operation what can() says, for a person and for a draft", async () => {
      const { id } = await create();
      await give(id, { role: "liaison", territory: "990106" });
      const preview = await security.client.grant.preview.query({
        person: id,
        drafts: [{ role: "official", official: "o1" }],
      });
      const asker = await findAsker(database.db, id);
      const drafted = {
        id: "d",
        person: id,
        role: "official" as const,
        territory: null,
        official: "o1",
        establishment: null,
        leading: false,
        from: today,
        to: null,
      };
      const tree = createTerritoryTree({ nodes: [], asOf: today });
      const expected = Object.entries(operations).map(([name, { may }]) => {
        const decision = can({
          asker: { grants: [...asker.grants, drafted], standIns: [] },
          permission: { may, territory: "rows" },
          on: today,
          tree,
          officeTerritory: "CN",
        });
        return [name, decision.allowed, decision.allowed ? null : decision.problem.code];
      });
      expect(preview.operations.map((one) => [one.id, one.allowed, one.reason?.code ?? null])).toEqual(
        expected,
      );
      expect(preview.operations.some(({ allowed }) => allowed)).toBe(true);
      expect(preview.operations.find((one) => one.id === "registry.list")?.reach).toMatchObject({
        territories: ["990106"],
        officials: 1,
      });
      expect(preview.territories).toMatchObject([{ code: "990106" }]);
      expect(preview.menus.filter(({ shown }) => shown).map(({ area }) => area)).toContain("registry");
    });

    it("is the security administrator's alone", async () => {
      expect(await codes(system.client.grant.preview.query({}))).toEqual(["access/no-role"]);
    });
  });
});
