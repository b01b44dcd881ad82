// A score sheet of five items, as the screens' tests need one.

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

export const cannedEvaluation = {
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
    items: [line("3-1", 370, 30), line("3-3", 320, 30), line("4-9", 0, 0, "unmeasured"), line("b-1", 100, 0)],
    vetoes: [{ id: "v-1", status: "unmeasured" }],
  },
  sections: [],
};
