// Who asked what, as the record keeps it.
import type { Call, RecordedChange } from "../deps.js";
import type { AuditDraft } from "../features/audit/append-entry.service.js";

/** The entry of one operation of the call. */
export const toDraft = (
  { actor, roles, address, now }: Call,
  asked: {
    readonly operation: string;
    readonly txId: string;
    readonly changes?: readonly RecordedChange[];
    readonly note?: NonNullable<AuditDraft["note"]>;
  },
): AuditDraft => ({
  at: now,
  personId: actor?.personId ?? null,
  name: actor?.name ?? "",
  role: roles.join(","),
  address,
  changes: [],
  ...asked,
});
