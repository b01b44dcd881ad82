import type { Catalogue } from "../kernel/text.js";
import type { LicenceKind, LicenceStanding } from "./licence.schema.js";
import type { ClockStanding } from "./state-clock.js";
import type { StateSource } from "./state-event.schema.js";

/** Words for licences, for who told a change of state, and for the clocks that it starts. */
export const licenceText: Catalogue<
  | "registry/field-furtherLicences"
  | `licence/${LicenceKind}`
  | `licence-standing/${LicenceStanding}`
  | `state-source/${StateSource}`
  | `clock/${ClockStanding}`
> = {
  "zh-CN": {
    "registry/field-furtherLicences": "其他证照",
    "licence/production": "食品生产许可证",
    "licence/operation": "食品经营许可证",
    "licence/prepackaged-filing": "仅销售预包装食品备案",
    "licence/small-workshop-registration": "小作坊登记证",
    "licence/small-catering-registration": "小餐饮登记证（备案）",
    "licence/grocery-registration": "食杂店登记证（备案）",
    "licence/vendor-registration": "食品摊贩备案",
    "licence/other": "其他证照",
    "licence-standing/valid": "有效",
    "licence-standing/ending": "即将到期",
    "licence-standing/expired": "已过期",
    "licence-standing/unknown": "有效期未知",
    "licence-standing/suspended": "暂停",
    "licence-standing/revoked": "吊销",
    "licence-standing/cancelled": "注销",
    "state-source/regulator": "市场监管部门",
    "state-source/office": "食安办",
    "state-source/business": "主体申报",
    "state-source/visit": "督导发现",
    "clock/none": "不计时",
    "clock/waiting": "待报告",
    "clock/running": "期限内",
    "clock/late": "超期",
    "clock/done": "按期完成",
    "clock/done-late": "超期完成",
  },
  en: {
    "registry/field-furtherLicences": "further licences",
    "licence/production": "food production licence",
    "licence/operation": "food operation licence",
    "licence/prepackaged-filing": "filing, prepackaged food only",
    "licence/small-workshop-registration": "small workshop registration",
    "licence/small-catering-registration": "small catering registration",
    "licence/grocery-registration": "grocery registration",
    "licence/vendor-registration": "vendor registration",
    "licence/other": "other licence",
    "licence-standing/valid": "valid",
    "licence-standing/ending": "ending soon",
    "licence-standing/expired": "expired",
    "licence-standing/unknown": "last day not known",
    "licence-standing/suspended": "suspended",
    "licence-standing/revoked": "revoked",
    "licence-standing/cancelled": "cancelled",
    "state-source/regulator": "market regulator",
    "state-source/office": "the office",
    "state-source/business": "the business",
    "state-source/visit": "a visit",
    "clock/none": "no clock",
    "clock/waiting": "waits for the report",
    "clock/running": "within its time",
    "clock/late": "late",
    "clock/done": "done in time",
    "clock/done-late": "done late",
  },
};
