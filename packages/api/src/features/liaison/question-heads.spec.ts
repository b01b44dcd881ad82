// Nobody waits for an answer that will never be given: what is joined to a question follows it, out of sight too, and of
// two who act at once one is told of the other. On both engines.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ShianClient, toProblems } from "../../client/index.js";
import type { Database } from "../../storage/database.js";
import { createTestApp, type TestApp } from "../../testing/create-test-app.js";
import { district, east, insertSmallRegister, west } from "../../testing/small-register.js";
import { bothEngines } from "../../testing/test-engines.js";

type Step = "supplement" | "return" | "pass" | "split" | "ask-again" | "withdraw" | "read";

describe.each(bothEngines)("questions joined to others on $name", ({ open }) => {
  let database: Database;
  let test: TestApp;
  let eastern: ShianClient;
  let western: ShianClient;
  let easternOffice: ShianClient;
  let office: ShianClient;
  beforeAll(async () => {
    database = await open();
    test = await createTestApp({ database });
    await insertSmallRegister(test, { shops: [], seats: [] });
    const enter = async (role: "liaison" | "office", territory: string, name: string) =>
      (await test.clientAs({ role, territory, name })).client;
    eastern = await enter("liaison", `${east}001`, "东村联络员");
    western = await enter("liaison", `${west}001`, "西村联络员");
    easternOffice = await enter("office", east, "东街道");
    office = await enter("office", district, "区食安办");
  }, 120_000);
  afterAll(async () => {
    await test?.close();
    await database?.close();
  });

  const codesOf = (asked: Promise<unknown>) =>
    asked.then(
      () => "ok",
      (error: unknown) =>
        toProblems(error)
          .map(({ code }) => code)
          .join(" "),
    );
  const raise = async (client: ShianClient, place: string, subject: string) =>
    (await client.question.raise.mutate({ txId: test.newTxId(), place, subject, text: "" })).row.id;
  const raiseEast = (subject: string) => raise(eastern, `${east}001`, subject);
  const raiseWest = (subject: string) => raise(western, `${west}001`, subject);
  const rowOf = async (client: ShianClient, id: string) => (await client.question.get.query({ id })).row;
  const act = async (client: ShianClient, id: string, step: Step, seen?: number) =>
    client.question.act.mutate({
      ...{ txId: test.newTxId(), id, step, text: "请看" },
      version: seen ?? (await rowOf(client, id)).version,
    });
  const merge = async (client: ShianClient, head: string, id: string) =>
    client.question.merge.mutate({
      ...{ txId: test.newTxId(), head },
      questions: [{ id, version: (await rowOf(client, id)).version }],
    });
  const answer = (client: ShianClient, id: string, version: number, text: string) =>
    client.question.answer.mutate({ txId: test.newTxId(), id, version, subject: "统一答复", text });

  it("come along when their head is joined by an office that does not see them", async () => {
    const [first, second] = [await raiseEast("公示牌贴在哪里"), await raiseEast("公示牌要贴在门口吗")];
    const hidden = await raiseWest("公示牌贴什么地方");
    await merge(office, first, hidden);
    await merge(easternOffice, second, first);
    expect((await office.question.get.query({ id: second })).joined.map(({ id }) => id).sort()).toEqual(
      [first, hidden].sort(),
    );
    await answer(office, second, (await rowOf(office, second)).version, "贴在显著位置。");
    expect(await rowOf(western, hidden)).toMatchObject({ state: "answered", unread: true });
  });

  it("stand alone again when the question they are joined to is withdrawn", async () => {
    const [head, hidden] = [await raiseEast("留样留多久"), await raiseWest("留样要留多少时间")];
    await merge(office, head, hidden);
    await act(eastern, head, "withdraw");
    expect(await rowOf(office, hidden)).toMatchObject({ state: "at-township" });
    expect((await rowOf(office, hidden)).next).toContain("answer");
    const { entries } = await western.question.get.query({ id: hidden });
    expect(entries.at(-1)).toMatchObject({ act: "split", by: "—" });
  });

  it("are read as the answer that was seen, not as one that was corrected meanwhile", async () => {
    const [head, joined] = [await raiseEast("健康证多久换"), await raiseEast("健康证几年换一次")];
    await merge(office, head, joined);
    await answer(office, head, (await rowOf(office, head)).version, "每年。");
    const seen = (await rowOf(eastern, joined)).version;
    await answer(office, head, (await rowOf(office, head)).version, "每年一次，到期前换。");
    expect(await codesOf(act(eastern, joined, "read", seen))).toBe("request/stale");
    expect(await rowOf(eastern, joined)).toMatchObject({ unread: true });
    await act(eastern, joined, "read");
    // Asked again it stands alone, and what was seen before is seen no longer.
    const before = (await rowOf(eastern, joined)).version;
    await act(eastern, joined, "ask-again");
    expect((await rowOf(eastern, joined)).version).not.toBe(before);
    expect(await codesOf(act(eastern, joined, "withdraw", before))).toBe("request/stale");
  });

  it("tell whoever is late who was faster, also where it was an answer", async () => {
    const id = await raiseEast("小作坊要不要登记");
    const { version } = await rowOf(office, id);
    await answer(office, id, version, "要登记。");
    const late = await answer(easternOffice, id, version, "不要。").then(
      () => [],
      (error: unknown) => toProblems(error),
    );
    expect(late).toMatchObject([{ code: "request/stale", params: { who: "区食安办" } }]);
  });

  it("are answered by one of two who answer at once, and acted on by one of two", async () => {
    const id = await raiseEast("摊贩备案去哪里办");
    const { version } = await rowOf(office, id);
    const answers = await Promise.all([
      codesOf(answer(office, id, version, "去街道。")),
      codesOf(answer(easternOffice, id, version, "去村里。")),
    ]);
    expect(answers.sort()).toEqual(["ok", "request/stale"]);
    expect((await office.question.get.query({ id })).row.version).toBe(version + 1);
    const other = await raiseEast("从业人员培训找谁");
    const at = (await rowOf(office, other)).version;
    const steps = await Promise.all([
      codesOf(act(office, other, "return", at)),
      codesOf(act(easternOffice, other, "pass", at)),
    ]);
    expect(steps.sort()).toEqual(["ok", "request/stale"]);
  });

  it("never wait for each other in a circle", async () => {
    const [one, two] = [await raiseEast("网络订餐怎么查"), await raiseEast("网上订餐如何检查")];
    const joins = await Promise.all([
      codesOf(merge(office, one, two)),
      codesOf(merge(easternOffice, two, one)),
    ]);
    expect(joins.filter((code) => code === "ok")).toHaveLength(1);
  });
});
