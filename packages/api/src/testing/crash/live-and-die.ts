// One life of a demonstration's server under the drill of R1: started, worked on by people at once, and killed without a
// word. What it acknowledged before is what must still be there afterwards.
import { type ChildProcess, spawn } from "node:child_process";
import { randomInt, randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import { checklistForForm, toPlainDate } from "@shian/domain";
import { type ClientOptions, createClient, type ShianClient, uploadFile } from "../../client/index.js";
import { toCsv } from "./register-file.js";

const entry = fileURLToPath(new URL("../../server.ts", import.meta.url));
const CORRECTORS = 3;
const VISITORS = 2;

/** Where the server keeps its data, and the token of an office person once there was a sign-in. */
export type Office = {
  readonly folder: string;
  readonly databaseUrl: string | undefined;
  token: string | undefined;
};

/** What was acknowledged: a change by its id, or an import by the number of its file. */
export type Acknowledged = { readonly tx: string } | { readonly imported: number };

function startServer({ folder, databaseUrl }: Office): ChildProcess {
  return spawn(process.execPath, ["--import", "tsx", "--conditions=@shian/source", entry], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl ?? "",
      PORT: "0",
      SHIAN_DATA: folder,
      SHIAN_MODE: "demo",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** Its address once it is ready; undefined when it was killed before. */
function readUrl(child: ChildProcess): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    let told = "";
    let complaint = "";
    child.stdout?.on("data", (chunk) => {
      told += chunk;
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(told)?.[0];
      if (url !== undefined) resolve(url);
    });
    child.stderr?.on("data", (chunk) => {
      complaint += chunk;
    });
    child.once("close", (code, signal) => {
      if (signal === "SIGKILL") resolve(undefined);
      else reject(new Error(`the server ended with ${code}: ${complaint.slice(-2000)}`));
    });
  });
}

async function signIn(office: Office, url: string): Promise<string> {
  if (office.token !== undefined) return office.token;
  const visitor = createClient({ url });
  const { demonstrationPeople } = await visitor.session.current.query({});
  const person = demonstrationPeople.find(({ role }) => role === "office")?.id ?? "";
  const txId = `crash-${randomUUID()}`;
  const answer = await visitor.session.enterDemonstration.mutate({ txId, person, carry: "token" });
  if (answer.state !== "signed-in" || answer.token === null) throw new Error("the demonstration is closed");
  office.token = answer.token;
  return answer.token;
}

type Desk = {
  readonly client: ShianClient;
  readonly options: ClientOptions;
  readonly ids: readonly string[];
  tell(done: Acknowledged): void;
};

/** Corrects one of the desk's own establishments after the other; nobody else writes those. */
async function correct({ client, ids, tell }: Desk, at: number): Promise<void> {
  for (let turn = 0; ; turn += 1) {
    const id = ids[(at + turn * CORRECTORS) % ids.length] ?? "";
    const { version } = (await client.registry.get.query({ id })).establishment;
    const tx = `crash-${randomUUID()}`;
    await client.registry.correct.mutate({ txId: tx, id, version, changes: { address: tx } });
    tell({ tx });
  }
}

async function visit({ client, ids, tell }: Desk, at: number): Promise<void> {
  for (let turn = at; ; turn += VISITORS) {
    const { establishment, official } = await client.registry.get.query({ id: ids[turn % ids.length] ?? "" });
    if (official?.id == null) continue;
    const checklist = checklistForForm({ form: establishment.form });
    const tx = `crash-${randomUUID()}`;
    await client.visit.submit.mutate({
      txId: tx,
      establishment: establishment.id,
      official: official.id,
      madeOn: toPlainDate(new Date().toISOString().slice(0, 10)),
      mode: "on-site",
      checklist: checklist.id,
      answers: checklist.items.map(({ id }) => ({ item: id, answer: "yes" as const })),
    });
    tell({ tx });
  }
}

/** Brings in one file of new establishments, preview and all; an import of a life before may still be under way. */
async function bringIn({ client, options, tell }: Desk, number: number): Promise<void> {
  const content = new TextEncoder().encode(toCsv(number));
  const { fileId } = await uploadFile(options, { name: `crash-${number}.csv`, content });
  const waitFor = async (runId: string, status: string) => {
    while ((await client.import.run.query({ runId })).status !== status)
      await new Promise((resolve) => setTimeout(resolve, 20));
  };
  const txId = `crash-${randomUUID()}`;
  const { runId } = await client.import.preview.mutate({ txId, fileId, kind: "registry" });
  await waitFor(runId, "previewed");
  const tx = `crash-${randomUUID()}`;
  await client.import.apply.mutate({ txId: tx, runId });
  tell({ tx });
  await waitFor(runId, "applied");
  tell({ imported: number });
}

/**
 * Starts the server, works on it and kills it: `beforeReady` while it brings up its schema and loads the city, else at a
 * random moment of its work. Resolves when the process is gone.
 */
export async function liveAndDie(
  office: Office,
  { number, beforeReady }: { readonly number: number; readonly beforeReady: boolean },
  tell: (done: Acknowledged) => void,
): Promise<void> {
  const child = startServer(office);
  const gone = new Promise((resolve) => child.once("close", resolve));
  if (beforeReady) setTimeout(() => child.kill("SIGKILL"), randomInt(500, 5000));
  const url = await readUrl(child);
  if (url !== undefined) {
    try {
      const options = { url, headers: { authorization: `Bearer ${await signIn(office, url)}` } };
      const client = createClient(options);
      const { rows } = await client.registry.list.query({ filter: {}, limit: 60 });
      const desk: Desk = { client, options, ids: rows.map(({ id }) => id), tell };
      setTimeout(() => child.kill("SIGKILL"), randomInt(50, 5000));
      const work = [
        ...Array.from({ length: CORRECTORS }, (_, at) => correct(desk, at)),
        ...Array.from({ length: VISITORS }, (_, at) => visit(desk, at)),
        bringIn(desk, number),
      ];
      await Promise.allSettled(work);
    } catch (error) {
      // Killed while somebody signed in; any other reason is a fault of the product.
      if (!child.killed) throw error;
    }
  }
  await gone;
}
