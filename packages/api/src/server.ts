// `npm start`: opens the storage, brings the schema up to date, serves, and says in one line where.
import { readEnv } from "./env.js";
import { startServer } from "./start-server.js";

try {
  const server = await startServer(readEnv());
  process.stdout.write(`${server.greeting}\n`);
  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    await server.stop();
    process.exit(0);
  };
  process.on("SIGTERM", () => void stop());
  process.on("SIGINT", () => void stop());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
