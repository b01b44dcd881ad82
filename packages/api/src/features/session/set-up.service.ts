// The first set-up: the three administrators (三员), in one go and once.
import {
  type OperationArguments,
  type OperationOutput,
  ok,
  type Result,
  refuse,
  refuseAll,
} from "@shian/domain";
import type { OpenCall } from "../../trpc/procedures.js";
import { appendEntry } from "../audit/append-entry.service.js";
import { savePassword } from "./credential.repo.js";
import { findLink, spendLink } from "./one-time.repo.js";
import { hashToken } from "./secret.js";
import { type ChosenPassword, choosePassword } from "./set-password.service.js";
import { findTaken, insertAdministrator, isSetUp, lockSetUp } from "./set-up.repo.js";

type Administrator = OperationArguments<"setup.begin">["administrators"][number];

const findTwice = (texts: readonly string[]): string | undefined =>
  texts.find((text, at) => texts.indexOf(text) !== at);

/** Whether the administrators exist; a demonstration needs no set-up. */
export async function getSetUpState({ deps, db }: OpenCall): Promise<Result<OperationOutput<"setup.state">>> {
  const done = deps.mode === "demo" || (await isSetUp(db));
  return ok({ done, passwordProfile: deps.passwordProfile });
}

/** Each administrator's password, hashed, or the first reasons why one will not do. */
async function chooseAll(
  call: OpenCall,
  administrators: readonly Administrator[],
): Promise<Result<readonly (Administrator & { readonly chosen: ChosenPassword })[]>> {
  const ready: (Administrator & { readonly chosen: ChosenPassword })[] = [];
  for (const one of administrators) {
    const nobody = { username: one.username, passwordHash: null, earlierHashes: [] };
    const chosen = await choosePassword(call.deps, nobody, one.password);
    if (!chosen.ok)
      return refuseAll(
        chosen.problems.map(({ code, params }) => ({ code, params: { ...params, username: one.username } })),
      );
    ready.push({ ...one, chosen: chosen.value });
  }
  return ok(ready);
}

/** Makes the three administrators; refuses once there is one. */
export async function beginSetUp(
  call: OpenCall,
  { txId, token, administrators }: OperationArguments<"setup.begin">,
): Promise<Result<{ done: true }>> {
  const { deps, db, now, today, address } = call;
  const tokenHash = hashToken(token);
  if (deps.mode === "demo" || (await isSetUp(db))) return refuse("session/set-up-done");
  if ((await findLink(db, tokenHash, now))?.purpose !== "set-up") return refuse("session/link-ended");
  const role = findTwice(administrators.map((one) => one.role));
  if (role !== undefined)
    return refuse("request/invalid-input", { path: "administrators", reason: `${role} stands twice` });
  const username = findTwice(administrators.map((one) => one.username));
  if (username !== undefined) return refuse("session/same-username", { username });
  const chosen = await chooseAll(call, administrators);
  if (!chosen.ok) return chosen;
  return deps.database.transaction(async (tx) => {
    await lockSetUp(tx);
    if (await isSetUp(tx)) return refuse("session/set-up-done");
    const taken = await findTaken(
      tx,
      administrators.map((one) => one.username),
    );
    if (taken !== undefined) return refuse("session/username-taken", { username: taken });
    if (!(await spendLink(tx, tokenHash, now))) return refuse("session/link-ended");
    const made: string[] = [];
    for (const one of chosen.value) {
      const personId = deps.newId();
      const { name, username, role } = one;
      await insertAdministrator(tx, { personId, grantId: deps.newId(), name, username, role, today, now });
      await savePassword(tx, { personId, ...one.chosen, now });
      made.push(personId);
    }
    await appendEntry(tx, {
      at: now,
      personId: null,
      name: "",
      role: "public",
      address,
      operation: "setup.begin",
      txId,
      changes: chosen.value.map((one, at) => ({
        objectKind: "person",
        objectId: made[at] ?? "",
        what: "created",
        fields: [
          { field: "name", before: null, after: one.name },
          { field: "username", before: null, after: one.username },
          { field: "role", before: null, after: one.role },
        ],
      })),
    });
    return ok({ done: true });
  });
}
