// A superior document from its upload to who has read which text of it.
import { toPlainDate } from "@shian/domain";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { uploadFile } from "../../client/index.js";
import { codesOf } from "../../testing/codes-of.js";
import { createTestApp, type SignedIn, type TestApp } from "../../testing/create-test-app.js";
import { district, east, insertSmallRegister, west } from "../../testing/small-register.js";

const day = toPlainDate;
const one = "o-east";
const other = "o-west";

describe("superior documents", () => {
  let test: TestApp;
  let office: SignedIn;
  let westOffice: SignedIn;
  let own: SignedIn;
  let stranger: SignedIn;
  let id = "";
  beforeAll(async () => {
    test = await createTestApp();
    await insertSmallRegister(test, {
      seats: [
        { id: one, jurisdictions: [east] },
        { id: other, jurisdictions: [west] },
      ],
      shops: [{ id: "e1", township: east, official: one }],
    });
    office = await test.clientAs({ role: "office", territory: district });
    westOffice = await test.clientAs({ role: "office", territory: west });
    own = await test.clientAs({ role: "official", official: one });
    stranger = await test.clientAs({ role: "official", official: other });
  }, 120_000);
  afterAll(() => test?.close());

  const tx = () => ({ txId: test.newTxId() });
  const content = {
    title: "关于做好督导工作的通知",
    number: "食安办〔2026〕1号",
    issuer: "市食安办",
    issuedOn: day("2026-11-20"),
    readBy: day("2026-11-25"),
    territory: district,
    levels: ["county" as const],
    text: "请认真落实。",
  };
  const save = (who: SignedIn, change: object = {}, over: object = {}) =>
    who.client.document.save.mutate({ ...tx(), version: 0, document: { ...content, ...change }, ...over });
  const get = (who: SignedIn, days: object = {}) => who.client.document.get.query({ id, ...days });
  const read = async (who: SignedIn, official: string, hash?: string) =>
    who.client.document.read.mutate({
      ...tx(),
      id,
      official,
      hash: hash ?? (await get(office)).document.hash,
    });

  it("is kept for the territory of its office, with text or a file", async () => {
    expect(await codesOf(save(westOffice))).toEqual(["request/not-found"]);
    expect(await codesOf(save(office, { text: "" }))).toEqual(["document/empty"]);
    expect(await codesOf(save(office, { readBy: day("2026-11-01") }))).toEqual(["document/issued-later"]);
    id = (await save(office)).id;
    expect((await get(office)).document.read).toEqual({ done: 0, of: 2 });
    expect((await get(westOffice)).document.read).toEqual({ done: 0, of: 1 });
    expect((await get(own)).document.own).toEqual([{ official: one, readOn: null }]);
    expect((await own.client.document.list.query({ unread: true })).total).toBe(1);
  });

  it("is read in person, and once", async () => {
    expect(await codesOf(read(stranger, one))).toEqual(["training/not-own"]);
    expect(await codesOf(read(own, one, "a".repeat(64)))).toEqual(["document/changed"]);
    expect(await read(own, one)).toEqual({ readOn: "2026-11-24" });
    test.setToday("2026-11-25");
    expect(await read(own, one)).toEqual({ readOn: "2026-11-24" });
    expect((await own.client.document.list.query({ unread: true })).total).toBe(0);
    const detail = await get(office);
    expect(detail.document).toMatchObject({ read: { done: 1, of: 2 }, late: 0 });
    expect(detail.territories.map(({ code, read: rate }) => [code, rate.done])).toEqual([
      [east, 1],
      [west, 0],
    ]);
  });

  it("unread past its day is late, and the readers say who", async () => {
    test.setToday("2026-11-26");
    expect((await get(office)).document.late).toBe(1);
    const { rows } = await office.client.document.readers.query({ id });
    expect(rows.map(({ official, readOn, late }) => [official, readOn, late])).toEqual([
      [other, null, true],
      [one, "2026-11-24", false],
    ]);
    expect((await office.client.document.readers.query({ id, read: true })).total).toBe(1);
  });

  it("a changed text is read again; a changed day is not, and what was known stays known", async () => {
    await save(office, { readBy: day("2026-12-01") }, { id, version: 1 });
    expect((await get(office)).document).toMatchObject({ read: { done: 1, of: 2 }, late: 0, version: 2 });
    await save(office, { text: "请认真落实，并报送情况。" }, { id, version: 2 });
    expect((await get(office)).document.read).toEqual({ done: 0, of: 2 });
    const known = { asOf: day("2026-11-25"), knownOn: day("2026-11-25") };
    const before = await get(office, known);
    expect([before.text, before.document.readBy, before.document.version]).toEqual([
      "请认真落实。",
      "2026-11-25",
      1,
    ]);
    expect(before.document.read).toEqual({ done: 1, of: 2 });
    expect((await office.client.document.list.query(known)).rows[0]?.read).toEqual({ done: 1, of: 2 });
    expect(await codesOf(save(office, {}, { id, version: 2 }))).toEqual(["request/stale"]);
  });

  it("its file is made harmless, handed out as an attachment, and part of what is read", async () => {
    const before = (await get(office)).document.hash;
    const png = await sharp({ create: { width: 20, height: 20, channels: 3, background: "white" } })
      .png()
      .toBuffer();
    const upload = (body: Uint8Array, name: string) => uploadFile(office.options, { name, content: body });
    const broken = await upload(new TextEncoder().encode("<html>"), "a.png");
    expect(await codesOf(save(office, {}, { id, version: 3, fileId: broken.fileId }))).toEqual([
      "commitment/scan-kind",
    ]);
    const good = await upload(new Uint8Array(png), "通知.png");
    await save(office, { text: "" }, { id, version: 3, fileId: good.fileId });
    const { file, document } = await get(own);
    expect(file).toMatchObject({ name: "通知.png", kind: "png" });
    expect(document.hash).not.toBe(before);
    const answer = await test.request(`/api/training-files/${file?.id}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-disposition")).toContain("attachment");
    expect(await codesOf(save(office, { text: "" }, { id, version: 4, fileId: null }))).toEqual([
      "document/empty",
    ]);
  });

  it("a file is handed out to whom its document is for, and to nobody else by its id", async () => {
    const png = await sharp({ create: { width: 9, height: 9, channels: 3, background: "red" } })
      .png()
      .toBuffer();
    const { fileId } = await uploadFile(office.options, { name: "内部.png", content: new Uint8Array(png) });
    const only = await save(office, { territory: east, text: "" }, { fileId });
    const { file } = await own.client.document.get.query({ id: only.id });
    const statusOf = async ({ token }: SignedIn) =>
      (
        await test.app.request(`http://localhost/api/training-files/${file?.id}`, {
          headers: { authorization: `Bearer ${token}` },
        })
      ).status;
    expect(await statusOf(own)).toBe(200);
    expect(await statusOf(office)).toBe(200);
    expect([await statusOf(stranger), await statusOf(westOffice)]).toEqual([404, 404]);
    await office.client.document.withdraw.mutate({ ...tx(), id: only.id, version: 1, reason: "试用" });
  });

  it("withdrawn, it is read by nobody", async () => {
    const { version } = (await get(office)).document;
    await office.client.document.withdraw.mutate({ ...tx(), id, version, reason: "发错" });
    expect(await codesOf(read(own, one))).toEqual(["document/withdrawn"]);
    expect((await office.client.document.list.query({})).total).toBe(0);
  });
});
