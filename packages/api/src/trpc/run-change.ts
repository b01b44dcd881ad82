// One change from its first statement to its commit: once for each `txId`, under row-level security while the service
// works, and recorded in the same transaction.
import { createHash } from "node:crypto";
import { type Locale, problem } from "@shian/domain";
import { type ChangeCall, createCall, type Deps, type RecordedChange } from "../deps.js";
import { appendEntry } from "../features/audit/append-entry.service.js";
import { createTouchedRegister } from "../features/picture/touched-register.js";
import { Refusal } from "../refusal.js";
import { toBoundSettings } from "../storage/row-security.js";
import { openChange, toTransactionInsert } from "../storage/transaction-log.repo.js";
import type { Authority } from "./authorize.js";
import { toDraft } from "./to-draft.js";

const SEALED_AS = "transaction.response";

/** What a change is asked with. The same id with the same input by the same person is the same change. */
export type ChangeQuestion = {
  readonly deps: Deps;
  readonly locale: Locale;
  readonly authority: Authority;
  readonly id: string;
  readonly input: { readonly txId: string };
  /** The answer is sealed where the transaction is kept. */
  readonly isSecret: boolean;
  readonly change: (call: ChangeCall) => Promise<unknown>;
};

const hashAsked = ({ authority, input }: ChangeQuestion) =>
  createHash("sha256")
    .update(JSON.stringify([authority.standing.actor?.personId ?? null, input]))
    .digest("hex");

/** The answer of the same change done before; undefined when it was not. Another change under its id is refused. */
function findAnswer(
  done: Awaited<ReturnType<typeof openChange>>,
  { deps, id, isSecret }: ChangeQuestion,
  inputHash: string,
): { answer: unknown } | undefined {
  if (done === undefined) return undefined;
  if (done.operation !== id || done.inputHash !== inputHash)
    throw new Refusal([problem("request/reused-transaction")]);
  return {
    answer: isSecret ? JSON.parse(deps.keyring.unseal(String(done.response), SEALED_AS)) : done.response,
  };
}

/** Runs the change once and gives its answer. What it throws undoes everything. */
export async function runChange(question: ChangeQuestion): Promise<unknown> {
  const { deps, locale, authority, id, input, isSecret, change } = question;
  const inputHash = hashAsked(question);
  const jobs: { readonly name: string; readonly work: () => Promise<void> }[] = [];
  const answer = await deps.database.transaction(async (db) => {
    const bound = toBoundSettings(authority.settings, deps.database.canSwitchRole);
    const known = findAnswer(await openChange(db, input.txId, bound), question, inputHash);
    if (known !== undefined) return known.answer;
    const changes: RecordedChange[] = [];
    const register = createTouchedRegister();
    const call: ChangeCall = {
      ...createCall(deps, db, locale, authority.standing, true),
      txId: input.txId,
      record: (done) => changes.push(done),
      touchRegister: register.touch,
      afterCommit: (name, work) => jobs.push({ name, work }),
    };
    const output = await change(call);
    const response = isSecret ? deps.keyring.seal(JSON.stringify(output), SEALED_AS) : output;
    const done = { txId: input.txId, operation: id, inputHash, response, recordedAt: call.now };
    await appendEntry(db, toDraft(call, { operation: id, txId: input.txId, changes }), {
      beside: [toTransactionInsert(db, done), ...register.toStatements(db, call.now)],
    });
    return output;
  });
  for (const { name, work } of jobs) deps.jobs.start(name, work);
  return answer;
}
