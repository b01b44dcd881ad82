// Whom a visitor of the demonstration may be, and that each of them stands where their name says.
import { grantableRoles } from "@shian/domain";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createClient } from "../../client/index.js";
import { createTestApp, type TestApp } from "../../testing/create-test-app.js";
import { grantTable, personTable } from "../people/people.table.js";
import { credentialTable } from "../session/session.table.js";
import { ensureDemonstrationPeople } from "./demonstration-people.service.js";
import { ensureDemonstration } from "./load-demonstration.service.js";

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp({ mode: "demo" });
  await ensureDemonstration(test.deps);
  await ensureDemonstrationPeople(test.deps);
}, 180_000);
afterAll(() => test.close());

const enter = async (person: string) => {
  const asked = { txId: test.newTxId(), person, carry: "token" as const };
  const entered = await test.anonymous.session.enterDemonstration.mutate(asked);
  if (entered.state !== "signed-in") throw new Error(entered.state);
  const headers = { authorization: `Bearer ${entered.token}` };
  return createClient({ ...test.clientOptions, headers });
};

it("has one of every role, once, and nobody with a password", async () => {
  await ensureDemonstrationPeople(test.deps);
  const roles = (await test.database.db.select().from(grantTable)).filter(({ personId }) =>
    personId.startsWith("demo-"),
  );
  expect([...new Set(roles.map(({ role }) => role))].sort()).toEqual([...grantableRoles].sort());
  const people = (await test.database.db.select().from(personTable)).filter(({ id }) =>
    id.startsWith("demo-"),
  );
  expect(people).toHaveLength(11);
  expect(await test.database.db.select().from(credentialTable)).toEqual([]);
});

it("shows each what their role reaches", async () => {
  const total = async (person: string) =>
    (await (await enter(person)).registry.list.query({ limit: 1 })).total;
  const [office, regulator, liaison, official, business] = [
    await total("demo-yanqinghe"),
    await total("demo-luxingjian"),
    await total("demo-cenwanzhou"),
    await total("demo-yetinglan"),
    await total("demo-xunzhiwei").catch(() => -1),
  ];
  expect(office).toBeGreaterThan(3000);
  expect(regulator).toBeLessThan(office);
  expect(liaison).toBeLessThan(regulator);
  expect(liaison).toBeGreaterThan(0);
  expect(official).toBeGreaterThan(0);
  expect(official).toBeLessThan(regulator);
  // A business sees its own establishment, or no list at all.
  expect([-1, 1]).toContain(business);
});

it("binds the official to the one of the same name", async () => {
  const client = await enter("demo-yetinglan");
  const { grants } = await client.session.current.query({});
  const { official } = await client.official.get.query({ id: grants[0]?.official ?? "" });
  expect([official.name, official.jurisdictions, official.load > 0]).toEqual(["叶听澜", ["990106001"], true]);
});

it("enters nobody outside demonstration mode", async () => {
  const office = await createTestApp();
  await ensureDemonstrationPeople(office.deps);
  const people = await office.database.db.select().from(personTable);
  expect(people.filter(({ id }) => id.startsWith("demo-"))).toEqual([]);
  await office.close();
}, 60_000);
