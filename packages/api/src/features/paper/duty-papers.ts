// The three lists of one official as a paper (三张清单): responsibility, tasks, supervision.
// Source: F1-09…F1-11 (N).
import { type DutyLists, label, taskBlocks } from "@shian/domain";
import type { Paragraph, Table } from "docx";
import {
  body,
  closing,
  heading,
  newPage,
  pack,
  table,
  title,
  toLongDate,
  underTitle,
} from "./official-layout.js";

const numerals = ["一", "二", "三", "四"] as const;

const numbered = (texts: readonly string[]): Paragraph[] =>
  texts.map((text, at) => body(`${at + 1}．${text}`));

function head(lists: DutyLists, name: string): Paragraph[] {
  const { official } = lists;
  return [
    title(name),
    underTitle(`（${label(`level/${official.level}`, "zh-CN")}，${lists.asOf}）`),
    body(`包保干部：${official.name}　　单位及职务：${official.unit}${official.post}`, { indent: {} }),
  ];
}

/** Where a reader can tell which data and which texts the paper is of. */
const tellVersions = ({ annexVersion, textVersion, hash, demonstration }: DutyLists): string =>
  `名单第 ${annexVersion} 版，文本第 ${textVersion} 版，摘要 ${hash.slice(0, 12)}${
    demonstration ? "；文本为演示内容，使用前请核对" : ""
  }`;

function responsibilityList(lists: DutyLists): (Paragraph | Table)[] {
  return [
    ...head(lists, "食品安全包保责任清单"),
    heading("一、责任"),
    ...numbered(lists.duties.responsibilities),
    heading(`二、包保主体（${lists.responsibility.length} 家）`),
    table(
      [
        { title: "序号", share: 7, center: true },
        { title: "主体名称", share: 34 },
        { title: "等级", share: 8, center: true },
        { title: "地址", share: 29 },
        { title: "负责人", share: 11, center: true },
        { title: "包保起始", share: 14, center: true },
      ],
      lists.responsibility.map((row, at) => [
        String(at + 1),
        row.name,
        row.grade ?? "",
        row.address ?? row.placeName,
        row.personInCharge ?? "",
        row.from,
      ]),
    ),
  ];
}

const taskList = (lists: DutyLists): (Paragraph | Table)[] => [
  newPage(),
  ...head(lists, "食品安全包保任务清单"),
  ...taskBlocks.flatMap((block, at) => [
    heading(`${numerals[at]}、${label(`task-block/${block}`, "zh-CN")}`),
    ...numbered(lists.duties[block]),
  ]),
];

const supervisionList = (lists: DutyLists): (Paragraph | Table)[] => [
  newPage(),
  ...head(lists, "食品安全包保督导清单"),
  table(
    [
      { title: "序号", share: 8, center: true },
      { title: "主体名称", share: 24 },
      { title: "等级", share: 8, center: true },
      { title: "检查表", share: 28 },
      { title: "本期应于", share: 15, center: true },
      { title: "上次督导", share: 15, center: true },
      { title: "方式", share: 10, center: true },
    ],
    lists.supervision.map((row, at) => [
      String(at + 1),
      row.name,
      row.grade ?? "",
      row.checklist["zh-CN"],
      row.due === null ? "本期无应办" : row.due,
      row.lastVisit ?? "无记录",
      row.onSite ? "须现场" : "",
    ]),
  ),
  ...closing([lists.official.name, toLongDate(lists.asOf)]),
];

/** The lists as one .docx. */
export const composeDutyPapers = (lists: DutyLists): Promise<Uint8Array> =>
  pack([...responsibilityList(lists), ...taskList(lists), ...supervisionList(lists)], {
    titled: `食品安全包保清单-${lists.official.name}`,
    note: tellVersions(lists),
  });
