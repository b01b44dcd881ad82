// A demonstration has no passwords: the terminal, unless it has signed in as somebody else, is its office's person.
import type { ShianClient } from "@shian/api/client";
import { createTxId } from "./commands/create-tx-id.js";

/** Who was entered, and the token. */
export type Entered = { readonly token: string; readonly name: string };

/** Enters as the office's person; undefined when the server is no demonstration. */
export async function enterDemonstration(client: ShianClient): Promise<Entered | undefined> {
  const { mode, demonstrationPeople } = await client.session.current.query({});
  const office = demonstrationPeople.find(({ role }) => role === "office");
  if (mode !== "demo" || office === undefined) return undefined;
  const answer = await client.session.enterDemonstration.mutate({
    txId: createTxId(),
    person: office.id,
    carry: "token",
  });
  return answer.state === "signed-in" && answer.token !== null
    ? { token: answer.token, name: office.name }
    : undefined;
}
