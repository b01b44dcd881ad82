// Walks one operation: valid, edge and mutated inputs by three people, and what came of them.
import { type OperationId, operations, type Role } from "@shian/domain";
import fc from "fast-check";
import { brokenInput, validInput } from "../arbitrary-input.js";
import { type Answer, findWalkFault } from "./find-walk-fault.js";
import { chooseAskers, type Walker } from "./open-walker.js";

export type Walk = { readonly sent: number; readonly faults: readonly string[] };

const isPolluted = () => Reflect.get({}, "polluted") !== undefined;
const errorsIn = (lines: readonly string[]) => lines.filter((line) => line.includes('"level":"error"'));

/** What one answer is blamed for, the prototypes of the process included. */
function judge(answer: Answer): string | undefined {
  if (!isPolluted()) return findWalkFault(answer);
  Reflect.deleteProperty(Object.prototype, "polluted");
  return "a prototype was changed";
}

async function walkAs(
  walker: Walker,
  id: OperationId,
  role: Role,
  { tries, seed }: { readonly tries: number; readonly seed: number },
): Promise<Walk> {
  const { input } = operations[id];
  let sent = 0;
  const inputs = fc.oneof(validInput(input, walker.known), brokenInput(input, walker.known));
  const outcome = await fc.check(
    fc.asyncProperty(inputs, async (value) => {
      sent += 1;
      const fault = judge(await walker.send(id, role, value));
      if (fault !== undefined) throw new Error(fault);
    }),
    // What fails is told as it was sent; smaller inputs that fail too would take hours to find for a slow operation.
    { numRuns: tries, seed, endOnFailure: true },
  );
  if (!outcome.failed) return { sent, faults: [] };
  const [reason] = String(outcome.errorInstance).split("\n");
  return {
    sent,
    faults: [
      `${id} as ${role}: ${reason}; sent ${JSON.stringify(outcome.counterexample?.[0])?.slice(0, 500)}`,
    ],
  };
}

/** `tries` inputs by each of the three who ask, an unknown key, and the work that was started by all of it. */
export async function walkOperation(
  walker: Walker,
  id: OperationId,
  options: { readonly tries: number; readonly seed: number },
): Promise<Walk> {
  const faults: string[] = [];
  let sent = 0;
  const logged = walker.test.logged.length;
  for (const role of chooseAskers(operations[id])) {
    const walk = await walkAs(walker, id, role, options);
    sent += walk.sent;
    faults.push(...walk.faults);
    const input = { txId: walker.test.newTxId(), noSuchField: 1 };
    const answer = await walker.send(id, role, input);
    sent += 1;
    if (!answer.text.includes("request/invalid-input"))
      faults.push(`${id} as ${role}: an unknown key was not refused: ${answer.status}`);
  }
  await walker.test.deps.jobs.idle();
  const failed = errorsIn(walker.test.logged.slice(logged));
  if (faults.length === 0 && failed[0] !== undefined)
    faults.push(`${id}: ${failed.length} failures in the log: ${failed[0].slice(0, 600)}`);
  return { sent, faults };
}
