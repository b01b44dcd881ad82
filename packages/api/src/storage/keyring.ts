// Seals text with keys that live outside the database. Sealed text names its key, so that keys can change: the newest
// seals, older ones only open what they sealed.
import { randomBytes } from "node:crypto";
import { createKeyFile, type KeyFile, readKeyFile, replaceKeyFile, watchKeyFile } from "./keyring-file.js";
import { SUITE_KEY_BYTES, type SuiteCipher, type SuiteName, suites } from "./suite.js";

export type Keyring = {
  /** The algorithms, chosen when the keys were first made. */
  readonly suite: SuiteName;
  /** The sealed form of the text, bound to the field it belongs to, such as `person.mobile`. */
  seal(text: string, field: string): string;
  /** The text again; throws when it was sealed for another field, with an unknown key, or was altered. */
  unseal(sealed: string, field: string): string;
  /** The same for bytes, such as those of a file. */
  sealBytes(bytes: Uint8Array, field: string): Uint8Array;
  unsealBytes(sealed: Uint8Array, field: string): Uint8Array;
  /** Id of the key that seals. */
  currentKey(): string;
  /** Ids of all keys, the current one last. */
  listKeys(): readonly string[];
  /** A value that only the holder of the key can give, kept in the database to recognise the right key file. */
  check(key: string): string;
  /** Makes a new key, on the disk before it returns, and seals with it from now on; gives its id. */
  rotate(now: Date): string;
  /** Forgets a key that is not the current one: what it sealed, also in backups, can never be opened again. */
  forget(key: string): void;
};

/** Where the keys are kept. */
export type KeyStore = {
  /** The keys as they are now; another process may have changed them. */
  read(): KeyFile;
  replace(file: KeyFile): void;
};

/** The beginning of sealed text: the version of its form. */
const FORM = "s1";
/** `s1.` key `.` bytes. */
const sealedPattern = /^s1\.([0-9a-f]{12})\.([A-Za-z0-9_-]+)$/;

/** Id of the key that sealed the text; undefined when it is not sealed text. */
export const findSealingKey = (sealed: string): string | undefined => sealedPattern.exec(sealed)?.[1];

const HEAD_BYTES = 16;

/** Id of the key that sealed the bytes; undefined when they are not sealed. */
export function findBytesKey(sealed: Uint8Array): string | undefined {
  const head = Buffer.from(sealed.subarray(0, HEAD_BYTES)).toString("latin1");
  return /^s1\.([0-9a-f]{12})\.$/.exec(head)?.[1];
}

const makeKey = (now: Date): KeyFile["keys"][number] => ({
  id: randomBytes(6).toString("hex"),
  key: randomBytes(SUITE_KEY_BYTES).toString("base64"),
  madeAt: now.toISOString(),
});

/** A first set of keys: one, just made. */
export const makeKeys = (suite: SuiteName, now: Date): KeyFile => ({
  version: 1,
  suite,
  keys: [makeKey(now)],
});

/** A keyring over a store of keys. */
export function createKeyring(store: KeyStore): Keyring {
  const ciphers = new Map<string, SuiteCipher>();
  const keyOf = (id: string) => {
    const found = store.read().keys.find((key) => key.id === id);
    if (found === undefined) throw new Error(`the key ${id} is not in the key file`);
    return Buffer.from(found.key, "base64");
  };
  const cipherOf = (id: string) => {
    const cipher = ciphers.get(id) ?? suites[store.read().suite].cipher(keyOf(id));
    ciphers.set(id, cipher);
    return cipher;
  };
  const currentKey = () => store.read().keys.at(-1)?.id ?? "";
  const contextOf = (key: string, field: string) => `${FORM}.${key}.${field}`;
  return {
    suite: store.read().suite,
    currentKey,
    listKeys: () => store.read().keys.map(({ id }) => id),
    seal(text, field) {
      const key = currentKey();
      const bytes = cipherOf(key).encrypt(Buffer.from(text), contextOf(key, field));
      return `${FORM}.${key}.${bytes.toString("base64url")}`;
    },
    unseal(sealed, field) {
      const [, key, bytes] = sealedPattern.exec(sealed) ?? [];
      if (key === undefined || bytes === undefined) throw new Error(`${field} does not hold sealed text`);
      const buffer = Buffer.from(bytes, "base64url");
      // Base64 has spare bits: another spelling of the same bytes is an altered text too.
      if (buffer.toString("base64url") !== bytes) throw new Error(`${field} does not hold sealed text`);
      return cipherOf(key).decrypt(buffer, contextOf(key, field)).toString();
    },
    sealBytes(bytes, field) {
      const key = currentKey();
      const head = Buffer.from(`${FORM}.${key}.`);
      return Buffer.concat([head, cipherOf(key).encrypt(bytes, contextOf(key, field))]);
    },
    unsealBytes(sealed, field) {
      const key = findBytesKey(sealed);
      if (key === undefined) throw new Error(`${field} does not hold sealed bytes`);
      return cipherOf(key).decrypt(sealed.subarray(HEAD_BYTES), contextOf(key, field));
    },
    check: (key) => suites[store.read().suite].mac(keyOf(key), "shian key check").toString("base64url"),
    rotate(now) {
      const file = store.read();
      const key = makeKey(now);
      store.replace({ ...file, keys: [...file.keys, key] });
      return key.id;
    },
    forget(id) {
      if (id === currentKey()) throw new Error("the key that seals cannot be forgotten");
      const file = store.read();
      store.replace({ ...file, keys: file.keys.filter((key) => key.id !== id) });
      ciphers.delete(id);
    },
  };
}

export type KeyringOptions = {
  /** The file of the keys, outside the database. */
  readonly file: string;
  /** The algorithms of new keys; an existing file keeps its own. */
  readonly suite: SuiteName;
  /** Make the file when there is none: only for a database that holds nothing sealed. */
  readonly create: boolean;
  readonly now: Date;
};

/**
 * Opens the keys of a file, and sees at once when another process changes it. Throws a `StorageRefusal` when the file is
 * absent and must not be made, readable by others, or not a key file.
 */
export function openKeyring({ file, suite, create, now }: KeyringOptions): Keyring {
  if (create) createKeyFile(file, makeKeys(suite, now));
  readKeyFile(file);
  return createKeyring({ read: watchKeyFile(file), replace: (keys) => replaceKeyFile(file, keys) });
}
