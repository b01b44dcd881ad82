// Answers for the pages about questions, training and the data, each checked against its contract when it is asked.
import type { OperationId } from "@shian/domain";

const question = (id: string, subject: string, state: string, next: readonly string[]) => ({
  ...{
    id,
    place: "990106103",
    placeName: "石棠镇柿林村",
    subject,
    text: "摊主没有固定地址，登记在哪个社区？",
  },
  ...{
    askedBy: "宋知微",
    askedOn: "2026-12-01",
    mine: false,
    state,
    joined: 0,
    unread: false,
    next,
    version: 1,
  },
});
const questions = [
  question("q-1", "流动早餐车归谁包保", "at-township", ["return", "pass", "merge", "answer"]),
  question("q-2", "流动早餐摊由谁包保", "at-township", ["return", "pass", "merge", "answer"]),
];
const answer = {
  ...{ id: "a-1", subject: "公示牌张贴的位置", text: "张贴在经营场所的显著位置。", on: "2026-10-26" },
  ...{ by: "晏清禾", corrected: false },
};
const questionDetail = {
  row: questions[0],
  entries: [{ seq: 1, act: "raise", on: "2026-12-01", by: "宋知微", party: "asker", text: "", target: null }],
  joined: [],
  head: null,
  answer: null,
};

const run = {
  ...{ id: "run-1", source: "省监管系统", fileName: "省.xlsx", takenOn: "2026-11-20", territory: "990106" },
  ...{ territoryName: "云汀区", status: "compared", progress: { done: 9, of: 9 }, mapping: {} },
  ...{ begunBy: "晏清禾", begunAt: "2026-12-01T01:00:00Z", rows: 9, ours: 9, failure: null },
  counts: {
    ...{ differing: 1, "only-ours": 1, "only-theirs": 1, doubtful: 1, unreadable: 0, same: 5 },
    ...{ inDoubt: 1, closedHere: 0 },
  },
  settled: {},
  open: { differing: 1, "only-ours": 1, doubtful: 1 },
  townships: [],
  fields: [{ field: "address", count: 1 }],
};
const compared = (no: number, outcome: string, more: object = {}) => ({
  ...{ no, row: no, outcome, name: `石棠镇中学食堂 ${no}`, establishment: "e-1", placeName: "石棠镇" },
  ...{ differences: [], problems: [], candidates: [], resolution: null, reason: null },
  ...{ settledBy: null, settledAt: null, batch: null },
  ...more,
});
const differing = compared(1, "differing", {
  differences: [{ field: "address", before: null, after: "澜心路 3 号" }],
});
const doubtful = compared(2, "doubtful", {
  establishment: null,
  candidates: [{ id: "e-7", name: "石棠镇中学食堂", placeName: "石棠镇" }],
});
const settled = compared(3, "only-ours", {
  ...{ resolution: "ours", reason: "已核实", settledBy: "晏清禾", settledAt: "2026-12-02T01:00:00Z" },
  batch: "batch-1",
});

const completed = { completed: { done: 172, of: 301 }, begun: 30 };
const plan = {
  ...{ id: "t-1", title: "包保干部年度培训", territory: "990106", levels: ["county", "township"] },
  ...{ from: "2026-10-01", to: "2026-12-28", requiredMinutes: 240, note: "集中培训半天" },
  ...{ territoryName: "云汀区", version: 1, withdrawn: false, sessions: 1, offered: 240 },
  ...completed,
};
const session = {
  ...{ id: "s-1", plan: "t-1", title: "督导要领集中培训", minutes: 180 },
  held: { way: "on-site", on: "2026-11-08", begins: "14:00", place: "区会议中心" },
  ...{ file: null, version: 1, withdrawn: false, credited: 258, tried: 0 },
};
const person = { official: "o-1", name: "闻知夏", unit: "石棠镇人民政府", level: "township" };
const document = {
  ...{ id: "d-1", title: "关于做好冬季食品安全督导工作的通知", number: "云食安办〔2026〕9号" },
  ...{ issuer: "市食安办", issuedOn: "2026-11-20", readBy: "2026-12-12", territory: "990106" },
  ...{ levels: ["township"], territoryName: "云汀区", hash: "a".repeat(64), version: 1, withdrawn: false },
  ...{ read: { done: 151, of: 301 }, late: 33, own: [] },
};

const objection = {
  ...{ id: "ob-1", establishment: "e-1", name: "阿笠茶餐厅", placeName: "石棠镇", scale: "pairing" },
  ...{ state: "under-review", grade: "C", asked: "D", decided: null, raisedOn: "2026-12-01" },
  ...{ raisedBy: "晏清禾", reason: "就餐人数不足", deadline: "2026-12-22", deadlineProvisional: false },
  ...{ overdue: false, next: ["supplement", "withdraw", "uphold", "reject"], version: 1 },
};
const objectionDetail = {
  row: objection,
  entries: [
    {
      ...{ seq: 1, act: "raise", on: "2026-12-01", by: "晏清禾", role: "office", text: "就餐人数不足" },
      ...{ grade: "D", from: null, to: null },
    },
  ],
  workingDays: 15,
};

const loads = (smallest: number, largest: number, idle: number) => ({
  ...{ assigned: 187, smallest, largest, idle, loads: [] },
});
const allocation = {
  ...{ id: "al-1", state: "planned", who: "晏清禾", placeName: "石棠镇", from: "2026-12-18" },
  ...{ question: { gaps: ["nobody"] }, createdAt: "2026-12-18T01:00:00Z", appliedAt: null },
  ...{ appliedBy: null, undoUntil: null, undoneAt: null, undoneBy: null, kept: 0 },
};

/** One answer for each operation that these pages ask. */
export const cannedDataPages: { readonly [Id in OperationId]?: unknown } = {
  "question.list": { rows: questions, next: null, total: 2, byState: { "at-township": 2 } },
  "question.get": questionDetail,
  "question.like": { answers: [{ likeness: 40, answer }], questions: [{ likeness: 93, row: questions[1] }] },
  "question.answers": { rows: [answer], next: null, total: 1 },
  "question.act": questionDetail,
  "question.merge": { ...questionDetail, joined: [questions[1]] },
  "question.answer": { ...questionDetail, answer },
  "comparison.list": { runs: [run] },
  "comparison.run": run,
  "comparison.rows": { rows: [differing, doubtful, settled], next: null, total: 3 },
  "comparison.preview": { rows: 1, establishments: 1, fields: [], refused: [] },
  "comparison.resolve": { settled: 1, refused: [] },
  "comparison.undo": { reopened: 1, refused: [] },
  "training.plans": { rows: [plan] },
  "training.plan": {
    plan,
    sessions: [session],
    levels: [{ level: "township", ...completed }],
    territories: [{ code: "990106103", name: "石棠镇", ...completed }],
    mayChange: true,
  },
  "training.people": {
    rows: [{ ...person, post: "副镇长", standing: "none", minutes: 0, last: null }],
    next: null,
    total: 1,
  },
  "training.session": {
    ...{ session, planTitle: plan.title, mayChange: true, next: null, total: 1 },
    rows: [
      {
        ...person,
        ...{ on: "2026-11-08", at: "2026-11-08T06:00:00Z", way: "entered", right: null, of: null, tries: 0 },
        enteredBy: "晏清禾",
      },
    ],
  },
  "training.code": { code: "12345678", opens: "13:30", closes: "17:15", seconds: 12, attended: 258 },
  "training.removeAttendance": { official: "o-1" },
  "document.list": { rows: [document], next: null, total: 1 },
  "document.get": {
    ...{ document, text: "请认真做好督导。", file: null, mayChange: true },
    levels: [{ level: "township", read: document.read }],
    territories: [{ code: null, name: "云汀区", read: document.read }],
  },
  "document.readers": {
    rows: [{ ...person, post: "副镇长", readOn: null, late: true }],
    next: null,
    total: 1,
  },
  "document.withdraw": { id: "d-1" },
  "xray.get": {
    ...{ asOf: "2026-12-18", establishments: 3060, officials: 303, findings: 18 },
    rules: [
      {
        ...{ rule: "person-in-charge-missing", severity: "notice", owner: "township" },
        ...{ about: "establishment", field: "personInCharge", count: 18, ignored: 1 },
      },
    ],
    townships: [{ code: "990106103", name: "石棠镇", count: 18, byRule: {} }],
    trend: [
      { day: "2026-12-01", error: 4, warning: 2, notice: 30 },
      { day: "2026-12-18", error: 0, warning: 0, notice: 18 },
    ],
  },
  "xray.rows": {
    rows: [
      {
        ...{ rule: "person-in-charge-missing", about: "establishment", id: "e-1", name: "石棠中学食堂" },
        ...{ placeName: "石棠镇", ignored: null },
        reason: { code: "xray-rule/person-in-charge-missing", params: {} },
      },
    ],
    next: null,
    total: 1,
  },
  "xray.ignore": { ignored: 1 },
  "directory.list": {
    rows: [
      {
        ...{ post: "post-1", kind: "liaison", name: "岑晚舟", unit: "柿林村", title: "食安专干" },
        ...{ territories: ["990106103"], officePhone: "099-5592325", person: null, from: "2026-01-01" },
        ...{ to: null, territoryNames: ["石棠镇柿林村"], mobile: "138****5678", version: 2 },
      },
    ],
    next: null,
    total: 1,
  },
  "directory.unmask": { value: "13800005678" },
  "directory.end": { post: "post-1", version: 3 },
  "objection.list": { rows: [objection], next: null, total: 1 },
  "objection.get": objectionDetail,
  "objection.act": { ...objectionDetail, row: { ...objection, state: "upheld", next: [] } },
  "allocation.list": { rows: [{ ...allocation, added: 9, moved: 2 }], next: null, total: 1 },
  "allocation.get": {
    ...allocation,
    ...{ own: true, jobId: null, progress: { done: 187, of: 187 }, failure: null },
    preview: {
      ...{ from: "2026-12-18", fingerprint: "f-1", assigned: 187, added: 9, moved: 2, unassigned: [] },
      ...{ unassignedCount: 0, overtaken: 0, refused: [], places: [] },
      levels: [{ level: "township", officials: 20, before: loads(0, 19, 1), after: loads(8, 11, 0) }],
      certificate: {
        ...{ proven: true, order: "even-first", changed: 2, local: 100 },
        squares: { before: 2084, after: 1875, bound: 1875 },
      },
    },
  },
  "allocation.moves": {
    rows: [
      {
        establishment: { id: "e-1", name: "石棠中学食堂", placeName: "石棠镇" },
        from: null,
        to: { id: "o-1", name: "闻知夏", load: 10 },
      },
    ],
    next: null,
    total: 1,
  },
  "allocation.make": { id: "al-1" },
  "allocation.plan": { id: "al-1" },
};
