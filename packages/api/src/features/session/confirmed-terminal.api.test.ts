// A terminal that its owner confirmed and that has not come back for its session yet: what ends sessions ends it too.
import { afterAll, beforeAll, expect, it } from "vitest";
import { codeOf } from "../../testing/provider-ways.js";
import { createSignInStage, type SignInStage, type Visitor } from "../../testing/sign-in-stage.js";

const right = "Lanwan-889-ok";
let stage: SignInStage;
const txId = () => stage.test.newTxId();
beforeAll(async () => {
  stage = await createSignInStage();
});
afterAll(() => stage.close());

async function enter(username: string): Promise<Visitor> {
  await stage.addPerson(username, right);
  const question = { txId: txId(), username, password: right, carry: "token" } as const;
  const answer = await stage.visit().client.session.begin.mutate(question);
  if (answer.state === "second-factor" || answer.token === null) throw new Error(answer.state);
  return stage.visit({ token: answer.token });
}

it.each<[string, (owner: Visitor) => Promise<unknown>, string]>([
  ["nothing", async () => undefined, "ok"],
  [
    "a new password",
    ({ client }) =>
      client.session.changePassword.mutate({ txId: txId(), current: right, next: "Lanwan-890-ok" }),
    "session/device-ended",
  ],
  [
    "ending all other sessions",
    ({ client }) => client.session.revoke.mutate({ txId: txId(), id: "others" }),
    "session/device-ended",
  ],
  [
    "ending the session that confirmed it",
    async ({ client }) => {
      const { rows } = await client.session.list.query({});
      return client.session.revoke.mutate({ txId: txId(), id: rows[0]?.id ?? "" });
    },
    "session/device-ended",
  ],
])("after %s the terminal gets its answer", async (what, end, code) => {
  const owner = await enter(`owner-${what.replaceAll(" ", "-").slice(0, 20)}`);
  const { client } = stage.visit({ address: "192.0.2.9" });
  const { deviceCode, userCode } = await client.device.begin.mutate({ txId: txId(), name: "desk-4" });
  await owner.client.device.confirm.mutate({ txId: txId(), userCode, approve: true });
  await end(owner);
  expect(await codeOf(client.device.poll.mutate({ txId: txId(), deviceCode }))).toBe(code);
});
