// The clock jumps by a day, to either side and back: sessions get no longer, codes count once, links and second steps do
// not revive, jobs are taken up, and the record verifies. On every engine there is.
import { TOTP } from "otpauth";
import { toProblems } from "../../../packages/api/src/client/index.js";
import { createCall } from "../../../packages/api/src/deps.js";
import { checkRecord } from "../../../packages/api/src/features/audit/check-record.service.js";
import { writeDailyRoot } from "../../../packages/api/src/features/audit/daily-root.service.js";
import { attachJobRunner } from "../../../packages/api/src/features/job/attach-job-runner.js";
import { insertJob } from "../../../packages/api/src/features/job/job.repo.js";
import { createLink } from "../../../packages/api/src/features/session/link.service.js";
import type { Database } from "../../../packages/api/src/storage/database.js";
import {
  createJobHarness,
  makeEffectKind,
  prepareEffects,
} from "../../../packages/api/src/testing/job-harness.js";
import { createSignInStage, type SignInStage } from "../../../packages/api/src/testing/sign-in-stage.js";
import { bothEngines } from "../../../packages/api/src/testing/test-engines.js";
import type { Judged } from "./judged.js";

const password = "Lanwan-889-ok";
const DAY = 24 * 60;

/** What was seen, by the name of the promise; `true` is kept. */
type Seen = Map<string, boolean>;

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "ok",
    (error: unknown) => toProblems(error)[0]?.code ?? String(error),
  );

/** A stage with what the drill asks of it; the server looks each second for what has to be done. */
function prepare(stage: SignInStage) {
  const runner = attachJobRunner(stage.deps, { poll: false });
  let last = 0;
  const txId = () => `clock-drill-${String(++last).padStart(8, "0")}`;
  const begin = async (username: string) => {
    const answer = await stage
      .visit()
      .client.session.begin.mutate({ txId: txId(), username, password, carry: "token" });
    if (answer.state === "second-factor" || answer.token === null) throw new Error(answer.state);
    return stage.visit({ token: answer.token });
  };
  return {
    txId,
    begin,
    /** Moves the clock; the server notices within its second. */
    jump: async (minutes: number) => {
      stage.pass(minutes);
      await runner.look();
    },
    link: async (personId: string) =>
      createLink(stage.deps.database.db, {
        purpose: "password",
        personId,
        createdBy: "drill",
        now: stage.now(),
      }),
    openLink: (token: string) =>
      codeOf(stage.visit().client.session.openLink.mutate({ txId: txId(), token })),
  };
}

async function drillSessions(stage: SignInStage, seen: Seen): Promise<void> {
  const { begin, jump } = prepare(stage);
  await stage.addPerson("clock-session", password);
  const ask = (visitor: Awaited<ReturnType<typeof begin>>) => codeOf(visitor.client.session.list.query({}));
  const first = await begin("clock-session");
  seen.set("a session works", (await ask(first)) === "ok");
  await jump(-DAY);
  seen.set("a session gets no longer by a clock set back", (await ask(first)) === "access/signed-out");
  await jump(DAY);
  seen.set("it goes on when the clock is right again", (await ask(first)) === "ok");
  await jump(DAY);
  seen.set("a session ends by a clock set forward", (await ask(first)) === "access/signed-out");
  const ahead = await begin("clock-session");
  await jump(-DAY);
  seen.set("an ended session does not revive", (await ask(first)) === "access/signed-out");
  seen.set("a session of a clock ahead is worth nothing", (await ask(ahead)) === "access/signed-out");
  seen.set("one may sign in again", (await ask(await begin("clock-session"))) === "ok");
}

async function drillLinks(stage: SignInStage, seen: Seen): Promise<void> {
  const { txId, jump, link, openLink } = prepare(stage);
  const personId = await stage.addPerson("clock-link", password);
  const over = await link(personId);
  seen.set("a link opens", (await openLink(over.token)) === "ok");
  await jump(DAY + 1);
  seen.set("a link ends", (await openLink(over.token)) === "session/link-ended");
  await jump(-DAY);
  seen.set("an ended link does not revive", (await openLink(over.token)) === "session/link-ended");
  await jump(DAY);
  const ahead = await link(personId);
  await jump(-DAY);
  seen.set("a link of a clock ahead opens nothing", (await openLink(ahead.token)) === "session/link-ended");
  const used = await link(personId);
  const use = () =>
    codeOf(
      stage
        .visit()
        .client.session.useLink.mutate({ txId: txId(), token: used.token, password: "Another-one-77" }),
    );
  seen.set("a link is used", (await use()) === "ok");
  const after: string[] = [];
  for (const minutes of [-DAY, DAY, DAY, -DAY]) {
    await jump(minutes);
    after.push(await use());
  }
  seen.set(
    "a used link does not revive",
    after.every((code) => code === "session/link-ended"),
  );
}

async function drillCodes(stage: SignInStage, seen: Seen): Promise<void> {
  const { txId, begin, jump } = prepare(stage);
  await stage.addPerson("clock-code", password);
  const owner = await begin("clock-code");
  const { secret } = await owner.client.session.beginTotp.mutate({ txId: txId(), password });
  const totp = new TOTP({ secret });
  const codeAt = (now: string) => totp.generate({ timestamp: Date.parse(now) });
  await owner.client.session.confirmTotp.mutate({ txId: txId(), code: codeAt(stage.now()) });
  const challenge = async () => {
    const answer = await stage
      .visit()
      .client.session.begin.mutate({ txId: txId(), username: "clock-code", password, carry: "token" });
    return answer.state === "second-factor" ? answer.challenge : "";
  };
  const show = (token: string, code: string) =>
    codeOf(stage.visit().client.session.secondFactor.mutate({ txId: txId(), challenge: token, code }));
  stage.pass(1);
  const code = codeAt(stage.now());
  const usedAt = stage.now();
  seen.set("a code opens", (await show(await challenge(), code)) === "ok");
  seen.set("a code counts once", (await show(await challenge(), code)) === "session/wrong-code");
  const yesterday = codeAt(new Date(Date.parse(usedAt) - DAY * 60_000).toISOString());
  await jump(-DAY);
  const back = await Promise.all([show(await challenge(), code), show(await challenge(), yesterday)]);
  seen.set(
    "nor by a clock set back, nor one of yesterday",
    back.every((one) => one === "session/wrong-code"),
  );
  await jump(DAY);
  seen.set(
    "nor when the clock is right again",
    (await show(await challenge(), code)) === "session/wrong-code",
  );
  // The wrong ones count as tries; a while later the account is open again.
  await jump(30);
  const late = await challenge();
  await jump(6);
  seen.set("a second step ends", (await show(late, codeAt(stage.now()))) === "session/challenge-ended");
  await jump(-DAY);
  seen.set(
    "an ended second step does not revive",
    (await show(late, codeAt(stage.now()))) === "session/challenge-ended",
  );
  await jump(DAY);
}

async function drillRecord(stage: SignInStage, seen: Seen): Promise<void> {
  const { begin, jump } = prepare(stage);
  await stage.addPerson("clock-record", password);
  for (const minutes of [0, DAY, -DAY, -DAY, DAY]) {
    await jump(minutes);
    await begin("clock-record");
    await writeDailyRoot(stage.deps);
  }
  const { deps } = stage;
  const checked = await checkRecord(createCall(deps, deps.database.db, "en"));
  if (checked.ok)
    for (const fault of checked.value.faults.slice(0, 3)) console.log(`  ${JSON.stringify(fault)}`);
  seen.set("the record verifies", checked.ok && checked.value.faults.length === 0);
  await deps.database.db.execute(
    "update audit_entry set content = replace(content, 'clock-record', 'clock-recorb') where seq = 1 or seq = (select max(seq) from audit_entry)",
  );
  const altered = await checkRecord(createCall(deps, deps.database.db, "en"));
  seen.set("planted: an altered record does not", altered.ok && altered.value.faults.length > 0);
}

/** A process of a clock ahead takes a job and dies; queues another; then the clock is right again. */
async function drillJobs(database: Database, seen: Seen): Promise<void> {
  await prepareEffects(database);
  const harness = createJobHarness(database);
  const done: string[] = [];
  const kind = makeEffectKind((id) => done.push(id));
  harness.pass(DAY * 60_000);
  const taken = await harness.queue("effect");
  await database.db.execute(
    `update job set state = 'running', worker = 'dead', attempts = 1, lease_until = '${new Date(harness.now().getTime() + 30_000).toISOString()}'`,
  );
  const waiting = await harness.queue("effect");
  harness.pass(-DAY * 60_000);
  const living = harness.startProcess("living", { kinds: [kind] });
  await living.runner.look();
  await living.deps.jobs.idle();
  seen.set("a job held by a clock ahead is taken over", done.includes(taken));
  seen.set("a job queued by a clock ahead is done", done.includes(waiting));
  const now = harness.now().toISOString();
  await insertJob(database.db, {
    id: "later",
    kind: "effect",
    input: {},
    uniqueKey: null,
    mostAttempts: 1,
    runAt: new Date(harness.now().getTime() + 60_000).toISOString(),
    personId: null,
    personName: "",
    createdAt: now,
  });
  await living.runner.look();
  await living.deps.jobs.idle();
  seen.set("planted: a job for later is not done now", !done.includes("later"));
  await living.deps.jobs.stop(1000);
}

/** Without what ends things in the database, an ended link must be seen to revive. */
async function findPlanted(stage: SignInStage): Promise<boolean> {
  const personId = await stage.addPerson("clock-planted", password);
  const { link, openLink } = prepare(stage);
  const over = await link(personId);
  stage.pass(DAY + 1);
  const ended = await openLink(over.token);
  stage.pass(-DAY);
  return ended === "session/link-ended" && (await openLink(over.token)) === "ok";
}

/** Whether a clock that is a day off opens nothing. */
export async function drillClock(): Promise<Judged> {
  const missed: string[] = [];
  let promises = 0;
  let planted = 0;
  for (const engine of bothEngines) {
    const seen: Seen = new Map();
    const database = await engine.open();
    const stage = await createSignInStage({ database });
    if (await findPlanted(stage)) planted += 1;
    for (const part of [drillSessions, drillLinks, drillCodes, drillRecord]) await part(stage, seen);
    await stage.close();
    await database.close();
    const ofJobs = await engine.open();
    await drillJobs(ofJobs, seen);
    await ofJobs.close();
    promises += seen.size;
    for (const [promise, isKept] of seen) if (!isKept) missed.push(`${promise} (${engine.name})`);
  }
  for (const promise of missed) console.log(`  NOT: ${promise}`);
  const held = missed.length === 0 && planted === bothEngines.length;
  return {
    held,
    line:
      `clock ± 1 day: ${promises - missed.length} of ${promises} promises kept on ${bothEngines.length} engines, ` +
      `planted ${planted}/${bothEngines.length} found`,
  };
}
