// Changing the key: a new one seals from now on, and everything sealed with older ones is sealed anew, a few hundred
// values a transaction. Broken off anywhere it goes on where it stopped: what the newest key sealed is left alone. Older
// keys stay in the file, because backups made before need them, until they are forgotten by hand.
import type { Deps } from "../../deps.js";
import { appendEntry } from "../audit/append-entry.service.js";
import { saveSetting } from "../office/office-setting.service.js";
import { lockKeys } from "./personal.repo.js";
import {
  countByKey,
  listSealedOtherwise,
  replaceSealed,
  type SealedPlace,
  sealedPlaces,
} from "./sealed-columns.repo.js";
import { keyCheckSetting } from "./settle-keyring.service.js";

type Needed = Pick<Deps, "database" | "keyring" | "clock">;

const BATCH = 500;
/** A file may have 20 MiB. */
const FILES = 4;

/** How many values each key sealed; a key of the file that sealed none has 0. */
export async function countSealed({ database, keyring }: Needed): Promise<ReadonlyMap<string, number>> {
  const counts = new Map(keyring.listKeys().map((key) => [key, 0]));
  for (const place of sealedPlaces)
    for (const [key, count] of await countByKey(database.db, place))
      counts.set(key, (counts.get(key) ?? 0) + count);
  return counts;
}

async function resealPlace({ database, keyring }: Needed, place: SealedPlace): Promise<number> {
  const key = keyring.currentKey();
  const limit = place.kind === "bytes" ? FILES : BATCH;
  let renewed = 0;
  let after = "(0,0)";
  for (;;) {
    const found = await database.transaction(async (tx) => {
      const values = await listSealedOtherwise(tx, place, { key, after, limit });
      for (const one of values) {
        const { value } = one;
        const now =
          typeof value === "string"
            ? keyring.seal(keyring.unseal(value, place.field), place.field)
            : keyring.sealBytes(keyring.unsealBytes(value, place.field), place.field);
        await replaceSealed(tx, place, one, now);
      }
      return values;
    });
    renewed += found.length;
    const last = found.at(-1);
    if (last === undefined) return renewed;
    after = last.at;
  }
}

/**
 * Seals with the newest key whatever an older one sealed, also what other processes sealed meanwhile; gives how many
 * values. Done again it finds nothing to do.
 */
export async function resealAll(deps: Needed): Promise<number> {
  let renewed = 0;
  for (;;) {
    let inThisWalk = 0;
    for (const place of sealedPlaces) inThisWalk += await resealPlace(deps, place);
    renewed += inThisWalk;
    if (inThisWalk === 0) return renewed;
  }
}

/** Makes a new key and seals everything with it; gives its id and how many values were sealed anew. */
export async function rotateKeys(deps: Needed): Promise<{ readonly key: string; readonly renewed: number }> {
  const { database, keyring, clock } = deps;
  const now = clock();
  const key = await database.transaction(async (tx) => {
    await lockKeys(tx);
    // On the disk before the database names it: a crash between the two leaves a key too many, never one too few.
    const made = keyring.rotate(now);
    await saveSetting(tx, keyCheckSetting, { key: made, check: keyring.check(made) }, now.toISOString());
    await appendEntry(tx, {
      at: now.toISOString(),
      personId: null,
      name: "",
      role: "",
      address: "-",
      operation: "keys.rotate",
      txId: `keys-${made}`,
      changes: [{ objectKind: "key", objectId: made, what: "created", fields: [] }],
    });
    return made;
  });
  return { key, renewed: await resealAll(deps) };
}

/** Forgets a key that seals nothing in the database any more; gives how many values still need it, 0 when it is gone. */
export async function forgetKey(deps: Needed, key: string): Promise<number> {
  const needed = (await countSealed(deps)).get(key) ?? 0;
  if (needed === 0) deps.keyring.forget(key);
  return needed;
}
