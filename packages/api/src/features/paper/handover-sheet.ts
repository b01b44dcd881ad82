// The sheet that each official of a handover signs (交接单): who gave or received which establishments, and what is open.
// Source: product X1 ("hand-over sheets"); no form of any place was obtained (✗), so the layout is ours.
import { type HandoverReceipt, type HandoverRow, label, type PlainDate } from "@shian/domain";
import {
  body,
  closing,
  heading,
  landscapeWidth,
  pack,
  run,
  table,
  title,
  toLongDate,
  underTitle,
} from "./official-layout.js";

/** What becomes of the official, in one paragraph. */
function tell({ parties: [party], day, rows }: HandoverReceipt): string {
  if (party === undefined) return "";
  const who = `${party.name}（${party.unit}${party.post}）`;
  if (party.role === "receives")
    return `${who}自${toLongDate(day)}起接手下表所列食品生产经营主体 ${rows.length} 家。交接后包保 ${party.after} 家。`;
  const goes =
    party.next === null
      ? `${who}自${toLongDate(day)}起离岗`
      : `${who}自${toLongDate(day)}起调任${party.next.unit}${party.next.post}`;
  const left = party.unassigned === 0 ? "" : `，其中 ${party.unassigned} 家暂无人接手`;
  const kept = party.kept === 0 ? "" : `，另有 ${party.kept} 家继续由本人包保`;
  const received = party.received === 0 ? "" : `，同时接手 ${party.received} 家`;
  return `${goes}，移交下表所列食品生产经营主体 ${party.given} 家${left}${kept}${received}。`;
}

/** What is open on the day and goes along, and what each has to do. */
function listOpen({ parties: [party] }: HandoverReceipt): readonly string[] {
  if (party === undefined) return [];
  return [
    `待督导 ${party.dueVisits} 家，最迟日期见下表；上期未督导 ${party.missedVisits} 家。`,
    ...(party.standIns.length === 0 ? [] : [`代为督导终止：${party.standIns.join("、")}。`]),
    ...(party.endedYears.length === 0 ? [] : [`${party.endedYears.join("、")} 年度承诺书自交接日起失效。`]),
    ...(party.signs ? ["须按现岗位和名单签署承诺书。"] : []),
    ...(party.acknowledges ? ["包保名单已变动，须签收新的名单。"] : []),
    ...(party.visitsSince === 0 ? [] : [`交接日以后已做的督导 ${party.visitsSince} 次，不再计为有效督导。`]),
  ];
}

const toCells = (row: HandoverRow, at: number): readonly string[] => [
  String(at + 1),
  row.establishment.name,
  row.establishment.placeName,
  row.establishment.grade ?? "",
  label(`state/${row.establishment.state}`, "zh-CN"),
  row.from.name,
  row.to?.name ?? "暂无",
  row.dueBy ?? (row.missed ? "上期未督导" : ""),
  row.lastVisit ?? "无记录",
];

/** The sheet of one official as the bytes of a .docx. */
export const composeHandoverSheet = (receipt: HandoverReceipt, today: PlainDate): Promise<Uint8Array> =>
  pack(
    [
      title("食品安全包保工作交接单"),
      underTitle(`（交接日 ${receipt.day}${receipt.undoneAt === null ? "" : "，本次交接已撤销"}）`),
      body(tell(receipt)),
      ...(receipt.note === null ? [] : [body(`依据：${receipt.note}`)]),
      heading("一、在办事项"),
      ...listOpen(receipt).map((text, at) => body(`${at + 1}．${text}`)),
      heading(`二、主体名单（${receipt.rows.length} 家）`),
      ...(receipt.rows.length === 0
        ? [body("没有主体随本次交接变动。")]
        : [
            table(
              [
                { title: "序号", share: 6, center: true },
                { title: "主体名称", share: 32 },
                { title: "所在村（社区）", share: 24 },
                { title: "等级", share: 7, center: true },
                { title: "状态", share: 9, center: true },
                { title: "移交人", share: 12, center: true },
                { title: "接手人", share: 12, center: true },
                { title: "最迟督导", share: 15, center: true },
                { title: "上次督导", share: 15, center: true },
              ],
              receipt.rows.map(toCells),
              landscapeWidth,
            ),
          ]),
      ...closing(["移交人（签名）：", "接手人（签名）：", "监交人（签名）：", toLongDate(today)]),
      body([run(`交接编号 ${receipt.id}，由${receipt.who}办理；所列情况为办理时的情况。`, { size: 21 })], {
        indent: {},
      }),
    ],
    { titled: "食品安全包保工作交接单", landscape: true },
  );
