// Writes what an import planned into the register, in the running transaction.
import {
  type AbsorbedEstablishment,
  type ChangedField,
  type Establishment,
  type EstablishmentFacts,
  type EstablishmentState,
  type FindContactMobile,
  findAfter,
  type MergedRow,
  type PlainDate,
} from "@shian/domain";
import type { Call, ChangeCall } from "../../deps.js";
import { createContactFinder, keepContactMobiles } from "../personal/phones.service.js";
import { listExits } from "./exit.repo.js";
import {
  type FactsChange,
  insertEstablishments,
  listAllEstablishments,
  type NewEstablishment,
  recordStates,
  type StateChange,
  updateEstablishments,
} from "./registry.repo.js";

/** The register as a file is merged into it: those that left take no part, absorbed ones lead to whom they are part of. */
export type MergeableRegister = {
  readonly register: readonly Establishment[];
  readonly absorbed: readonly AbsorbedEstablishment[];
};

/** The whole register as it is, for a merge with an import. */
export async function listRegister(call: Call): Promise<MergeableRegister> {
  const all = await listAllEstablishments(call.db);
  const exits = await listExits(call.db);
  if (exits.length === 0) return { register: all, absorbed: [] };
  const left = new Map(exits.map((exit) => [exit.establishment, exit]));
  const byId = new Map(all.map((one) => [one.id, one]));
  const absorbed = exits.flatMap(({ establishment, leadsTo }): AbsorbedEstablishment[] => {
    // The one it leads to may have been absorbed in its turn.
    let into = leadsTo;
    for (let steps = 0; into !== null && left.has(into) && steps < exits.length; steps += 1)
      into = left.get(into)?.leadsTo ?? null;
    const [gone, survivor] = [byId.get(establishment), into === null ? undefined : byId.get(into)];
    return gone === undefined || survivor === undefined ? [] : [{ absorbed: gone, survivor }];
  });
  return { register: all.filter(({ id }) => !left.has(id)), absorbed };
}

/**
 * What an establishment was before a row changed it, besides its facts, whose versions tell that; the contact's number in
 * clear, where the row changed it.
 */
export type BeforeRow = {
  readonly state: EstablishmentState;
  readonly stateSince: PlainDate;
  readonly contactMobile?: string | null;
};

export type WrittenEstablishment = {
  readonly row: number;
  readonly id: string;
  /** The version that the row left behind. */
  readonly version: number;
  readonly before: BeforeRow | null;
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
  let findContact: FindContactMobile | undefined;
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
      written.push({ row: row.row, id, version: 1, before: null, facts, what: "imported", changes: [] });
    } else if (outcome === "updated" && target !== null) {
      updated.push({ id: target.id, version: target.version, facts });
      const before: BeforeRow = { state: target.state, stateSince: target.stateSince };
      if (contactMobile !== undefined) {
        findContact ??= await createContactFinder(call);
        Object.assign(before, { contactMobile: findContact(target.id) });
        contacts.push({ id: target.id, contactMobile });
      }
      const isMoved = state !== target.state || stateSince !== target.stateSince;
      if (isMoved) states.push({ id: target.id, state, from: stateSince });
      written.push({
        row: row.row,
        id: target.id,
        // Facts raise it once, and so does a state.
        version: target.version + (isMoved ? 2 : 1),
        before,
        facts,
        what: "updated-by-import",
        changes,
      });
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
