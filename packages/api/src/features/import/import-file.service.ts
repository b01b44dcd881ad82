// Takes in an uploaded file as it is, sealed, since any column may hold personal data; what it holds is looked at later,
// in a thread with limits.
import { createHash } from "node:crypto";
import type { Call, Deps } from "../../deps.js";
import type { Db } from "../../storage/database.js";
import { findBytesKey } from "../../storage/keyring.js";
import { findImportFile, type ImportFile, saveImportFile } from "./import-file.repo.js";

/** Name of the file without folders and control characters, at most 200 characters. */
function toFileName(text: string): string {
  const name = text.split(/[\\/]/).at(-1) ?? "";
  const printable = [...name]
    .filter((character) => !/\p{C}/u.test(character))
    .join("")
    .trim();
  return printable === "" ? "file" : printable.slice(-200);
}

const SEALED_AS = "import-file.content";

/** Keeps the bytes and gives the id by which an import names them. */
export async function keepFile(
  { deps, actor, now }: Call,
  { name, content }: { readonly name: string; readonly content: Uint8Array },
): Promise<{ readonly fileId: string; readonly fileName: string; readonly size: number }> {
  const file = {
    id: deps.newId(),
    name: toFileName(name),
    size: content.byteLength,
    sha256: createHash("sha256").update(content).digest("hex"),
    uploadedBy: actor?.personId ?? null,
    createdAt: now,
    content: deps.keyring.sealBytes(content, SEALED_AS),
  };
  await saveImportFile(deps.database.db, file);
  return { fileId: file.id, fileName: file.name, size: file.size };
}

/** Whether who asks brought a file of that id, as far as the database shows it to them. */
export async function findOwnFile({ db, actor }: Call, fileId: string): Promise<boolean> {
  const file = await findImportFile(db, fileId);
  return file !== undefined && file.uploadedBy === (actor?.personId ?? null);
}

/** An uploaded file with the bytes that were taken in; undefined when there is none with the id. */
export async function openFile(
  { keyring }: Deps,
  db: Db,
  fileId: string,
): Promise<(ImportFile & { readonly content: Uint8Array }) | undefined> {
  const file = await findImportFile(db, fileId);
  if (file === undefined) return undefined;
  const { content } = file;
  // An earlier version did not seal.
  return findBytesKey(content) === undefined
    ? file
    : { ...file, content: keyring.unsealBytes(content, SEALED_AS) };
}
