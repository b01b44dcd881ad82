// Which columns a territory file may have, under which headers, and the product's own template.
// Source: issue "First", `import territories FILE` (code, name, kind, parent, valid from / to; zones) (certain).
import { foldCode } from "../kernel/fold-code.js";
import { type TerritoryField, territoryFields } from "./parse-territory-row.js";

/** Headers that mean each field; the first Chinese and the first English one are the template's. */
export const territoryHeaders: {
  readonly [F in TerritoryField]: { readonly "zh-CN": readonly string[]; readonly en: readonly string[] };
} = {
  code: { "zh-CN": ["区域代码", "代码", "区划代码", "属地代码", "编码"], en: ["code", "division code"] },
  name: { "zh-CN": ["区域名称", "名称", "属地名称", "区划名称"], en: ["name"] },
  kind: { "zh-CN": ["类型", "级别", "种类"], en: ["kind", "type", "level"] },
  parent: { "zh-CN": ["上级代码", "上级", "父级代码"], en: ["parent", "parent code"] },
  from: { "zh-CN": ["启用日期", "生效日期", "起始日期"], en: ["from", "valid from"] },
  to: { "zh-CN": ["停用日期", "失效日期", "截止日期"], en: ["to", "valid to"] },
  takesOver: { "zh-CN": ["接管清单", "接管村社区", "接管"], en: ["takes over", "takesover", "zones"] },
};

const fieldByHeader = new Map<string, TerritoryField>(
  territoryFields.flatMap((field) =>
    [...territoryHeaders[field]["zh-CN"], ...territoryHeaders[field].en, field].map(
      (header) => [foldCode(header).value, field] as const,
    ),
  ),
);

/**
 * The field that a header of a territory file means; undefined when it is none of ours.
 *
 * @example
 * findTerritoryField("上级代码"); // => "parent"
 * findTerritoryField("备注"); // => undefined
 */
export const findTerritoryField = (header: string): TerritoryField | undefined =>
  fieldByHeader.get(foldCode(header).value);
