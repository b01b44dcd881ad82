import type { Pair } from "./define-texts.js";

/** Names that only screens use: short forms that fit a column head, a tab or a button. */
export const nameTexts = {
  "grade.A": ["市级", "City"],
  "grade.B": ["区级", "County"],
  "grade.C": ["街镇级", "Township"],
  "grade.D": ["村社区级", "Village"],
  "grade.none": ["未定级", "Ungraded"],
  "grade.title": ["包保等级 {grade}", "Pairing grade {grade}"],
  "risk.title": ["风险等级 {grade}（D 最高）", "Risk grade {grade} (D is highest)"],
  "risk.none": ["未评", "Not rated"],
  "verdict.pass": ["过线", "Pass"],
  "verdict.fail": ["不过线", "Fail"],
  "verdict.undetermined": ["未定", "Open"],
  "kind.key": ["关键", "Key"],
  "kind.basic": ["基本", "Basic"],
  "kind.bonus": ["加分", "Bonus"],
  "kind.veto": ["否决", "Veto"],
  "field.place": ["属地代码", "Place code"],
  "field.placeText": ["原写属地", "Place as written"],
  "place.country": ["全国", "Country"],
} as const satisfies Record<string, Pair>;
