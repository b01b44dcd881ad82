// Withdrawing what is kept: it stays, and stands no more.
import { ok, type Result } from "@shian/domain";
import { type ChangeCall, nameOf } from "../../deps.js";
import { staleOf } from "./stale.js";
import { type Kept, type KeptKind, updateKept } from "./training.repo.js";

const objectKinds = {
  plan: "training-plan",
  session: "training-session",
  document: "superior-document",
} as const satisfies { readonly [kind in KeptKind]: string };

/** Withdraws the version seen of one that who asks may change. */
export async function withdraw(
  call: ChangeCall,
  kind: KeptKind,
  known: Result<Kept<{ readonly title: string }>>,
  { version, reason }: { readonly version: number; readonly reason: string },
): Promise<Result<{ readonly id: string }>> {
  if (!known.ok) return known;
  const { id, content } = known.value;
  const by = { at: call.now, by: nameOf(call) };
  const isDone =
    known.value.version === version &&
    (await updateKept(call.db, kind, { id, version }, { withdrawnAt: call.now }, by));
  if (!isDone) return staleOf(known.value);
  call.record({
    objectKind: objectKinds[kind],
    objectId: id,
    what: "withdrawn",
    fields: [
      { field: "title", before: content.title, after: null },
      { field: "reason", before: null, after: reason },
    ],
  });
  return ok({ id });
}
