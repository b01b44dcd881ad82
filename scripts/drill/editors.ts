// Bar R4: lost edits. 50 editors send their own correction of one establishment with the version that all of them saw;
// in every round one is kept and the 49 others are told who was faster. Planted: editors who look up the present version
// before they send overwrite one another, and the judge must see it.

import { toProblems } from "../../packages/api/src/client/index.js";
import { saveSetting } from "../../packages/api/src/features/office/office-setting.service.js";
import { territorySetting } from "../../packages/api/src/features/office/office-territory.service.js";
import { insertEstablishments } from "../../packages/api/src/features/registry/registry.repo.js";
import type { Database } from "../../packages/api/src/storage/database.js";
import {
  createTestApp,
  type SignedIn,
  type TestApp,
} from "../../packages/api/src/testing/create-test-app.js";
import { makeFacts } from "../../packages/api/src/testing/make-facts.js";
import { bothEngines } from "../../packages/api/src/testing/test-engines.js";
import { toPlainDate } from "../../packages/domain/src/kernel/plain-date.js";

const EDITORS = 50;
const PLANTED_ROUNDS = 3;
const ID = "e1";
const NOW = "2026-11-24T04:00:00.000Z";

type Editor = { readonly name: string; readonly client: SignedIn["client"] };
/** What one editor was answered: that the correction stands, or the reason why not. */
type Answer = { readonly kept: boolean; readonly code: string; readonly who: string };

async function openOffice(database: Database): Promise<{ test: TestApp; editors: readonly Editor[] }> {
  await saveSetting(database.db, territorySetting, "990106", NOW);
  const facts = makeFacts({ place: "990106001001" });
  await insertEstablishments(
    database.db,
    [{ id: ID, facts, state: "active", stateSince: toPlainDate("2026-01-01") }],
    NOW,
  );
  const test = await createTestApp({ database });
  const editors: Editor[] = [];
  for (let n = 1; n <= EDITORS; n += 1) {
    const name = `编辑${n}`;
    const { client } = await test.clientAs({ role: "office", territory: "990106", name });
    editors.push({ name, client });
  }
  return { test, editors };
}

const readEstablishment = async (test: TestApp) =>
  (await test.client.registry.get.query({ id: ID })).establishment;

async function correct(test: TestApp, editor: Editor, version: number, round: number): Promise<Answer> {
  const changes = { address: `第${round}轮 ${editor.name}` };
  try {
    await editor.client.registry.correct.mutate({ txId: test.newTxId(), id: ID, version, changes });
    return { kept: true, code: "", who: "" };
  } catch (error) {
    const [told] = toProblems(error);
    return { kept: false, code: told?.code ?? "", who: String(told?.params?.who ?? "") };
  }
}

/** What is wrong with a round: undefined when one was kept, it is what the register says, and all others name it. */
function findFault(
  editors: readonly { readonly name: string }[],
  answers: readonly Answer[],
  round: number,
  address: string | null,
): string | undefined {
  const winners = editors.filter((_, at) => answers[at]?.kept === true);
  const [winner] = winners;
  if (winner === undefined || winners.length !== 1) return `${winners.length} were told that theirs is kept`;
  if (address !== `第${round}轮 ${winner.name}`) return `the register has ${address}, not the winner's`;
  const other = answers.find(
    ({ kept, code, who }) => !kept && (code !== "request/stale" || who !== winner.name),
  );
  return other === undefined ? undefined : `told ${other.code} by ${other.who}, not stale by ${winner.name}`;
}

/** Rounds in which every editor sends what was seen at their beginning. */
async function runRounds(test: TestApp, editors: readonly Editor[], rounds: number) {
  const faults: string[] = [];
  let { version } = await readEstablishment(test);
  for (let round = 1; round <= rounds; round += 1) {
    const seen = version;
    const answers = await Promise.all(editors.map((editor) => correct(test, editor, seen, round)));
    const after = await readEstablishment(test);
    const fault = findFault(editors, answers, round, after.address);
    if (fault !== undefined) faults.push(`round ${round}: ${fault}`);
    if (after.version !== seen + 1) faults.push(`round ${round}: version ${seen} became ${after.version}`);
    version = after.version;
  }
  return faults;
}

/** The same judge over editors who take whatever version is there: every one of them is kept. */
async function runPlanted(test: TestApp, editors: readonly Editor[]): Promise<number> {
  let caught = 0;
  for (let round = 1; round <= PLANTED_ROUNDS; round += 1) {
    const answers: Answer[] = [];
    for (const editor of editors)
      answers.push(await correct(test, editor, (await readEstablishment(test)).version, round));
    if (findFault(editors, answers, round, (await readEstablishment(test)).address) !== undefined)
      caught += 1;
  }
  return caught;
}

async function drillOn(name: string, database: Database, rounds: number): Promise<boolean> {
  const { test, editors } = await openOffice(database);
  try {
    const planted = await runPlanted(test, editors);
    const started = performance.now();
    const faults = await runRounds(test, editors, rounds);
    const seconds = (performance.now() - started) / 1000;
    for (const fault of faults.slice(0, 5)) console.log(`  ${fault}`);
    const held = faults.length === 0 && planted === PLANTED_ROUNDS;
    console.log(
      `editors on ${name}: ${held ? "held" : "MISSED"}; ${rounds} rounds × ${EDITORS} editors, ${faults.length} rounds at fault, ` +
        `${seconds.toFixed(0)} s; planted: ${planted} of ${PLANTED_ROUNDS} rounds without the version check caught`,
    );
    return held;
  } finally {
    await test.close();
  }
}

/** Whether no edit is lost, on the embedded engine and on a server where an address is given. */
export async function drillEditors({ rounds }: { readonly rounds: number }): Promise<boolean> {
  let held = true;
  for (const engine of bothEngines) {
    const database = await engine.open();
    try {
      if (!(await drillOn(engine.name, database, rounds))) held = false;
    } finally {
      await database.close();
    }
  }
  return held;
}
