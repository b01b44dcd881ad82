// The bank of questions that tests are drawn from.
import {
  checkTrainingQuestion,
  type OperationArguments,
  type OperationOutput,
  ok,
  type Result,
  refuse,
  refuseAll,
} from "@shian/domain";
import { type Call, type ChangeCall, nameOf } from "../../deps.js";
import { pageRows } from "../picture/page-rows.js";
import { findQuestion, insertQuestions, listQuestions, updateQuestion } from "./question.repo.js";
import { staleOf } from "./stale.js";

export async function listBank(
  call: Call,
  { topic, search, cursor, limit }: OperationArguments<"training.questions">,
): Promise<Result<OperationOutput<"training.questions">>> {
  const all = await listQuestions(call.db);
  const counts = new Map<string, number>();
  for (const { question } of all) counts.set(question.topic, (counts.get(question.topic) ?? 0) + 1);
  const words = (search ?? "").trim().toLowerCase();
  const rows = all
    .filter(
      ({ question }) =>
        (topic === undefined || question.topic === topic) &&
        [question.text, question.topic, ...question.options].some((text) =>
          text.toLowerCase().includes(words),
        ),
    )
    .map(({ id, question, version }) => ({ id, ...question, version }));
  const page = pageRows({ rows, sortBy: [(row) => row.topic, (row) => row.id], cursor, limit });
  if (!page.ok) return page;
  const topics = [...counts].map(([name, questions]) => ({ topic: name, questions }));
  return ok({ topics, ...page.value });
}

export async function saveQuestion(
  call: ChangeCall,
  { id, version, question }: OperationArguments<"training.saveQuestion">,
): Promise<Result<OperationOutput<"training.saveQuestion">>> {
  const faults = checkTrainingQuestion(question);
  if (faults.length > 0) return refuseAll([...faults]);
  const by = { at: call.now, by: nameOf(call) };
  const known = id === undefined ? undefined : await findQuestion(call.db, id);
  if (id !== undefined && known === undefined) return refuse("request/not-found", { id });
  const objectId = known?.id ?? call.deps.newId();
  if (known === undefined) await insertQuestions(call.db, [{ id: objectId, question }], by);
  else if (known.version !== version || !(await updateQuestion(call.db, known, question, by)))
    return staleOf(known);
  call.record({
    objectKind: "training-question",
    objectId,
    what: known === undefined ? "created" : "changed",
    fields: [{ field: "text", before: known?.question.text ?? null, after: question.text }],
  });
  return ok({ id: objectId, version: (known?.version ?? 0) + 1 });
}

/** Takes a question out of the bank; tests that asked it keep it. */
export async function retireQuestion(
  call: ChangeCall,
  { id, version }: OperationArguments<"training.retireQuestion">,
): Promise<Result<OperationOutput<"training.retireQuestion">>> {
  const known = await findQuestion(call.db, id);
  if (known === undefined) return refuse("request/not-found", { id });
  const by = { at: call.now, by: nameOf(call) };
  if (known.version !== version || !(await updateQuestion(call.db, known, null, by))) return staleOf(known);
  call.record({
    objectKind: "training-question",
    objectId: id,
    what: "removed",
    fields: [{ field: "text", before: known.question.text, after: null }],
  });
  return ok({ id });
}
