// What a merge does with the contact's number and with people of the business's own arm, and that undoing gives both back.
import { composeCreditCode, toPlainDate } from "@shian/domain";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/create-test-app.js";
import { importFile } from "../../testing/run-import.js";
import { insertSmallRegister } from "../../testing/small-register.js";

let test: TestApp;
let [one, two] = ["", ""];
const code = (serial: string) => composeCreditCode(`92990106MA1${serial}8M1`);
const reason = "现场核实";
const serials = [..."NPQRTUWXYA"].map((last) => `MG${last}`);
let day = 0;

beforeAll(async () => {
  test = await createTestApp({ today: "2026-11-01" });
  await insertSmallRegister(test, { shops: [], seats: [] });
});
afterAll(() => test.close());

/** Two fresh establishments with these contacts, the second with an officer whose number is kept. */
async function found(first: string, second: string): Promise<void> {
  const lines = [
    `甲店${day},${code(serials.pop() ?? "")},槐荫路${day}号,990106001001,${first},老陈,安员甲`,
    `乙店${day},${code(serials.pop() ?? "")},渡口街${day}号,990106002001,${second},老林,安员甲`,
  ];
  const header = "主体名称,统一社会信用代码,地址,所在地代码,联系电话,负责人,食品安全员";
  await importFile(test, {
    kind: "registry",
    name: "名册.csv",
    bytes: new TextEncoder().encode([header, ...lines].join("\n")),
  });
  const { rows } = await test.client.registry.list.query({ filter: { search: `店${day}` } });
  const idOf = (name: string) => rows.find((row) => row.name.startsWith(name))?.id ?? "";
  [one, two] = [idOf("甲"), idOf("乙")];
  await test.client.arm.appoint.mutate({
    txId: test.newTxId(),
    establishment: two,
    role: "officer",
    name: "安员乙",
    mobile: "13700137000",
    from: toPlainDate("2026-10-01"),
  });
}
/** Each step on a day, and so at an instant, of its own. */
const nextDay = () => {
  day += 1;
  test.setToday(`2026-11-${String(day).padStart(2, "0")}`);
};
beforeEach(nextDay);

const peopleOf = async (establishment: string) => {
  const { people } = await test.client.arm.get.query({ establishment });
  return people
    .map(({ name, role, mobile, person }) => ({ name, role, mobile, person }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
};
const plan = (take: string[] = []) => test.client.merge.plan.query({ survivor: one, absorbed: two, take });
async function apply(take: string[] = []) {
  const { survivor, absorbed } = await plan(take);
  const { id } = await test.client.merge.apply.mutate({
    txId: test.newTxId(),
    survivor: one,
    absorbed: two,
    take,
    survivorVersion: survivor.version,
    absorbedVersion: absorbed.version,
    reason,
  });
  return id;
}
const snapshot = async () => ({
  shown: await Promise.all(
    [one, two].map(async (id) => {
      const { contactMobile, establishment } = await test.client.registry.get.query({ id });
      const { version: _version, ...facts } = establishment;
      return { contactMobile, facts };
    }),
  ),
  people: [await peopleOf(one), await peopleOf(two)],
});
const fieldOf = ({ fields }: Awaited<ReturnType<typeof plan>>, name: string) =>
  fields.find(({ field }) => field === name);

describe("the contact's number", () => {
  it("stands masked in the plan, and stays unless the other is chosen", async () => {
    await found("13800138000", "13900139000");
    const planned = await plan();
    expect(fieldOf(planned, "contactMobile")).toEqual({
      field: "contactMobile",
      values: ["138****8000", "139****9000"],
      differs: [true],
    });
    expect(planned.taken).not.toContain("contactMobile");
    nextDay();
    await apply();
    expect((await test.client.registry.get.query({ id: one })).contactMobile).toBe("138****8000");
  });

  it("of the absorbed one is taken where it is chosen; undone, the former is back", async () => {
    await found("13800138000", "13900139000");
    const before = await snapshot();
    expect((await plan(["contactMobile"])).taken).toContain("contactMobile");
    nextDay();
    const id = await apply(["contactMobile"]);
    expect((await test.client.registry.get.query({ id: one })).contactMobile).toBe("139****9000");
    const { changes } = await test.client.registry.get.query({ id: one });
    expect(changes[0]?.fields).toContainEqual({
      field: "contactMobile",
      before: "138****8000",
      after: "139****9000",
    });
    nextDay();
    await test.client.merge.undo.mutate({ txId: test.newTxId(), id, reason });
    expect(await snapshot()).toEqual(before);
  });

  it("comes along where the surviving one has none; undone, it has none again", async () => {
    await found("", "13900139000");
    const before = await snapshot();
    expect((await plan()).taken).toContain("contactMobile");
    nextDay();
    const id = await apply();
    expect((await test.client.registry.get.query({ id: one })).contactMobile).toBe("139****9000");
    nextDay();
    await test.client.merge.undo.mutate({ txId: test.newTxId(), id, reason });
    expect(await snapshot()).toEqual(before);
  });
});

describe("people of the business's own arm", () => {
  it("come along with their numbers, but for who stands there already and who another is chosen for", async () => {
    await found("13800138000", "");
    const before = await snapshot();
    const planned = await plan();
    // 安员甲 stands in both, 老林 would be a second person in charge.
    expect(planned.people).toEqual([{ name: "安员乙", role: "officer" }]);
    nextDay();
    const id = await apply();
    const [mine, theirs] = [await peopleOf(one), await peopleOf(two)];
    const came = before.people[1]?.find(({ name }) => name === "安员乙");
    expect(mine.map(({ name }) => name).sort()).toEqual(["安员乙", "安员甲", "老陈"].sort());
    expect(mine.find(({ name }) => name === "安员乙")).toEqual(came);
    expect(came?.mobile).toBe("137****7000");
    expect(theirs.map(({ name }) => name)).toEqual(["老林"]);
    const { establishment } = await test.client.registry.get.query({ id: one });
    expect(establishment.foodSafetyOfficers).toEqual(["安员甲", "安员乙"]);
    nextDay();
    await test.client.merge.undo.mutate({ txId: test.newTxId(), id, reason });
    expect(await snapshot()).toEqual(before);
  });

  it("the person in charge comes where chosen, and the former's post ends; undone, both are as they were", async () => {
    await found("13800138000", "");
    const before = await snapshot();
    expect((await plan(["personInCharge"])).people).toContainEqual({
      name: "老林",
      role: "person-in-charge",
    });
    nextDay();
    const id = await apply(["personInCharge"]);
    expect((await peopleOf(one)).filter(({ role }) => role === "person-in-charge")).toMatchObject([
      { name: "老林" },
    ]);
    nextDay();
    await test.client.merge.undo.mutate({ txId: test.newTxId(), id, reason });
    expect(await snapshot()).toEqual(before);
  });
});
