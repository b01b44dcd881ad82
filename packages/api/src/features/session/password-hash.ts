// Passwords are kept as argon2id alone. At most a few are computed at once, since each takes 46 MiB and a core; others
// wait their turn, and beyond a long queue are told to come again.
import { availableParallelism } from "node:os";
import { hash as argonHash, verify as argonVerify, type Options } from "@node-rs/argon2";

/** Parameters of new hashes: above OWASP's least for argon2id (46 MiB × 1 or 19 MiB × 2). */
const hashOptions: Options = {
  // Argon2id; the library declares its names as a constant enum, which modules compiled one by one cannot read.
  algorithm: 2,
  memoryCost: 47_104,
  timeCost: 2,
  parallelism: 1,
};
const currentForm = `$argon2id$v=19$m=${hashOptions.memoryCost},t=${hashOptions.timeCost},p=${hashOptions.parallelism}$`;

/** NFKC, so that the same password typed on another keyboard is the same (RFC 8265). */
const toBytes = (password: string): string => password.normalize("NFKC");

/** The hash of a new password with its parameters (PHC string). */
export const hashPassword = (password: string): Promise<string> => argonHash(toBytes(password), hashOptions);

/** Whether the hash was made with other parameters than new ones are. */
export const isOutdated = (hash: string): boolean => !hash.startsWith(currentForm);

/**
 * The hash of a random password that nobody knows, for accounts that do not exist: checking against it costs the same as
 * for those that do. Its parameters are those of new hashes (tested).
 */
export const dummyHash =
  "$argon2id$v=19$m=47104,t=2,p=1$ieDiXa8S4uNuWeD9VI8pYg$oWf3gnRYe6IW2zeb6V4Qv75ghSIizwF0Do/Tr4ki4rI";

/** Whether the password has the hash; null (no account, or none chosen yet) costs the same and is never right. */
export async function verifyPassword(hash: string | null, password: string): Promise<boolean> {
  const isRight = await argonVerify(hash ?? dummyHash, toBytes(password));
  return hash !== null && isRight;
}

/** Gives turns to as many at once as `most`; refuses who would wait behind `queue` others. */
export function createTurns({ most, queue }: { readonly most: number; readonly queue: number }) {
  let taken = 0;
  const waiting: (() => void)[] = [];
  return async <T>(work: () => Promise<T>): Promise<T | "busy"> => {
    if (taken >= most) {
      if (waiting.length >= queue) return "busy";
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else taken += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) taken -= 1;
      else next();
    }
  };
}

/** Turns of password checks of this process. */
export const takeTurn = createTurns({ most: Math.max(2, availableParallelism()), queue: 400 });
