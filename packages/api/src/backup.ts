// `npm run shian -- restore …` and `backup … --offline`: backups at the server's own machine.
import { readEnv } from "./env.js";
import { runBackup } from "./run-backup.js";

try {
  process.exitCode = await runBackup(process.argv.slice(2), readEnv(), (text) => process.stdout.write(text));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
