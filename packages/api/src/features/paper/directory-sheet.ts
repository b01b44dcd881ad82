// The directory (通讯录) as a paper and as a spreadsheet: one row for each person who answers at a place.
import { type DutyKind, type Locale, label, type PlainDate } from "@shian/domain";
import { landscapeWidth, pack, table, title, underTitle } from "./official-layout.js";

export type DirectoryRow = {
  readonly place: string;
  readonly kind: DutyKind | "official";
  readonly name: string;
  readonly unit: string;
  readonly title: string;
  readonly officePhone: string | null;
  /** Masked, unless whoever takes the file may have it in clear. */
  readonly mobile: string | null;
  /** Establishments in the care of an official. */
  readonly load: number | null;
};

const columns = ["territories", "kind", "name", "unit", "title", "office-phone", "mobile", "load"] as const;

export const listDirectoryHeaders = (locale: Locale): readonly string[] =>
  columns.map((column) => label(`directory/${column}`, locale));

export const toDirectoryCells = (row: DirectoryRow, locale: Locale) => [
  row.place,
  label(row.kind === "official" ? "directory/official" : `duty-kind/${row.kind}`, locale),
  row.name,
  row.unit,
  row.title,
  row.officePhone,
  row.mobile,
  row.load,
];

export const composeDirectory = (input: {
  readonly placeName: string;
  readonly asOf: PlainDate;
  readonly rows: readonly DirectoryRow[];
}): Promise<Uint8Array> => {
  const shares = [26, 12, 9, 25, 18, 15, 15, 6];
  const centred = ["kind", "name", "office-phone", "mobile", "load"];
  return pack(
    [
      title("食品安全工作通讯录"),
      underTitle(`（${input.placeName}，截至 ${input.asOf}，共 ${input.rows.length} 人次）`),
      table(
        listDirectoryHeaders("zh-CN").map((heading, at) => ({
          title: heading,
          share: shares[at] ?? 10,
          center: centred.includes(columns[at] ?? ""),
        })),
        input.rows.map((row) => toDirectoryCells(row, "zh-CN").map((cell) => String(cell ?? ""))),
        landscapeWidth,
      ),
    ],
    { titled: "食品安全工作通讯录", landscape: true },
  );
};
