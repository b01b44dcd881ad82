// What a worker thread runs: the compiled file, or, inside the repository, the source behind the TypeScript loader.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

export type WorkerEntry = { readonly url: URL; readonly execArgv: string[] };

/** The entry of the worker whose compiled file is `name` (`x-worker.js`) beside the module with the address `from`. */
export function findWorkerEntry(name: string, from: string): WorkerEntry {
  if (!from.endsWith(".ts")) return { url: new URL(name, from), execArgv: [] };
  const source = new URL(name.replace(/\.js$/, ".ts"), from).href;
  // Its ESM half: `register` of the CommonJS half looks for the loader in a folder that does not exist.
  const found = pathToFileURL(createRequire(import.meta.url).resolve("tsx/esm/api"));
  const tsx = new URL("./index.mjs", found).href;
  // An `--import` of tsx does not reach worker threads on Node 20, registering it inside does.
  const entry = `import { register } from ${JSON.stringify(tsx)}; register(); await import(${JSON.stringify(source)});`;
  return {
    url: new URL(`data:text/javascript,${encodeURIComponent(entry)}`),
    execArgv: ["--conditions=@shian/source"],
  };
}
