// Telephone and identity numbers that somebody typed do not reach the record: not in a question, a reason or a value.
// Source: quality S9 (masked unless the role may read) and S10 (reads and searches logged too).
import { maskPersonal } from "../privacy/mask.js";
import type { RecordedChange } from "./audit-entry.schema.js";
import type { AuditDraft } from "./chain-entry.js";

/** What stands for an account that there is not is what was typed; every other id is the product's own. */
const typedKind = "unknown-account";

const maskValue = (value: string | null): string | null => (value === null ? null : maskPersonal(value));

const maskChange = ({ objectKind, objectId, what, fields }: RecordedChange): RecordedChange => ({
  objectKind,
  objectId: objectKind === typedKind ? maskPersonal(objectId) : objectId,
  what,
  fields: fields.map(({ field, before, after }) => ({
    field,
    before: maskValue(before),
    after: maskValue(after),
  })),
});

/**
 * The draft of an entry with every mobile and identity number in its notes and in what it changed masked. Done where
 * entries are chained, so that no writer of one can forget it.
 *
 * @example
 * const asked = { at: "", personId: null, name: "", role: "", address: "-", operation: "o", txId: "t", changes: [] };
 * maskDraft({ ...asked, note: { asked: "查 13812345678" } }).note; // => { asked: "查 138****5678" }
 */
export function maskDraft(draft: AuditDraft): AuditDraft {
  const { note, changes } = draft;
  return {
    ...draft,
    changes: changes.map(maskChange),
    ...(note === undefined
      ? {}
      : { note: Object.fromEntries(Object.entries(note).map(([name, text]) => [name, maskPersonal(text)])) }),
  };
}
