// `npm run keys -- …`: the keys of sealed data, at the server's own machine.
import { readEnv } from "./env.js";
import { runKeys } from "./run-keys.js";

try {
  process.exitCode = await runKeys(process.argv.slice(2), readEnv(), (text) => process.stdout.write(text));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
