// Short checklists that a fresh office starts with, one per business form, marked as demonstrations to be checked.
// Source: the checklists that officials use by form were not found (facts 1.6, ✗); the lines are paraphrased from the
// regulator's inspection forms that could be read in part (catering 2016 and 56 items, production 51 items, small
// workshop, school canteen, seller's dynamic factors), each named on its line; lines without one rest on
// F2-02…F2-10 (who must be appointed, daily control, weekly check, monthly review) or on none and are ours.
import type { BusinessForm } from "../registry/establishment.schema.js";
import type { Checklist, ChecklistItem } from "./checklist.schema.js";

type Line = Omit<ChecklistItem, "id">;
const line = (zh: string, en: string, source: string | null = null): Line => ({ text: { "zh-CN": zh, en }, source });

const catering = (item: string): string => `餐饮服务日常监督检查要点表（2016），${item}`;
const catering56 = (item: string): string => `餐饮服务监督检查要点表（56 项），${item}`;
const production = (item: string): string => `食品生产日常监督检查要点表，${item}`;
const workshop = (item: string): string => `食品小作坊日常监督检查记录表，${item}`;
const school = (item: string): string => `学校食堂食品安全专项检查表，${item}`;
const sales = (item: string): string => `食品销售环节动态风险因素量化分值表，${item}`;

const licence = line("许可证在有效期内，挂在醒目位置，与实际经营一致", "Licence valid, displayed, and matching what is done here", catering("CY-1、CY-2"));
const registration = line("登记证（备案卡）在有效期内，挂在醒目位置，与实际经营一致", "Registration valid, displayed, and matching what is done here", workshop("XZF-1"));
const health = line("接触直接入口食品的人员健康证明有效", "Health certificates valid for those who handle ready-to-eat food", catering("CY-8"));
const hygiene = line("从业人员工作衣帽清洁，手部清洁", "Clean work clothes, caps and hands", catering("CY-10"));
const purchase = line("进货查验记录和票证齐全，能对应到货", "Purchase checks recorded, documents match the goods", catering("CY-15"));
const storage = line("食品分类存放，离地离墙，没有过期、变质食品", "Food stored apart, off floor and wall, nothing expired or spoiled", catering56("CYX-2.2、CYX-2.7"));
const cold = line("冷藏冷冻温度符合要求，生熟分开", "Chilled and frozen at the right temperature, raw and cooked apart", catering56("CYX-2.3"));
const clean = line("加工经营场所清洁，防鼠防蝇设施有效", "Premises clean, protected against rats and flies", catering("CY-11"));
const additives = line("食品添加剂专柜存放，使用有记录", "Additives kept apart and their use recorded", catering56("CYX-2.2"));
const disinfection = line("餐用具清洗消毒，有消毒记录", "Tableware washed and disinfected, with a record");
const samples = line("留样品种、重量、时间符合要求，有记录", "Samples of each dish kept as required, with a record");
const appointed = line("食品安全总监、食品安全员已任命并在岗", "Food safety director and officers appointed and at work", "F2-03、F2-06（待核对）");
const controls = line("日管控、周排查、月调度记录真实完整", "Daily control, weekly check and monthly review truly recorded", "F2-08");
const principal = line("主要负责人知晓食品安全责任", "The person in charge knows the responsibility", catering("CY-7"));
const labels = line("抽查食品标签清楚，在保质期内", "Labels of sampled food clear and within date", sales("DX-3.1、DX-3.6"));
const senses = line("抽查食品感官正常，没有腐败变质", "Sampled food looks and smells normal", sales("DX-3.2"));
const meat = line("肉及肉制品有检验检疫证明", "Meat has its inspection and quarantine certificates", sales("DX-3.3"));
const premises = line("场所与经营品种、数量相适应，环境整洁", "Premises fit the range sold and are tidy", sales("DX-2.1、DX-2.2"));
const plant = line("厂区车间整洁，没有扬尘、积水", "Plant and workshops clean, without dust or standing water", production("SCJ-1.1"));
const handwashing = line("更衣、洗手、消毒设施正常使用", "Changing, washing and disinfecting facilities in use", production("SCJ-1.4"));
const pests = line("防鼠防蝇防虫有检查记录，没有虫害迹象", "Pest control recorded, no trace of pests", production("SCJ-1.7"));
const supplier = line("原料供货者证照和合格证明齐全", "Licences and certificates of raw material suppliers complete", production("SCJ-2.1"));
const purchaseRecord = line("进货查验记录真实完整，按期保存", "Purchase records true, complete and kept long enough", production("SCJ-2.2"));
const stock = line("贮存保管和领用出库有记录", "Storage and issue from stock recorded", production("SCJ-2.3"));
const release = line("成品出厂检验有记录", "Release tests of products recorded");
const schoolHead = line("校长（园长）负责制落实，有管理人员", "Headed by the principal, with someone to manage it", school("XX-1、XX-3"));
const schoolCheck = line("经常性检查有记录", "Regular checks recorded", school("XX-5"));
const accompany = line("陪餐制度落实，陪餐记录完整", "A staff member eats along, recorded each time");
const openKitchen = line("明厨亮灶画面可用", "Open-kitchen picture works");
const tenants = line("入场经营者证照齐全，档案完整", "Licences of stallholders complete, files kept");
const market = line("入场销售者进货凭证可查", "Purchase documents of stallholders can be shown");
const quickTest = line("快速检测按计划开展并公示结果", "Rapid tests done as planned and results displayed");
const transport = line("配送容器和车辆清洁，有温度、时间记录", "Containers and vehicles clean, temperature and time recorded");
const branches = line("对门店（分店）有检查计划和记录", "Plan and records of checks of branches");
const suppliersExit = line("供货者评价和退出机制落实", "Suppliers are rated and dropped where needed", catering56("CYX-2.5"));
const promise = line("食品安全承诺书已签订并公示", "Food safety promise signed and displayed", workshop("XZF-3"));
const additivesShown = line("使用的食品添加剂已公示", "Additives in use displayed", workshop("XZF-4"));
const separate = line("生熟用具分开，流程合理", "Tools for raw and cooked apart, sensible flow", workshop("XZF-8"));
const inputs = line("投料、添加剂用量、成品数量和日期有记录", "Inputs, additives, output and dates recorded", workshop("XZF-11"));
const water = line("用水符合生活饮用水卫生标准", "Water meets the drinking water standard", catering("CY-13"));
const covered = line("直接入口食品有防尘防蝇遮盖", "Ready-to-eat food covered against dust and flies");
const sources = line("原料来源清楚，没有来源不明的食品", "Sources of food known, nothing of unknown origin", catering56("CYX-2.4"));

const canteen = [licence, health, purchase, storage, clean, disinfection, samples, controls];

type Entry = readonly [form: BusinessForm | null, zh: string, en: string, lines: readonly Line[]];
const entries: readonly Entry[] = [
  ["producer", "食品生产企业", "Food producer", [licence, plant, handwashing, pests, supplier, purchaseRecord, release, controls]],
  ["special-food-producer", "特殊食品生产企业", "Special-food producer", [licence, appointed, plant, pests, supplier, stock, release, controls]],
  ["seller", "食品销售者", "Food seller", [licence, premises, purchase, storage, labels, senses, meat, controls]],
  ["produce-market", "农贸（批发）市场", "Produce market", [tenants, market, quickTest, meat, clean, controls]],
  ["caterer", "餐饮服务提供者", "Caterer", [licence, principal, health, purchase, storage, cold, clean, disinfection]],
  ["central-kitchen", "中央厨房", "Central kitchen", [licence, appointed, purchase, cold, samples, suppliersExit, transport, controls]],
  ["collective-meal-provider", "集体用餐配送单位", "Collective meal provider", [licence, appointed, health, purchase, samples, disinfection, transport, controls]],
  ["school-canteen", "学校食堂", "School canteen", [schoolHead, licence, health, purchase, storage, disinfection, samples, accompany]],
  ["kindergarten-canteen", "幼儿园食堂", "Kindergarten canteen", [schoolHead, licence, health, purchase, disinfection, samples, accompany, openKitchen]],
  ["eldercare-canteen", "养老机构食堂", "Eldercare canteen", canteen],
  ["institution-canteen", "单位食堂", "Institution canteen", [...canteen.slice(0, 7), schoolCheck]],
  ["chain-headquarters", "连锁企业总部", "Headquarters of a chain", [licence, appointed, branches, suppliersExit, purchase, controls]],
  ["small-workshop", "食品小作坊", "Small food workshop", [registration, promise, additivesShown, health, purchase, separate, inputs]],
  ["small-catering", "小餐饮", "Small catering outlet", [registration, health, hygiene, purchase, storage, disinfection, clean]],
  ["grocery", "食杂店", "Grocery", [registration, premises, purchase, labels, senses, storage]],
  ["food-vendor", "食品摊贩", "Food vendor", [registration, health, hygiene, covered, sources, water]],
  [null, "未知业态", "Unknown form", [licence, health, purchase, storage, clean, additives]],
];

/** One short checklist per business form, and one for an establishment whose form is not known. */
export const demonstrationChecklists: readonly Checklist[] = entries.map(([form, zh, en, lines]) => ({
  id: `demonstration-${form ?? "unknown"}`,
  form,
  title: { "zh-CN": `${zh}督导表（演示，待核对）`, en: `${en} checklist (demonstration, to be checked)` },
  demonstration: true,
  items: lines.map((one, index) => ({ id: String(index + 1), ...one })),
}));
