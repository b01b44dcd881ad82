// The people of a load, in a process of their own so that their work does not count as the server's:
// `load-people.ts URL SECONDS WARM-UP` reads the people from the standard input and writes what they met to the standard
// output: those seconds of warm-up first, in which views are made and code is compiled, then the seconds that count.
import { text } from "node:stream/consumers";
import { checklistForForm } from "@shian/domain";
import { createClient, type ShianClient, toProblems } from "../../client/index.js";
import { establishmentId, formOf, loadToday, officialFor } from "./fill-office.js";

/** Somebody with a session; writers get establishments of their own, by number. */
export type LoadPerson = { readonly token: string; readonly role: string; readonly own: readonly number[] };
/** Milliseconds of each kind of question, during the warm-up and after, and how often each failure's reason was given. */
export type Met = {
  readonly warmUp: Record<string, number[]>;
  readonly times: Record<string, number[]>;
  readonly failures: Record<string, number>;
};

const THINK_MS = 1000;
const [url = "", seconds = "60", warmUp = "0"] = process.argv.slice(2);
const met: Met = { warmUp: {}, times: {}, failures: {} };
const countsFrom = performance.now() + Number(warmUp) * 1000;
const words = ["望江", "火锅", "老槐", "3号", "王", "lhs", "云汀", "便利店77"];

async function measure(kind: string, ask: () => Promise<unknown>): Promise<void> {
  const started = performance.now();
  try {
    await ask();
    const into = started < countsFrom ? met.warmUp : met.times;
    into[kind] = [...(into[kind] ?? []), performance.now() - started];
  } catch (error) {
    const [told] = toProblems(error);
    const reason = `${kind} ${told?.code} ${JSON.stringify(told?.params)}`;
    met.failures[reason] = (met.failures[reason] ?? 0) + 1;
  }
}

async function correct(client: ShianClient, id: string, txId: string): Promise<void> {
  let version = 0;
  await measure("get", async () => {
    version = (await client.registry.get.query({ id })).establishment.version;
  });
  const changes = { address: txId };
  await measure("write", () => client.registry.correct.mutate({ txId, id, version, changes }));
}

const submit = (client: ShianClient, index: number, txId: string) =>
  measure("write", () => {
    const checklist = checklistForForm({ form: formOf(index) });
    return client.visit.submit.mutate({
      txId,
      establishment: establishmentId(index),
      official: officialFor(index),
      madeOn: loadToday as never,
      mode: "on-site",
      checklist: checklist.id,
      answers: checklist.items.map(({ id }) => ({ item: id, answer: "yes" as const })),
    });
  });

async function work(person: LoadPerson, number: number, until: number): Promise<void> {
  const client = createClient({ url, locale: "zh-CN", headers: { authorization: `Bearer ${person.token}` } });
  await new Promise((resolve) => setTimeout(resolve, (number * THINK_MS) / 50));
  let cursor: string | undefined;
  // A liaison looks at what the list showed, as a person would; the others at establishments of their own.
  let shown: readonly string[] = [];
  for (let turn = 0; performance.now() < until; turn += 1) {
    const step = (turn + number) % 10;
    const index = person.own[turn % Math.max(1, person.own.length)] ?? 0;
    const txId = `load-${number}-${turn}-${Date.now()}`;
    if (step < 3)
      await measure("list", async () => {
        const page = await client.registry.list.query({ filter: {}, cursor, limit: 50 });
        cursor = page.next ?? undefined;
        shown = page.rows.map(({ id }) => id);
      });
    else if (step < 5)
      await measure("search", () =>
        client.search.everything.query({ text: words[turn % words.length] ?? "王" }),
      );
    else if (step === 5) await measure("coverage", () => client.coverage.measure.query({ officials: false }));
    else if (step === 6) await measure("overview", () => client.overview.get.query({}));
    else if (step === 7 && (person.role !== "liaison" || shown.length > 0))
      await measure("get", () =>
        client.registry.get.query({
          id: person.role === "liaison" ? (shown[0] ?? "") : establishmentId(index),
        }),
      );
    else if (person.role === "office" && step === 8) await correct(client, establishmentId(index), txId);
    else if (person.role === "office" || person.role === "official") await submit(client, index, txId);
    else await measure("list", () => client.registry.list.query({ filter: {}, limit: 50 }));
    await new Promise((resolve) => setTimeout(resolve, THINK_MS));
  }
}

const people = JSON.parse(await text(process.stdin)) as readonly LoadPerson[];
const until = countsFrom + Number(seconds) * 1000;
await Promise.all(people.map((person, number) => work(person, number, until)));
process.stdout.write(JSON.stringify(met));
