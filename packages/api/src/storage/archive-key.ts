// Keys of encrypted backups: from a passphrase (scrypt) or from a file whose whole content is the secret. Each backup
// has a key of its own, derived with a random salt, so that counters may serve as nonces.
import { hkdfSync, randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { readFileSync } from "node:fs";
import * as z from "zod";
import { BackupRefusal } from "./archive-problem.js";

/** What unlocks a backup. */
export type BackupSecret =
  | { readonly kind: "passphrase"; readonly passphrase: string }
  | { readonly kind: "key-file"; readonly secret: Uint8Array };

/** Fewest characters of a passphrase, and bytes of a key file. */
const LEAST_LENGTH = { passphrase: 12, "key-file": 32 } as const;
/** Work of scrypt: 128 MiB and about half a second for each guess. */
const WORK = { n: 131_072, r: 8, p: 1 } as const;
const MOST_MEMORY = 320 * 1_048_576;

const salt = z.base64().length(24);
const check = z.base64().length(24);

/** How a backup is encrypted, as its readable head tells it; `check` tells a wrong key from a damaged file. */
export const Encryption = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("passphrase"),
    cipher: z.literal("aes-256-gcm"),
    kdf: z.literal("scrypt"),
    // Bounded, because a damaged or hostile head must not make the reader work for hours.
    n: z.int().min(16_384).max(262_144),
    r: z.literal(8),
    p: z.literal(1),
    salt,
    check,
  }),
  z.strictObject({ kind: z.literal("key-file"), cipher: z.literal("aes-256-gcm"), salt, check }),
]);
export type Encryption = z.infer<typeof Encryption>;

/** Reads the secret of a key file. */
export function readKeyFile(file: string): BackupSecret {
  try {
    return { kind: "key-file", secret: readFileSync(file) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new BackupRefusal("backup/not-readable", { file, reason }, error);
  }
}

const stretch = (passphrase: string, saltBytes: Uint8Array, n: number) =>
  new Promise<Uint8Array>((resolve, reject) => {
    const options = { N: n, r: WORK.r, p: WORK.p, maxmem: MOST_MEMORY };
    // The same passphrase typed on another keyboard may come as other code points.
    scrypt(passphrase.normalize("NFKC"), saltBytes, 32, options, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });

const expand = (master: Uint8Array, saltBytes: Uint8Array, what: string, length: number) =>
  Buffer.from(hkdfSync("sha256", master, saltBytes, `shian backup ${what}`, length));

type Derived = { readonly key: Buffer; readonly check: Buffer };

async function derive(secret: BackupSecret, saltBytes: Uint8Array, n: number): Promise<Derived> {
  const master =
    secret.kind === "passphrase" ? await stretch(secret.passphrase, saltBytes, n) : secret.secret;
  return { key: expand(master, saltBytes, "chunks", 32), check: expand(master, saltBytes, "check", 16) };
}

/** A new key for one backup, and what its head must tell so that the secret finds it again. */
export async function makeKey(
  secret: BackupSecret,
): Promise<{ readonly key: Buffer; readonly encryption: Encryption }> {
  const length = secret.kind === "passphrase" ? secret.passphrase.length : secret.secret.length;
  const least = LEAST_LENGTH[secret.kind];
  if (length < least) throw new BackupRefusal("backup/weak-passphrase", { least });
  const saltBytes = randomBytes(16);
  const derived = await derive(secret, saltBytes, WORK.n);
  const common = {
    cipher: "aes-256-gcm",
    salt: saltBytes.toString("base64"),
    check: derived.check.toString("base64"),
  } as const;
  const encryption: Encryption =
    secret.kind === "passphrase"
      ? { kind: secret.kind, kdf: "scrypt", ...WORK, ...common }
      : { kind: secret.kind, ...common };
  return { key: derived.key, encryption };
}

/** The key of a backup; refused when the secret is absent, of the other kind, or another one. */
export async function findKey(encryption: Encryption, secret: BackupSecret | undefined): Promise<Buffer> {
  if (secret === undefined) throw new BackupRefusal("backup/key-needed");
  if (secret.kind !== encryption.kind) throw new BackupRefusal("backup/wrong-key");
  const saltBytes = Buffer.from(encryption.salt, "base64");
  const derived = await derive(secret, saltBytes, encryption.kind === "passphrase" ? encryption.n : WORK.n);
  const wanted = Buffer.from(encryption.check, "base64");
  if (wanted.length !== derived.check.length || !timingSafeEqual(wanted, derived.check))
    throw new BackupRefusal("backup/wrong-key");
  return derived.key;
}
