// Makes procedures of operations: input and output schemas come from the domain's map, the service does the rest.
import { createHash } from "node:crypto";
import {
  type Operation,
  type OperationArguments,
  type OperationId,
  type OperationInput,
  type OperationOutput,
  operations,
  type Problem,
  problem,
  type Result,
} from "@shian/domain";
import {
  initTRPC,
  TRPCError,
  type TRPCMutationProcedure,
  type TRPCQueryProcedure,
  type TRPCSubscriptionProcedure,
} from "@trpc/server";
import { type Call, type ChangeCall, createCall, type Deps } from "../deps.js";
import { Refusal } from "../refusal.js";
import { findTransaction, recordTransaction } from "../storage/transaction-log.repo.js";
import type { Context } from "./context.js";
import { findUnstorableText } from "./find-unstorable-text.js";
import { toRefusedError, toWireProblems } from "./refusal.js";

/** What an error looks like on the wire: reasons as data, no stack, no inner message. */
export type WireError = {
  readonly message: string;
  readonly code: number;
  readonly data: {
    readonly code: string;
    readonly httpStatus: number;
    readonly problems: readonly Problem[];
  };
};

const trpc = initTRPC.context<Context>().create({
  isDev: false,
  errorFormatter({ shape, error }): WireError {
    const problems = toWireProblems(error);
    return {
      code: shape.code,
      message: problems.map(({ code }) => code).join(", "),
      data: { code: shape.data.code, httpStatus: shape.data.httpStatus, problems },
    };
  },
});

/** Refuses text that no database can keep before anything looks at it. */
const checked = trpc.procedure.use(async ({ getRawInput, next }) => {
  const path = findUnstorableText(await getRawInput());
  if (path !== undefined)
    throw toRefusedError(
      new Refusal([problem("request/invalid-input", { path, reason: "a character that text cannot hold" })]),
    );
  return next();
});

/** Puts procedures together under their names. */
export const createRouter: (typeof trpc)["router"] = trpc.router;

type IdOfKind<Kind extends Operation["kind"]> = {
  [Id in OperationId]: (typeof operations)[Id]["kind"] extends Kind ? Id : never;
}[OperationId];
export type QueryId = IdOfKind<"query">;
export type MutationId = IdOfKind<"mutation">;
export type SubscriptionId = IdOfKind<"subscription">;

type Definition<Id extends OperationId> = {
  input: OperationInput<Id>;
  output: OperationOutput<Id>;
  meta: unknown;
  errorShape: WireError;
};
/** The procedure of a query; annotated so that `AppRouter` stays light for the compiler. */
export type QueryOf<Id extends QueryId> = TRPCQueryProcedure<Definition<Id>>;
/** The procedure of a mutation. */
export type MutationOf<Id extends MutationId> = TRPCMutationProcedure<Definition<Id>>;

/** The procedure of a subscription. */
export type SubscriptionOf<Id extends SubscriptionId> = TRPCSubscriptionProcedure<
  Omit<Definition<Id>, "output"> & { output: AsyncIterable<OperationOutput<Id>, void, unknown> }
>;

type Answer<Id extends OperationId> = Promise<Result<OperationOutput<Id>>>;

/** The output as the contract has it. A mismatch is our bug: logged whole, told only as "something went wrong". */
function checkOutput(operation: Operation, value: unknown): unknown {
  const checked = operation.output.safeParse(value);
  if (checked.success) return checked.data;
  throw new Error(`the answer breaks its contract: ${checked.error.message.slice(0, 2000)}`);
}

/** Runs `work`; refusals become their status, anything else is logged and told by a reference alone. */
async function guard<T>(deps: Deps, id: OperationId, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof TRPCError) throw error;
    if (error instanceof Refusal) throw toRefusedError(error);
    const reference = deps.newId().slice(0, 8);
    deps.log.error(`operation ${id} failed`, error, { reference });
    throw toRefusedError(new Refusal([problem("request/internal", { reference })]));
  }
}

const unwrap = <T>(result: Result<T>): T => {
  if (result.ok) return result.value;
  throw new Refusal(result.problems);
};

/**
 * The procedure of a query. `answer` gets the checked input and gives the contract's output or the reasons why not.
 */
export function bindQuery<Id extends QueryId>(
  id: Id,
  answer: (call: Call, input: OperationArguments<Id>) => Answer<Id>,
): QueryOf<Id> {
  const operation: Operation = operations[id];
  const procedure = checked.input(operation.input).query(({ ctx: { deps, locale }, input }) =>
    guard(deps, id, async () => {
      const call = createCall(deps, deps.database.db, locale);
      return checkOutput(operation, unwrap(await answer(call, input as OperationArguments<Id>)));
    }),
  );
  // The map's schema made `input` and the same map types the procedure; the widened `Operation` hides that.
  return procedure as unknown as QueryOf<Id>;
}

const hashInput = (input: unknown) => createHash("sha256").update(JSON.stringify(input)).digest("hex");

/**
 * The procedure of a mutation. `change` runs in one transaction together with the record of its `txId`: the same write
 * sent again is answered from that record, a refused one leaves nothing behind.
 */
export function bindMutation<Id extends MutationId>(
  id: Id,
  change: (call: ChangeCall, input: OperationArguments<Id>) => Answer<Id>,
): MutationOf<Id> {
  const operation: Operation = operations[id];
  const procedure = checked.input(operation.input).mutation(({ ctx: { deps, locale }, input }) =>
    guard(deps, id, async () => {
      const { txId } = input as { readonly txId: string };
      const inputHash = hashInput(input);
      const jobs: { readonly name: string; readonly work: () => Promise<void> }[] = [];
      const response = await deps.database.transaction(async (db) => {
        const done = await findTransaction(db, txId);
        if (done !== undefined) {
          if (done.operation === id && done.inputHash === inputHash) return done.response;
          throw new Refusal([problem("request/reused-transaction")]);
        }
        const call: ChangeCall = {
          ...createCall(deps, db, locale),
          txId,
          afterCommit: (name, work) => jobs.push({ name, work }),
        };
        const output = checkOutput(operation, unwrap(await change(call, input as OperationArguments<Id>)));
        await recordTransaction(db, {
          txId,
          operation: id,
          inputHash,
          response: output,
          recordedAt: call.now,
        });
        return output;
      });
      for (const { name, work } of jobs) deps.jobs.start(name, work);
      return response;
    }),
  );
  return procedure as unknown as MutationOf<Id>;
}

/**
 * The procedure of a subscription. `watch` gives one answer after the other until there is no more to tell or `signal`
 * says that nobody listens any more; a refusal ends the stream with its reasons.
 */
export function bindSubscription<Id extends SubscriptionId>(
  id: Id,
  watch: (
    call: Call,
    input: OperationArguments<Id>,
    signal: AbortSignal,
  ) => AsyncIterable<Result<OperationOutput<Id>>>,
): SubscriptionOf<Id> {
  const operation: Operation = operations[id];
  const procedure = checked.input(operation.input).subscription(async function* ({
    ctx: { deps, locale },
    input,
    signal = new AbortController().signal,
  }) {
    const call = createCall(deps, deps.database.db, locale);
    const answers = watch(call, input as OperationArguments<Id>, signal)[Symbol.asyncIterator]();
    try {
      for (;;) {
        const step = await guard(deps, id, async () => {
          const next = await answers.next();
          return next.done === true ? undefined : { value: checkOutput(operation, unwrap(next.value)) };
        });
        if (step === undefined) return;
        yield step.value;
      }
    } finally {
      await answers.return?.();
    }
  });
  return procedure as unknown as SubscriptionOf<Id>;
}
