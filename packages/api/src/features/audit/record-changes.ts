// Noting changes for the record while a service works.
import type { ChangeCall, RecordedChange } from "../../deps.js";

/** Notes what happened to many objects, in their order. */
export function recordChanges(call: ChangeCall, changes: Iterable<RecordedChange>): void {
  for (const change of changes) call.record(change);
}

/** A value as the record keeps it: readable text, null for nothing. */
export function toLogText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(toEntryText).join("、");
  return String(value);
}

/** An entry of a list: of an object its values, one after the other. */
const toEntryText = (entry: unknown): string =>
  typeof entry === "object" && entry !== null
    ? Object.values(entry)
        .filter((part) => part !== null && part !== "")
        .join(" ")
    : String(entry);
