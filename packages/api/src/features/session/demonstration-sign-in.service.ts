// Entering a demonstration as one of its made-up people. Outside demonstration mode there is no such door.
import {
  type DemonstrationPerson,
  type OperationArguments,
  ok,
  type Result,
  refuse,
  roles,
  type SignInAnswer,
} from "@shian/domain";
import type { OpenCall } from "../../trpc/procedures.js";
import { getTree } from "../territory/territory.service.js";
import { enter } from "./begin-session.service.js";
import { type DemonstrationRow, listWithoutPassword } from "./current-session.repo.js";
import { findAccount } from "./sign-in.repo.js";

/** The order of the page: who works with the product first, the three administrators last. */
const order: readonly string[] = [...roles.slice(3), ...roles.slice(0, 3)];
const rankOf = ({ role }: DemonstrationRow): number => order.indexOf(role);

/** Whom visitors may be: everyone with a role and without a password, each once. Empty outside demonstration mode. */
export async function listDemonstrationPeople(call: OpenCall): Promise<DemonstrationPerson[]> {
  if (call.deps.mode !== "demo") return [];
  const tree = await getTree(call);
  const rows = [...(await listWithoutPassword(call.db))].sort((a, b) => rankOf(a) - rankOf(b));
  const firsts = rows.filter((row, at) => rows.findIndex(({ id }) => id === row.id) === at);
  return firsts.flatMap(({ id, name, unit, role: granted, territory, leading }) => {
    const role = roles.find((one) => one === granted);
    if (role === undefined) return [];
    const place = territory === null ? null : (tree.find(territory)?.name ?? territory);
    return [{ id, name, unit, role, place, leading }];
  });
}

/** Enters as one of them. An administrator counts as having shown a second factor, for nobody has one here. */
export async function enterDemonstration(
  call: OpenCall,
  { txId, person, carry }: OperationArguments<"session.enterDemonstration">,
): Promise<Result<SignInAnswer>> {
  const { deps, db, now } = call;
  if (deps.mode !== "demo") return refuse("session/not-demonstration");
  const people = await listDemonstrationPeople(call);
  const account = people.some(({ id }) => id === person) ? await findAccount(db, person) : undefined;
  if (account === undefined) return refuse("request/not-found", { id: person });
  return deps.database.transaction(async (tx) =>
    ok(
      await enter(tx, call, {
        account,
        carry,
        method: "demonstration",
        operation: "session.enterDemonstration",
        txId,
        secondFactorAt: now,
        note: { demonstration: "yes" },
      }),
    ),
  );
}
