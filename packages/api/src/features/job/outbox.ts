// The outbox. A change notes what is to happen outside the database in its own transaction; afterwards it is done here.
// A process may die between doing it and writing that it was done, so an effect is asked for again under the same key,
// and what receives it (a file's name, a message's id) knows the key and takes it once.
import type * as z from "zod";
import type { ChangeCall, Deps } from "../../deps.js";
import type { JobResult } from "./job-kind.js";
import { completeEffect, countTry, insertEffect, isEffectDue, takeEffect } from "./outbox.repo.js";

export type EffectKind<Payload extends JobResult> = {
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
  /** Does the effect, or finds by its key that it was done. Short: the embedded database waits meanwhile. */
  perform(deps: Deps, payload: Payload, effectKey: string): Promise<void>;
};

/** An effect kind behind its checked payload. */
export type AnyEffectKind = {
  readonly name: string;
  perform(deps: Deps, payload: unknown, effectKey: string): Promise<void>;
};

export const toAnyEffectKind = <Payload extends JobResult>(kind: EffectKind<Payload>): AnyEffectKind => ({
  name: kind.name,
  perform: async (deps, payload, effectKey) => kind.perform(deps, kind.payload.parse(payload), effectKey),
});

/** Notes an effect in the transaction of the change; of several with one key the first counts. */
export async function queueEffect<Payload extends JobResult>(
  { db, now }: Pick<ChangeCall, "db" | "now">,
  {
    kind,
    payload,
    effectKey,
  }: { readonly kind: EffectKind<Payload>; readonly payload: Payload; readonly effectKey: string },
): Promise<void> {
  await insertEffect(db, { kind: kind.name, payload, effectKey, createdAt: now });
}

/** Does what is due, one after the other; a failed one is logged and tried again later. */
export async function performEffects(deps: Deps, kinds: readonly AnyEffectKind[]): Promise<void> {
  const names = kinds.map(({ name }) => name);
  const isAnyDue = () => isEffectDue(deps.database.db, names, deps.clock().toISOString());
  while (await isAnyDue()) {
    let taken: number | undefined;
    try {
      await deps.database.transaction(async (db) => {
        const effect = await takeEffect(db, names, deps.clock().toISOString());
        const kind = kinds.find(({ name }) => name === effect?.kind);
        if (effect === undefined || kind === undefined) return;
        taken = effect.id;
        await kind.perform(deps, effect.payload, effect.effectKey);
        await completeEffect(db, effect.id, deps.clock().toISOString());
      });
      if (taken === undefined) return;
    } catch (error) {
      if (taken === undefined) throw error;
      deps.log.error("an effect failed", error, { effect: taken });
      await countTry(deps.database.db, taken);
    }
  }
}
