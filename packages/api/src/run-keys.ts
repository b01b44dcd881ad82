// The keys at the server's own machine: `status`, `rotate`, `reseal`, `forget KEY`. Works beside a running server on
// PostgreSQL; the embedded database has one owner, so its server must be stopped first.
import { fillText } from "@shian/domain";
import type { Env } from "./env.js";
import { countSealed, forgetKey, resealAll, rotateKeys } from "./features/personal/rotate-keys.service.js";
import { findKeyCheck, settleKeyring } from "./features/personal/settle-keyring.service.js";
import { connect } from "./storage/connect.js";
import { StorageRefusal } from "./storage/storage.problem.js";
import { storageText } from "./storage/storage.text.js";

const USAGE = `npm run --silent keys -- status | rotate | reseal | forget KEY
  status      the keys, oldest first, and how many values each one sealed
  rotate      makes a new key and seals everything with it
  reseal      goes on with a rotation that was broken off
  forget KEY  takes a key out of the file that seals nothing any more; older backups then stay closed
`;

type Print = (text: string) => void;

/** Runs the command; 0 is done, 1 refused, 2 not understood. */
export async function runKeys(args: readonly string[], env: Env, print: Print): Promise<number> {
  const [command = "", key = "", ...more] = args;
  const isKnown = ["status", "rotate", "reseal"].includes(command) ? key === "" : command === "forget";
  if (!isKnown || more.length > 0 || (command === "forget" && key === "")) {
    print(USAGE);
    return 2;
  }
  try {
    return await withKeys(env, command, key, print);
  } catch (error) {
    if (!(error instanceof StorageRefusal)) throw error;
    print(`${fillText(storageText.en[error.problem.code], error.problem.params)}\n`);
    return 1;
  }
}

async function withKeys(env: Env, command: string, key: string, print: Print): Promise<number> {
  const { folder, databaseUrl, keyFile, suite } = env;
  const clock = () => new Date();
  const database = await connect({ folder, databaseUrl, requireDurable: false, now: clock() });
  try {
    if (!(await findKeyCheck(database))) {
      print("This database has no keys yet: start the server once.\n");
      return 1;
    }
    const keyring = await settleKeyring(database, { file: keyFile, suite, now: clock() });
    const deps = { database, keyring, clock };
    switch (command) {
      case "rotate": {
        const { key: made, renewed } = await rotateKeys(deps);
        print(`New key ${made}; ${renewed} values sealed anew.\n`);
        return 0;
      }
      case "reseal":
        print(`${await resealAll(deps)} values sealed anew.\n`);
        return 0;
      case "forget":
        return await forget(deps, key, print);
      default:
        for (const [id, count] of await countSealed(deps))
          print(`${id}  ${count} values${id === keyring.currentKey() ? ", seals now" : ""}\n`);
        print(`Suite ${keyring.suite}, file ${keyFile}\n`);
        return 0;
    }
  } finally {
    await database.close();
  }
}

async function forget(deps: Parameters<typeof forgetKey>[0], key: string, print: Print): Promise<number> {
  if (!deps.keyring.listKeys().includes(key) || deps.keyring.currentKey() === key) {
    print("That is no older key of the file: see `status`.\n");
    return 1;
  }
  const needed = await forgetKey(deps, key);
  print(
    needed === 0
      ? `Key ${key} is forgotten.\n`
      : `${needed} values still need key ${key}: run \`reseal\` first.\n`,
  );
  return needed === 0 ? 0 : 1;
}
