// The register as a file: exactly the establishments that the filter keeps, in the columns of the product's template,
// so that what goes out can come in again.
import {
  formatPlace,
  label,
  listTemplateHeaders,
  type OperationArguments,
  ok,
  type RegisterField,
  type Result,
  registerFields,
} from "@shian/domain";
import type { Call } from "../../deps.js";
import { type ExportCell, writeCsv, writeXlsx } from "../../documents/write-spreadsheet.js";
import type { DownloadFile } from "../import/error-file.service.js";
import type { Picture, PictureEstablishment } from "../picture/picture.js";
import { findEstablishments } from "./registry.service.js";

/** Names of the places above by the columns that hold them. */
const placeLengths: { readonly [field: string]: number } = {
  province: 2,
  city: 4,
  county: 6,
  township: 9,
  village: 12,
};

function toCell(call: Call, picture: Picture, one: PictureEstablishment, field: RegisterField): ExportCell {
  const { facts } = one;
  const level = placeLengths[field];
  if (level !== undefined) {
    if (facts.place === null || facts.place.length < level) return null;
    const code = facts.place.slice(0, level);
    return picture.tree.find(code)?.name ?? formatPlace({ code, tree: picture.tree });
  }
  switch (field) {
    case "placeCode":
      return facts.place;
    case "form":
      return facts.form === null ? null : label(`form/${facts.form}`, call.locale);
    case "size":
      return facts.size === null ? null : label(`size/${facts.size}`, call.locale);
    case "state":
      return label(`state/${one.state}`, call.locale);
    case "attention":
      return facts.attention.map((flag) => label(`attention/${flag}`, call.locale)).join("、");
    case "foodSafetyOfficers":
      return facts.foodSafetyOfficers.join("、");
    default: {
      const value = (facts as { readonly [name: string]: unknown })[field];
      return typeof value === "string" || typeof value === "number" ? value : null;
    }
  }
}

export async function exportRegistry(
  call: Call,
  input: Pick<OperationArguments<"registry.list">, "filter" | "asOf"> & { readonly format: "xlsx" | "csv" },
): Promise<Result<DownloadFile>> {
  const search = await findEstablishments(call, input);
  if (!search.ok) return search;
  const { picture, found } = search.value;
  const rows = [...found]
    .sort((a, b) => (a.facts.sortKey < b.facts.sortKey ? -1 : 1))
    .map((one) => registerFields.map((field) => toCell(call, picture, one, field)));
  const sheetName = label("import-kind/registry", call.locale);
  const table = { sheetName, headers: listTemplateHeaders(call.locale), rows };
  const bytes = input.format === "xlsx" ? await writeXlsx(table) : await writeCsv(table);
  return ok({ name: `${sheetName}-${picture.asOf}.${input.format}`, bytes });
}
