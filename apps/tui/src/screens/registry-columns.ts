import { label } from "@shian/domain";
import type { Column } from "../components/columns.js";
import { span } from "../components/line.js";
import { dutySpan, formatPlaceCell, gradeSpan, type RegistryRow, riskSpan } from "./format-values.js";
import type { ScreenContext } from "./screen.js";

/** What the list tells of each establishment. */
export function createRegistryColumns({ t, locale, glyphs }: ScreenContext): readonly Column<RegistryRow>[] {
  return [
    {
      id: "name",
      title: t("column.establishment"),
      least: 24,
      grow: 3,
      most: 44,
      rank: 9,
      cell: (row) => row.name,
    },
    { id: "grade", title: t("column.grade"), least: 5, rank: 8, cell: (row) => gradeSpan(row.grade) },
    { id: "risk", title: t("column.risk"), least: 6, rank: 5, cell: (row) => riskSpan(row.riskGrade) },
    {
      id: "place",
      title: t("column.place"),
      least: 10,
      grow: 2,
      most: 26,
      rank: 4,
      cell: (row, width) => formatPlaceCell(row.placeName, width),
    },
    {
      id: "official",
      title: t("column.official"),
      least: 8,
      rank: 6,
      cell: (row) =>
        row.official
          ? row.official.name
          : row.state === "active"
            ? span(t("word.nobody"), "overdue")
            : span("-", "quiet"),
    },
    {
      id: "duty",
      title: t("column.visit"),
      least: 12,
      rank: 7,
      cell: (row) => dutySpan(row.duty, t, glyphs),
    },
    {
      id: "form",
      title: t("column.form"),
      least: 14,
      rank: 3,
      cell: (row) => (row.form === null ? span("-", "quiet") : label(`form/${row.form}`, locale)),
    },
    {
      id: "code",
      title: t("column.creditCode"),
      least: 18,
      rank: 2,
      cell: (row) => row.creditCode ?? span("-", "quiet"),
    },
    {
      id: "state",
      title: t("column.state"),
      least: 8,
      rank: 1,
      cell: (row) => label(`state/${row.state}`, locale),
    },
  ];
}
