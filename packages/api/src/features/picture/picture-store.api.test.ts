// A picture that was brought up to date answers like one composed anew from the whole register.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/create-test-app.js";
import { ensureDemonstration } from "../demonstration/load-demonstration.service.js";

const TODAY = "2026-11-24";
let test: TestApp;
beforeAll(async () => {
  test = await createTestApp({ today: TODAY });
  await ensureDemonstration(test.deps);
});
afterAll(() => test.close());

/** Everything that a change might move, as an office person and as a street sees it. */
async function readAll(app: TestApp) {
  const answers: unknown[] = [];
  for (const territory of ["CN", "990106001"]) {
    const { client } = await app.clientAs({ role: territory === "CN" ? "office" : "liaison", territory });
    answers.push(
      await client.registry.summary.query({}),
      (await client.registry.list.query({ filter: {}, sort: { by: "name" }, limit: 200 })).rows,
      (await client.registry.list.query({ filter: {}, sort: { by: "grade" }, limit: 200 })).rows,
      await client.registry.list.query({ filter: {}, sort: { by: "updated", descending: true }, limit: 50 }),
      await client.coverage.measure.query({}),
      await client.coverage.measure.query({ territory: "990106001001" }),
      await client.coverage.measure.query({ period: "2026Q3" }),
      await client.overview.get.query({}),
      (await client.visit.duties.query({ states: ["overdue", "done", "at-risk"], limit: 200 })).rows,
      (await client.chain.gaps.query({ limit: 200 })).rows,
    );
  }
  return answers;
}

/** Another application on the same database that has no picture yet. */
const openAnew = () => createTestApp({ today: TODAY, database: { ...test.database } });

const expectTheSame = async () => {
  const anew = await openAnew();
  try {
    expect(await readAll(test)).toEqual(await readAll(anew));
  } finally {
    await anew.close();
  }
};

const listStreet = async () =>
  (await test.client.registry.list.query({ filter: { territory: "990106001" }, limit: 20 })).rows;

describe("after a change that names its establishments", () => {
  it("of visits", async () => {
    const before = await readAll(test);
    for (const { id, official } of (await listStreet()).slice(0, 5)) {
      if (official === null) continue;
      const checklist = await test.client.visit.checklist.query({ establishment: id });
      await test.client.visit.submit.mutate({
        txId: test.newTxId(),
        establishment: id,
        official: official.id,
        madeOn: TODAY,
        mode: "on-site",
        checklist: checklist.id,
        answers: checklist.items.map(({ id: item }) => ({ item, answer: "yes" })),
      });
    }
    expect(await readAll(test)).not.toEqual(before);
    await expectTheSame();
  });

  it("of facts, of the place, of the state and of the risk grade", async () => {
    const [facts, place, state, risk] = await listStreet();
    const change = async (id: string | undefined, input: object) => {
      const { establishment } = await test.client.registry.get.query({ id: id ?? "" });
      await test.client.registry.correct.mutate({
        txId: test.newTxId(),
        id: establishment.id,
        version: establishment.version,
        changes: {},
        ...input,
      });
      await expectTheSame();
    };
    await change(facts?.id, { changes: { form: "school-canteen", size: "large", diners: 900 } });
    await change(place?.id, { changes: { place: "990106002001" } });
    await change(state?.id, { state: { state: "closed", from: TODAY } });
    await test.client.grading.setRisk.mutate({
      txId: test.newTxId(),
      establishment: risk?.id ?? "",
      grade: "D",
      source: "所",
      basis: "检查",
      from: TODAY,
    });
    await expectTheSame();
  });
});
