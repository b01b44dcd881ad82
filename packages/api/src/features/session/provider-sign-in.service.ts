// Signing in by way of the outside identity provider. It proves who somebody is, in place of the password and never of
// the second factor; whether there is an account for them, and what it may, is decided here alone (decision 0016).
import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import {
  type OperationArguments,
  type OperationOutput,
  ok,
  type Problem,
  problem,
  type Result,
  refuse,
} from "@shian/domain";
import type { OpenCall } from "../../trpc/procedures.js";
import { proceed } from "./begin-session.service.js";
import type { FlowSecrets } from "./identity-provider.js";
import { countFlows, findLinked, insertFlow, type ProviderFlow, spendFlow } from "./provider.repo.js";
import { recordOwn } from "./record-own.js";
import { createToken, hashToken } from "./secret.js";
import { type Account, findAccount } from "./sign-in.repo.js";

const FLOW_MS = 10 * 60_000;
/** A whole office may share one address; more than this at once is nobody's. */
const MOST_OPEN = 300;
const SLOW_SECONDS = 60;
const operation = "session.returnFromProvider";

/** What the exchange needs, from what only this browser has: the database could not finish it. */
function deriveSecrets(state: string, browser: string): FlowSecrets {
  const derive = (what: string) =>
    createHmac("sha256", browser).update(`${what}:${state}`).digest("base64url");
  return { state, nonce: derive("nonce"), verifier: derive("verifier") };
}

/** The way to the provider, bound to this browser by a cookie. */
export async function goToProvider(
  call: OpenCall,
  { back }: OperationArguments<"session.goToProvider">,
): Promise<Result<OperationOutput<"session.goToProvider">>> {
  const { deps, flow, now, address: from } = call;
  if (deps.provider === undefined || flow === undefined) return refuse("session/provider-absent");
  if ((await countFlows(call.db, from, now)) >= MOST_OPEN)
    return refuse("session/slow", { seconds: SLOW_SECONDS });
  const [state, browser] = [createToken(), createToken()];
  const address = await deps.provider.findAddress(deriveSecrets(state, browser));
  if (!address.ok) return address;
  const endsAt = new Date(Date.parse(now) + FLOW_MS).toISOString();
  await deps.database.transaction((db) =>
    insertFlow(db, {
      stateHash: hashToken(state),
      browserHash: hashToken(browser),
      back,
      address: from,
      createdAt: now,
      endsAt,
      usedAt: null,
    }),
  );
  flow.carrier.carry(browser, endsAt);
  return ok({ address: address.value, endsAt });
}

const isOfBrowser = ({ browserHash }: ProviderFlow, browser: string): boolean =>
  timingSafeEqual(Buffer.from(browserHash), Buffer.from(hashToken(browser)));

type Refused = {
  readonly txId: string;
  readonly problems: readonly Problem[];
  readonly account?: Account | undefined;
  /** Stands for a person whom the provider knows and we do not; what it calls them may be personal. */
  readonly standsFor?: string;
};

/** Keeps that somebody came back and was not let in. One way there leaves one entry, so nobody can fill the record. */
async function keepRefused(call: OpenCall, { txId, problems, account, standsFor }: Refused): Promise<void> {
  await call.deps.database.transaction((db) =>
    recordOwn(db, call, {
      operation,
      txId,
      person: account,
      isProved: false,
      what: "sign-in-failed",
      note: { reason: problems[0]?.code ?? "", by: "provider" },
      ...(standsFor === undefined ? {} : { standsFor }),
    }),
  );
}

/** Somebody came back from the provider: who they are, and their session or the second factor that is next. */
export async function returnFromProvider(
  call: OpenCall,
  { txId, state, ...brought }: OperationArguments<"session.returnFromProvider">,
): Promise<Result<OperationOutput<"session.returnFromProvider">>> {
  const { deps, now } = call;
  const { provider } = deps;
  if (provider === undefined || call.flow === undefined) return refuse("session/provider-absent");
  const browser = call.flow.token;
  call.flow.carrier.drop();
  const flow = await deps.database.transaction((db) => spendFlow(db, hashToken(state), now));
  if (flow === undefined) return refuse("session/provider-ended");
  const refused = async (
    problems: readonly Problem[],
    rest: Omit<Refused, "txId" | "problems"> = {},
  ): Promise<Result<never>> => {
    await keepRefused(call, { txId, problems, ...rest });
    return { ok: false, problems };
  };
  // Begun in another browser: somebody may want this one signed in as themselves.
  if (browser === undefined || !isOfBrowser(flow, browser))
    return refused([problem("session/provider-ended")]);
  const subject = await provider.findSubject(brought, deriveSecrets(state, browser));
  if (!subject.ok) return refused(subject.problems);
  const link = { issuer: provider.issuer, subject: subject.value };
  const linked = await findLinked(call.db, link);
  const account = linked === undefined ? undefined : await findAccount(call.db, linked.id);
  if (account?.state !== "enabled")
    // An account that is disabled is told like none.
    return refused([problem("session/provider-unlinked", { subject: subject.value })], {
      account,
      standsFor: createHash("sha256").update(`${link.issuer} ${link.subject}`).digest("hex").slice(0, 16),
    });
  const answer = await deps.database.transaction((db) =>
    proceed(db, call, { account, carry: "cookie", method: "provider", operation, txId }),
  );
  return ok({ answer, back: flow.back });
}
