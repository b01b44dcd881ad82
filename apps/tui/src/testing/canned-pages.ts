// Answers for the pages about the chain's work and about the data, each checked against its contract when it is asked.
import type { OperationId } from "@shian/domain";

/** Who is signed in; what they may ask is added by the port. */
export const cannedSession = {
  mode: "demo",
  setUp: true,
  passwordProfile: "dengbao3",
  provider: null,
  person: { id: "p-1", name: "晏清禾", username: "yan", kind: "staff", unit: "区食安办" },
  session: null,
  grants: [],
  reach: { places: [], officials: [], standIns: [], establishments: [] },
  passwordDue: false,
  passwordEndsAt: null,
  secondFactor: { state: "off", needed: false, recoveryCodes: 0 },
  demonstrationPeople: [],
};

const party = (id: string, name: string, role: string, before: number, after: number) => ({
  ...{ id, name, role, before, after, unit: "石棠镇人民政府", post: "副镇长", level: "township", next: null },
  given: Math.max(0, before - after),
  received: Math.max(0, after - before),
  kept: Math.min(before, after),
  ...{ unassigned: role === "leaves" ? 1 : 0, dueVisits: 3, missedVisits: 0 },
  ...{ endedYears: role === "leaves" ? [2026] : [], signs: role === "receives", acknowledges: true },
  ...{ standIns: [], visitsSince: 0 },
});
const handedOver = (id: string, name: string, to: string | null) => ({
  establishment: { id, name, placeName: "石棠镇 柿林村", grade: "C", state: "active" },
  from: { id: "o-1", name: "闻知夏" },
  to: to === null ? null : { id: "o-2", name: to },
  reason: to === null ? "no-eligible-official" : null,
  chosen: false,
  ...{ duty: "at-risk", dueBy: "2026-12-31", missed: false, lastVisit: to === null ? null : "2026-09-17" },
});
const parties = [party("o-1", "闻知夏", "leaves", 9, 0), party("o-2", "司徒映", "receives", 7, 15)];
const handover = {
  ...{ id: "h-1", day: "2026-12-18", note: "云组〔2026〕12号", who: "晏清禾", at: "2026-12-18T01:00:00Z" },
  ...{ moved: 9, unassigned: 1, parties, undoUntil: "2026-12-19T01:00:00Z", undoneAt: null },
};
const handoverRows = [
  handedOver("e-1", "石棠镇第一中心幼儿园食堂（新校区）东门厨房", null),
  handedOver("e-2", "梓巷超市", "司徒映"),
];

const official = { id: "o-1", name: "闻知夏", unit: "石棠镇人民政府", post: "副镇长", level: "township" };
const commitment = {
  official,
  load: 9,
  standing: "outdated",
  reasons: [],
  signedOn: "2026-01-05",
  to: "2026-12-31",
  annexVersion: 2,
  acknowledged: false,
};
const signing = { signed: { done: 38, of: 40 }, acknowledged: { done: 35, of: 40 }, outdated: 1, none: 1 };
const hash = "a".repeat(64);
const annexRows = [{ id: "e-1", name: "石棠中学食堂", grade: "B", placeName: "石棠镇" }];
const blocks = { responsibilities: ["包保 C 级主体，对其食品安全属地管理责任负责。"] };

/** One answer for each operation that these pages ask. */
export const cannedPages: { readonly [Id in OperationId]?: unknown } = {
  "handover.list": { rows: [handover], next: null, total: 1 },
  "handover.receipt": { ...handover, parties: [parties[0]], rows: handoverRows },
  "handover.preview": {
    ...{ day: "2026-12-18", moved: 9, kept: 0, unassigned: 1, parties, rows: handoverRows },
    ...{ refused: [], candidates: [], mark: "m-1" },
  },
  "handover.undo": { restored: 9 },
  "handover.make": {
    id: "h-2",
    plan: {
      ...{ day: "2026-12-18", moved: 9, kept: 0, unassigned: 1, parties, rows: handoverRows },
      ...{ refused: [], candidates: [], mark: "m-1" },
    },
  },
  "commitment.rates": {
    ...{ asOf: "2026-12-18", territory: "990106", name: "云汀区", strict: false },
    total: signing,
    levels: [{ level: "township", ...signing }],
    territories: [
      { code: null, name: "云汀区", ...signing },
      { code: "990106103", name: "石棠镇", ...signing },
    ],
  },
  "commitment.list": { rows: [commitment], next: null, total: 1 },
  "commitment.get": {
    ...commitment,
    commitments: [
      {
        ...{ id: "c-1", year: 2026, post: "副镇长", level: "township", way: "drawn", from: "2026-01-05" },
        ...{ to: "2026-12-31", signedOn: "2026-01-05", signedAt: "2026-01-05T01:00:00Z" },
        ...{ recordedBy: "闻知夏", endedBecause: null, documentHash: hash, superseded: false },
      },
    ],
    annex: {
      ...{ version: 2, from: "2026-10-01", hash, acknowledged: false, rows: annexRows },
      ...{ added: ["石棠中学食堂"], removed: [], regraded: [] },
    },
    versions: [],
    acknowledgements: [{ version: 1, on: "2026-01-05", at: "2026-01-05T01:00:00Z", hash, firms: 8 }],
    own: false,
    years: [2027],
  },
  "official.lists": {
    ...{ official, asOf: "2026-12-18", demonstration: true, textVersion: 1, annexVersion: 2, hash },
    duties: { ...blocks, system: ["健全清单。"], prevention: ["督促主体。"], emergency: [], training: [] },
    responsibility: [],
    supervision: [
      {
        ...annexRows[0],
        ...{ due: "2026-12-31", state: "at-risk", onSite: false, lastVisit: null },
        checklist: { "zh-CN": "检查单", en: "checklist" },
      },
    ],
  },
};
