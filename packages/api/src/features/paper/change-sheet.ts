// The change-of-pairing sheet (包保关系调整表) as a paper.
import { label, type PairingChange, type PlainDate } from "@shian/domain";
import {
  body,
  closing,
  landscapeWidth,
  pack,
  table,
  title,
  toLongDate,
  underTitle,
} from "./official-layout.js";

/** A change as a row of the sheet: names instead of ids. */
export type ChangeRow = {
  readonly on: PlainDate;
  readonly establishment: string;
  readonly placeName: string;
  readonly grade: string;
  readonly before: string;
  readonly after: string;
  readonly reason: PairingChange["reason"];
};

export const composeChangeSheet = (input: {
  readonly office: string;
  readonly placeName: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly today: PlainDate;
  readonly rows: readonly ChangeRow[];
}): Promise<Uint8Array> =>
  pack(
    [
      title("食品安全包保关系调整表"),
      underTitle(`（${input.placeName}，${input.from} 至 ${input.to}，共 ${input.rows.length} 项）`),
      input.rows.length === 0
        ? body("本期没有包保关系调整。")
        : table(
            [
              { title: "序号", share: 6, center: true },
              { title: "调整日期", share: 12, center: true },
              { title: "主体名称", share: 32 },
              { title: "所在村（社区）", share: 24 },
              { title: "等级", share: 6, center: true },
              { title: "原包保干部", share: 20 },
              { title: "现包保干部", share: 20 },
              { title: "调整原因", share: 16 },
            ],
            input.rows.map((row, at) => [
              String(at + 1),
              row.on,
              row.establishment,
              row.placeName,
              row.grade,
              row.before,
              row.after,
              label(`pairing-change/${row.reason}`, "zh-CN"),
            ]),
            landscapeWidth,
          ),
      ...closing([input.office, toLongDate(input.today)]),
    ],
    { titled: "食品安全包保关系调整表", landscape: true },
  );
