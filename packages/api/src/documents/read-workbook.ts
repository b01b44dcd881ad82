// The parts of an xlsx file that its sheets lean on: which sheets there are, the shared texts, and which cell styles
// show a number as a date. Read here and not by exceljs: its streaming reader breaks Chinese characters where two pieces
// of a file meet, and trusts the entries it meets on the way instead of the directory that was checked.
// Source: ECMA-376 part 1, clauses 12 and 18 (as written by Excel, WPS and LibreOffice).
import { StringDecoder } from "node:string_decoder";
import type { Archive } from "./open-archive.js";
import { createXmlScanner, readAttribute, type XmlListener } from "./scan-xml.js";
import { SpreadsheetRefusal } from "./spreadsheet-refusal.js";

/** A sheet a person can see; `path` is its part of the archive. */
export type WorkbookSheet = { readonly name: string; readonly path: string };

export type Workbook = {
  readonly sheets: readonly WorkbookSheet[];
  readonly sharedTexts: readonly string[];
  /** Whether the style with that index shows a number as a date. */
  readonly dateStyles: readonly boolean[];
  /** Days count from 1904 instead of 1900 (old Mac files). */
  readonly from1904: boolean;
};

/** Feeds one part of the archive to the listener; `onPiece` runs after each piece, so that rows can be handed on. */
export async function* scanPart(archive: Archive, path: string, listener: XmlListener): AsyncGenerator<void> {
  const decoder = new StringDecoder("utf8");
  const scan = createXmlScanner(listener);
  for await (const chunk of archive.read(path)) {
    scan(decoder.write(chunk));
    yield;
  }
  scan(decoder.end());
  scan(undefined);
}

async function scanWhole(archive: Archive, path: string, listener: XmlListener): Promise<void> {
  for await (const _ of scanPart(archive, path, listener));
}

const ignore = (): void => undefined;

/** Excel writes characters that XML cannot hold as `_x000D_`. */
export const decodeExcelText = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

/** Joins a target of a relationship to the folder of the part that names it. */
function resolvePart(folder: string, target: string): string {
  const parts = target.startsWith("/") || folder === "" ? [] : folder.split("/");
  for (const step of target.split("/")) {
    if (step === "..") parts.pop();
    else if (step !== "" && step !== ".") parts.push(step);
  }
  return parts.join("/");
}

async function readRelations(
  archive: Archive,
  folder: string,
  name: string,
): Promise<Map<string, { type: string; target: string }>> {
  const relations = new Map<string, { type: string; target: string }>();
  const path = `${folder === "" ? "" : `${folder}/`}_rels/${name}.rels`;
  if (!archive.names.includes(path)) return relations;
  await scanWhole(archive, path, {
    open: (tag, attributes) => {
      if (tag !== "Relationship") return;
      const id = readAttribute(attributes, "Id");
      const target = readAttribute(attributes, "Target");
      const type = readAttribute(attributes, "Type") ?? "";
      if (
        id !== undefined &&
        target !== undefined &&
        readAttribute(attributes, "TargetMode") !== "External"
      ) {
        relations.set(id, {
          type: type.slice(type.lastIndexOf("/") + 1),
          target: resolvePart(folder, target),
        });
      }
    },
    text: ignore,
    close: ignore,
  });
  return relations;
}

async function readSharedTexts(archive: Archive, path: string): Promise<string[]> {
  const texts: string[] = [];
  let text = "";
  let inText = false;
  // Readings above Chinese characters (rPh) are no part of the text.
  let inReading = false;
  await scanWhole(archive, path, {
    open: (tag) => {
      if (tag === "si") text = "";
      else if (tag === "t") inText = !inReading;
      else if (tag === "rPh") inReading = true;
    },
    text: (piece) => {
      if (inText) text += piece;
    },
    close: (tag) => {
      if (tag === "si") texts.push(decodeExcelText(text));
      else if (tag === "t") inText = false;
      else if (tag === "rPh") inReading = false;
    },
  });
  return texts;
}

// Built-in formats that show a date: 14–22, and the East Asian 27–36 and 50–58 of ECMA-376 18.8.30.
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** Whether a format code shows a day: it names a year or a day outside quotes, colours and escapes. */
export const isDateFormat = (code: string): boolean => {
  const [first = ""] = code.split(";");
  const bare = first.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*.|general/gi, "").replace(/s\.0+/gi, "s");
  return /[yd年日]/i.test(bare) && !/[0#?]/.test(bare);
};

async function readDateStyles(archive: Archive, path: string): Promise<boolean[]> {
  const custom = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inCellStyles = false;
  await scanWhole(archive, path, {
    open: (tag, attributes) => {
      if (tag === "numFmt") {
        custom.set(
          Number(readAttribute(attributes, "numFmtId")),
          isDateFormat(readAttribute(attributes, "formatCode") ?? ""),
        );
      } else if (tag === "cellXfs") {
        inCellStyles = true;
      } else if (tag === "xf" && inCellStyles) {
        const id = Number(readAttribute(attributes, "numFmtId") ?? 0);
        styles.push(custom.get(id) ?? isBuiltInDate(id));
      }
    },
    text: ignore,
    close: (tag) => {
      if (tag === "cellXfs") inCellStyles = false;
    },
  });
  return styles;
}

/** What the workbook's sheets lean on; throws `SpreadsheetRefusal` where the archive is no workbook. */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const top = await readRelations(archive, "", "");
  const named = [...top.values()].find((relation) => relation.type === "officeDocument")?.target;
  const path = named ?? "xl/workbook.xml";
  if (!archive.names.includes(path) || !path.endsWith(".xml")) {
    throw new SpreadsheetRefusal("spreadsheet/not-a-spreadsheet");
  }
  const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
  const relations = await readRelations(archive, folder, path.slice(path.lastIndexOf("/") + 1));
  const partOf = (type: string): string | undefined => {
    const target = [...relations.values()].find((relation) => relation.type === type)?.target;
    return target !== undefined && archive.names.includes(target) ? target : undefined;
  };
  const sheets: WorkbookSheet[] = [];
  let from1904 = false;
  await scanWhole(archive, path, {
    open: (tag, attributes) => {
      if (tag === "workbookPr") {
        const flag = readAttribute(attributes, "date1904");
        from1904 = flag === "1" || flag === "true";
      } else if (tag === "sheet") {
        const target = relations.get(readAttribute(attributes, "id") ?? "");
        const shown = (readAttribute(attributes, "state") ?? "visible") === "visible";
        if (shown && target?.type === "worksheet" && archive.names.includes(target.target)) {
          sheets.push({ name: readAttribute(attributes, "name") ?? "", path: target.target });
        }
      }
    },
    text: ignore,
    close: ignore,
  });
  if (sheets.length === 0) throw new SpreadsheetRefusal("spreadsheet/not-a-spreadsheet");
  const texts = partOf("sharedStrings");
  const styles = partOf("styles");
  return {
    sheets,
    sharedTexts: texts === undefined ? [] : await readSharedTexts(archive, texts),
    dateStyles: styles === undefined ? [] : await readDateStyles(archive, styles),
    from1904,
  };
}
