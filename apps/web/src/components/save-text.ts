const BYTE_ORDER_MARK = "\uFEFF";

/** A cell as a line of a CSV file holds it; quoted when a mark of the format stands in it. */
const toCell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Rows as CSV that spreadsheets open with Chinese intact. */
export const toCsv = (rows: readonly (readonly string[])[]): string =>
  BYTE_ORDER_MARK + rows.map((row) => `${row.map(toCell).join(",")}\r\n`).join("");

/** Saves a text that the page made as a file. */
export function saveText(name: string, text: string, type = "text/csv;charset=utf-8"): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The download has begun by the next task; until then the address must hold.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
