// Brings an empty office to the point where its first office person may work, the way its administrators do it, but by
// the client instead of by hand:
//   node --import tsx --conditions=@shian/source scripts/set-up-office.ts --link LINK
// LINK is the set-up link that the server printed. Prints one JSON line: the office person's user name, password, token.
import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import { createClient } from "@shian/api/client";
import { TOTP } from "otpauth";

const { values } = parseArgs({ options: { link: { type: "string" } } });
if (values.link === undefined) throw new Error("--link LINK is missing");
const link = new URL(values.link);
const url = link.origin;
const txId = () => `set-up-${randomUUID()}`;
/** One for each account; a password may not hold the user name. */
const passwordOf = (username: string) => `Qinghe-${username.length}-${[...username].reverse().join("")}!`;
const open = createClient({ url });

async function enter(username: string, password: string): Promise<string> {
  const answer = await open.session.begin.mutate({ txId: txId(), username, password, carry: "token" });
  if (answer.state !== "signed-in" || answer.token === null)
    throw new Error(`${username} could not sign in: ${answer.state}`);
  return answer.token;
}
const asBearer = (token: string) => createClient({ url, headers: { authorization: `Bearer ${token}` } });

/** Signs an administrator in and binds an authenticator, without which nothing opens. */
async function enterAdministrator(username: string) {
  const client = asBearer(await enter(username, passwordOf(username)));
  const { address } = await client.session.beginTotp.mutate({
    txId: txId(),
    password: passwordOf(username),
  });
  const parameters = new URL(address).searchParams;
  const code = new TOTP({ secret: parameters.get("secret") ?? "" }).generate();
  await client.session.confirmTotp.mutate({ txId: txId(), code });
  return client;
}

await open.setup.begin.mutate({
  txId: txId(),
  token: link.hash.slice(1),
  administrators: [
    { role: "system", name: "公孙策远", username: "gongsun", password: passwordOf("gongsun") },
    { role: "security", name: "商陆离", username: "shangluli", password: passwordOf("shangluli") },
    { role: "audit", name: "端木青简", username: "duanmu", password: passwordOf("duanmu") },
  ],
});
const system = await enterAdministrator("gongsun");
const made = await system.people.create.mutate({
  txId: txId(),
  name: "晏清禾",
  username: "yanqinghe",
  unit: null,
  officePhone: null,
  mobile: null,
});
const security = await enterAdministrator("shangluli");
await security.grant.give.mutate({
  txId: txId(),
  person: made.id,
  role: "office",
  territory: "CN",
  official: null,
  establishment: null,
  leading: false,
  to: null,
  reason: "首次设置",
});
const password = passwordOf("yanqinghe");
await open.session.useLink.mutate({ txId: txId(), token: made.token, password });
console.log(JSON.stringify({ username: "yanqinghe", password, token: await enter("yanqinghe", password) }));
