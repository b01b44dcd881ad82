// Sends one question of the matrix as the wire has it, and reads the answer whole.
import type { Hono } from "hono";
import PizZip from "pizzip";

export type Answer = { readonly status: number; readonly text: string; readonly refused: boolean };

/** How a question travels. */
export type Sending = {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly body?: string | undefined;
  readonly type?: string | undefined;
  readonly token: string | undefined;
};

/** A stream that has told nothing for so long has told all that it knows. */
const SILENCE = 400;

async function readText(response: Response, isStream: boolean): Promise<string> {
  if (!isStream || response.body === null) return response.text();
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (;;) {
    const silence = new Promise<undefined>((resolve) => {
      setTimeout(resolve, SILENCE, undefined);
    });
    const step = await Promise.race([reader.read(), silence]);
    if (step === undefined || step.done) break;
    text += decoder.decode(step.value, { stream: true });
  }
  await reader.cancel();
  return text;
}

/** What stands in the parts of a Word document, a spreadsheet or an archive of them: packed nothing would be found. */
function readArchive(content: ArrayBuffer | Uint8Array): string {
  return Object.values(new PizZip(new Uint8Array(content)).files)
    .map((file) =>
      /\.(docx|xlsx)$/.test(file.name) ? readArchive(file.asUint8Array()) : `${file.name} ${file.asText()}`,
    )
    .join("\n");
}

/** When a document was made differs from one asking to the next, whatever it says. */
const madeAt = /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g;

/** The answer of the application. */
export async function ask(app: Hono, { method, path, body, type, token }: Sending): Promise<Answer> {
  const response = await app.request(`http://localhost${path}`, {
    method,
    headers: {
      "x-shian": "1",
      ...(type === undefined ? {} : { "content-type": type }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body }),
  });
  const isStream = response.headers.get("content-type")?.startsWith("text/event-stream") === true;
  const isArchive = /officedocument|\/zip/.test(response.headers.get("content-type") ?? "");
  const text = isArchive
    ? readArchive(await response.arrayBuffer()).replaceAll(madeAt, "$1")
    : await readText(response, isStream);
  return {
    status: response.status,
    text,
    refused: response.status >= 400 || (isStream && text.includes('"problems"')),
  };
}
