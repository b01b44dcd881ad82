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
  run,
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
const foot = (lists: DutyLists): Paragraph =>
  body(
    [
      run(
        `名单第 ${lists.annexVersion} 版，文本第 ${lists.textVersion} 版，摘要 ${lists.hash.slice(0, 12)}${
          lists.demonstration ? "；文本为演示内容，使用前请核对" : ""
        }`,
        { size: 21 },
      ),
    ],
    { indent: {} },
  );

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
    foot(lists),
  ];
}

const taskList = (lists: DutyLists): (Paragraph | Table)[] => [
  newPage(),
  ...head(lists, "食品安全包保任务清单"),
  ...taskBlocks.flatMap((block, at) => [
    heading(`${numerals[at]}、${label(`task-block/${block}`, "zh-CN")}`),
    ...numbered(lists.duties[block]),
  ]),
  foot(lists),
];

const supervisionList = (lists: DutyLists): (Paragraph | Table)[] => [
  newPage(),
  ...head(lists, "食品安全包保督导清单"),
  table(
    [
      { title: "序号", share: 7, center: true },
      { title: "主体名称", share: 28 },
      { title: "等级", share: 8, center: true },
      { title: "检查表", share: 20 },
      { title: "本期应于", share: 17, center: true },
      { title: "上次督导", share: 17, center: true },
      { title: "方式", share: 12, center: true },
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
  foot(lists),
  ...closing([lists.official.name, toLongDate(lists.asOf)]),
];

/** The lists as one .docx. */
export const composeDutyPapers = (lists: DutyLists): Promise<Uint8Array> =>
  pack([...responsibilityList(lists), ...taskList(lists), ...supervisionList(lists)], {
    titled: `食品安全包保清单-${lists.official.name}`,
  });
