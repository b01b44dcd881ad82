// Writes one row of a list in the columns of a layout: values in the other system's words where the layout has them,
// days in its form. Nothing is made up: a value without a word of theirs goes out in ours.
// Source: issue "Third", export layouts (certain).
import type { LayoutColumn } from "./layout.schema.js";
import { type DateFormat, type LayoutField, type LayoutKind, layoutFields } from "./layout-fields.data.js";

/** A value of a list before it is written; days as `YYYY-MM-DD`, codes as we have them. */
export type LayoutValue = string | number | null | undefined;

/**
 * A plain date in a layout's form; any other text as it is.
 *
 * @example
 * formatLayoutDate("2026-03-01", "YYYY年M月D日"); // => "2026年3月1日"
 * formatLayoutDate("2026-03-01", "YYYYMMDD"); // => "20260301"
 */
export function formatLayoutDate(day: string, format: DateFormat): string {
  const [year = "", month = "", date = ""] = day.split("-");
  if (format === "YYYY年M月D日") return `${year}年${Number(month)}月${Number(date)}日`;
  return format.replace("YYYY", year).replace("MM", month).replace("DD", date);
}

/** How rows of one layout are written; made once for a whole file. */
export function createLayoutWriter({
  kind,
  columns,
  dateFormat,
  label,
}: {
  readonly kind: LayoutKind;
  readonly columns: readonly LayoutColumn[];
  readonly dateFormat: DateFormat;
  /** Our word for a value of a code, by its key; undefined where it has none. */
  readonly label: (key: string) => string | undefined;
}): (values: { readonly [field: string]: LayoutValue }) => readonly (string | number | null)[] {
  const fields = new Map(layoutFields[kind].map((field) => [field.id, field]));
  const plan = columns.map((column) => ({
    ...column,
    known: column.field === null ? undefined : fields.get(column.field),
  }));
  return (values) =>
    plan.map(({ field, fixed, codes, known }) => {
      if (field === null) return fixed ?? null;
      const value = values[field] ?? null;
      if (value === null || known === undefined) return value;
      return toCell(known, value, codes, dateFormat, label);
    });
}

function toCell(
  known: LayoutField,
  value: string | number,
  codes: LayoutColumn["codes"],
  dateFormat: DateFormat,
  label: (key: string) => string | undefined,
): string | number {
  if (known.type === "date") return formatLayoutDate(String(value), dateFormat);
  if (known.type !== "code") return value;
  const theirs = codes !== undefined && Object.hasOwn(codes, value) ? codes[value] : undefined;
  return theirs ?? label(`${known.prefix}/${value}`) ?? value;
}
