// Where `shian login` keeps its token: one file in the user's config folder that nobody else may read.
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

type Kept = { readonly [url: string]: string };

const findFolder = (env: NodeJS.ProcessEnv): string => {
  const base = env.XDG_CONFIG_HOME;
  return join(base !== undefined && base !== "" ? base : join(homedir(), ".config"), "shian");
};
const findFile = (env: NodeJS.ProcessEnv): string => join(findFolder(env), "sessions.json");

function readKept(env: NodeJS.ProcessEnv): Kept {
  try {
    const kept: unknown = JSON.parse(readFileSync(findFile(env), "utf8"));
    if (typeof kept !== "object" || kept === null) return {};
    return Object.fromEntries(
      Object.entries(kept).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
    );
  } catch {
    // No file yet, or one that is none of ours: nobody is signed in.
    return {};
  }
}

/** The token for the server: of the environment, else of the last sign-in. */
export function findToken(env: NodeJS.ProcessEnv, url: string): string | undefined {
  const given = env.SHIAN_TOKEN;
  return given !== undefined && given !== "" ? given : readKept(env)[url];
}

/** Keeps the token for the server, or forgets it. */
export function keepToken(env: NodeJS.ProcessEnv, url: string, token: string | undefined): void {
  const { [url]: _former, ...others } = readKept(env);
  const kept = token === undefined ? others : { ...others, [url]: token };
  const file = findFile(env);
  mkdirSync(findFolder(env), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
  chmodSync(draft, 0o600);
  renameSync(draft, file);
}
