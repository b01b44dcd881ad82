// Parts of a run that several steps need: the mapping of its columns, and what is kept with a row.
import { type ImportMapping, ok, type Problem, type Result, refuseAll, type SheetRow } from "@shian/domain";
import * as z from "zod";
import type { SpreadsheetInspection } from "../../documents/read-spreadsheet.js";
import type { Keyring } from "../../storage/keyring.js";
import type { ImportKindHandler, StoredWriting, WrittenRow } from "./import-kind.js";

/** What is kept with a row so that it can be decided, applied and given back: its sealed cells, and a decision. */
export const RowPlan = z.strictObject({
  /** Lists are of an earlier version, which did not seal. */
  cells: z.union([z.string(), z.array(z.string())]),
  kinds: z.string().nullable(),
  decision: z
    .discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("create") }),
      z.strictObject({ kind: z.literal("update"), target: z.string() }),
      z.strictObject({ kind: z.literal("refuse") }),
    ])
    .nullable(),
});

const SEALED_AS = "import-row.cells";
const Cells = z.array(z.string());

/** What applying a row wrote, as it is kept: the contact's former number is sealed. */
export const WritingShape: z.ZodType<StoredWriting> = z.strictObject({
  id: z.string(),
  what: z.enum(["created", "updated"]),
  version: z.int(),
  at: z.string(),
  before: z.unknown(),
  /** Absent where the number was not changed, null where there was none. */
  contact: z.string().nullable().optional(),
});

export const CONTACT_BEFORE = "import-row.contact";

/** What applying the row wrote, ready to be kept. */
export const toStoredWriting = (
  keyring: Keyring,
  { id, what, version, before, contact }: WrittenRow,
  at: string,
): StoredWriting => ({
  id,
  what,
  version,
  at,
  before,
  ...(contact === undefined
    ? {}
    : { contact: contact === null ? null : keyring.seal(contact, CONTACT_BEFORE) }),
});

/** The cells of a row as they are kept: a file may hold personal data in any column. */
export const sealCells = (keyring: Keyring, cells: readonly string[]): string =>
  keyring.seal(JSON.stringify(cells), SEALED_AS);

/** The cells of a row as they were read. */
export function openCells(keyring: Keyring, plan: unknown): Pick<SheetRow, "cells" | "kinds"> {
  const { cells, kinds } = RowPlan.parse(plan);
  return {
    cells: typeof cells === "string" ? Cells.parse(JSON.parse(keyring.unseal(cells, SEALED_AS))) : cells,
    kinds,
  };
}

/**
 * Header → field for every column of the file: the guess, where the person did not say otherwise. A header that the
 * file lacks, or a field that the kind lacks, is refused by name.
 */
export function guessColumns(
  handler: ImportKindHandler,
  inspection: SpreadsheetInspection,
  corrections: ImportMapping,
): Result<ImportMapping> {
  const { headers } = inspection;
  const problems: Problem[] = [];
  for (const [header, field] of Object.entries(corrections)) {
    if (!headers.includes(header)) problems.push({ code: "import/unknown-header", params: { header } });
    if (field !== null && !handler.fields.includes(field))
      problems.push({ code: "import/unknown-field", params: { field, fields: handler.fields.join(", ") } });
  }
  if (problems.length > 0) return refuseAll(problems);
  const sample = inspection.sample.map((row) => [...row.cells]);
  const guesses = handler.guess({ headers, sample });
  const given = new Set(Object.values(corrections));
  return ok(
    Object.fromEntries(
      headers.map((header, column) => {
        if (Object.hasOwn(corrections, header)) return [header, corrections[header] ?? null];
        const field = guesses[column]?.field ?? null;
        return [header, given.has(field) ? null : field];
      }),
    ),
  );
}
