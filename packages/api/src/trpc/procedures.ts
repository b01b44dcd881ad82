// Makes procedures of operations: input and output schemas come from the domain's map, the service does the rest.
import {
  type Locale,
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
import { type Authority, authorize } from "./authorize.js";
import type { Context, Flow, TokenCarrier } from "./context.js";
import { explainFailure } from "./explain-failure.js";
import { findUnstorableText } from "./find-unstorable-text.js";
import { rememberWho } from "./find-who.js";
import { logRefusal } from "./log-refusal.js";
import { recordRead } from "./record-read.js";
import { toRefusedError, toWireProblems } from "./refusal.js";
import { runChange } from "./run-change.js";

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
  // A quiet stream looks like a dead one, to the server's own time-out too.
  sse: { ping: { enabled: true, intervalMs: 15_000 } },
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
async function guard<T>(context: Context, id: OperationId, work: () => Promise<T>): Promise<T> {
  const { deps } = context;
  try {
    return await work();
  } catch (error) {
    if (error instanceof TRPCError) throw error;
    if (error instanceof Refusal) {
      await logRefusal(deps, id, context, error.problems);
      throw toRefusedError(error);
    }
    throw toRefusedError(new Refusal([explainFailure(deps, `operation ${id}`, error)]));
  }
}

const unwrap = <T>(result: Result<T>): T => {
  if (result.ok) return result.value;
  throw new Refusal(result.problems);
};

const authorizeFor = async ({ deps, who, address }: Context, id: OperationId): Promise<Authority> =>
  authorize(deps, who(), address, { id, permission: operations[id] });

/** A call for reading, seeing only the rows that the authority reaches. */
const createReadCall = (deps: Deps, locale: Locale, { standing, settings }: Authority): Call =>
  createCall(deps, deps.database.as(settings), locale, standing);

/**
 * The procedure of a query. `answer` gets the checked input and gives the contract's output or the reasons why not.
 */
export function bindQuery<Id extends QueryId>(
  id: Id,
  answer: (call: Call, input: OperationArguments<Id>) => Answer<Id>,
): QueryOf<Id> {
  const operation: Operation = operations[id];
  const procedure = checked.input(operation.input).query(({ ctx, input }) =>
    guard(ctx, id, async () => {
      const call = createReadCall(ctx.deps, ctx.locale, await authorizeFor(ctx, id));
      // What was asked is kept whatever comes of it, so the record is written while the answer is looked for; neither
      // goes out without the other.
      const [answered] = await Promise.all([
        answer(call, input as OperationArguments<Id>),
        operation.logged === true ? recordRead(call, id, input) : undefined,
      ]);
      return checkOutput(operation, unwrap(answered));
    }),
  );
  // The map's schema made `input` and the same map types the procedure; the widened `Operation` hides that.
  return procedure as unknown as QueryOf<Id>;
}

/**
 * The procedure of a mutation. `change` runs in one transaction together with the record of what it did and of its
 * `txId`: the same write sent again is answered from there, a refused one leaves nothing behind.
 */
export function bindMutation<Id extends MutationId>(
  id: Id,
  change: (call: ChangeCall, input: OperationArguments<Id>) => Answer<Id>,
): MutationOf<Id> {
  const operation: Operation = operations[id];
  const procedure = checked.input(operation.input).mutation(({ ctx, input }) =>
    guard(ctx, id, async () =>
      runChange({
        deps: ctx.deps,
        locale: ctx.locale,
        authority: await authorizeFor(ctx, id),
        id,
        input: input as { readonly txId: string },
        isSecret: operation.secret === true,
        change: async (call) =>
          checkOutput(operation, unwrap(await change(call, input as OperationArguments<Id>))),
      }),
    ),
  );
  return procedure as unknown as MutationOf<Id>;
}

/** A call about signing in: on the database itself and bound to no rows, because nobody is known yet. */
export type OpenCall = Call & {
  readonly token: string | undefined;
  readonly agent: string;
  readonly carrier: TokenCarrier;
  readonly flow: Flow | undefined;
};

/**
 * The procedure of an operation about sessions and one's own account. The service opens its own transactions, so that a
 * failed try is kept, and records what it did itself. The permission is checked like everywhere else.
 */
export function bindOpen<Id extends QueryId | MutationId>(
  id: Id,
  answer: (call: OpenCall, input: OperationArguments<Id>) => Answer<Id>,
): Id extends QueryId ? QueryOf<Id> : Id extends MutationId ? MutationOf<Id> : never {
  const operation: Operation = operations[id];
  const run = ({ ctx, input }: { readonly ctx: Context; readonly input: unknown }) =>
    guard(ctx, id, async () => {
      const { deps, token, agent, carrier, flow } = ctx;
      const { standing } = await authorizeFor(ctx, id);
      const call = {
        ...createCall(deps, deps.database.db, ctx.locale, standing),
        token,
        agent,
        carrier,
        flow,
      };
      return checkOutput(operation, unwrap(await answer(call, input as OperationArguments<Id>)));
    });
  const procedure = checked.input(operation.input);
  return (operation.kind === "query" ? procedure.query(run) : procedure.mutation(run)) as never;
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
    ctx,
    input,
    signal = new AbortController().signal,
  }) {
    const { deps, locale } = ctx;
    const call = await guard(ctx, id, async () => createReadCall(deps, locale, await authorizeFor(ctx, id)));
    const answers = watch(call, input as OperationArguments<Id>, signal)[Symbol.asyncIterator]();
    try {
      for (;;) {
        const step = await guard(ctx, id, async () => {
          const next = await answers.next();
          // What was open when the stream began may have ended since; nothing leaves after it.
          await authorizeFor({ ...ctx, who: rememberWho(deps, ctx.token) }, id);
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
