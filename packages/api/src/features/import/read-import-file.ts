// Reads an uploaded file in a thread of its own, with the columns of its kind recognised.
import type { ImportKind, Result, SheetRow } from "@shian/domain";
import type { Call, Deps } from "../../deps.js";
import { dutyImport } from "./duty-import.js";
import { groupImport } from "./group-import.js";
import type { ImportKindHandler } from "./import-kind.js";
import { officialImport } from "./official-import.js";
import { inspectSheet, type OpenedFile, readSheet } from "./read-file.js";
import { registryImport } from "./registry-import.js";
import { territoryImport } from "./territory-import.js";

const handlers: { readonly [Kind in ImportKind]: ImportKindHandler } = {
  registry: registryImport,
  territories: territoryImport,
  officials: officialImport,
  duties: dutyImport,
  groups: groupImport,
};

export const findHandler = (kind: ImportKind): ImportKindHandler => handlers[kind];

/** What the file looks like: where its header is and what stands below it. */
export const inspectFile = (
  call: Pick<Call, "db" | "deps">,
  fileId: string,
  kind: ImportKind,
): Promise<Result<OpenedFile>> => inspectSheet(call, fileId, findHandler(kind).recognise);

/** The whole file; `onProgress` hears how many rows have been read so far. */
export const readFile = (
  deps: Deps,
  fileId: string,
  kind: ImportKind,
  onProgress?: (rows: number) => Promise<void>,
): Promise<Result<OpenedFile & { readonly rows: readonly SheetRow[] }>> =>
  readSheet(deps, fileId, findHandler(kind).recognise, onProgress);
