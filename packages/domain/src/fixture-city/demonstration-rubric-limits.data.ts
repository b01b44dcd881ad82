// Sections 五 否决项 and 六 示范引领 of the demonstration rubric; texts our own.
import type { RubricSection } from "../rubric/rubric.schema.js";
import { addParts, chooseLevel, reachBand, writeItem } from "./rubric-item-writer.js";

/** Four vetoes: two events, a value that must not be too low and one that must not be too high. */
export const vetoSection: RubricSection = {
  id: "5",
  title: "否决项",
  items: [
    writeItem("veto", "5-1", "发生重大食品安全事故", null, { type: "veto-event" }, {
      units: ["区食安办", "区应急管理局"],
      evidence: ["事故情况说明"],
    }),
    writeItem("veto", "5-2", "群众满意度低于 80 分", null, { type: "veto-threshold", direction: "higher", bound: 80 }, {
      units: ["区食安办", "第三方调查机构"],
      evidence: ["调查报告"],
    }),
    writeItem("veto", "5-3", "瞒报、谎报食品安全信息", null, { type: "veto-event" }, {
      units: ["区政府办"],
      evidence: ["核查报告"],
    }),
    writeItem("veto", "5-4", "抽检问题发现后未处置比例高于 5%", null, { type: "veto-threshold", direction: "lower", bound: 5 }, {
      units: ["区市场监管局"],
      evidence: ["处置台账"],
    }),
  ],
};

/** Nine bonus items, three of them optional highlights; the pass rule caps their sum at 10. */
export const leadershipSection: RubricSection = {
  id: "6",
  title: "示范引领",
  items: [
    writeItem("bonus", "6-1", "经验做法被上级推广", 2, chooseLevel(["国家级推广", 2], ["省级推广", 1.5], ["市级推广", 0.5]), {
      units: ["区食安办"],
      evidence: ["推广文件"],
    }),
    writeItem("bonus", "6-2", "你点我检、你点我查", 1.5, reachBand("higher", [12, 1.5], [6, 1], [2, 0.5]), {
      units: ["区市场监管局"],
      evidence: ["活动公告", "检查结果"],
      highlight: "optional",
    }),
    writeItem("bonus", "6-3", "食品安全责任保险", 1.5, { type: "linear", zeroAt: 0, fullAt: 60 }, {
      units: ["区市场监管局", "区金融办"],
      evidence: ["参保名单"],
      highlight: "optional",
    }),
    writeItem("bonus", "6-4", "示范街区、示范店创建", 2, addParts(["餐饮示范街区", 1], ["示范农贸市场", 0.5], ["示范校园食堂", 0.5]), {
      units: ["区市场监管局", "区教育局"],
      evidence: ["命名文件"],
      highlight: "optional",
    }),
    writeItem("bonus", "6-5", "地方标准或规范", 1, { type: "all-or-nothing" }, {
      units: ["区市场监管局"],
      evidence: ["标准文本"],
    }),
    writeItem("bonus", "6-6", "行业协会自律", 1, { type: "assessed" }, {
      units: ["区市场监管局", "区工商联"],
      evidence: ["自律公约", "活动记录"],
    }),
    writeItem("bonus", "6-7", "小微业态帮扶提升", 1, { type: "ratio", target: 0.3 }, {
      units: ["区市场监管局", "各街道（乡镇）"],
      evidence: ["帮扶名单"],
    }),
    writeItem("bonus", "6-8", "区域协作", 1, { type: "all-or-nothing" }, {
      units: ["区食安办"],
      evidence: ["协作协议"],
    }),
    writeItem("bonus", "6-9", "大型活动保障经验", 1, { type: "assessed" }, {
      units: ["区市场监管局"],
      evidence: ["保障方案", "总结"],
    }),
  ],
};
