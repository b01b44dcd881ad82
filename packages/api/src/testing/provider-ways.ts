// The way to the identity provider and back, as a browser goes it.
import { toProblems } from "../client/index.js";
import type { TestProvider } from "./create-test-provider.js";
import type { SignInStage, Visitor } from "./sign-in-stage.js";

/** What stands in the address that the provider sends the browser back to. */
export type Brought = {
  readonly state: string;
  readonly code?: string;
  readonly issuer?: string;
  readonly error?: string;
};

/** `ok`, or the code of the first reason why not. */
export const codeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "ok",
    (error: unknown) => toProblems(error)[0]?.code ?? String(error),
  );

/** The page of the provider that the visitor is sent to. */
export const goToProvider = async (stage: SignInStage, visitor: Visitor, back = "/"): Promise<string> =>
  (await visitor.client.session.goToProvider.mutate({ txId: stage.test.newTxId(), back })).address;

/** Signs somebody in at that page; gives what the browser comes back with. */
export async function signInThere(
  provider: TestProvider,
  address: string,
  subject: string,
): Promise<Required<Omit<Brought, "error">>> {
  const { searchParams } = await provider.signIn(address, subject);
  return {
    state: searchParams.get("state") ?? "",
    code: searchParams.get("code") ?? "",
    issuer: searchParams.get("iss") ?? "",
  };
}

/** Comes back with it. */
export const comeBack = (stage: SignInStage, visitor: Visitor, brought: Brought) =>
  visitor.client.session.returnFromProvider.mutate({ txId: stage.test.newTxId(), ...brought });
