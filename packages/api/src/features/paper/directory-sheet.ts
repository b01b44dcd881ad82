// The directory (通讯录) as a paper and as a spreadsheet: one row for each person who answers at a place, and one for each
// "1+N" group. The spreadsheet has the headers and words that the import reads, so that it can be changed and come back.
import {
  createMemberNames,
  type DutyKind,
  type DutyPost,
  type LiaisonGroup,
  type Locale,
  label,
  type PlainDate,
} from "@shian/domain";
import type { ExportTable } from "../../documents/write-spreadsheet.js";
import { heading, landscapeWidth, pack, table, title, underTitle } from "./official-layout.js";

export type DirectoryRow = {
  readonly place: string;
  readonly kind: DutyKind | "official";
  readonly name: string;
  readonly unit: string;
  readonly title: string;
  readonly officePhone: string | null;
  /** Masked, unless whoever takes the file may have it in clear. */
  readonly mobile: string | null;
  readonly codes: readonly string[];
  /** Null for an official, whose post has days of its own. */
  readonly from: PlainDate | null;
  /** Establishments in the care of an official. */
  readonly load: number | null;
};

const columns = ["territories", "kind", "name", "unit", "title", "office-phone", "mobile", "load"] as const;
/** What only a program asks, behind what people read. */
const moreColumns = ["from", "place-code"] as const;

const toCells = (row: DirectoryRow, locale: Locale) => [
  row.place,
  label(row.kind === "official" ? "directory/official" : `duty-kind/${row.kind}`, locale),
  row.name,
  row.unit,
  row.title,
  row.officePhone,
  row.mobile,
  row.load,
];

const groupColumns = ["name", "place", "one", "members"] as const;
const listGroupHeaders = (locale: Locale) => groupColumns.map((column) => label(`group/${column}`, locale));

/** The directory as the sheets of a file: its people, and the groups. */
export function toDirectoryTables({
  rows,
  groups,
  duties,
  locale,
}: {
  readonly rows: readonly DirectoryRow[];
  readonly groups: readonly LiaisonGroup[];
  /** All posts of the day, by which the people of groups are named. */
  readonly duties: readonly DutyPost[];
  readonly locale: Locale;
}): readonly ExportTable[] {
  const names = createMemberNames(duties);
  const more = moreColumns.map((column) => label(`directory/${column}`, locale));
  return [
    {
      sheetName: label("import-kind/duties", locale),
      headers: [...columns.map((column) => label(`directory/${column}`, locale)), ...more],
      rows: rows.map((row) => [...toCells(row, locale), row.from, row.codes.join("、")]),
    },
    {
      sheetName: label("import-kind/groups", locale),
      headers: [...listGroupHeaders(locale), ...more],
      rows: groups.map(({ name, placeName, one, members, from, territory }) => [
        name,
        placeName,
        names.write(one.post),
        members.map(({ post }) => names.write(post)).join("、"),
        from,
        territory,
      ]),
    },
  ];
}

export const composeDirectory = (input: {
  readonly placeName: string;
  readonly asOf: PlainDate;
  readonly rows: readonly DirectoryRow[];
  readonly groups: readonly LiaisonGroup[];
}): Promise<Uint8Array> => {
  const shares = [26, 12, 9, 25, 18, 15, 15, 6];
  const centred = ["kind", "name", "office-phone", "mobile", "load"];
  const nameOf = ({ name, unit, officePhone }: LiaisonGroup["one"]) =>
    [name ?? "（空缺）", unit, officePhone ?? ""].filter((part) => part !== "").join(" ");
  const groups =
    input.groups.length === 0
      ? []
      : [
          heading(`“1+N”联络群（${input.groups.length} 个）`),
          table(
            listGroupHeaders("zh-CN").map((text, at) => ({ title: text, share: [22, 20, 26, 58][at] ?? 20 })),
            input.groups.map((group) => [
              group.name,
              group.placeName,
              nameOf(group.one),
              group.members.map(({ name }) => name ?? "（空缺）").join("、"),
            ]),
            landscapeWidth,
          ),
        ];
  return pack(
    [
      title("食品安全工作通讯录"),
      underTitle(`（${input.placeName}，截至 ${input.asOf}，共 ${input.rows.length} 人次）`),
      table(
        columns.map((column, at) => ({
          title: label(`directory/${column}`, "zh-CN"),
          share: shares[at] ?? 10,
          center: centred.includes(column),
        })),
        input.rows.map((row) => toCells(row, "zh-CN").map((cell) => String(cell ?? ""))),
        landscapeWidth,
      ),
      ...groups,
    ],
    { titled: "食品安全工作通讯录", landscape: true },
  );
};
