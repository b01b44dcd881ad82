import type { PairingChangeReason } from "../chain/list-pairing-changes.js";
import type { Catalogue } from "../kernel/text.js";
import type { CommitmentProblemCode } from "./commitment.problem.js";
import type { SigningStanding, SigningWay } from "./commitment.schema.js";
import type { TaskBlock } from "./duty-texts.schema.js";

/** Sentences of commitments and names of standings, ways of signing and blocks of the task list. */
export const commitmentText: Catalogue<
  | CommitmentProblemCode
  | `standing/${SigningStanding}`
  | `signing-way/${SigningWay}`
  | `task-block/${TaskBlock}`
  | `pairing-change/${PairingChangeReason}`
> = {
  "zh-CN": {
    "commitment/term-ended": "{year} 年度承诺书自 {since} 起到期，请重新签署。",
    "commitment/ended-handover": "承诺书因工作交接自 {since} 起失效，请重新签署。",
    "commitment/ended-withdrawn": "承诺书自 {since} 起被收回，请重新签署。",
    "commitment/post-changed": "职务由“{before}”变为“{after}”，承诺书过期，请重新签署。",
    "commitment/level-changed": "层级变为{level}，承诺书过期，请重新签署。",
    "commitment/jurisdiction-changed": "包保范围有变，承诺书过期，请重新签署。",
    "commitment/list-changed": "包保名单有变，本单位要求名单变化后重新签署。",
    "commitment/text-changed": "承诺书内容在您打开之后有变，没有签署；请重新阅读后再签。",
    "commitment/list-differs": "包保名单在您打开之后有变，没有签收；请看过新名单后再确认。",
    "commitment/not-own": "只能签署、签收自己的承诺书和名单。",
    "commitment/not-in-post": "{official} 当天不在岗，不能签署承诺书。",
    "commitment/no-list": "{official} 没有包保主体，不需要签署承诺书；请先分派。",
    "commitment/already-signed": "{year} 年度承诺书已经签署且有效，不用再签。",
    "commitment/year": "只能签署 {first} 或 {last} 年度的承诺书。",
    "commitment/signed-later": "签署日期 {day} 晚于今天，请核对。",
    "commitment/signature-too-short": "签名太短，请写下完整姓名。",
    "commitment/signature-too-long": "签名超过 {most} 个点，请重签。",
    "commitment/no-file": "找不到上传的文件，请重新上传。",
    "commitment/scan-kind": "扫描件只收 JPEG、PNG 或 PDF，这个文件不是。",
    "commitment/scan-large": "扫描件最大 {most} MB，这个文件 {size} MB，请压缩后再传。",
    "commitment/scan-broken": "图片打不开或尺寸过大，请重新扫描。",
    "commitment/template-broken": "模板不是能打开的 Word 文件（.docx），请另存为 .docx 后再传。",
    "commitment/template-large": "模板最大 {most} MB，请去掉大图片后再传。",
    "commitment/template-unknown-tag": "模板里的“{tag}”不是可用的填写项，请对照说明改名或删去。",
    "commitment/template-missing-tag": "模板里缺少必须的填写项“{tag}”，请补上。",
    "commitment/template-tag": "模板的填写项有误：“{tag}”，请检查花括号是否成对。",
    "commitment/too-many": "范围内有 {n} 名干部，一次最多 {most} 名，请缩小范围。",
    "commitment/nobody": "范围内没有需要签署承诺书的干部。",
    "standing/valid": "已签有效",
    "standing/outdated": "已过期",
    "standing/none": "未签",
    "signing-way/drawn": "手写签名",
    "signing-way/scan": "纸质扫描件",
    "task-block/system": "完善食品安全管理体系",
    "task-block/prevention": "抓好常态化防控",
    "task-block/emergency": "强化应急处置",
    "task-block/training": "加强宣传和培训",
    "pairing-change/opened": "新开业",
    "pairing-change/closed": "停业或注销",
    "pairing-change/official-left": "干部离岗",
    "pairing-change/regraded": "等级调整",
    "pairing-change/moved": "属地变更",
    "pairing-change/first": "新明确包保干部",
    "pairing-change/ended": "包保结束",
    "pairing-change/reallocated": "重新分派",
  },
  en: {
    "commitment/term-ended": "The commitment of {year} ended on {since}; sign again.",
    "commitment/ended-handover": "The commitment ended by a handover on {since}; sign again.",
    "commitment/ended-withdrawn": "The commitment was withdrawn from {since} on; sign again.",
    "commitment/post-changed":
      "The post changed from “{before}” to “{after}”; the commitment is outdated, sign again.",
    "commitment/level-changed": "The level is now {level}; the commitment is outdated, sign again.",
    "commitment/jurisdiction-changed": "The jurisdiction changed; the commitment is outdated, sign again.",
    "commitment/list-changed": "The list changed, and the office asks for a new signature on every change.",
    "commitment/text-changed":
      "The text has changed since you opened it and was not signed; read it again first.",
    "commitment/list-differs":
      "The list has changed since you opened it and was not acknowledged; look at the new one first.",
    "commitment/not-own": "Only one's own commitment and list can be signed and acknowledged.",
    "commitment/not-in-post": "{official} is not in the post on that day and cannot sign.",
    "commitment/no-list": "{official} answers for no establishment and need not sign; assign some first.",
    "commitment/already-signed": "The commitment of {year} is signed and valid already.",
    "commitment/year": "Only the commitment of {first} or {last} can be signed.",
    "commitment/signed-later": "The day of signing {day} lies after today; check it.",
    "commitment/signature-too-short": "The signature is too short; write your whole name.",
    "commitment/signature-too-long": "The signature has more than {most} points; draw it again.",
    "commitment/no-file": "The uploaded file was not found; upload it again.",
    "commitment/scan-kind": "A scan must be JPEG, PNG or PDF, which this file is not.",
    "commitment/scan-large": "A scan may have {most} MB at most, this one has {size} MB; make it smaller.",
    "commitment/scan-broken": "The picture cannot be opened or is too large; scan it again.",
    "commitment/template-broken":
      "The template is no Word file (.docx) that can be opened; save it as .docx first.",
    "commitment/template-large": "A template may have {most} MB at most; take large pictures out.",
    "commitment/template-unknown-tag":
      "“{tag}” in the template is no field that can be filled; rename or remove it.",
    "commitment/template-missing-tag": "The template lacks the required field “{tag}”; add it.",
    "commitment/template-tag": "A field of the template is broken: “{tag}”; check that its braces pair.",
    "commitment/too-many":
      "There are {n} officials in the scope, at most {most} at a time; choose a smaller one.",
    "commitment/nobody": "Nobody in the scope has a commitment to sign.",
    "standing/valid": "signed and valid",
    "standing/outdated": "outdated",
    "standing/none": "not signed",
    "signing-way/drawn": "drawn signature",
    "signing-way/scan": "scan of a paper",
    "task-block/system": "Improve the system of food-safety management",
    "task-block/prevention": "Routine prevention and control",
    "task-block/emergency": "Emergency response",
    "task-block/training": "Publicity and training",
    "pairing-change/opened": "opened",
    "pairing-change/closed": "out of operation",
    "pairing-change/official-left": "official left",
    "pairing-change/regraded": "regraded",
    "pairing-change/moved": "moved",
    "pairing-change/first": "first official",
    "pairing-change/ended": "pairing ended",
    "pairing-change/reallocated": "reallocated",
  },
};
