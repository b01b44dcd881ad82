// Answers of a server as the screens' tests need them: fixed values, each checked against its contract, so that a
// changed contract is noticed here.
import { countGapKinds, type OperationId } from "@shian/domain";

const cell = (registered: number, due: number, done: number, progress: string) => ({
  registered,
  due,
  done,
  notDone: due - done,
  waived: 0,
  atRisk: due - done,
  overdue: 0,
  short: Math.max(0, Math.ceil((due * 86) / 100) - done),
  progress,
});
const none = cell(0, 0, 0, "nothing-due");
const row = (key: string, name: string, c: readonly [number, number], d: readonly [number, number]) => ({
  key,
  name,
  grades: {
    A: none,
    B: cell(3, 3, 2, "behind"),
    C: cell(c[1], c[1], c[0], "on-time"),
    D: cell(d[1] + 2, d[1], d[0], "behind"),
    none: cell(1, 0, 0, "nothing-due"),
  },
  total: cell(c[1] + d[1] + 5, c[1] + d[1] + 3, c[0] + d[0] + 2, "behind"),
});

const names = [
  "望澜实验小学食堂",
  "石棠中学食堂",
  "枫铃镇九年一贯制学校食堂",
  "Café 咖啡",
  "澄岚市云阶街道第二中心幼儿园食堂（新校区）东门厨房",
];
const places = ["望澜街道 澜心社区", "石棠镇 柿林村", "枫铃镇"];
/** Number of rows in the canned register. */
export const registered = 450;
/** A row of the canned register. */
export const registryRow = (index: number) => ({
  id: `e-${index}`,
  name: index < names.length ? names[index] : `望澜街道餐馆 ${index}`,
  creditCode: index % 3 === 2 ? null : "12990106MAHU53D38A",
  licenceNumber: null,
  form: index % 4 === 3 ? null : "school-canteen",
  ...{
    size: null,
    attention: [],
    address: null,
    licenceExpiresOn: null,
    openedOn: null,
    personInCharge: null,
  },
  place: "990106001003",
  placeName: places[index % places.length],
  grade: ["A", "B", "C", "D", null][index % 5],
  riskGrade: ["C", "D", null][index % 3],
  state: "active",
  official: index % 2 === 0 ? { id: "o-1", name: "穆怀瑾" } : null,
  duty: [
    { state: "at-risk", daysLeft: 13 },
    { state: "overdue", daysLeft: -79 },
    { state: "done", daysLeft: null },
    { state: "not-due", daysLeft: null },
  ][index % 4],
});

const item = (id: string, title: string, kind: string, points?: number) => ({
  id,
  title,
  kind,
  ...(points === undefined ? {} : { points }),
  leadUnit: "区教育局",
  cooperatingUnits: ["市场监管局"],
  method:
    kind === "veto"
      ? { type: "veto-event" }
      : { type: "deduction", deductions: [{ id: "a", title: "食品留样不规范", pointsEach: 0.15 }] },
});
const line = (id: string, obtained: number, lost: number, status = "measured") => ({
  id,
  status,
  obtained,
  lost,
  reasons:
    lost === 0
      ? []
      : [{ code: "rubric/deducted", params: { deduction: "a", title: "食品留样不规范", count: 2, lost } }],
});
const official = {
  id: "o-1",
  name: "穆怀瑾",
  unit: "云汀区人民政府",
  post: "副区长",
  level: "county",
  jurisdictions: ["990106"],
  capacity: null,
  homeGrid: null,
  from: "2025-01-01",
  to: null,
  jurisdictionNames: ["云汀区"],
  load: 5,
  due: 5,
  done: 4,
  overdue: 0,
};
const territory = {
  code: "990106103",
  name: "石棠镇",
  kind: "township",
  parent: "990106",
  path: "云汀区 / 石棠镇",
  from: "2020-01-01",
  to: null,
  establishments: 187,
  children: 14,
};

/** One answer for each operation that the screens ask; lists of establishments come from `registryRow`. */
export const cannedAnswers: { readonly [Id in OperationId]?: unknown } = {
  "office.status": {
    mode: "demo",
    version: "0.1.0",
    engine: "pglite",
    durable: true,
    today: "2026-12-18",
    territory: { code: "990106", name: "云汀区", chosen: true },
    person: { name: "晏清禾", unit: "区食安办" },
    counts: { establishments: registered, officials: 336, nobody: 9, overdue: 64, lostItems: 2 },
  },
  "overview.get": {
    territory: { code: "990106", name: "云汀区" },
    asOf: "2026-12-18",
    period: "2026Q4",
    registered: 3126,
    line: { passed: 79, days: 92 },
    daysLeft: 13,
    grades: [
      ["A", 12, 12, "done"],
      ["B", 58, 55, "on-time"],
      ["C", 481, 402, "behind"],
      ["D", 2541, 1957, "behind"],
      ["none", 0, 0, "nothing-due"],
    ].map(([grade, due, done, progress]) => ({
      grade,
      cell: cell(Number(due), Number(due), Number(done), String(progress)),
    })),
    total: cell(3126, 3092, 2426, "behind"),
    territories: [
      { code: "990106103", name: "石棠镇", cell: cell(220, 219, 148, "behind"), nobody: 3, leader: "闻知夏" },
      { code: "990106001", name: "望澜街道", cell: cell(370, 368, 318, "on-time"), nobody: 0, leader: null },
    ],
    gaps: { ...countGapKinds([]), nobody: 9, "wrong-level": 1, overload: 2, "no-work": 1 },
    officials: 336,
    firstRound: { start: "2025-01-01", done: 3098, of: 3126 },
    score: {
      rubric: "r-1",
      title: "演示细则",
      official: false,
      verdict: "undetermined",
      line: 9000,
      lower: 8640,
      upper: 9415,
      base: 8640,
      bonus: 600,
      points: 10000,
      lost: 585,
      open: 775,
      vetoes: { triggered: 0, unmeasured: 1 },
      sections: [],
      costliest: [],
    },
    decisions: [{ code: "chain/overload", params: { load: 19, threshold: 15 }, href: "/chain?gap=overload" }],
  },
  "registry.summary": {
    total: registered,
    active: registered,
    byGrade: { A: 90, B: 90, C: 90, D: 90, none: 90 },
    byForm: {},
    nobody: 225,
    placeUnknown: 0,
    notDone: 226,
    missingFacts: [],
  },
  "registry.get": {
    establishment: {
      id: "e-0",
      name: names[0],
      creditCode: "12990106MAHU53D38A",
      licenceNumber: null,
      form: "school-canteen",
      size: null,
      diners: 2180,
      attention: [],
      place: "990106001003",
      placeText: null,
      address: "澜心路 3 号",
      openedOn: "2019-09-01",
      licenceIssuedOn: null,
      licenceExpiresOn: "2027-06-30",
      personInCharge: "纪书岚",
      foodSafetyDirector: "荀知微",
      foodSafetyOfficers: ["蓝采薇", "於青野"],
      employees: null,
      revenue: null,
      floorArea: null,
      latitude: null,
      longitude: null,
      coordinates: null,
      furtherLicences: [],
      state: "active",
      stateSince: "2019-09-01",
      version: 3,
    },
    contactMobile: "138****5678",
    placeName: "望澜街道 澜心社区",
    grade: { grade: "B", ruleId: "S-02", schemeId: "demo", from: "2025-09-01", to: null },
    gradeRuleTitle: { "zh-CN": "学校食堂，就餐 1000-2999 人", en: "school canteen, 1000-2999 diners" },
    gradeRefusal: [],
    ...{ gradeGround: null, states: [], licences: [], siblings: [], classedSize: null },
    gradeHistory: [{ grade: "B", ruleId: "S-02", schemeId: "demo", from: "2025-09-01", to: null }],
    riskGrade: { grade: "C", from: "2026-07-10", to: null, source: "望澜所", basis: "47.5 分" },
    riskGradeHistory: [],
    official: { id: "o-1", name: "穆怀瑾", unit: "云汀区人民政府", post: "副区长", level: "county", load: 5 },
    expectedLevel: "county",
    gaps: [],
    assignments: [
      {
        official: {
          id: "o-1",
          name: "穆怀瑾",
          unit: "云汀区人民政府",
          post: "副区长",
          level: "county",
          load: 5,
        },
        from: "2025-09-01",
        to: null,
        recordedAt: "2025-09-01T01:00:00Z",
      },
    ],
    visits: [{ id: "v-1", madeOn: "2026-09-17", mode: "on-site", official: "穆怀瑾", valid: true, no: 2 }],
    duty: { state: "at-risk", window: "2026Q4", required: 1, made: 0, daysLeft: 13 },
    changes: [],
  },
  "chain.gaps": {
    counts: { ...countGapKinds([]), nobody: 1, overload: 1 },
    next: null,
    total: 2,
    rows: [
      {
        kind: "nobody",
        establishment: { id: "e-1", name: names[1], grade: "B", placeName: "石棠镇" },
        official: null,
        since: null,
        reason: { code: "gap/nobody", params: {} },
      },
      {
        kind: "overload",
        establishment: null,
        official: { id: "o-1", name: "穆怀瑾", level: "county", unit: "区政府", jurisdictions: ["990106"] },
        since: null,
        reason: { code: "chain/overload", params: { load: 19, threshold: 15 } },
      },
    ],
  },
  "official.list": { rows: [official], next: null, total: 1 },
  "visit.duties": {
    rows: [
      {
        establishment: "e-1",
        name: names[1],
        grade: "B",
        placeName: "石棠镇",
        official: null,
        state: "overdue",
        window: "2026Q3",
        windowEnd: "2026-09-30",
        daysLeft: -79,
        lastVisit: null,
        late: null,
      },
    ],
    next: null,
    total: 1,
  },
  "coverage.measure": {
    period: "2026Q4",
    asOf: "2026-12-18",
    knownOn: "2026-12-18",
    referenceDay: "2026-12-18",
    windowEnd: "2026-12-31",
    line: { passed: 79, days: 92 },
    territory: "990106",
    total: row("990106", "云汀区", [402, 481], [1957, 2541]),
    territories: [
      row("990106001", "望澜街道", [53, 58], [256, 299]),
      row("990106103", "石棠镇", [22, 31], [124, 185]),
    ],
    officials: [row("o-1", "穆怀瑾", [2, 3], [0, 0]), row("", "", [0, 4], [0, 1])],
  },
  "evaluation.get": {
    rubric: {
      id: "r-1",
      edition: "2026",
      title: "演示细则",
      issuer: "演示",
      official: false,
      effectiveFrom: "2026-01-01",
      passRule: {
        minTotal: 7,
        minKeyItemRate: 0.6,
        bonusCounts: false,
        bonusCap: 1,
        notApplicable: "rescale",
      },
      sections: [
        {
          id: "3",
          title: "生产经营状况",
          items: [item("3-1", "分级包保与督导覆盖", "key", 4), item("3-3", "校园食堂", "key", 3.5)],
        },
        {
          id: "4",
          title: "食品安全状况",
          items: [
            item("4-9", "快检", "basic", 1),
            item("b-1", "亮点", "bonus", 1),
            item("v-1", "重大事故", "veto"),
          ],
        },
      ],
    },
    measurements: { "3-3": { counts: { a: 2 } } },
    versions: { "3-3": 1 },
    sheet: {
      total: 690,
      base: 690,
      bonus: 100,
      lower: 690,
      upper: 790,
      verdict: "undetermined",
      reasons: [
        { code: "rubric/line-not-secured", params: { lower: 690, upper: 790, minTotal: 700, shortfall: 10 } },
      ],
      items: [
        line("3-1", 370, 30),
        line("3-3", 320, 30),
        line("4-9", 0, 0, "unmeasured"),
        line("b-1", 100, 0),
      ],
      vetoes: [{ id: "v-1", status: "unmeasured" }],
    },
    sections: [],
  },
  "territory.search": { rows: [territory] },
};
