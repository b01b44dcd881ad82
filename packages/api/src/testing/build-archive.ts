// Archives for the tests of the readers, hostile ones too.

import type { Readable } from "node:stream";
import { buffer as collect } from "node:stream/consumers";
import yazl from "yazl";

/** A zip archive with the given parts, compressed. */
export async function buildArchive(parts: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, content] of Object.entries(parts)) {
    zip.addBuffer(typeof content === "string" ? Buffer.from(content) : content, name);
  }
  zip.end();
  return collect(zip.outputStream as unknown as Readable);
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

/** The parts of a workbook around hand-written sheets: name → the XML inside `<worksheet>`. */
export function toWorkbookParts(
  sheets: Readonly<Record<string, string>>,
  more: {
    readonly sharedTexts?: string;
    readonly styles?: string;
    readonly properties?: string;
    readonly hidden?: string;
  } = {},
): Record<string, string> {
  const names = Object.keys(sheets);
  const list = names.map((name, at) => {
    const state = more.hidden === name ? ' state="hidden"' : "";
    return `<sheet name="${name}" sheetId="${at + 1}"${state} r:id="rId${at + 1}"/>`;
  });
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const relations = names.map((_, at) =>
    relation(`rId${at + 1}`, "worksheet", `worksheets/sheet${at + 1}.xml`),
  );
  const parts: Record<string, string> = {
    "[Content_Types].xml": `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    "_rels/.rels": `${XML}<Relationships xmlns="${PACKAGE}">${relation("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${more.properties ?? ""}<sheets>${list.join("")}</sheets></workbook>`,
  };
  names.forEach((name, at) => {
    parts[`xl/worksheets/sheet${at + 1}.xml`] =
      `${XML}<worksheet xmlns="${MAIN}">${sheets[name]}</worksheet>`;
  });
  if (more.sharedTexts !== undefined) {
    parts["xl/sharedStrings.xml"] = `${XML}<sst xmlns="${MAIN}">${more.sharedTexts}</sst>`;
    relations.push(relation("rIdT", "sharedStrings", "sharedStrings.xml"));
  }
  if (more.styles !== undefined) {
    parts["xl/styles.xml"] = `${XML}<styleSheet xmlns="${MAIN}">${more.styles}</styleSheet>`;
    relations.push(relation("rIdS", "styles", "/xl/styles.xml"));
  }
  parts["xl/_rels/workbook.xml.rels"] =
    `${XML}<Relationships xmlns="${PACKAGE}">${relations.join("")}</Relationships>`;
  return parts;
}
