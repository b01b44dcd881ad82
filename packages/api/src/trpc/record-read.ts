// Reads that the record keeps too: searches, exports, sensitive data.
import { type AuditDraft, maskPersonal } from "@shian/domain";
import type { Call } from "../deps.js";
import { appendEntries } from "../features/audit/append-entry.service.js";
import type { Database } from "../storage/database.js";
import { toDraft } from "./to-draft.js";

/** Longest part of a question that the record keeps. */
const MOST_CHARACTERS = 1000;
const MOST_TOGETHER = 100;

type Waiting = { readonly draft: AuditDraft; resolve(): void; reject(reason: unknown): void };

const queues = new WeakMap<Database, Waiting[]>();

/** Writes what waits, and what came while it was written, until nothing is left. */
async function writeWaiting(database: Database, queue: Waiting[]): Promise<void> {
  while (queue.length > 0) {
    const batch = queue.slice(0, MOST_TOGETHER);
    try {
      await database.transaction((db) =>
        appendEntries(
          db,
          batch.map(({ draft }) => draft),
        ),
      );
      for (const { resolve } of batch) resolve();
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
    queue.splice(0, batch.length);
  }
}

/** What a download's filter says: the address carries it as JSON text. */
function readFilter(text: string): unknown {
  try {
    return text.startsWith("{") ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

/** Masked before it is quoted and cut: an escape before a number, or half of one, would hide it from the masking. */
const maskText = (_: string, value: unknown): unknown =>
  typeof value === "string" ? (readFilter(value) ?? maskPersonal(value)) : value;

/**
 * Records that the call read something, with what it asked for; resolves once that is committed. Reads that come together
 * are written together, so that many people who search do not wait for one another's commits.
 */
export function recordRead(call: Call, operation: string, question: unknown): Promise<void> {
  const asked = JSON.stringify(question ?? null, maskText).slice(0, MOST_CHARACTERS);
  const draft = toDraft(call, { operation, txId: call.deps.newId(), note: { asked } });
  const { database } = call.deps;
  const queue = queues.get(database) ?? [];
  queues.set(database, queue);
  return new Promise((resolve, reject) => {
    queue.push({ draft, resolve, reject });
    if (queue.length === 1) void writeWaiting(database, queue);
  });
}
