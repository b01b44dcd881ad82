import type { Catalogue } from "../kernel/text.js";

/** What stands on public notice boards (F1-38). */
export const boardText: Catalogue<
  | "board/title"
  | "board/grade"
  | "board/official"
  | "board/level"
  | "board/unit"
  | "board/post"
  | "board/phone"
  | "board/nobody"
  | "board/not-active"
  | "board/own-duty"
  | "board/own-duty-text"
  | "board/territorial-duty"
  | "board/territorial-duty-text"
  | "board/complaints"
  | "board/as-of"
  | "board/scan"
  | "board/no-address"
  | "board/print"
  | "board/not-found"
  | "board/not-found-hint"
  | "board/busy"
  | "board/busy-hint"
  | "board/demonstration"
  | "board/none"
> = {
  "zh-CN": {
    "board/title": "食品安全包保公示牌",
    "board/grade": "包保等级",
    "board/official": "包保干部",
    "board/level": "包保层级",
    "board/unit": "单位",
    "board/post": "职务",
    "board/phone": "办公电话",
    "board/nobody": "暂未确定包保干部，食安办正在指定。",
    "board/not-active": "该主体目前不在营业状态。",
    "board/own-duty": "企业主体责任",
    "board/own-duty-text": "食品生产经营者对其生产经营食品的安全负责，落实日管控、周排查、月调度。",
    "board/territorial-duty": "属地管理责任",
    "board/territorial-duty-text": "包保干部定期督导，督促落实主体责任，发现问题跟踪整改到位。",
    "board/complaints": "投诉举报电话：12315",
    "board/as-of": "信息截至 {date}",
    "board/scan": "扫码查看最新信息",
    "board/no-address": "没有二维码：系统还没有设置对外网址，请管理员设置 SHIAN_URL 后重新打印。",
    "board/print": "打印版",
    "board/not-found": "没有这块公示牌",
    "board/not-found-hint": "请核对二维码是否完整，或向当地食安办询问。",
    "board/busy": "查看得太频繁",
    "board/busy-hint": "请过一分钟再看。",
    "board/demonstration": "演示数据，均为虚构",
    "board/none": "未公布",
  },
  en: {
    "board/title": "Food-safety responsibility notice",
    "board/grade": "Pairing grade",
    "board/official": "Responsible official",
    "board/level": "Level",
    "board/unit": "Unit",
    "board/post": "Post",
    "board/phone": "Office telephone",
    "board/nobody": "No responsible official is named yet; the office is naming one.",
    "board/not-active": "This business is not in operation at present.",
    "board/own-duty": "The business's own responsibility",
    "board/own-duty-text":
      "Food businesses answer for the safety of their food, with daily control, weekly checks and monthly reviews.",
    "board/territorial-duty": "Territorial responsibility",
    "board/territorial-duty-text":
      "The official visits regularly, urges the business to meet its duties and follows problems until they are mended.",
    "board/complaints": "Complaints and reports: 12315",
    "board/as-of": "As of {date}",
    "board/scan": "Scan for the latest information",
    "board/no-address":
      "No code to scan: the address that the public opens is not set; the administrator sets SHIAN_URL, then print it again.",
    "board/print": "To print",
    "board/not-found": "There is no such notice",
    "board/not-found-hint": "Check that the code was read whole, or ask the local food-safety office.",
    "board/busy": "Asked too often",
    "board/busy-hint": "Look again in a minute.",
    "board/demonstration": "Demonstration, all made up",
    "board/none": "not published",
  },
};
