// The change-of-pairing sheet (包保关系调整表) and the directory (通讯录) as papers.
import { type Level, label, type PairingChange, type PlainDate } from "@shian/domain";
import { body, closing, landscapeWidth, pack, table, title, underTitle } from "./official-layout.js";

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
      ...closing([input.office, input.today]),
    ],
    { titled: "食品安全包保关系调整表", landscape: true },
  );

export type DirectoryRow = {
  readonly level: Level;
  readonly places: string;
  readonly name: string;
  readonly unit: string;
  readonly post: string;
  readonly officePhone: string;
  readonly load: number;
};

export const directoryHeaders = ["层级", "包保范围", "姓名", "单位", "职务", "办公电话", "包保户数"] as const;

export const toDirectoryCells = (row: DirectoryRow) => [
  label(`level/${row.level}`, "zh-CN"),
  row.places,
  row.name,
  row.unit,
  row.post,
  row.officePhone,
  row.load,
];

export const composeDirectory = (input: {
  readonly placeName: string;
  readonly asOf: PlainDate;
  readonly rows: readonly DirectoryRow[];
}): Promise<Uint8Array> =>
  pack(
    [
      title("食品安全包保干部通讯录"),
      underTitle(`（${input.placeName}，截至 ${input.asOf}，共 ${input.rows.length} 人）`),
      table(
        [
          { title: "层级", share: 13, center: true },
          { title: "包保范围", share: 30 },
          { title: "姓名", share: 10, center: true },
          { title: "单位", share: 24 },
          { title: "职务", share: 20 },
          { title: "办公电话", share: 17, center: true },
          { title: "户数", share: 7, center: true },
        ],
        input.rows.map((row) => toDirectoryCells(row).map(String)),
        landscapeWidth,
      ),
    ],
    { titled: "食品安全包保干部通讯录", landscape: true },
  );
