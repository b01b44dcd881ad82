// `npm run --silent shian -- ARGS`: the terminal program as built by `npm start` or `npm test`; prints nothing of its own.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const cli = join(dirname(fileURLToPath(import.meta.url)), "..", "apps", "tui", "dist", "cli.js");
if (!existsSync(cli)) {
  process.stderr.write("The terminal program is not built yet: run `npm start` or `npm test` once.\n");
  process.exit(1);
}
await import(pathToFileURL(cli).href);
