// Entries of the record that sign-in writes itself, since its transactions are its own.
import type { Call } from "../../deps.js";
import type { Db } from "../../storage/database.js";
import { type AuditDraft, appendEntry } from "../audit/append-entry.service.js";

/** What an entry about an account tells. */
export type OwnEntry = {
  readonly operation: string;
  readonly txId: string;
  /** Whose account it is about; undefined: of nobody known. */
  readonly person: { readonly id: string; readonly name: string } | undefined;
  /** Whether that person did it, and not somebody who only tried. */
  readonly isProved: boolean;
  readonly what: string;
  readonly note?: NonNullable<AuditDraft["note"]>;
  /** What stands for the account where there is none. */
  readonly standsFor?: string;
};

/** Adds the entry; last in the transaction, because others wait for the record from here to its end. */
export async function recordOwn(db: Db, call: Call, entry: OwnEntry): Promise<void> {
  const { operation, txId, person, isProved, what, note, standsFor } = entry;
  const { now, address, roles } = call;
  await appendEntry(db, {
    at: now,
    personId: isProved ? (person?.id ?? null) : null,
    name: isProved ? (person?.name ?? "") : "",
    role: roles.join(","),
    address,
    operation,
    txId,
    changes: [
      {
        objectKind: person === undefined ? "unknown-account" : "person",
        objectId: person?.id ?? standsFor ?? "-",
        what,
        fields: [],
      },
    ],
    ...(note === undefined ? {} : { note }),
  });
}
