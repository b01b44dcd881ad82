// Writes what an import planned into the register, in the running transaction.
import {
  type ChangedField,
  type Establishment,
  type EstablishmentFacts,
  findAfter,
  type MergedRow,
} from "@shian/domain";
import type { Call, ChangeCall } from "../../deps.js";
import { keepContactMobiles } from "../personal/phones.service.js";
import {
  type FactsChange,
  insertEstablishments,
  listAllEstablishments,
  type NewEstablishment,
  recordStates,
  type StateChange,
  updateEstablishments,
} from "./registry.repo.js";

/** The whole register as it is, for a merge. */
export const listRegister = (call: Call): Promise<readonly Establishment[]> => listAllEstablishments(call.db);

export type WrittenEstablishment = {
  readonly id: string;
  readonly facts: EstablishmentFacts;
  readonly what: "imported" | "updated-by-import";
  readonly changes: readonly ChangedField[];
};

/** Adds what the rows found, writes what they change; rows held, refused or unchanged write nothing. */
export async function writeRegister(
  call: ChangeCall,
  rows: readonly MergedRow[],
): Promise<readonly WrittenEstablishment[]> {
  const founded: NewEstablishment[] = [];
  const written: WrittenEstablishment[] = [];
  const updated: FactsChange[] = [];
  const states: StateChange[] = [];
  const contacts: { readonly id: string; readonly contactMobile: string }[] = [];
  for (const row of rows) {
    const after = findAfter({ row, importedOn: call.today });
    if (after === undefined) continue;
    const { outcome, target } = row;
    const { facts, state, stateSince, contactMobile, changes } = after;
    if (outcome === "created") {
      const id = call.deps.newId();
      founded.push({ id, facts, state, stateSince });
      if (contactMobile !== undefined) contacts.push({ id, contactMobile });
      written.push({ id, facts, what: "imported", changes: [] });
    } else if (outcome === "updated" && target !== null) {
      updated.push({ id: target.id, version: target.version, facts });
      if (contactMobile !== undefined) contacts.push({ id: target.id, contactMobile });
      if (state !== target.state || stateSince !== target.stateSince)
        states.push({ id: target.id, state, from: stateSince });
      written.push({ id: target.id, facts, what: "updated-by-import", changes });
    }
  }
  const [stale] = await updateEstablishments(call.db, updated, { at: call.now, from: call.today });
  // The plan was made in this very transaction, so nobody can have been faster.
  if (stale !== undefined) throw new Error(`establishment ${stale} changed under its own import`);
  await recordStates(call.db, states, call.now);
  await insertEstablishments(call.db, founded, call.now);
  await keepContactMobiles(call, contacts);
  return written;
}
