// The sheet that a command sends to the server: a file, or stdin for `-`, and which fields its columns are.
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { type ExitCode, exitCodes } from "../output/exit-code.js";
import type { ServerPort } from "../server-port.js";
import type { Call } from "./command.js";
import { toReadRefusal } from "./read-text-file.js";
import { reportMisuse, reportProblems } from "./report.js";

export type SourceFile = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> };
type Refused = { readonly ok: false; readonly exit: ExitCode };

async function readBytes(file: string, stdin: NodeJS.ReadStream): Promise<Uint8Array<ArrayBuffer>> {
  if (file !== "-") return new Uint8Array(await readFile(file));
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
  return new Uint8Array(Buffer.concat(chunks));
}

/** The file whole, or the exit code after saying why it cannot be read. */
export async function readSource(
  call: Call,
  file: string,
): Promise<{ readonly ok: true; readonly source: SourceFile } | Refused> {
  try {
    const bytes = await readBytes(file, call.stdin);
    return { ok: true, source: { name: file === "-" ? "stdin.csv" : basename(file), bytes } };
  } catch (error) {
    const { key, params } = toReadRefusal(file, error);
    return { ok: false, exit: reportMisuse(call, key, params) };
  }
}

/** The id under which the server keeps the file, or the exit code after saying why it does not take it. */
export async function sendSource(
  call: Call,
  server: ServerPort,
  source: SourceFile,
): Promise<{ readonly ok: true; readonly fileId: string } | Refused> {
  const uploaded = await server.upload(source);
  return uploaded.ok
    ? { ok: true, fileId: uploaded.value.fileId }
    : { ok: false, exit: reportProblems(call, uploaded.problems, exitCodes.misuse) };
}

/** `header=field`; an empty field leaves the column out. */
export function readMapping(call: Call): Record<string, string | null> | undefined {
  const pairs = call.options.get("map");
  if (pairs === undefined) return undefined;
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.lastIndexOf("=");
      const field = pair.slice(at + 1).trim();
      return [pair.slice(0, at).trim(), field === "" ? null : field];
    }),
  );
}
