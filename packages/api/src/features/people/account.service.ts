// Accounts: opened, changed, disabled and given a new password by the system administrator, unlocked by the security
// administrator. Neither does the other's part (三员, quality S2); the operations map says who may.
import {
  type AccountState,
  findOrphanedRole,
  isWithin,
  maskPhone,
  type OperationArguments,
  type OperationOutput,
  ok,
  type PersonLink,
  parsePhone,
  type Result,
  refuse,
} from "@shian/domain";
import type { ChangeCall } from "../../deps.js";
import type { ChangedField } from "../audit/audit.table.js";
import { closePasswordLinks, createLink } from "../session/link.service.js";
import { revokeSessionsOf } from "../session/open-session.service.js";
import { resetSecondFactor as clearSecondFactor } from "../session/second-factor.service.js";
import { unlockAccount } from "../session/unlock-account.service.js";
import { clearPassword } from "./account.repo.js";
import { listAdministratorGrants, lockGrants } from "./grant.repo.js";
import { findPerson, insertPerson, isUsernameTaken, type StoredPerson, updatePerson } from "./people.repo.js";
import { mobileField } from "./people.service.js";
import { byWhom, refuseStale } from "./people.views.js";
import { findUnit } from "./unit.repo.js";

/** A mobile number as it is kept: folded and sealed. */
function sealMobile(call: ChangeCall, written: string | null): Result<string | null> {
  if (written === null || written === "") return ok(null);
  const phone = parsePhone(written);
  return phone.ok ? ok(call.deps.keyring.seal(phone.value, mobileField)) : phone;
}

async function hasUnit(call: ChangeCall, id: string | null): Promise<boolean> {
  if (id === null) return true;
  const unit = await findUnit(call.db, id);
  return unit !== undefined && (isWithin(unit, call.today) || unit.from > call.today);
}

const makeLink = (call: ChangeCall, personId: string) =>
  createLink(call.db, {
    purpose: "password",
    personId,
    createdBy: call.actor?.personId ?? null,
    now: call.now,
  });

/** Opens an account and gives the link by which its owner chooses a password. */
export async function createPerson(
  call: ChangeCall,
  input: OperationArguments<"people.create">,
): Promise<Result<PersonLink>> {
  const { name, kind, username, unit, officePhone } = input;
  // Two who choose one user name at once are told apart here, not by the unique index.
  await lockGrants(call.db);
  if (await isUsernameTaken(call.db, username)) return refuse("person/username-taken", { username });
  if (!(await hasUnit(call, unit))) return refuse("person/unit-unknown");
  const mobile = sealMobile(call, input.mobile);
  if (!mobile.ok) return mobile;
  const id = call.deps.newId();
  await insertPerson(
    call.db,
    { id, kind, name, unitId: unit, username, officePhone, mobile: mobile.value },
    byWhom(call),
  );
  const given = { name, kind, username, unit, officePhone };
  call.record({
    objectKind: "person",
    objectId: id,
    what: "created",
    fields: Object.entries(given).flatMap(([field, after]) =>
      after === null ? [] : [{ field, before: null, after }],
    ),
  });
  return ok({ id, ...(await makeLink(call, id)) });
}

/** Corrects name, unit and phones; user name and kind stay as they are. */
export async function changePerson(
  call: ChangeCall,
  input: OperationArguments<"people.change">,
): Promise<Result<OperationOutput<"people.change">>> {
  const person = await findPerson(call.db, input.id);
  if (person === undefined) return refuse("request/not-found", { id: input.id });
  if (person.version !== input.version) return refuseStale(person);
  const { name, unit, officePhone } = input;
  if (unit !== person.unit?.id && !(await hasUnit(call, unit))) return refuse("person/unit-unknown");
  const mobile = input.mobile === undefined ? ok(person.mobile) : sealMobile(call, input.mobile);
  if (!mobile.ok) return mobile;
  // The record shows that a number changed and enough of it to tell which, never the number.
  const shown = (sealed: string | null) =>
    sealed === null ? null : maskPhone(call.deps.keyring.unseal(sealed, mobileField));
  const fields: ChangedField[] = (
    [
      { field: "name", before: person.name, after: name },
      { field: "unit", before: person.unit?.id ?? null, after: unit },
      { field: "officePhone", before: person.officePhone, after: officePhone },
      { field: "mobile", before: shown(person.mobile), after: shown(mobile.value) },
    ] satisfies ChangedField[]
  ).filter(({ before, after }) => before !== after);
  const change = { name, unitId: unit, officePhone, mobile: mobile.value };
  const written = await updatePerson(call.db, input, change, byWhom(call));
  if (!written) return refuseStale((await findPerson(call.db, input.id)) ?? person);
  call.record({ objectKind: "person", objectId: person.id, what: "changed", fields });
  return ok({ id: person.id, version: input.version + 1 });
}

async function moveState(
  call: ChangeCall,
  input: OperationArguments<"people.disable">,
  state: AccountState,
  check: (person: StoredPerson) => Promise<Result<null>>,
): Promise<Result<OperationOutput<"people.disable">>> {
  await lockGrants(call.db);
  const person = await findPerson(call.db, input.id);
  if (person === undefined) return refuse("request/not-found", { id: input.id });
  if (person.version !== input.version) return refuseStale(person);
  if (person.state === state) return refuse("person/state-already", { state });
  const checked = await check(person);
  if (!checked.ok) return checked;
  const written = await updatePerson(call.db, input, { state }, byWhom(call));
  if (!written) return refuseStale((await findPerson(call.db, input.id)) ?? person);
  call.record({
    objectKind: "person",
    objectId: person.id,
    what: state,
    fields: [
      { field: "state", before: person.state, after: state },
      { field: "reason", before: null, after: input.reason },
    ],
  });
  return ok({ id: person.id, version: input.version + 1 });
}

/** Disables an account; its sessions, terminals and keys end in the same transaction. */
export const disablePerson = (
  call: ChangeCall,
  input: OperationArguments<"people.disable">,
): Promise<Result<OperationOutput<"people.disable">>> =>
  moveState(call, input, "disabled", async ({ id }) => {
    if (id === call.actor?.personId) return refuse("person/oneself");
    const administrators = await listAdministratorGrants(call.db);
    const role = findOrphanedRole({ person: id, administrators, today: call.today });
    if (role !== undefined) return refuse("person/last-administrator", { role });
    await revokeSessionsOf(call.db, id, "disabled", call.now);
    await closePasswordLinks(call.db, id, call.now);
    return ok(null);
  });

/** Opens a disabled account again; grants that have not ended are in force again with it. */
export const enablePerson = (
  call: ChangeCall,
  input: OperationArguments<"people.enable">,
): Promise<Result<OperationOutput<"people.enable">>> =>
  moveState(call, input, "enabled", async () => ok(null));

/** Makes the present password useless, ends every session and gives a link for a new one. */
export async function resetPassword(
  call: ChangeCall,
  { id, reason }: OperationArguments<"people.resetPassword">,
): Promise<Result<PersonLink>> {
  const person = await findPerson(call.db, id);
  if (person === undefined) return refuse("request/not-found", { id });
  if (id === call.actor?.personId) return refuse("person/oneself");
  if (person.state === "disabled") return refuse("grant/person-disabled");
  await clearPassword(call.db, id, call.now);
  await revokeSessionsOf(call.db, id, "password reset", call.now);
  call.record({
    objectKind: "person",
    objectId: id,
    what: "password-reset",
    fields: [{ field: "reason", before: null, after: reason }],
  });
  return ok({ id, ...(await makeLink(call, id)) });
}

type OfOne = OperationArguments<"people.unlock">;

async function settleSignIn(
  call: ChangeCall,
  { id, reason }: OfOne,
  what: string,
  settle: (person: StoredPerson) => Promise<void>,
): Promise<Result<{ id: string }>> {
  const person = await findPerson(call.db, id);
  if (person === undefined) return refuse("request/not-found", { id });
  await settle(person);
  const fields = [{ field: "reason", before: null, after: reason }];
  call.record({ objectKind: "person", objectId: id, what, fields });
  return ok({ id });
}

/** Forgets wrong tries, so that the person may sign in again from everywhere. */
export const unlockPerson = (call: ChangeCall, input: OfOne): Promise<Result<{ id: string }>> =>
  settleSignIn(call, input, "unlocked", ({ username }) => unlockAccount(call.db, username));

/** Takes an authenticator off whose owner lost it, once the security administrator has seen who they are. */
export const resetSecondFactor = (call: ChangeCall, input: OfOne): Promise<Result<{ id: string }>> => {
  if (input.id === call.actor?.personId) return Promise.resolve(refuse("person/oneself"));
  return settleSignIn(call, input, "second-factor-reset", async ({ id }) => {
    await clearSecondFactor(call.db, id, call.now);
    await revokeSessionsOf(call.db, id, "second factor reset", call.now);
  });
};
