// What the columns of a sheet of facts are called, in Chinese and English; the first name of each language is the template's.
// Columns that say which establishment is meant are called as in files of the register.
// Source: ours, from what regulators and businesses keep (open: add what is met).
import type { Locale } from "../kernel/text.js";
import { isReasonHeader, normaliseHeader, registerColumns } from "../registry/import-columns.js";
import type { FactKind } from "./fact-sheet.schema.js";

/** Columns that say which establishment a row means. */
export const meantFields = ["creditCode", "licenceNumber", "establishment", "name", "address"] as const;
export type MeantField = (typeof meantFields)[number];

const ownFields = {
  risk: ["grade", "from", "year", "source", "note"],
  control: ["control", "period", "result", "count", "text"],
  training: ["person", "role", "on", "hours", "topic", "organiser"],
} as const satisfies { readonly [K in FactKind]: readonly string[] };

/** A field that a column of a sheet of the kind may be read as. */
export type FactField<K extends FactKind = FactKind> = MeantField | (typeof ownFields)[K][number];

/** Cells of a row by field. */
export type FactCells<K extends FactKind = FactKind> = { readonly [F in FactField<K>]?: string };

/** The fields of a kind, in the order of the template. */
export const listFactFields = <K extends FactKind>(kind: K): readonly FactField<K>[] => [
  ...meantFields,
  ...ownFields[kind],
];

/** Fields without which no row of the kind can be taken; one of those in a list is enough. */
export const neededFactFields: { readonly [K in FactKind]: readonly (readonly FactField<K>[])[] } = {
  risk: [["grade"], ["from", "year"]],
  control: [["period"], ["result", "count", "text"]],
  training: [["person"], ["on"], ["hours"], ["topic"]],
};

type Names = { readonly [L in Locale]: readonly [string, ...string[]] };

const meantNames: { readonly [F in MeantField]: Names } = {
  creditCode: registerColumns.creditCode,
  licenceNumber: registerColumns.licenceNumber,
  establishment: {
    "zh-CN": ["主体编号", "系统编号", "主体ID"],
    en: ["establishment id", "establishment"],
  },
  name: registerColumns.name,
  address: registerColumns.address,
};

const ownNames: {
  readonly [K in FactKind]: { readonly [F in (typeof ownFields)[K][number]]: Names };
} = {
  risk: {
    grade: {
      "zh-CN": [
        "风险等级",
        "风险级别",
        "食品安全风险等级",
        "风险分级",
        "风险分级结果",
        "评定等级",
        "评定结果",
        "等级",
      ],
      en: ["risk grade", "grade", "risk level"],
    },
    from: {
      "zh-CN": ["评定日期", "评定时间", "评级日期", "分级日期", "确定日期", "风险评定日期", "生效日期"],
      en: ["assessed on", "date assessed", "from"],
    },
    year: { "zh-CN": ["年度", "评定年度", "分级年度", "年份"], en: ["year"] },
    source: {
      "zh-CN": ["评定机关", "评定单位", "评定部门", "监管机构", "监管部门", "来源"],
      en: ["assessed by", "source"],
    },
    note: { "zh-CN": ["依据", "评定依据", "备注", "说明"], en: ["basis", "note", "remarks"] },
  },
  control: {
    control: {
      "zh-CN": ["管控类型", "类型", "管控类别", "自查类型", "制度", "日周月"],
      en: ["control", "kind"],
    },
    period: {
      "zh-CN": ["时段", "日期", "期间", "管控日期", "报告日期", "自查日期", "周期", "所属期", "周次", "月份"],
      en: ["period", "date"],
    },
    result: {
      "zh-CN": ["结果", "完成情况", "管控结果", "自查结果", "是否发现问题", "风险情况"],
      en: ["result"],
    },
    count: {
      "zh-CN": ["问题数", "问题数量", "发现问题数", "发现问题数量", "风险数"],
      en: ["problems found", "number of problems"],
    },
    text: {
      "zh-CN": ["问题及处理", "发现的问题", "问题描述", "问题", "整改情况", "处理情况", "备注"],
      en: ["findings", "what was found"],
    },
  },
  training: {
    person: {
      "zh-CN": [
        "姓名",
        "人员姓名",
        "培训人员",
        "参训人员",
        "食品安全员",
        "食品安全员姓名",
        "食品安全管理人员",
      ],
      en: ["person", "person name"],
    },
    role: { "zh-CN": ["岗位", "职务", "人员类别", "身份"], en: ["role", "post"] },
    on: { "zh-CN": ["培训日期", "日期", "培训时间", "参训日期"], en: ["held on", "date"] },
    hours: { "zh-CN": ["学时", "培训学时", "课时", "小时数", "培训时长", "时长"], en: ["hours"] },
    topic: { "zh-CN": ["培训内容", "培训主题", "课程", "课程名称", "内容"], en: ["topic", "course"] },
    organiser: {
      "zh-CN": ["培训机构", "组织单位", "主办单位", "培训单位", "举办单位"],
      en: ["organiser", "organizer"],
    },
  },
};

const namesOf = (kind: FactKind): { readonly [field: string]: Names } => ({
  ...meantNames,
  ...ownNames[kind],
});

/**
 * The product's own name of a column, by which its template calls it.
 *
 * @example
 * nameFactField("risk", "from", "zh-CN"); // => "评定日期"
 */
export const nameFactField = (kind: FactKind, field: string, locale: Locale): string =>
  namesOf(kind)[field]?.[locale][0] ?? field;

const known = new Map<FactKind, ReadonlyMap<string, string>>();

function headersOf(kind: FactKind): ReadonlyMap<string, string> {
  const before = known.get(kind);
  if (before !== undefined) return before;
  const headers = new Map<string, string>();
  for (const [field, names] of Object.entries(namesOf(kind)))
    for (const name of [field, ...names["zh-CN"], ...names.en]) headers.set(normaliseHeader(name), field);
  known.set(kind, headers);
  return headers;
}

/**
 * The field that a header means in a sheet of the kind; undefined when it means none.
 *
 * @example
 * findFactField("risk", "风险等级（A-D）"); // => "grade"
 * findFactField("training", "单位名称"); // => "name"
 * findFactField("control", "序号"); // => undefined
 */
export const findFactField = <K extends FactKind>(kind: K, header: string): FactField<K> | undefined =>
  headersOf(kind).get(normaliseHeader(header)) as FactField<K> | undefined;

/** Header of the file → field; null leaves the column out. */
export type FactMapping = { readonly [header: string]: string | null };

/**
 * How each column is read, in order: as a person says, else by its header; the leftmost column has a field, and the
 * reasons of an error file are never read.
 *
 * @example
 * mapFactColumns({ kind: "risk", headers: ["店名", "等级", "风险等级"] }); // => ["name", "grade", null]
 * mapFactColumns({ kind: "risk", headers: ["店名", "定级"], mapping: { 定级: "grade" } }); // => ["name", "grade"]
 */
export function mapFactColumns<K extends FactKind>({
  kind,
  headers,
  mapping = {},
}: {
  readonly kind: K;
  readonly headers: readonly string[];
  readonly mapping?: FactMapping | undefined;
}): readonly (FactField<K> | null)[] {
  const fields = listFactFields(kind);
  const said = headers.map((header) => {
    if (!Object.hasOwn(mapping, header)) return undefined;
    return fields.find((field) => field === mapping[header]) ?? null;
  });
  const taken = new Set<string>();
  const give = (field: FactField<K> | null | undefined): FactField<K> | null => {
    if (field === null || field === undefined || taken.has(field)) return null;
    taken.add(field);
    return field;
  };
  const corrected = said.map((field) => (field === undefined ? undefined : give(field)));
  return headers.map((header, at) => {
    const own = corrected[at];
    if (own !== undefined) return own;
    return isReasonHeader(header) ? null : give(findFactField(kind, header));
  });
}
