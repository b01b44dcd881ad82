// A handover from the preview to the receipts: what it moves, what it refuses, and that taken back it leaves no trace in
// what stands.
import { toPlainDate } from "@shian/domain";
import { eq } from "drizzle-orm";
import PizZip from "pizzip";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { createCall } from "../../deps.js";
import { codesOf } from "../../testing/codes-of.js";
import type { SignedIn, TestApp } from "../../testing/create-test-app.js";
import { leavingOfficial as one } from "../../testing/handover/insert-leaving.js";
import {
  createHandoverActs,
  type HandoverAsked,
  handoverDay,
  laterDay,
  openLeaving,
} from "../../testing/handover/open-leaving.js";
import { district, east, west } from "../../testing/small-register.js";
import { listDirectoryRows, updateOfficials } from "../chain/chain.repo.js";
import { officialTable } from "../chain/chain.table.js";
import { standInTable } from "../people/people.table.js";
import { noteRegisterChange } from "../picture/picture.service.js";

const leaves: HandoverAsked = { departures: [{ official: one }] };

describe("handovers", () => {
  let test: TestApp;
  let office: SignedIn;
  const opened: TestApp[] = [];
  beforeEach(async () => {
    ({ test, office } = await openLeaving());
    opened.push(test);
  }, 120_000);
  afterAll(async () => {
    for (const app of opened) await app.close();
  });

  const { preview, make, undo, officialOf, digest } = createHandoverActs(() => ({ test, office }));

  it("proposes receivers evenly, tells what goes along, and writes nothing", async () => {
    const before = await digest();
    const plan = await preview(leaves);
    expect(plan).toMatchObject({ day: handoverDay, moved: 4, kept: 0, unassigned: 0, refused: [] });
    const parties = Object.fromEntries(plan.parties.map((party) => [party.id, party]));
    expect(parties[one]).toMatchObject({
      role: "leaves",
      before: 3,
      after: 0,
      given: 4,
      endedYears: [2026],
      standIns: ["干部o-east2 区政府"],
      dueVisits: 3,
    });
    // One of the four is suspended: it goes along and is no load.
    expect((parties["o-east2"]?.after ?? 0) + (parties["o-both"]?.after ?? 0)).toBe(5);
    expect(parties["o-both"]).toMatchObject({ role: "receives", signs: true, acknowledges: true });
    expect(plan.rows.every(({ from, to }) => from.id === one && to !== null && to.id !== "o-west")).toBe(
      true,
    );
    expect(plan.candidates.map(({ id }) => id).sort()).toEqual(["o-both", "o-east2"]);
    expect(await digest()).toEqual(before);
  });

  it("asks of nobody's capacity anything for what is suspended", async () => {
    const { parties } = await preview(leaves);
    for (const { id, role, after } of parties)
      if (role === "receives")
        await test.database.db.update(officialTable).set({ capacity: after }).where(eq(officialTable.id, id));
    await noteRegisterChange(createCall(test.deps, test.database.db, "zh-CN"));
    expect(await preview(leaves)).toMatchObject({ moved: 4, unassigned: 0 });
  });

  it("applies only what was looked at", async () => {
    const plan = await preview(leaves);
    await office.client.chain.reassign.mutate({
      txId: test.newTxId(),
      establishment: "e1",
      official: "o-east2",
    });
    const before = await digest();
    expect(await codesOf(make(leaves, { mark: plan.mark }))).toEqual(["handover/changed-since"]);
    // The same plan asked for something else is another plan.
    const chosen = { ...leaves, choices: [{ establishment: "e2", official: "o-both" }] };
    const { mark } = await preview(leaves);
    expect(await codesOf(make(chosen, { mark }))).toEqual(["handover/changed-since"]);
    expect(await digest()).toEqual(before);
  });

  it("moves everything on the day, gives both a receipt, and is taken back as if it had never been", async () => {
    const before = await digest();
    const asked = {
      departures: [{ official: one, successor: "o-east2" }],
      choices: [{ establishment: "e2", official: "o-both" }],
    };
    const made = await make(asked, { note: "区委组织部通知" });
    const rows = Object.fromEntries(made.plan.rows.map((row) => [row.establishment.id, row]));
    expect([rows.e1?.to?.id, rows.e2?.to?.id, rows.e2?.chosen]).toEqual(["o-east2", "o-both", true]);
    expect([await officialOf("e1"), await officialOf("e2"), await officialOf("e4")]).toEqual([
      "o-east2",
      "o-both",
      "o-east2",
    ]);
    expect(await officialOf("e1", toPlainDate("2026-11-23"))).toBe(one);
    expect(await codesOf(office.client.official.get.query({ id: one }))).toEqual([]);
    expect((await office.client.commitment.get.query({ official: one })).standing).toBe("outdated");
    const [standIn] = await test.database.db.select().from(standInTable).where(eq(standInTable.id, "s1"));
    expect(standIn?.validTo).toBe(handoverDay);

    const given = await office.client.handover.receipt.query({ id: made.id, official: one });
    expect([given.rows.length, given.note, given.parties[0]?.role]).toEqual([4, "区委组织部通知", "leaves"]);
    const own = await test.clientAs({ role: "official", official: "o-both" });
    const received = await own.client.handover.receipt.query({ id: made.id, official: "o-both" });
    expect(received.rows.map(({ establishment }) => establishment.id)).toEqual(["e2"]);
    expect(
      (await own.client.handover.list.query({})).rows.map(({ parties }) => parties.map(({ id }) => id)),
    ).toEqual([["o-both"]]);
    expect(await codesOf(own.client.handover.receipt.query({ id: made.id, official: one }))).toEqual([
      "request/not-found",
    ]);
    const stranger = await test.clientAs({ role: "official", official: "o-west" });
    expect(
      await codesOf(stranger.client.handover.receipt.query({ id: made.id, official: "o-west" })),
    ).toEqual(["request/not-found"]);

    for (const [path, text] of [
      [`receipt.docx?official=${one}`, "移交下表所列食品生产经营主体 4 家"],
      ["receipt.docx?official=o-both", "接手下表所列食品生产经营主体 1 家"],
      ["changes.docx", "干部离岗"],
    ] as const) {
      const answer = await test.request(`/api/papers/handover/${made.id}/${path}`);
      const zip = new PizZip(new Uint8Array(await answer.arrayBuffer()));
      expect(zip.file("word/document.xml")?.asText()).toContain(text);
    }
    const archive = await test.request(`/api/papers/handover/${made.id}/receipts.zip`);
    expect(Object.keys(new PizZip(new Uint8Array(await archive.arrayBuffer())).files)).toHaveLength(3);

    expect(await digest()).not.toEqual(before);
    expect(await undo(made.id)).toEqual({ restored: 4 });
    expect(await digest()).toEqual(before);
    expect(await codesOf(undo(made.id))).toEqual(["handover/undone"]);
    // What was known in between stays known.
    expect((await office.client.handover.list.query({})).rows[0]).toMatchObject({
      undoUntil: null,
      moved: 4,
    });
  });

  it("lets who moves keep what the new post may answer for, from a day to come on", async () => {
    const before = await digest();
    const next = { unit: "区政府", post: "副区长", level: "county" as const, jurisdictions: [west] };
    const asked = { day: laterDay, departures: [{ official: "o-both", next }] };
    const plan = await preview(asked);
    expect(plan).toMatchObject({ moved: 0, kept: 1 });
    const made = await make({ day: laterDay, departures: [{ official: one, next }, { official: "o-west" }] });
    expect([await officialOf("e1"), await officialOf("e1", laterDay)]).toEqual([
      one,
      made.plan.rows.find(({ establishment }) => establishment.id === "e1")?.to?.id,
    ]);
    // Who moves takes part as a receiver with the new post.
    expect([one, "o-both"]).toContain(await officialOf("w1", laterDay));
    expect(made.plan.parties[0]).toMatchObject({ role: "moves", next, signs: expect.any(Boolean) });
    const detail = await office.client.official.get.query({ id: one, asOf: laterDay });
    expect(detail.official.jurisdictions).toEqual([west]);
    expect((await office.client.official.get.query({ id: one })).official.jurisdictions).toEqual([east]);
    await undo(made.id);
    expect(await digest()).toEqual(before);
  });

  it("hands over what somebody left behind who is gone already", async () => {
    const gone = await make({ day: handoverDay, departures: [{ official: "o-west" }] });
    expect(gone.plan).toMatchObject({ moved: 1 });
    await undo(gone.id);
    test.setToday("2026-11-25");
    // A post that ends by correction leaves the pairing standing: a gap, and still to be handed over.
    const left = await test.clientAs({ role: "office", territory: district });
    await test.database.transaction(async (db) => {
      const rows = await listDirectoryRows(db, ["o-west"]);
      await updateOfficials(
        db,
        rows.map((row) => ({ ...row, to: handoverDay })),
        { at: "2026-11-24T05:00:00.000Z", newId: test.newTxId },
      );
      await noteRegisterChange(createCall(test.deps, db, "zh-CN"));
    });
    const { rows } = await left.client.chain.gaps.query({ kind: "nobody" });
    expect([rows[0]?.reason.code, rows[0]?.left]).toEqual([
      "chain/official-left",
      { id: "o-west", name: "干部o-west" },
    ]);
    const plan = await preview({ departures: [{ official: "o-west" }] }, left);
    expect(plan).toMatchObject({
      moved: 1,
      parties: [{ id: "o-west", before: 1, after: 0 }, { id: "o-both" }],
    });
  });

  it.each<[string, HandoverAsked, string[]]>([
    ["an official who is not there", { departures: [{ official: "nobody" }] }, ["request/not-found"]],
    ["twice", { departures: [{ official: one }, { official: one }] }, ["handover/named-twice"]],
    ["a day before the post", { ...leaves, day: toPlainDate("2026-01-05") }, ["handover/post-begins-then"]],
    [
      "the present post again",
      {
        departures: [
          { official: one, next: { unit: "区政府", post: "副区长", level: "county", jurisdictions: [east] } },
        ],
      },
      ["handover/same-post"],
    ],
    [
      "a successor who leaves too",
      { departures: [{ official: one, successor: "o-east2" }, { official: "o-east2" }] },
      ["handover/successor-leaves"],
    ],
    [
      "a post beyond the office",
      {
        departures: [
          { official: one, next: { unit: "市", post: "主任", level: "county", jurisdictions: ["110108"] } },
        ],
      },
      ["handover/beyond-reach"],
    ],
  ])("refuses %s", async (_, asked, codes) => {
    expect(await codesOf(preview(asked))).toEqual(codes);
  });

  it("names choices that the rules do not allow, and leaves what nobody may take", async () => {
    const plan = await preview({
      departures: [{ official: one, successor: "o-west" }, { official: "o-east2" }, { official: "o-both" }],
    });
    expect(plan.refused.map(({ problem }) => problem.code)).toEqual(
      Array(4).fill("chain/outside-jurisdiction"),
    );
    expect(plan).toMatchObject({ moved: 1, unassigned: 5 });
    expect(plan.rows[0]).toMatchObject({ to: null, reason: "no-eligible-official" });
  });

  it("is refused to an office that keeps only a part of what goes", async () => {
    const partly = await test.clientAs({ role: "office", territory: west });
    expect(await codesOf(preview(leaves, partly))).toEqual(["request/not-found"]);
    expect(await codesOf(preview({ departures: [{ official: "o-both" }] }, partly))).toEqual([
      "handover/beyond-reach",
    ]);
    const made = await make(leaves);
    expect(await codesOf(undo(made.id, partly))).toEqual(["request/not-found"]);
  });

  it("leaves a closed establishment where its pairing ended by closing", async () => {
    const { establishment } = await office.client.registry.get.query({ id: "e1" });
    await office.client.registry.changeState.mutate({
      txId: test.newTxId(),
      id: "e1",
      version: establishment.version,
      change: {
        kind: "enter",
        state: "closed",
        from: toPlainDate("2026-11-20"),
        reason: "注销",
        source: "office",
      },
    });
    const closed = await office.client.registry.get.query({ id: "e1" });
    expect([closed.official, closed.assignments[0]?.to]).toEqual([null, "2026-11-20"]);
    expect(await officialOf("e1", toPlainDate("2026-11-19"))).toBe(one);
    const listed = await office.client.registry.list.query({ filter: { official: one } });
    expect(listed.rows.map(({ id }) => id)).not.toContain("e1");
    const plan = await preview(leaves);
    expect(plan.rows.map((row) => row.establishment.id)).not.toContain("e1");
  });

  it("reaches back into the past, unless a later pairing stands", async () => {
    const past = toPlainDate("2026-11-02");
    const before = await digest();
    const made = await make({ ...leaves, day: past });
    expect(await officialOf("e1", past)).not.toBe(one);
    await undo(made.id);
    expect(await digest()).toEqual(before);
    await office.client.chain.reassign.mutate({
      txId: test.newTxId(),
      establishment: "e1",
      official: "o-both",
    });
    expect(await codesOf(preview({ ...leaves, day: past }))).toEqual(["handover/pairing-later"]);
  });
});
