// What is done with questions: asked, added to, sent back, passed on, joined, answered, asked again, read.
import {
  checkQuestionStep,
  isKnownPlace,
  maskPersonal,
  type OperationArguments,
  ok,
  type QuestionDetail,
  type QuestionEntry,
  type QuestionParty,
  type QuestionStep,
  type Result,
  reachesPlace,
  refuse,
  type TerritoryTree,
} from "@shian/domain";
import { type ChangeCall, nameOf } from "../../deps.js";
import { runUnbound } from "../../storage/row-security.js";
import { getPartOfPicture } from "../picture/picture.service.js";
import { getTree } from "../territory/territory.service.js";
import {
  insertAnswer,
  insertQuestion,
  insertQuestionEntry,
  listQuestions,
  lockQuestions,
  type StoredQuestion,
} from "./question.repo.js";
import { getQuestion } from "./question.service.js";
import {
  findJoined,
  findLastTouch,
  listParties,
  type Questions,
  readQuestions,
  type Told,
  versionOf,
} from "./question.views.js";

/** The township over the place, or the place itself where it lies above townships. */
const findTownship = (tree: TerritoryTree, place: string): string =>
  [place, ...tree.ancestorsOf(place)].find((code) => tree.levelOf(code) === "township") ?? place;

/** Whether who asks works there: by their territory, or as the official of a jurisdiction in the post of today. */
async function worksAt(call: ChangeCall, tree: TerritoryTree, place: string): Promise<boolean> {
  if (reachesPlace({ reach: call.reach, tree, place })) return true;
  const { officials } = call.reach;
  if (officials.length === 0) return false;
  const today = await getPartOfPicture(call, { establishments: [], officials });
  return officials.some(
    (id) =>
      today.inPost.has(id) &&
      today.officials.get(id)?.jurisdictions.some((code) => tree.contains(code, place)) === true,
  );
}

function note(call: ChangeCall, id: string, what: string, fields: Readonly<Record<string, string | null>>) {
  call.record({
    objectKind: "question",
    objectId: id,
    what,
    fields: Object.entries(fields).map(([field, after]) => ({
      field,
      before: null,
      after: after === null ? null : maskPersonal(after),
    })),
  });
}

const enter = (
  call: ChangeCall,
  question: Pick<StoredQuestion, "id" | "place">,
  entry: Omit<QuestionEntry, "on" | "by">,
): Promise<void> =>
  insertQuestionEntry(
    call.db,
    question,
    { ...entry, on: call.today, by: nameOf(call) },
    { id: call.deps.newId(), personId: call.actor?.personId ?? null, at: call.now },
  );

export async function raiseQuestion(
  call: ChangeCall,
  { place, subject, text }: OperationArguments<"question.raise">,
): Promise<Result<QuestionDetail>> {
  const tree = await getTree(call);
  if (!isKnownPlace({ tree, code: place }) || !(await worksAt(call, tree, place)))
    return refuse("request/not-found", { id: place });
  const id = call.deps.newId();
  const question = {
    ...{ id, place, township: findTownship(tree, place), subject, text, askedOn: call.today },
    ...{ asker: call.actor?.personId ?? "", askedBy: nameOf(call) },
  };
  await insertQuestion(call.db, question, call.now);
  await enter(call, question, { seq: 1, act: "raise", party: "asker", text: "", target: null });
  note(call, id, "raised", { place, subject });
  return getQuestion(call, { id });
}

type Held = {
  readonly questions: Questions;
  readonly told: Told;
  readonly parties: readonly QuestionParty[];
};

/** All questions that who asks may see; nobody else acts on any until the transaction ends. */
async function holdQuestions(call: ChangeCall): Promise<Questions> {
  await lockQuestions(call.db);
  return readQuestions(call);
}

/** Works on every question whoever asks: what is joined to one may lie out of their sight. */
const withAll = (call: ChangeCall, work: (all: readonly StoredQuestion[]) => Promise<void>): Promise<void> =>
  runUnbound(call.db, call.deps.database.canSwitchRole, async () => work(await listQuestions(call.db)));

/** The question, if it is to be seen, nobody was faster, and the step may be taken. */
function holdQuestion(
  call: ChangeCall,
  questions: Questions,
  input: {
    readonly id: string;
    readonly version: number;
    readonly step: QuestionStep;
    readonly text: string;
  },
): Result<Held> {
  const told = questions.byId.get(input.id);
  if (told === undefined) return refuse("request/not-found", { id: input.id });
  const { question, folded } = told;
  if (versionOf(questions, told) !== input.version)
    return refuse("request/stale", findLastTouch(questions, told));
  const parties = listParties(call, questions.tree, question);
  const checked = checkQuestionStep({
    state: folded.state,
    isHead: folded.head === question.id,
    unread: folded.unread,
    parties,
    step: input.step,
    text: input.text,
  });
  return checked.ok ? ok({ questions, told, parties }) : checked;
}

const asOne = (parties: readonly QuestionParty[], ...wanted: readonly QuestionParty[]): QuestionParty =>
  wanted.find((party) => parties.includes(party)) ?? "asker";

const asked: readonly QuestionStep[] = ["supplement", "ask-again", "withdraw", "read"];

export async function actOnQuestion(
  call: ChangeCall,
  input: OperationArguments<"question.act">,
): Promise<Result<QuestionDetail>> {
  const held = holdQuestion(call, await holdQuestions(call), input);
  if (!held.ok) return held;
  const { told, parties } = held.value;
  const { step, text } = input;
  await enter(call, told.question, {
    seq: told.folded.next,
    act: step,
    party: asked.includes(step) ? "asker" : asOne(parties, "township", "office"),
    text,
    target: step === "read" || step === "ask-again" ? told.folded.answer : null,
  });
  note(call, input.id, step, text === "" ? {} : { text });
  if (step === "withdraw") await releaseJoined(call, input.id);
  return getQuestion(call, { id: input.id });
}

/** What was joined to a question that is withdrawn stands alone again; who withdrew is not told to those who asked it. */
const releaseJoined = (call: ChangeCall, id: string): Promise<void> =>
  withAll(call, async (all) => {
    for (const { question, folded } of findJoined(all, new Set([id]))) {
      const entry = { act: "split", party: "office", text: "", target: null } as const;
      await enter({ ...call, actor: undefined }, question, { ...entry, seq: folded.next });
      note(call, question.id, "split", {});
    }
  });

/** Joins questions to one of them: its answer is then theirs, also where it stands already. */
export async function mergeQuestions(
  call: ChangeCall,
  { head, questions: named }: OperationArguments<"question.merge">,
): Promise<Result<QuestionDetail>> {
  const questions = await holdQuestions(call);
  const first = questions.byId.get(head);
  if (first === undefined) return refuse("request/not-found", { id: head });
  const own = listParties(call, questions.tree, first.question);
  const isOpen = ["at-township", "at-office", "answered"].includes(first.folded.state);
  if (!isOpen || first.folded.head !== head)
    return refuse("question/not-open", { state: first.folded.state, step: "merge" });
  if (!own.includes("township") && !own.includes("office"))
    return refuse("question/not-yours", { step: "merge" });
  const townships = new Set<string>();
  const join = async ({ question, folded }: Told, party: QuestionParty) => {
    await enter(call, question, { seq: folded.next, act: "merge", party, text: "", target: head });
    note(call, question.id, "merge", { head });
    townships.add(question.township);
  };
  const held = new Map<string, { readonly told: Told; readonly party: QuestionParty }>();
  for (const { id, version } of named) {
    if (id === head) return refuse("question/joined-to-itself");
    const one = holdQuestion(call, questions, { id, version, step: "merge", text: "" });
    if (!one.ok) return one;
    held.set(id, { told: one.value.told, party: asOne(one.value.parties, "township", "office") });
  }
  // What was joined to them comes along, so that nothing waits for an answer that will never be given.
  await withAll(call, async (all) => {
    for (const told of findJoined(all, new Set(held.keys())))
      if (!held.has(told.question.id)) await join(told, asOne(own, "township", "office"));
  });
  for (const { told, party } of held.values()) await join(told, party);
  const isWide = [...townships].some((township) => township !== first.question.township);
  // What came from several townships is no longer one township's to settle.
  if (isWide && first.folded.state === "at-township")
    await enter(call, first.question, {
      ...{ seq: first.folded.next, act: "pass", party: asOne(own, "office", "township") },
      ...{ text: "", target: null },
    });
  return getQuestion(call, { id: head });
}

/** Answers once for all who asked; a later answer takes the place of the earlier one and is unread for all again. */
export async function answerQuestion(
  call: ChangeCall,
  input: OperationArguments<"question.answer">,
): Promise<Result<QuestionDetail>> {
  const held = holdQuestion(call, await holdQuestions(call), { ...input, step: "answer" });
  if (!held.ok) return held;
  const { questions, told } = held.value;
  const { id, subject, text } = input;
  const corrected = (questions.answered.get(id) ?? 0) > 0;
  const answer = { id: call.deps.newId(), subject, text, on: call.today, by: nameOf(call), corrected };
  await insertAnswer(call.db, told.question, answer, call.now);
  note(call, id, corrected ? "answer-corrected" : "answered", {
    subject,
    reached: String(1 + (questions.joinedTo.get(id)?.length ?? 0)),
  });
  return getQuestion(call, { id });
}
