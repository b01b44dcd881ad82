// One layout of each kind to begin from. They are examples of this product's own: the national platform's template was
// not obtained, so none of them is its form, and each says so where it is shown.
// Source: ours; issue "Third" ("the platform's own template was not obtained: the office maps its columns once").
import type { Layout, LayoutColumn } from "./layout.schema.js";
import { type LayoutKind, layoutKinds } from "./layout-fields.data.js";

const column = (header: string, field: string): LayoutColumn => ({ header, field });

const columns: { readonly [K in LayoutKind]: readonly LayoutColumn[] } = {
  establishments: [
    column("主体名称", "name"),
    column("统一社会信用代码", "creditCode"),
    column("许可证编号", "licenceNumber"),
    column("业态", "form"),
    column("区县", "county"),
    column("街镇", "township"),
    column("村（社区）", "village"),
    column("地址", "address"),
    column("包保等级", "grade"),
    column("风险等级", "riskGrade"),
    column("状态", "state"),
    column("包保干部", "officialName"),
    column("包保干部单位", "officialUnit"),
  ],
  officials: [
    column("姓名", "officialName"),
    column("单位", "officialUnit"),
    column("职务", "officialPost"),
    column("层级", "officialLevel"),
    column("辖区", "jurisdictions"),
    column("办公电话", "officePhone"),
    column("手机", "mobile"),
    column("任职日期", "from"),
    column("包保户数", "load"),
  ],
  pairings: [
    column("主体名称", "name"),
    column("统一社会信用代码", "creditCode"),
    column("许可证编号", "licenceNumber"),
    column("包保等级", "grade"),
    column("包保干部", "officialName"),
    column("单位", "officialUnit"),
    column("职务", "officialPost"),
    column("层级", "officialLevel"),
    column("包保起始日期", "pairedFrom"),
  ],
  commitments: [
    column("姓名", "officialName"),
    column("单位", "officialUnit"),
    column("职务", "officialPost"),
    column("层级", "officialLevel"),
    column("年度", "year"),
    column("承诺书", "commitmentState"),
    column("签署日期", "signedOn"),
    column("名单版本", "annexVersion"),
    column("名单户数", "establishments"),
  ],
  visits: [
    column("督导日期", "madeOn"),
    column("主体名称", "name"),
    column("统一社会信用代码", "creditCode"),
    column("督导人", "visitor"),
    column("方式", "mode"),
    column("检查项齐全", "complete"),
    column("不符合项数", "wrongLines"),
    column("备注", "note"),
  ],
};

const titles: { readonly [K in LayoutKind]: string } = {
  establishments: "主体（演示版式）",
  officials: "干部（演示版式）",
  pairings: "包保关系（演示版式）",
  commitments: "承诺书（演示版式）",
  visits: "督导（演示版式）",
};

/** The shipped examples, one of each kind; their ids begin with `demonstration-`. */
export const demonstrationLayouts: readonly Layout[] = layoutKinds.map((kind) => ({
  id: `demonstration-${kind}`,
  version: 1,
  kind,
  title: titles[kind],
  dateFormat: "YYYY-MM-DD",
  columns: [...columns[kind]],
  demonstration: true,
  savedBy: "",
  savedAt: null,
}));
