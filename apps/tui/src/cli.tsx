#!/usr/bin/env node
// The terminal program. Nothing is loaded here that a pure command does not need.
import { runCommandLine } from "./commands/run-command-line.js";
import { createWriter, endQuietlyWhenClosed } from "./output/create-writer.js";
import { exitCodes } from "./output/exit-code.js";
import { createTranslator } from "./text/create-translator.js";

endQuietlyWhenClosed(process.stdout);
endQuietlyWhenClosed(process.stderr);
const out = createWriter(process.stdout);
const err = createWriter(process.stderr);

try {
  process.exitCode = await runCommandLine(process.argv.slice(2), {
    env: process.env,
    stdin: process.stdin,
    out,
    err,
    outIsTerminal: process.stdout.isTTY === true,
    errIsTerminal: process.stderr.isTTY === true,
    connect: async (options) =>
      (await import("./connect-server.js")).connectServer({
        ...options,
        env: process.env,
        // The full screen owns the terminal; there the person stands in its first line.
        ...(process.stdout.isTTY === true
          ? {}
          : {
              onDemonstration: (name: string) =>
                void err.write(`${createTranslator(options.locale)("session.demonstration", { name })}\n`),
            }),
      }),
  });
} catch (error) {
  await err.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = exitCodes.failed;
}
await out.flush();
await err.flush();
