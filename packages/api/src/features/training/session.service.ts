// Sessions of plans: made, changed, withdrawn; who took part.
import { randomBytes } from "node:crypto";
import {
  type AttendanceRow,
  checkTrainingSession,
  type OperationArguments,
  type OperationOutput,
  ok,
  type Result,
  refuse,
  refuseAll,
  type TrainingSession,
  toOfficeDay,
} from "@shian/domain";
import { type Call, type ChangeCall, nameOf } from "../../deps.js";
import { pageRows } from "../picture/page-rows.js";
import { mayChange, officialKeys } from "./audience.js";
import { countResults, listCredits, listTests, type StoredCredit, type StoredTest } from "./credit.repo.js";
import { openOwnPlan, openPlan } from "./plan.service.js";
import { creditsOn, testsOn, toSessionViews, wasMade } from "./plan-progress.service.js";
import { listQuestions } from "./question.repo.js";
import { staleOf } from "./stale.js";
import { findSession, insertKept, type StoredSession, updateKept } from "./training.repo.js";
import { keepTrainingFile } from "./training-file.service.js";
import { withdraw } from "./withdraw.service.js";

export const SECRET = "training-session.secret";

/** Questions of the bank that the session's topics hold. */
async function countInBank(call: ChangeCall, { held }: TrainingSession): Promise<number> {
  if (held.way === "on-site") return 0;
  const bank = await listQuestions(call.db);
  return bank.filter(({ question }) => held.topics.length === 0 || held.topics.includes(question.topic))
    .length;
}

/** What results were made by: it may not change under them. */
const resultsRestOn = ({ minutes, held }: TrainingSession): string =>
  JSON.stringify(
    held.way === "on-site"
      ? [minutes, held.way, held.on]
      : [minutes, held.way, held.questions, held.passMark, held.topics],
  );

/** A session of a plan that who asks may change. */
export async function openOwnSession(call: ChangeCall, id: string): Promise<Result<StoredSession>> {
  const session = await findSession(call.db, id);
  if (session === undefined) return refuse("request/not-found", { id });
  const plan = await openOwnPlan(call, session.plan);
  if (!plan.ok)
    return plan.problems[0]?.code === "request/not-found" ? refuse("request/not-found", { id }) : plan;
  return session.withdrawnOn === null ? ok(session) : refuse("training/withdrawn");
}

export async function saveSession(
  call: ChangeCall,
  { id, plan: planId, version, session, fileId }: OperationArguments<"training.saveSession">,
): Promise<Result<OperationOutput<"training.saveSession">>> {
  const plan = await openOwnPlan(call, planId);
  if (!plan.ok) return plan;
  const known = id === undefined ? undefined : await openOwnSession(call, id);
  if (known !== undefined && !known.ok) return known;
  const before = known?.value;
  if (before !== undefined && before.plan !== planId) return refuse("request/not-found", { id: before.id });
  const faults = checkTrainingSession({
    session,
    plan: plan.value.content,
    inBank: await countInBank(call, session),
  });
  if (faults.length > 0) return refuseAll([...faults]);
  if (before !== undefined && resultsRestOn(before.content) !== resultsRestOn(session)) {
    const results = await countResults(call.db, before.id);
    if (results > 0) return refuse("training/has-results", { results });
  }
  const { territory } = plan.value;
  const file = typeof fileId === "string" ? await keepTrainingFile(call, territory, fileId) : undefined;
  if (file !== undefined && !file.ok) return file;
  const by = { at: call.now, by: nameOf(call) };
  const fileChange = file?.ok ? { fileId: file.value.id } : fileId === null ? { fileId: null } : {};
  const written = { content: session, ...fileChange };
  const objectId = before?.id ?? call.deps.newId();
  if (before === undefined) {
    const secret = call.deps.keyring.seal(randomBytes(24).toString("base64url"), SECRET);
    await insertKept(call.db, "session", { ...written, id: objectId, territory, planId, secret }, by);
  } else {
    const isSeen = before.version === version;
    if (!isSeen || !(await updateKept(call.db, "session", { id: objectId, version }, written, by)))
      return staleOf(before);
  }
  call.record({
    objectKind: "training-session",
    objectId,
    what: before === undefined ? "created" : "changed",
    fields: [
      { field: "title", before: before?.content.title ?? null, after: session.title },
      { field: "minutes", before: toText(before?.content.minutes), after: String(session.minutes) },
    ],
  });
  return ok({ id: objectId, version: (before?.version ?? 0) + 1 });
}

const toText = (value: number | undefined): string | null => (value === undefined ? null : String(value));

export const withdrawSession = async (
  call: ChangeCall,
  input: OperationArguments<"training.withdrawSession">,
): Promise<Result<OperationOutput<"training.withdrawSession">>> =>
  withdraw(call, "session", await openOwnSession(call, input.id), input);

type Part = Omit<AttendanceRow, "official" | "name" | "unit" | "level">;

function toPart(credit: StoredCredit | undefined, tests: readonly StoredTest[]): Part | undefined {
  const last = tests.find(({ passed }) => passed) ?? tests.at(-1);
  const result = { right: last?.right ?? null, of: last?.asked.length ?? null, tries: tests.length };
  if (credit !== undefined)
    return {
      on: credit.on,
      at: credit.at,
      way: credit.way,
      ...result,
      enteredBy: credit.way === "entered" ? credit.by : null,
    };
  const at = last?.submittedAt ?? null;
  if (last === undefined || at === null) return undefined;
  return { on: toOfficeDay(Date.parse(at)), at, way: "failed", ...result, enteredBy: null };
}

/** A session with who took part, of those whom who asks sees. */
export async function getSession(
  call: Call,
  input: OperationArguments<"training.session">,
): Promise<Result<OperationOutput<"training.session">>> {
  const { id } = input;
  const present = await findSession(call.db, id);
  if (present === undefined) return refuse("request/not-found", { id });
  const opened = await openPlan(call, present.plan, input);
  if (!opened.ok) return refuse("request/not-found", { id });
  const { picture, progress } = opened.value;
  const session = await findSession(call.db, id, picture.knownOn);
  if (session === undefined || !wasMade(session, picture)) return refuse("request/not-found", { id });
  const credits = creditsOn(await listCredits(call.db, [id]), picture);
  const creditOf = new Map(credits.map((credit) => [credit.official, credit]));
  const tests = testsOn(await listTests(call.db, [id]), picture);
  const seen = credits.filter(({ official }) => picture.officials.has(official));
  const [view] = await toSessionViews(call, picture, [session], seen);
  if (view === undefined) return refuse("request/not-found", { id });
  const words = (input.search ?? "").trim().toLowerCase();
  const took = new Set([...creditOf.keys(), ...tests.map(({ official }) => official)]);
  const rows = [...took].flatMap((officialId) => {
    const official = picture.officials.get(officialId);
    if (official === undefined || !official.searchText.includes(words)) return [];
    const part = toPart(
      creditOf.get(officialId),
      tests.filter((test) => test.official === officialId),
    );
    return part === undefined ? [] : [{ official, part }];
  });
  const page = pageRows({
    rows,
    sortBy: officialKeys,
    cursor: input.cursor,
    limit: input.limit,
  });
  if (!page.ok) return page;
  return ok({
    session: view,
    planTitle: progress.plan.content.title,
    mayChange: mayChange(call, picture, progress.plan.territory),
    ...page.value,
    rows: page.value.rows.map(({ official: { id: official, name, unit, level }, part }) => ({
      official,
      name,
      unit,
      level,
      ...part,
    })),
  });
}
