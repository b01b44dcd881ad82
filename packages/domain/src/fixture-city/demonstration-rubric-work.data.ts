// Sections 一 基础工作 and 二 能力建设 of the demonstration rubric; themes as any such rubric has them, texts our own.
import type { RubricSection } from "../rubric/rubric.schema.js";
import { addParts, chooseLevel, deduct, reachBand, writeItem } from "./rubric-item-writer.js";

/** 24 points in 10 items, 4 of them key. */
export const foundationSection: RubricSection = {
  id: "1",
  title: "基础工作",
  points: 24,
  items: [
    writeItem("key", "1-1", "党政同责责任落实", 3, addParts(["党委、政府领导责任清单印发并公开", 1], ["主要负责人年度述职含食品安全", 1], ["分管领导带队督查每季度不少于一次", 1]), {
      units: ["区委办", "区政府办"],
      evidence: ["责任清单", "述职报告", "督查记录"],
    }),
    writeItem("key", "1-2", "食品安全纳入规划与考核", 2.5, reachBand("higher", [3, 2.5], [2, 1.5], [1, 0.5]), {
      units: ["区委组织部", "区食安办"],
      evidence: ["考核办法", "考核结果通报"],
    }),
    writeItem("key", "1-3", "党委、政府专题研究", 2.5, addParts(["党委会每年专题研究不少于一次", 0.75], ["政府常务会每年专题研究不少于两次", 0.75], ["议定事项有分工、有时限", 0.5], ["议定事项按期办结并回头看", 0.5]), {
      units: ["区委办", "区政府办"],
      evidence: ["会议纪要", "督办单", "办结报告"],
    }),
    writeItem("key", "1-4", "财政投入保障", 2.5, { type: "linear", zeroAt: 0, fullAt: 5 }, {
      units: ["区财政局", "区市场监管局"],
      evidence: ["预算批复", "决算报表"],
    }),
    writeItem("basic", "1-5", "食安委及其办公室运行", 2.5, addParts(["食安委全体会议每年不少于两次", 1], ["成员单位联络员会议每季度召开", 0.75], ["年度工作要点分解到单位", 0.75]), {
      units: ["区食安办"],
      evidence: ["会议纪要", "任务分解表"],
    }),
    writeItem("basic", "1-6", "风险会商与信息通报", 2.5, deduct(["应会商未会商", 0.5, 1.5], ["通报超过时限", 0.1, 1]), {
      units: ["区食安办", "区卫生健康局", "区农业农村局"],
      evidence: ["会商纪要", "通报单"],
    }),
    writeItem("basic", "1-7", "责任清单与承诺书", 2, deduct(["承诺书未签或过期", 0.05, 1], ["责任清单与实际不符", 0.1, 1]), {
      units: ["区食安办", "各街道（乡镇）"],
      evidence: ["责任清单", "承诺书台账"],
    }),
    writeItem("basic", "1-8", "制度建设与执行", 2.5, addParts(["督查制度", 0.75], ["责任约谈制度", 0.75], ["档案管理制度", 0.5], ["举报奖励制度", 0.5]), {
      units: ["区食安办", "区司法局"],
      evidence: ["制度文本", "执行记录"],
    }),
    writeItem("basic", "1-9", "街镇食安办力量", 3.25, deduct(["食安办未实体运行", 0.5], ["专职人员不足两人", 0.25], ["村、社区无协管员或信息员", 0.05, 1]), {
      units: ["区食安办", "各街道（乡镇）"],
      evidence: ["机构文件", "人员名册"],
    }),
    writeItem("basic", "1-10", "评价档案", 0.75, deduct(["应归档材料缺件", 0.05], ["材料与条目不对应", 0.05]), {
      units: ["区食安办"],
      evidence: ["档案目录"],
    }),
  ],
};

/** 22 points in 9 items, 5 of them key; smart and credit supervision are required highlights. */
export const capacitySection: RubricSection = {
  id: "2",
  title: "能力建设",
  points: 22,
  items: [
    writeItem("key", "2-1", "智慧监管平台应用", 3, addParts(["主体、检查、抽检数据汇于一处", 1], ["风险预警按周推送并处置", 1], ["移动执法终端全员使用", 1]), {
      units: ["区市场监管局", "区数据局"],
      evidence: ["系统截图", "预警处置单"],
      highlight: "required",
    }),
    writeItem("key", "2-2", "基层监管所标准化", 3, deduct(["监管所未达标准", 0.5], ["执法车辆、记录仪配备不齐", 0.15, 1.5]), {
      units: ["区市场监管局"],
      evidence: ["达标验收表", "装备清单"],
    }),
    writeItem("basic", "2-3", "检验机构能力", 2, reachBand("higher", [95, 2], [90, 1.6], [80, 1], [60, 0.5]), {
      units: ["区市场监管局", "区财政局"],
      evidence: ["检验能力附表", "资质证书"],
    }),
    writeItem("key", "2-4", "信用监管与分级分类", 2.5, addParts(["信用档案建档率达到要求", 1], ["按信用等级调整检查频次", 1], ["失信信息依法公示", 0.5]), {
      units: ["区市场监管局", "区发展改革委"],
      evidence: ["信用档案", "检查计划"],
      highlight: "required",
    }),
    writeItem("basic", "2-5", "快检与检验能力", 2.5, deduct(["快检室未按期运行", 0.1, 1], ["快检阳性未复检", 0.2, 1], ["快检结果未公示", 0.05, 0.5]), {
      units: ["区市场监管局", "区农业农村局"],
      evidence: ["快检台账", "公示照片"],
    }),
    writeItem("key", "2-6", "执法力量与培训", 3, { type: "ratio", target: 1 }, {
      units: ["区市场监管局"],
      evidence: ["人员名册", "培训考核记录"],
    }),
    writeItem("key", "2-7", "行刑衔接", 2.5, addParts(["联席会议每季度召开", 0.75], ["涉嫌犯罪案件及时移送", 1], ["联合办案有成效", 0.75]), {
      units: ["区公安分局", "区市场监管局", "区检察院"],
      evidence: ["会议纪要", "移送文书"],
    }),
    writeItem("basic", "2-8", "应急预案与演练", 2, chooseLevel(["预案修订、区级演练、街镇演练俱全", 2], ["预案修订并有区级演练，街镇演练不足", 1.8], ["只有预案", 1], ["预案未修订", 0]), {
      units: ["区食安办", "区应急管理局"],
      evidence: ["应急预案", "演练记录"],
    }),
    writeItem("basic", "2-9", "科普宣传与社会监督", 1.5, addParts(["宣传周活动进街镇", 0.5], ["社会监督员名册公开", 0.5], ["科普站点定期活动", 0.5]), {
      units: ["区委宣传部", "区食安办"],
      evidence: ["活动方案", "现场照片"],
    }),
  ],
};
