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

/** What is sent: as the schema has it, with something broken, or with a key that no schema has. */
export type WalkKind = "valid" | "broken" | "unknown-key";

type WalkOptions = { readonly tries: number; readonly seed: number };

async function walkAs(
  walker: Walker,
  id: OperationId,
  role: Role,
  inputs: fc.Arbitrary<unknown>,
  { tries, seed }: WalkOptions,
): Promise<Walk> {
  let sent = 0;
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

async function sendUnknownKey(walker: Walker, id: OperationId, role: Role): Promise<Walk> {
  const { status, text } = await walker.send(id, role, { txId: walker.test.newTxId(), noSuchField: 1 });
  const isRefused = text.includes("request/invalid-input");
  return {
    sent: 1,
    faults: isRefused ? [] : [`${id} as ${role}: an unknown key was not refused: ${status}`],
  };
}

/** Sends inputs of the kind, `tries` by each of the three who ask, and looks at the work that was started by them. */
export async function walkOperation(
  walker: Walker,
  id: OperationId,
  kind: WalkKind,
  options: WalkOptions,
): Promise<Walk> {
  const { input } = operations[id];
  const make = kind === "broken" ? brokenInput : validInput;
  const faults: string[] = [];
  let sent = 0;
  const logged = walker.test.logged.length;
  for (const role of chooseAskers(operations[id])) {
    const walk =
      kind === "unknown-key"
        ? await sendUnknownKey(walker, id, role)
        : await walkAs(walker, id, role, make(input, walker.known), options);
    sent += walk.sent;
    faults.push(...walk.faults);
  }
  await walker.test.deps.jobs.idle();
  const failed = errorsIn(walker.test.logged.slice(logged));
  if (faults.length === 0 && failed[0] !== undefined)
    faults.push(`${id}: ${failed.length} failures in the log: ${failed[0].slice(0, 600)}`);
  return { sent, faults };
}
