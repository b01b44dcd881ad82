// `npm run --silent shian -- ARGS`: the terminal program as built by `npm start` or `npm test`; prints nothing of its own.
// What must be done at the server's own machine (`restore`, `backup … --offline`) is done by the server's code.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const [command, ...rest] = process.argv.slice(2);
const isOnMachine = command === "restore" || (command === "backup" && rest.includes("--offline"));
const entry = isOnMachine
  ? join(root, "packages", "api", "dist", "backup.js")
  : join(root, "apps", "tui", "dist", "cli.js");
if (!existsSync(entry)) {
  process.stderr.write("The terminal program is not built yet: run `npm start` or `npm test` once.\n");
  process.exit(1);
}
await import(pathToFileURL(entry).href);
