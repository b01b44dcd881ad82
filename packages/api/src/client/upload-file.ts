import * as z from "zod";
import { type ClientOptions, toBase, toHeaders } from "./create-client.js";
import { toProblemsError } from "./to-problems.js";

const Uploaded = z.object({ fileId: z.string(), fileName: z.string(), size: z.int() });
/** An uploaded file as imports name it. */
export type Uploaded = z.infer<typeof Uploaded>;

/** Sends a file (at most 20 MiB) and gives its id. Throws an error that `toProblems` understands. */
export async function uploadFile(
  options: ClientOptions,
  file: { readonly name: string; readonly content: Blob | Uint8Array },
): Promise<Uploaded> {
  const send = options.fetch ?? fetch;
  const response = await send(`${toBase(options)}/api/files?name=${encodeURIComponent(file.name)}`, {
    method: "POST",
    headers: { ...toHeaders(options), "content-type": "application/octet-stream" },
    // Typed narrower than what `fetch` takes: bytes over any buffer.
    body: file.content as Blob | Uint8Array<ArrayBuffer>,
  });
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw toProblemsError(body);
  return Uploaded.parse(body);
}
