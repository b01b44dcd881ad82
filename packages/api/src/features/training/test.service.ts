// Online sessions as their official takes them: the material, a try of the test, handing it in.
import {
  type BankQuestion,
  checkAnswers,
  drawQuestions,
  findTestEnd,
  gradeTest,
  type OperationArguments,
  type OperationOutput,
  ok,
  type Result,
  refuse,
  refuseAll,
  type TestOutcome,
  type TestView,
  type TrainingSession,
  testMinutes,
} from "@shian/domain";
import { type Call, type ChangeCall, nameOf } from "../../deps.js";
import { runUnbound } from "../../storage/row-security.js";
import { isOwn } from "../commitment/commitment.service.js";
import { findInvited, lockResults, openStanding } from "./attendance.service.js";
import {
  findTest,
  insertCredits,
  insertTest,
  listCreditsOf,
  listTests,
  type StoredTest,
  submitStoredTest,
} from "./credit.repo.js";
import { openPlan } from "./plan.service.js";
import { listQuestions } from "./question.repo.js";
import { findSession } from "./training.repo.js";
import { findFiles } from "./training-file.repo.js";

type Online = Extract<TrainingSession["held"], { way: "online" }>;

const endOf = ({ begunAt }: Pick<StoredTest, "begunAt">, { to }: Pick<Online, "to">): number =>
  findTestEnd({ begunAt: Date.parse(begunAt), last: to });

/** Whether somebody is about it: begun, not handed in, and in time. */
export const isRunning = (test: StoredTest, held: Pick<Online, "to">, now: number): boolean =>
  test.submittedAt === null && now < endOf(test, held);

/** What an online session teaches, for everybody who has to do with its plan. */
export async function getMaterial(
  call: Call,
  { session: id }: OperationArguments<"training.material">,
): Promise<Result<OperationOutput<"training.material">>> {
  const session = await findSession(call.db, id);
  if (session === undefined) return refuse("request/not-found", { id });
  const opened = await openPlan(call, session.plan, {});
  if (!opened.ok) return refuse("request/not-found", { id });
  const { held, title, minutes } = session.content;
  if (held.way !== "online") return refuse("training/not-online");
  const fileOf = await findFiles(call.db, [session.file]);
  const { material, questions, passMark, tries, from, to } = held;
  const file = fileOf(session.file);
  return ok({ session: id, title, material, questions, passMark, tries, minutes, from, to, file });
}

async function readBank(call: ChangeCall, { topics }: Online): Promise<readonly BankQuestion[]> {
  // The bank is the office's: an official is shown what was drawn of it, without the answers.
  const bank = await runUnbound(call.db, call.deps.database.canSwitchRole, () => listQuestions(call.db));
  return bank
    .map(({ id, question }) => ({ id, ...question }))
    .filter(({ topic }) => topics.length === 0 || topics.includes(topic));
}

const toView = (test: StoredTest, title: string, held: Online): TestView => ({
  test: test.id,
  session: test.session,
  title,
  passMark: test.passMark,
  endsAt: new Date(endOf(test, held)).toISOString(),
  questions: test.asked.map(({ id, kind, text, options }) => ({ id, kind, text, options })),
});

/** Begins a try, or goes on with the one that is open. */
export async function beginTest(
  call: ChangeCall,
  { session: id, official }: OperationArguments<"training.beginTest">,
): Promise<Result<TestView>> {
  if (!isOwn(call, official)) return refuse("training/not-own");
  const opened = await openStanding(call, id);
  if (!opened.ok) return opened;
  const { session, plan } = opened.value;
  const { held, title } = session.content;
  if (held.way !== "online") return refuse("training/not-online");
  if (call.today < held.from || call.today > held.to)
    return refuse("training/not-open", { from: held.from, to: held.to });
  if ((await findInvited(call, plan, official)) === undefined) return refuse("training/not-invited");
  await lockResults(call, id, [official]);
  const credits = await listCreditsOf(call.db, official);
  if (credits.some((credit) => credit.session === id)) return refuse("training/passed-already");
  const tries = await listTests(call.db, [id], official);
  const open = tries.find((test) => isRunning(test, held, Date.parse(call.now)));
  if (open !== undefined) return ok(toView(open, title, held));
  if (tries.length >= held.tries) return refuse("training/no-try-left", { most: held.tries });
  const testId = call.deps.newId();
  const asked = drawQuestions({ bank: await readBank(call, held), count: held.questions, seed: testId });
  if (asked.length < held.questions)
    return refuse("training/too-few-questions", { wanted: held.questions, there: asked.length });
  const test = {
    id: testId,
    session: id,
    official,
    asked: [...asked],
    passMark: held.passMark,
    begunAt: call.now,
  };
  await insertTest(call.db, test);
  call.record({
    objectKind: "official",
    objectId: official,
    what: "training-test-begun",
    fields: [{ field: "session", before: null, after: title }],
  });
  return ok(toView({ ...test, answers: null, right: null, passed: null, submittedAt: null }, title, held));
}

export async function submitTest(
  call: ChangeCall,
  { test: id, official, answers }: OperationArguments<"training.submitTest">,
): Promise<Result<OperationOutput<"training.submitTest">>> {
  if (!isOwn(call, official)) return refuse("training/not-own");
  const test = await findTest(call.db, id);
  if (test === undefined || test.official !== official) return refuse("request/not-found", { id });
  if (test.submittedAt !== null) return refuse("training/test-over");
  const opened = await openStanding(call, test.session);
  if (!opened.ok) return opened;
  const { held, title } = opened.value.session.content;
  if (held.way !== "online") return refuse("training/not-online");
  const { from, to } = held;
  if (call.today > to) return refuse("training/not-open", { from, to });
  if (!isRunning(test, held, Date.parse(call.now)))
    return refuse("training/test-late", { minutes: testMinutes });
  const faults = checkAnswers(test.asked, answers);
  if (faults.length > 0) return refuseAll([...faults]);
  const result = gradeTest({ asked: test.asked, given: answers, passMark: test.passMark });
  const { right, passed } = result;
  if (!(await submitStoredTest(call.db, id, { answers, right, passed }, call.now)))
    return refuse("training/test-over");
  if (passed)
    await insertCredits(
      call.db,
      [
        {
          id: call.deps.newId(),
          session: test.session,
          official,
          way: "passed",
          on: call.today,
          by: nameOf(call),
        },
      ],
      call.now,
    );
  call.record({
    objectKind: "official",
    objectId: official,
    what: passed ? "training-passed" : "training-failed",
    fields: [
      { field: "session", before: null, after: title },
      { field: "right", before: null, after: `${right}/${result.of}` },
    ],
  });
  const used = (await listTests(call.db, [test.session], official)).length;
  const triesLeft = passed ? 0 : Math.max(0, held.tries - used);
  return ok({
    right,
    of: result.of,
    passed,
    triesLeft,
    wrong: toWrong(test, answers, result.wrong, triesLeft),
  });
}

/** The wrong ones with what would have been right, once nothing is to be won by knowing it. */
const toWrong = (
  { asked }: StoredTest,
  answers: OperationArguments<"training.submitTest">["answers"],
  wrong: readonly string[],
  triesLeft: number,
): TestOutcome["wrong"] =>
  asked
    .filter(({ id }) => wrong.includes(id))
    .map(({ id, text, options, answers: right, source }) => ({
      id,
      text,
      options,
      chosen: answers.find(({ question }) => question === id)?.options ?? [],
      answers: triesLeft > 0 ? [] : right,
      source,
    }));
