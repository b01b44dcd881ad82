// The directory through the real client: posts in two times, who may keep them, numbers, and the chain in full.
import type { PlainDate } from "@shian/domain";
import PizZip from "pizzip";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ShianClient, toProblems } from "../../client/index.js";
import { createTestApp, type TestApp } from "../../testing/create-test-app.js";
import { insertSmallRegister } from "../../testing/small-register.js";

let test: TestApp;
let liaison: ShianClient;
let regulator: ShianClient;
let stranger: ShianClient;
let liaisonToken: string;
const township = "990106001";
beforeAll(async () => {
  test = await createTestApp({ today: "2026-11-24" });
  await insertSmallRegister(test, {
    shops: [{ id: "e1", township, official: "o1" }],
    seats: [{ id: "o1", jurisdictions: ["990106"] }],
  });
  const entered = await test.clientAs({ role: "liaison", territory: township, name: "联络员甲" });
  [liaison, liaisonToken] = [entered.client, entered.token];
  regulator = (await test.clientAs({ role: "regulator", territory: township, name: "监管员甲" })).client;
  stranger = (await test.clientAs({ role: "office", territory: "990106002", name: "外人" })).client;
});
afterAll(() => test.close());

const day = (text: string) => text as PlainDate;
const codes = (asked: Promise<unknown>) =>
  asked.then(
    () => "ok",
    (error: unknown) =>
      toProblems(error)
        .map(({ code }) => code)
        .join(" "),
  );
const facts = (name: string) => ({
  name,
  unit: "梧桐街道办事处",
  title: "食安办联络员",
  territories: [township],
  officePhone: "099-5551234",
  person: null,
});
const add = (client = test.client, txId = test.newTxId()) =>
  client.directory.add.mutate({
    txId,
    kind: "liaison",
    facts: facts("岑晚舟"),
    mobile: "13900131234",
    from: day("2026-03-01"),
  });
const namesOn = async (asOf: string, knownOn?: string) =>
  (
    await test.client.directory.list.query({
      asOf: day(asOf),
      ...(knownOn === undefined ? {} : { knownOn: day(knownOn) }),
    })
  ).rows.map(({ name }) => name);

describe("a post of the directory", () => {
  let post: string;
  it("is added once for one write, and only by the office that reaches its place", async () => {
    const txId = test.newTxId();
    ({ post } = await add(test.client, txId));
    expect((await add(test.client, txId)).post).toBe(post);
    expect(await namesOn("2026-11-24")).toEqual(["岑晚舟"]);
    expect(await codes(add(stranger))).toBe("request/not-found");
    expect(await codes(add(liaison))).toBe("access/no-role");
    const unknown = { ...facts("无处"), territories: ["990106999"] };
    expect(
      await codes(test.client.directory.add.mutate({ txId: test.newTxId(), kind: "leader", facts: unknown })),
    ).toBe("duty/territory-unknown");
  });

  it("is found by pinyin, initials and title, and shows its number masked within reach alone", async () => {
    for (const search of ["cenwanzhou", "cwz", "联络员"])
      expect((await test.client.directory.list.query({ search })).rows).toMatchObject([
        { name: "岑晚舟", mobile: "139****1234", officePhone: "099-5551234" },
      ]);
    expect((await stranger.directory.list.query({})).rows).toMatchObject([{ name: "岑晚舟", mobile: null }]);
  });

  it("gives its number in clear for a reason that the record keeps", async () => {
    const unmask = (client: ShianClient) =>
      client.directory.unmask.mutate({ txId: test.newTxId(), post, reason: "通知开会" });
    expect(await unmask(regulator)).toEqual({ value: "13900131234" });
    expect(await codes(unmask(liaison))).toBe("access/no-role");
    expect(await codes(unmask(stranger))).toBe("request/not-found");
    expect(test.logged.join()).not.toContain("13900131234");
  });

  it("changes hands from a day on, and yesterday's answer stays what it was", async () => {
    const change = (version: number, from?: PlainDate) =>
      test.client.directory.change.mutate({
        txId: test.newTxId(),
        post,
        version,
        facts: facts("叶听澜"),
        ...(from === undefined ? {} : { from }),
      });
    test.setToday("2026-11-25");
    expect(await change(1, day("2026-12-01"))).toEqual({ post, version: 2 });
    expect(await codes(change(1, day("2026-12-01")))).toBe("request/stale");
    expect(await namesOn("2026-11-30")).toEqual(["岑晚舟"]);
    expect(await namesOn("2026-12-01")).toEqual(["叶听澜"]);
    expect(await namesOn("2026-12-01", "2026-11-24")).toEqual(["岑晚舟"]);
    // The number was the former holder's.
    expect(
      (await test.client.directory.list.query({ asOf: day("2026-12-01") })).rows.map(({ mobile }) => mobile),
    ).toEqual([null]);
  });

  it("stands in the full chain and in the list by place, and ends from a day on", async () => {
    const linkOn = async (asOf: string) =>
      (await liaison.directory.chain.query({ establishment: "e1", asOf: day(asOf) })).links.find(
        ({ link }) => link === "liaison",
      );
    expect(await linkOn("2026-12-01")).toMatchObject({ absent: false, holders: [{ name: "叶听澜" }] });
    const { absent } = await test.client.directory.places.query({ territory: township });
    expect(absent).toMatchObject({ leader: expect.any(Number), inspector: 1 });
    const end = (to: string) =>
      test.client.directory.end.mutate({
        txId: test.newTxId(),
        post,
        version: 2,
        to: day(to),
        reason: "调离岗位",
      });
    expect(await codes(end("2026-03-01"))).toBe("duty/dates-order");
    await end("2026-12-15");
    expect(await linkOn("2026-12-14")).toMatchObject({ absent: false });
    expect(await linkOn("2026-12-15")).toMatchObject({ absent: true, holders: [] });
    expect(await namesOn("2026-12-15")).toEqual([]);
  });

  it("can be changed again after a change of later days alone", async () => {
    const { post: other } = await test.client.directory.add.mutate({
      ...{ txId: test.newTxId(), kind: "leader", facts: facts("晏清禾"), from: day("2026-03-01") },
    });
    const change = async (name: string, from: string) => {
      const { rows } = await test.client.directory.list.query({ kind: "leader" });
      const version = rows.find(({ post: one }) => one === other)?.version ?? 0;
      return test.client.directory.change.mutate({
        ...{ txId: test.newTxId(), post: other, version, facts: facts(name), from: day(from) },
      });
    };
    expect(await change("叶听澜", "2026-12-01")).toEqual({ post: other, version: 2 });
    expect(await change("温知夏", "2026-12-10")).toEqual({ post: other, version: 3 });
    expect(await change("路行简", "2026-12-20")).toEqual({ post: other, version: 4 });
    const end = { to: day("2027-01-01"), reason: "调离岗位" };
    await test.client.directory.end.mutate({ txId: test.newTxId(), post: other, version: 4, ...end });
  });

  it("is taken away as Word and Excel with officials, masked unless in clear is allowed", async () => {
    const read = async (path: string) => {
      const answer = await test.request(`/api/papers/${path}`);
      expect([path, answer.status]).toEqual([path, 200]);
      const zip = new PizZip(new Uint8Array(await answer.arrayBuffer()));
      const parts = Object.values(zip.files).filter(({ name }) => name.endsWith(".xml"));
      return parts.map((file) => file.asText()).join("");
    };
    const words = ["岑晚舟", "干部o1", "139****1234", "13900131234"];
    const found = async (path: string) => {
      const text = await read(path);
      return words.filter((word) => text.includes(word));
    };
    expect(await found("directory.docx")).toEqual(words.slice(0, 3));
    expect(await found("directory.xlsx")).toEqual(words.slice(0, 3));
    expect(await found("directory.xlsx?kind=leader")).toEqual([]);
    expect(await found("directory.xlsx?search=cwz&clear=yes")).toEqual(["岑晚舟", "13900131234"]);
    const asLiaison = await test.app.request("http://localhost/api/papers/directory.xlsx?clear=yes", {
      headers: { authorization: `Bearer ${liaisonToken}` },
    });
    expect(asLiaison.status).toBe(403);
  });
});
