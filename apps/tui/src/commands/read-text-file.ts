import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import type { ProblemParams } from "@shian/domain";
import type { TextKey } from "../text/zh-cn.js";

/** A sentence of this program that says why something could not be read. */
export type ReadRefusal = { readonly key: TextKey; readonly params: ProblemParams };

/** Why a file could not be read, as a sentence about the file. */
export function toReadRefusal(file: string, error: unknown): ReadRefusal {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT") return { key: "fail.noFile", params: { file } };
  if (code === "EISDIR") return { key: "fail.isFolder", params: { file } };
  return { key: "fail.read", params: { file, reason: code || String(error) } };
}

/** The JSON of a file in UTF-8 (a byte order mark is passed over), or why it is none. */
export async function readJsonFile(
  file: string,
): Promise<
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly refusal: ReadRefusal }
> {
  let text: string;
  try {
    text = new TextDecoder("utf-8").decode(await readFile(file));
  } catch (error) {
    return { ok: false, refusal: toReadRefusal(file, error) };
  }
  try {
    const value: unknown = JSON.parse(text);
    return { ok: true, value };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, refusal: { key: "fail.notJson", params: { file, reason } } };
  }
}

/**
 * The lines of a UTF-8 text without their line ends (LF or CRLF), read as a stream, so that a file of any size costs
 * little memory. A last line without a line end counts; an empty rest does not.
 */
export async function* readLines(source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8");
  let rest = "";
  const cut = (line: string) => (line.endsWith("\r") ? line.slice(0, -1) : line);
  for await (const chunk of source) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) yield cut(line);
  }
  rest += decoder.decode();
  if (rest !== "") yield cut(rest);
}

/** The bytes of a file, or of stdin for `-`. */
export const openBytes = (file: string, stdin: NodeJS.ReadStream): AsyncIterable<Uint8Array> =>
  file === "-" ? stdin : createReadStream(file, { highWaterMark: 256 * 1024 });
