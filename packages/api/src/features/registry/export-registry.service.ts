// The register as a file: exactly the establishments that the filter keeps, in the columns of the product's template,
// so that what goes out can come in again. Telephone numbers of contacts go out masked, which changes nothing coming in,
// unless they are asked for in clear.
import {
  type FindContactMobile,
  formatPlace,
  label,
  listTemplateHeaders,
  type OperationArguments,
  ok,
  operations,
  type RegisterField,
  type Result,
  refuse,
  registerFields,
} from "@shian/domain";
import type { Call } from "../../deps.js";
import { type ExportCell, writeCsv, writeXlsx } from "../../documents/write-spreadsheet.js";
import type { DownloadFile } from "../import/error-file.service.js";
import { listShownContacts } from "../personal/phones.service.js";
import type { Picture, PictureEstablishment } from "../picture/picture.js";
import { readFlagNames } from "./attention.service.js";
import { findEstablishments } from "./registry.service.js";

/** Names of the places above by the columns that hold them. */
const placeLengths: { readonly [field: string]: number } = {
  province: 2,
  city: 4,
  county: 6,
  township: 9,
  village: 12,
};

const foodLicences: ReadonlySet<string> = new Set(["production", "operation"]);

type Showing = {
  readonly call: Call;
  readonly picture: Picture;
  readonly showContact: FindContactMobile;
  readonly nameFlag: (code: string) => string;
};

function toCell(
  { call, picture, showContact, nameFlag }: Showing,
  one: PictureEstablishment,
  field: RegisterField,
): ExportCell {
  const { facts } = one;
  const level = placeLengths[field];
  if (level !== undefined) {
    if (facts.place === null || facts.place.length < level) return null;
    const code = facts.place.slice(0, level);
    return picture.tree.find(code)?.name ?? formatPlace({ code, tree: picture.tree });
  }
  switch (field) {
    case "contactMobile":
      return showContact(facts.id);
    case "placeCode":
      return facts.place;
    case "form":
      return facts.form === null ? null : label(`form/${facts.form}`, call.locale);
    case "size":
      return facts.size === null ? null : label(`size/${facts.size}`, call.locale);
    case "state":
      return label(`state/${one.state}`, call.locale);
    case "attention":
      return facts.attention.map(nameFlag).join("、");
    case "registrationNumber":
      return facts.furtherLicences.find(({ kind }) => !foodLicences.has(kind))?.number ?? null;
    case "foodSafetyOfficers":
      return facts.foodSafetyOfficers.join("、");
    default: {
      const value = (facts as { readonly [name: string]: unknown })[field];
      return typeof value === "string" || typeof value === "number" ? value : null;
    }
  }
}

/**
 * Numbers in clear leave only with somebody who might see each of them anyhow and has shown the second factor, never
 * with an API key. Whoever reaches part of the rows in another role is refused too: a file does not tell its rows apart.
 */
export function mayExportClear({ actor, roles }: Call): Result<true> {
  const { may } = operations["registry.unmask"];
  if (roles.length === 0 || !roles.every((role) => may.includes(role))) return refuse("access/no-role");
  const session = actor?.session;
  if (session === undefined || session.kind === "key" || session.secondFactorAt === null)
    return refuse("access/second-factor");
  return ok(true);
}

export async function exportRegistry(
  call: Call,
  input: Pick<OperationArguments<"registry.list">, "filter" | "asOf" | "knownOn"> & {
    readonly format: "xlsx" | "csv";
    /** Telephone numbers as they are, for whom `mayExportClear` lets. */
    readonly inClear: boolean;
  },
): Promise<Result<DownloadFile>> {
  const { inClear } = input;
  if (inClear) {
    const allowed = mayExportClear(call);
    if (!allowed.ok) return allowed;
  }
  const search = await findEstablishments(call, input);
  if (!search.ok) return search;
  const { picture, found } = search.value;
  const showing = {
    call,
    picture,
    showContact: await listShownContacts(call, { inClear }),
    nameFlag: await readFlagNames(call),
  };
  const rows = [...found]
    .sort((a, b) => (a.facts.sortKey < b.facts.sortKey ? -1 : 1))
    .map((one) => registerFields.map((field) => toCell(showing, one, field)));
  const sheetName = label("import-kind/registry", call.locale);
  const table = { sheetName, headers: listTemplateHeaders(call.locale), rows };
  const bytes = input.format === "xlsx" ? await writeXlsx(table) : await writeCsv(table);
  return ok({ name: `${sheetName}-${picture.asOf}.${input.format}`, bytes });
}
