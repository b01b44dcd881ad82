// Takes in an uploaded file as it is; what it holds is looked at later, in a thread with limits.
import { createHash } from "node:crypto";
import type { Deps } from "../../deps.js";
import { saveImportFile } from "./import-file.repo.js";

/** Name of the file without folders and control characters, at most 200 characters. */
function toFileName(text: string): string {
  const name = text.split(/[\\/]/).at(-1) ?? "";
  const printable = [...name]
    .filter((character) => !/\p{C}/u.test(character))
    .join("")
    .trim();
  return printable === "" ? "file" : printable.slice(-200);
}

/** Keeps the bytes and gives the id by which an import names them. */
export async function keepFile(
  deps: Deps,
  { name, content }: { readonly name: string; readonly content: Uint8Array },
): Promise<{ readonly fileId: string; readonly fileName: string; readonly size: number }> {
  const file = {
    id: deps.newId(),
    name: toFileName(name),
    size: content.byteLength,
    sha256: createHash("sha256").update(content).digest("hex"),
    createdAt: deps.clock().toISOString(),
    content,
  };
  await saveImportFile(deps.database.db, file);
  return { fileId: file.id, fileName: file.name, size: file.size };
}
