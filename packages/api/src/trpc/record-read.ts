// Reads that the record keeps too: searches, exports, sensitive data.
import type { Call } from "../deps.js";
import { appendEntry } from "../features/audit/append-entry.service.js";
import { toDraft } from "./to-draft.js";

/** Longest part of a question that the record keeps. */
const MOST_CHARACTERS = 1000;

/** Records that the call read something, with what it asked for. */
export async function recordRead(call: Call, operation: string, question: unknown): Promise<void> {
  const asked = JSON.stringify(question ?? null).slice(0, MOST_CHARACTERS);
  await call.deps.database.transaction((db) =>
    appendEntry(db, toDraft(call, { operation, txId: call.deps.newId(), note: { asked } })),
  );
}
