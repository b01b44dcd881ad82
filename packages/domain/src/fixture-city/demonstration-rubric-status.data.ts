// Sections 三 生产经营状况 and 四 食品安全状况 of the demonstration rubric; texts our own.
import type { RubricSection } from "../rubric/rubric.schema.js";
import { addParts, chooseLevel, deduct, reachBand, writeItem } from "./rubric-item-writer.js";

/** 30 points in 12 items, 6 of them key; the paired responsibilities are a required highlight. */
export const operationSection: RubricSection = {
  id: "3",
  title: "生产经营状况",
  points: 30,
  items: [
    writeItem("key", "3-1", "分级包保与督导覆盖", 4, reachBand("higher", [99.5, 4], [98, 3.4], [95, 2.8], [90, 2]), {
      units: ["区食安办", "各街道（乡镇）"],
      evidence: ["覆盖率报表", "督导记录"],
      highlight: "required",
    }),
    writeItem("key", "3-2", "食品生产企业", 2.5, deduct(["进货查验记录不全", 0.1, 0.8], ["出厂检验记录不全", 0.1, 0.7], ["风险自查未开展", 0.25, 1]), {
      units: ["区市场监管局"],
      evidence: ["检查单", "自查报告"],
    }),
    writeItem("key", "3-3", "校园食堂", 3.5, deduct(["食品留样不规范", 0.15, 1.5], ["防鼠、防蝇、防尘设施缺损", 0.1, 1], ["陪餐记录缺失", 0.1, 1]), {
      units: ["区教育局", "区市场监管局"],
      evidence: ["食堂留样记录", "陪餐记录", "检查单"],
    }),
    writeItem("key", "3-4", "餐饮后厨与明厨亮灶", 3.5, { type: "linear", zeroAt: 50, fullAt: 95 }, {
      units: ["区市场监管局"],
      evidence: ["达标名单", "现场照片"],
    }),
    writeItem("key", "3-5", "食品销售", 2.5, deduct(["过期食品未下架", 0.25, 1.5], ["散装食品标签不全", 0.05, 0.5], ["贮存条件不符", 0.1, 0.5]), {
      units: ["区市场监管局"],
      evidence: ["检查单"],
    }),
    writeItem("basic", "3-6", "网络餐饮", 2, deduct(["平台公示信息与实际不符", 0.1, 1], ["外卖封签未使用", 0.05, 1]), {
      units: ["区市场监管局"],
      evidence: ["线上监测报告", "检查单"],
    }),
    writeItem("key", "3-7", "食用农产品", 2.5, addParts(["产地准出与承诺达标合格证", 1], ["市场准入查验", 1], ["投入品使用记录", 0.5]), {
      units: ["区农业农村局", "区市场监管局", "区生态环境分局"],
      evidence: ["合格证样张", "查验台账"],
    }),
    writeItem("basic", "3-8", "小作坊、小餐饮登记", 2, deduct(["未登记或未备案", 0.05, 1.5], ["公示牌缺失", 0.05, 0.5]), {
      units: ["区市场监管局", "区城管局"],
      evidence: ["登记台账", "现场照片"],
    }),
    writeItem("basic", "3-9", "集中用餐单位", 2, deduct(["索证索票不全", 0.1, 1], ["从业人员健康证明过期", 0.1, 1]), {
      units: ["区市场监管局", "区民政局"],
      evidence: ["检查单", "人员名册"],
    }),
    writeItem("basic", "3-10", "农贸市场快检公示", 2, { type: "ratio", target: 0.95 }, {
      units: ["区市场监管局", "区商务局"],
      evidence: ["公示照片", "快检台账"],
    }),
    writeItem("basic", "3-11", "冷链食品", 1.5, chooseLevel(["全程温度可查，追溯完整", 1.5], ["追溯有缺，温度可查", 1], ["只有纸质记录", 0.5]), {
      units: ["区市场监管局", "区商务局"],
      evidence: ["温度记录", "追溯单"],
    }),
    writeItem("basic", "3-12", "明厨亮灶接入", 2, { type: "ratio", target: 1 }, {
      units: ["区数据局", "区市场监管局"],
      evidence: ["接入清单"],
    }),
  ],
};

/** 24 points in 10 items, 4 of them key. */
export const safetySection: RubricSection = {
  id: "4",
  title: "食品安全状况",
  points: 24,
  items: [
    writeItem("key", "4-1", "抽检批次与覆盖", 4, { type: "linear", zeroAt: 2, fullAt: 4 }, {
      units: ["区市场监管局", "区农业农村局"],
      evidence: ["抽检计划", "抽检结果"],
    }),
    writeItem("key", "4-2", "抽检不合格核查处置", 3, { type: "ratio", target: 1 }, {
      units: ["区市场监管局"],
      evidence: ["核查处置报告"],
    }),
    writeItem("key", "4-3", "案件查办与公开", 3, deduct(["线索超期未处理", 0.2, 2], ["处罚信息未按期公开", 0.1, 1]), {
      units: ["区市场监管局", "区公安分局"],
      evidence: ["案件台账", "公开页面"],
    }),
    writeItem("key", "4-4", "农产品监测合格率", 3, reachBand("higher", [98, 3], [97, 2.4], [96, 1.8]), {
      units: ["区农业农村局"],
      evidence: ["监测报告"],
    }),
    writeItem("basic", "4-5", "粮食质量监测", 2, { type: "all-or-nothing" }, {
      units: ["区发展改革委", "区市场监管局"],
      evidence: ["监测报告"],
    }),
    writeItem("basic", "4-6", "投诉举报按期办结", 2, { type: "ratio", target: 1 }, {
      units: ["区市场监管局", "区信访局"],
      evidence: ["办件清单"],
    }),
    writeItem("basic", "4-7", "信息公开", 2, { type: "all-or-nothing" }, {
      units: ["区市场监管局", "区政府办"],
      evidence: ["公开页面"],
    }),
    writeItem("basic", "4-8", "食源性疾病监测与处置", 2, { type: "assessed" }, {
      units: ["区卫生健康局", "区疾控中心"],
      evidence: ["监测报告", "流调报告"],
    }),
    writeItem("basic", "4-9", "群众满意度提升", 1.5, { type: "linear", zeroAt: 70, fullAt: 85 }, {
      units: ["区食安办", "第三方调查机构"],
      evidence: ["调查报告"],
    }),
    writeItem("basic", "4-10", "群众知晓率", 1.5, reachBand("higher", [85, 1.5], [80, 1], [75, 0.5]), {
      units: ["区委宣传部", "区食安办"],
      evidence: ["调查报告"],
    }),
  ],
};
