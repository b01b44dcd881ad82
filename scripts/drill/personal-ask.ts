// How the drill of S9 asks: every query with every input it knows, page by page, and every file.
import type { ShianClient } from "../../packages/api/src/client/index.js";
import { composeInputs, type Known } from "../../packages/api/src/testing/compose-inputs.js";
import type { TestApp } from "../../packages/api/src/testing/create-test-app.js";
import type { Seeker } from "../../packages/api/src/testing/fake-numbers.js";
import { readAllRows } from "../../packages/api/src/testing/read-all-rows.js";
import { type OperationId, operations } from "../../packages/domain/src/index.js";
import type { MoreInputs } from "./personal-inputs.js";

const MOST_PAGES = 4;

/** What is asked about, and questions that no schema tells. */
export type Questions = { readonly known: Known; readonly more: MoreInputs };
export type Asked = { answers: number; refusals: number; readonly answered: Set<OperationId> };

const findQuestion = (client: ShianClient, id: OperationId) => {
  const [router = "", name = ""] = id.split(".");
  const procedure: unknown = Reflect.get(Reflect.get(client, router), name);
  const ask: unknown = Reflect.get(procedure as object, "query");
  return ask as (input: unknown) => Promise<{ next?: string | null }>;
};

/** Asks every query as this person and lets the seeker read what comes back, pages and errors too. */
export async function askEverything(
  client: ShianClient,
  { known, more }: Questions,
  seeker: Seeker,
  asked: Asked,
  who: string,
) {
  for (const id of Object.keys(operations) as OperationId[]) {
    const operation = operations[id];
    if (operation.kind !== "query") continue;
    for (const input of [...composeInputs(operation.input, known), ...(more.get(id) ?? [])]) {
      let next: string | null | undefined;
      for (let page = 0; page < MOST_PAGES; page += 1) {
        try {
          const answer = await findQuestion(client, id)(next ? { ...input, cursor: next } : input);
          seeker.read(`${id} as ${who}`, JSON.stringify(answer));
          asked.answers += 1;
          asked.answered.add(id);
          next = answer?.next;
        } catch (error) {
          seeker.read(`refusal of ${id} as ${who}`, `${error} ${JSON.stringify(error)}`);
          asked.refusals += 1;
          next = null;
        }
        if (typeof next !== "string") break;
      }
    }
  }
}

const downloads = (run: string) =>
  ["xlsx", "csv"].flatMap((format) => [
    `/api/import/${run}/errors.${format}`,
    `/api/export/registry.${format}`,
    `/api/export/coverage.${format}`,
    `/api/templates/registry.${format}`,
    `/api/templates/officials.${format}`,
  ]);

/** Takes every file and gives how many there were for this person. */
export async function takeEverything(
  app: TestApp,
  token: string | undefined,
  known: Known,
  seeker: Seeker,
  who: string,
) {
  let taken = 0;
  for (const path of downloads(known.run)) {
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const response = await app.app.request(`http://localhost${path}`, { headers });
    const bytes = new Uint8Array(await response.arrayBuffer());
    const isSheet = response.ok && path.endsWith(".xlsx");
    const text = isSheet ? JSON.stringify(await readAllRows(bytes)) : new TextDecoder().decode(bytes);
    seeker.read(`${path} as ${who}`, text);
    if (response.ok) taken += 1;
  }
  return taken;
}
