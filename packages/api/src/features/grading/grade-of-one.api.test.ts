// The grade of one establishment: an objection until the office has decided it, and a risk grade from the regulator's scores.
import type { PlainDate } from "@shian/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ShianClient } from "../../client/index.js";
import { codesOf } from "../../testing/codes-of.js";
import type { TestApp } from "../../testing/create-test-app.js";
import { gradeOf, openGradedOffice } from "../../testing/graded-office.js";

let test: TestApp;
let business: ShianClient;
beforeAll(async () => {
  ({ test, business } = await openGradedOffice());
});
afterAll(() => test.close());

const day = (text: string) => text as PlainDate;

describe("an objection", () => {
  const raise = (client: ShianClient, establishment = "e1", asked: "B" | "C" | null = "C") =>
    client.objection.raise.mutate({
      txId: test.newTxId(),
      establishment,
      scale: "pairing",
      asked,
      reason: "本店是小型餐饮",
    });
  const act = (
    client: ShianClient,
    objection: { readonly id: string; readonly version: number },
    input: {
      act: "supplement" | "withdraw" | "uphold" | "reject";
      grade?: "C" | "B";
      from?: string;
      to?: string;
    },
  ) =>
    client.objection.act.mutate({
      txId: test.newTxId(),
      ...objection,
      act: input.act,
      text: "核对过营业面积",
      grade: input.grade ?? null,
      from: input.from === undefined ? null : day(input.from),
      to: input.to === undefined ? null : day(input.to),
    });

  it("of the business is under review until the office decides, and its grade holds to its end", async () => {
    expect(await codesOf(raise(business, "e2"))).toEqual(["request/not-found"]);
    expect(await codesOf(raise(business, "e1", "B"))).toEqual(["objection/same-grade"]);
    const raised = await raise(business);
    expect(raised.row).toMatchObject({
      state: "under-review",
      grade: "B",
      asked: "C",
      deadline: "2026-12-15",
      next: ["supplement", "withdraw"],
      version: 1,
    });
    expect((await business.objection.open.query({})).rows).toEqual([
      { establishment: "e1", scale: "pairing" },
    ]);
    expect(await codesOf(raise(test.client))).toEqual(["objection/open-already"]);
    const { id } = raised.row;
    expect(
      await codesOf(act(business, { id, version: 1 }, { act: "uphold", grade: "C", from: "2026-11-01" })),
    ).toEqual(["objection/not-yours"]);
    await act(business, { id, version: 1 }, { act: "supplement" });
    expect(await codesOf(act(test.client, { id, version: 1 }, { act: "reject" }))).toEqual(["request/stale"]);
    expect(
      await codesOf(act(test.client, { id, version: 2 }, { act: "uphold", grade: "C", from: "2026-11-25" })),
    ).toEqual(["objection/from-in-future"]);
    const decided = await act(
      test.client,
      { id, version: 2 },
      { act: "uphold", grade: "C", from: "2026-11-20", to: "2027-06-01" },
    );
    expect(decided.row).toMatchObject({ state: "upheld", decided: "C", next: [], version: 3 });
    expect(decided.entries.map(({ act: what, role }) => [what, role])).toEqual([
      ["raise", "business"],
      ["supplement", "business"],
      ["uphold", "office"],
    ]);
    expect((await business.objection.open.query({})).rows).toEqual([]);
    const grades = await Promise.all(
      ["2026-11-19", "2026-11-20", "2027-05-31", "2027-06-01"].map((asOf) => gradeOf(test, "e1", asOf)),
    );
    expect(grades.map((grade) => grade?.grade)).toEqual(["B", "C", "C", "B"]);
    const detail = await business.registry.get.query({ id: "e1" });
    expect(detail.gradeGround).toMatchObject({ basis: "核对过营业面积", scheme: id });

    // Facts that change, and whole regradings, leave it alone.
    await test.client.registry.correct.mutate({
      txId: test.newTxId(),
      id: "e1",
      version: detail.establishment.version,
      changes: { size: "large" },
    });
    await test.client.grading.regrade.mutate({ txId: test.newTxId() });
    expect((await gradeOf(test, "e1", "2026-11-24"))?.grade).toBe("C");
    expect((await gradeOf(test, "e1", "2027-06-01"))?.grade).toBe("A");
  });

  it("can be rejected, and another can follow; entries stay", async () => {
    const raised = await raise(test.client, "e3", null);
    await act(test.client, { id: raised.row.id, version: 1 }, { act: "reject" });
    const again = await raise(test.client, "e3", null);
    await act(test.client, { id: again.row.id, version: 1 }, { act: "withdraw" });
    const { rows, total } = await test.client.objection.list.query({ establishment: "e3" });
    expect([total, rows.map(({ state }) => state).sort()]).toEqual([2, ["rejected", "withdrawn"]]);
    expect((await gradeOf(test, "e3", "2026-11-24"))?.grade).toBe("B");
  });

  it("has its deadline, and a list of what is overdue", async () => {
    await raise(test.client, "e4", null);
    test.setToday("2026-12-16");
    const { rows } = await test.client.objection.list.query({ states: ["under-review"] });
    expect(rows).toMatchObject([{ establishment: "e4", deadline: "2026-12-15", overdue: true }]);
    test.setToday("2026-11-24");
  });
});

describe("a risk grade", () => {
  it("is worked out from the regulator's scores with the arithmetic as its ground", async () => {
    const scores = {
      establishment: "e2",
      from: day("2026-11-20"),
      source: "区市场监管局",
      dynamicScore: 25.5,
      staticScore: 20,
    };
    const answer = await test.client.grading.scoreRisk.mutate({
      txId: test.newTxId(),
      ...scores,
      raising: ["sample-failed"],
      lowering: [],
    });
    expect(answer).toEqual({
      establishment: "e2",
      grade: "D",
      basis: "20 + 25.5 = 45.5 → C 上调一级 国家或省级监督抽检不合格",
    });
    expect((await test.client.registry.get.query({ id: "e2" })).riskGrade).toMatchObject({
      grade: "D",
      from: "2026-11-20",
    });
    const { staticScore: _, ...without } = scores;
    expect(
      await codesOf(
        test.client.grading.scoreRisk.mutate({ txId: test.newTxId(), ...without, raising: [], lowering: [] }),
      ),
    ).toEqual(["grading/static-table-missing"]);
    expect(
      await codesOf(
        test.client.grading.scoreRisk.mutate({
          txId: test.newTxId(),
          ...scores,
          from: day("2026-11-25"),
          raising: [],
          lowering: [],
        }),
      ),
    ).toEqual(["grading/risk-in-future"]);
  });
});
