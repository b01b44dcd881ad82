// A commitment from the letter to the signature, its list from version to acknowledgement, and who may see what of it.
import { createHash } from "node:crypto";
import { type Strokes, toPlainDate } from "@shian/domain";
import { sql } from "drizzle-orm";
import PizZip from "pizzip";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { uploadFile } from "../../client/index.js";
import { type ChangeCall, createCall, productItself } from "../../deps.js";
import { executeRows } from "../../storage/database.js";
import { codesOf } from "../../testing/codes-of.js";
import { createTestApp, type SignedIn, type TestApp } from "../../testing/create-test-app.js";
import { district, east, insertSmallRegister, west } from "../../testing/small-register.js";
import { outdateCommitments, restoreCommitments } from "./outdate.service.js";

const strokes: Strokes = [
  [
    [50, 200],
    [400, 60],
    [700, 320],
  ],
  [
    [720, 100],
    [900, 100],
  ],
];
const one = "o-east";
const other = "o-west";

describe("commitments", () => {
  let test: TestApp;
  let office: SignedIn;
  let westOffice: SignedIn;
  let own: SignedIn;
  let stranger: SignedIn;
  beforeAll(async () => {
    test = await createTestApp();
    await insertSmallRegister(test, {
      seats: [
        { id: one, jurisdictions: [east] },
        { id: other, jurisdictions: [west] },
      ],
      shops: [
        { id: "e1", township: east, official: one },
        { id: "e2", township: east, official: one },
        { id: "e3", township: east, official: null },
        { id: "w1", township: west, official: other },
      ],
    });
    office = await test.clientAs({ role: "office", territory: district });
    westOffice = await test.clientAs({ role: "office", territory: west });
    own = await test.clientAs({ role: "official", official: one });
    stranger = await test.clientAs({ role: "official", official: other });
  }, 120_000);
  afterAll(() => test?.close());

  const rates = async ({ client }: SignedIn) => (await client.commitment.rates.query({})).total;
  const get = ({ client }: SignedIn) => client.commitment.get.query({ official: one });
  const sign = async (who: SignedIn, over: object = {}) => {
    const letter = await own.client.commitment.letter.query({ official: one });
    return who.client.commitment.sign.mutate({
      txId: test.newTxId(),
      official: one,
      year: 2026,
      documentHash: letter.documentHash,
      strokes,
      ...over,
    });
  };

  it("nobody has signed at first, and that is a gap of everybody with an establishment", async () => {
    expect(await rates(office)).toEqual({
      signed: { done: 0, of: 2 },
      acknowledged: { done: 0, of: 2 },
      outdated: 0,
      none: 2,
    });
    const { counts, rows } = await office.client.chain.gaps.query({ kind: "no-commitment" });
    expect(counts["no-commitment"]).toBe(2);
    expect(rows.map(({ official }) => official?.id).sort()).toEqual([one, other]);
    expect((await office.client.chain.tree.query({ parent: east })).self.gaps["no-commitment"]).toBe(1);
  });

  it("the letter names the official, the year and the establishments, in the words of the template", async () => {
    const letter = await own.client.commitment.letter.query({ official: one });
    const text = letter.paragraphs.join("\n");
    expect(text).toContain(`本人干部${one}，任区政府副区长`);
    expect(text).toContain("2 家食品生产经营主体");
    expect(text).toContain("（一）完善食品安全管理体系。");
    expect(text).not.toMatch(/[{}]/);
    expect(letter.annex.rows.map(({ id }) => id)).toEqual(["e1", "e2"]);
    expect(await codesOf(own.client.commitment.letter.query({ official: one, year: 2028 }))).toEqual([
      "commitment/year",
    ]);
    expect((await own.client.commitment.letter.query({ official: one, year: 2027 })).year).toBe(2027);
  });

  it.each([
    ["another official", () => sign(stranger), ["commitment/not-own"]],
    ["the office in their place", () => sign(office), ["access/role"]],
    ["a dot", () => sign(own, { strokes: [[[1, 1]]] }), ["commitment/signature-too-short"]],
    [
      "a text that was not read",
      () => sign(own, { documentHash: "0".repeat(64) }),
      ["commitment/text-changed"],
    ],
    ["a year out of reach", () => sign(own, { year: 2024 }), ["commitment/year"]],
  ])("is not signed by %s", async (_name, work, codes) => {
    const found = await codesOf(work());
    expect(found).toHaveLength(1);
    if (codes[0] !== "access/role") expect(found).toEqual(codes);
    expect((await get(office)).standing).toBe("none");
  });

  it("is signed by its official in person, which also acknowledges the list", async () => {
    const signed = await sign(own);
    expect(signed).toMatchObject({ way: "drawn", year: 2026, from: "2026-11-24", to: "2027-01-01" });
    const detail = await get(own);
    expect([detail.standing, detail.acknowledged, detail.own]).toEqual(["valid", true, true]);
    expect(detail.acknowledgements).toMatchObject([{ version: 1, firms: 2, on: "2026-11-24" }]);
    expect(await rates(office)).toMatchObject({
      signed: { done: 1, of: 2 },
      acknowledged: { done: 1, of: 2 },
    });
    expect((await office.client.chain.gaps.query({})).counts["no-commitment"]).toBe(1);
    expect(await codesOf(sign(own))).toEqual(["commitment/already-signed"]);
  });

  it("keeps the signature sealed, for the official and their office alone", async () => {
    const [commitment] = (await get(office)).commitments;
    const id = commitment?.id ?? "";
    const ask = ({ client }: SignedIn) => client.commitment.signature.query({ id });
    expect((await ask(own)).strokes).toEqual(strokes);
    expect((await ask(office)).strokes).toEqual(strokes);
    for (const who of [stranger, westOffice]) expect(await codesOf(ask(who))).toEqual(["request/not-found"]);
    const stored = await executeRows(test.database.db, sql`select strokes from commitment_paper`);
    expect(JSON.stringify(stored)).not.toContain("[[[50,200]");
  });

  it("hands out the very paper that was signed, with the picture of the signature in it", async () => {
    const [commitment] = (await get(office)).commitments;
    const answer = await test.request(`/api/papers/signed/${commitment?.id}`);
    expect(answer.headers.get("content-disposition")).toContain("attachment");
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const zip = new PizZip(bytes);
    const xml = zip.file("word/document.xml")?.asText() ?? "";
    expect(xml).toContain(`干部${one}`);
    expect(xml).toContain("2026年11月24日");
    const png = zip.file("word/media/shian-signature.png")?.asUint8Array() ?? new Uint8Array();
    expect((await sharp(png).metadata()).width).toBe(1000);
    const [row] = await executeRows(test.database.db, sql`select content_hash from commitment_paper`);
    expect(row).toEqual({ content_hash: createHash("sha256").update(bytes).digest("hex") });
  });

  it("gets a new version of the list with another establishment: to be acknowledged, not signed again", async () => {
    const before = await get(own);
    await office.client.chain.reassign.mutate({ txId: test.newTxId(), establishment: "e3", official: one });
    const detail = await get(own);
    expect([detail.standing, detail.acknowledged, detail.annex.version]).toEqual(["valid", false, 2]);
    expect(detail.annex.added).toEqual(["饭店e3"]);
    expect((await office.client.chain.gaps.query({})).counts["annex-unacknowledged"]).toBe(1);
    const tap = (who: SignedIn, hash: string) =>
      who.client.commitment.acknowledge.mutate({ txId: test.newTxId(), official: one, hash });
    expect(await codesOf(tap(own, before.annex.hash))).toEqual(["commitment/list-differs"]);
    expect(await codesOf(tap(stranger, detail.annex.hash))).toEqual(["commitment/not-own"]);
    expect(await tap(own, detail.annex.hash)).toEqual({ version: 2, on: "2026-11-24" });
    expect((await get(own)).acknowledged).toBe(true);
    expect((await get(office)).versions.map(({ version, firms }) => [version, firms])).toEqual([
      [2, 3],
      [1, 2],
    ]);
  });

  it("is outdated by a changed list in the strict form, and what was known before stays", async () => {
    const settings = await office.client.commitment.settings.query({});
    await office.client.commitment.saveSettings.mutate({
      txId: test.newTxId(),
      version: settings.version,
      options: { ...settings.options, strict: true },
      texts: settings.texts,
    });
    const detail = await get(office);
    expect([detail.standing, detail.reasons.map(({ code }) => code)]).toEqual([
      "outdated",
      ["commitment/list-changed"],
    ]);
    const stale = office.client.commitment.saveSettings.mutate({
      txId: test.newTxId(),
      version: settings.version,
      options: settings.options,
      texts: settings.texts,
    });
    expect(await codesOf(stale)).toEqual(["request/stale"]);
    await sign(own);
    expect((await get(office)).standing).toBe("valid");
  });

  it("takes a scan of a paper from the office, decoded and encoded anew, and no other file", async () => {
    const scan = async (content: Uint8Array, over: object = {}) => {
      const { fileId } = await uploadFile(office.options, { name: "扫描.jpg", content });
      return office.client.commitment.recordScan.mutate({
        txId: test.newTxId(),
        official: other,
        year: 2026,
        signedOn: "2026-11-20" as never,
        fileId,
        ...over,
      });
    };
    const text = new TextEncoder();
    expect(await codesOf(scan(text.encode("<svg onload=alert(1)>")))).toEqual(["commitment/scan-kind"]);
    expect(await codesOf(scan(Uint8Array.of(0xff, 0xd8, 0xff, 0, 1, 2)))).toEqual(["commitment/scan-broken"]);
    const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: "white" } })
      .withExif({ IFD0: { ImageDescription: "在哪里拍的" } })
      .jpeg()
      .toBuffer();
    expect(await codesOf(scan(picture, { signedOn: "2026-11-25" }))).toEqual(["commitment/signed-later"]);
    const recorded = await scan(picture);
    expect(recorded).toMatchObject({ way: "scan", signedOn: "2026-11-20", from: "2026-11-20" });
    const kept = await test.request(`/api/papers/signed/${recorded.id}`);
    const bytes = Buffer.from(await kept.arrayBuffer());
    expect((await sharp(bytes).metadata()).exif).toBeUndefined();
    expect(kept.headers.get("content-security-policy")).toContain("sandbox");
    // The office of the other township cannot record for somebody who is not theirs.
    expect(
      await codesOf(
        westOffice.client.commitment.recordScan.mutate({
          txId: test.newTxId(),
          official: one,
          year: 2027,
          signedOn: "2026-11-20" as never,
          fileId: "x",
        }),
      ),
    ).toEqual(["request/not-found"]);
  });

  it("ends with a handover, for which it stands as outdated with the reason, and comes back when that is undone", async () => {
    const { deps, database } = test;
    const noted: string[] = [];
    const inChange = <T>(work: (call: ChangeCall) => Promise<T>) =>
      database.transaction((db) =>
        work({
          ...createCall(deps, db, "zh-CN", productItself, true),
          txId: test.newTxId(),
          record: ({ what }) => noted.push(what),
          touchRegister: () => undefined,
          afterCommit: () => undefined,
        }),
      );
    const day = toPlainDate("2026-11-24");
    const outdated = await inChange((call) =>
      outdateCommitments(call, { officials: [one], day, because: "handover" }),
    );
    expect(outdated.ended.length).toBeGreaterThan(0);
    const ended = await get(office);
    expect([ended.standing, ended.reasons.map(({ code }) => code)]).toEqual([
      "outdated",
      ["commitment/ended-handover"],
    ]);
    await inChange((call) => restoreCommitments(call, outdated));
    expect((await get(office)).standing).toBe("valid");
    const asKnown = async (knownOn: string) =>
      (
        await office.client.commitment.get.query({ official: one, asOf: day, knownOn: toPlainDate(knownOn) })
      ).commitments.filter(({ superseded }) => !superseded);
    const before = (await asKnown("2026-11-24")).map(({ id }) => id);
    test.setToday("2026-11-25");
    await inChange((call) =>
      outdateCommitments(call, { officials: [one], day: toPlainDate("2026-11-25"), because: "handover" }),
    );
    expect((await asKnown("2026-11-24")).map(({ id }) => id)).toEqual(before);
    expect((await asKnown("2026-11-25")).map(({ endedBecause }) => endedBecause)).toContain("handover");
    expect(noted).toContain("commitment-ended");
  });

  it("of the year to come is signed once, and again after a handover ended it before it began", async () => {
    const signNext = async () => {
      const { documentHash } = await own.client.commitment.letter.query({ official: one, year: 2027 });
      return own.client.commitment.sign.mutate({
        txId: test.newTxId(),
        official: one,
        year: 2027,
        documentHash,
        strokes,
      });
    };
    await signNext();
    expect(await codesOf(signNext())).toEqual(["commitment/already-signed"]);
    const call = createCall(test.deps, test.database.db, "zh-CN", productItself, true);
    await test.database.transaction((db) =>
      outdateCommitments(
        {
          ...call,
          db,
          txId: test.newTxId(),
          record: () => undefined,
          touchRegister: () => undefined,
          afterCommit: () => undefined,
        },
        { officials: [one], day: toPlainDate("2026-11-25"), because: "handover" },
      ),
    );
    expect(await signNext()).toMatchObject({ year: 2027, from: "2027-01-01" });
  });

  it("shows an official their own alone, and a township its own", async () => {
    const ids = async ({ client }: SignedIn) =>
      (await client.commitment.list.query({})).rows.map(({ official }) => official.id);
    expect(await ids(own)).toEqual([one]);
    expect(await ids(westOffice)).toEqual([other]);
    expect(await codesOf(stranger.client.commitment.get.query({ official: one }))).toEqual([
      "request/not-found",
    ]);
    expect(await codesOf(stranger.client.official.lists.query({ id: one }))).toEqual(["request/not-found"]);
  });

  it("makes the papers", async () => {
    const read = async (path: string) => {
      const answer = await test.request(`/api/papers/${path}`);
      expect([path, answer.status]).toEqual([path, 200]);
      return new PizZip(new Uint8Array(await answer.arrayBuffer()));
    };
    const xmlOf = (zip: PizZip) => zip.file("word/document.xml")?.asText() ?? "";
    const letter = xmlOf(await read(`letter.docx?official=${one}`));
    expect(letter).toContain("食品安全责任与任务承诺书");
    // A letter that is signed on paper has room for its day.
    expect(letter).toContain("　　　　年　　月　　日");
    const lists = xmlOf(await read(`lists.docx?official=${one}`));
    for (const name of ["责任清单", "任务清单", "督导清单", "饭店e3"]) expect(lists).toContain(name);
    const changes = xmlOf(await read("changes.docx?from=2026-11-01"));
    expect(changes).toContain("饭店e3");
    expect(changes).toContain("新明确包保干部");
    expect(changes).toMatch(/2026年1[12]月\d{1,2}日/);
    expect(xmlOf(await read("directory.docx"))).toContain(`干部${one}`);
    await read("directory.xlsx");
  });
});
