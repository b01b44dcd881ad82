// A process that says what schema it found, migrates, and kills itself before the statement of that number. Arguments:
// the folder of an embedded database or the address of a server; the number of the statement.
import { createHash } from "node:crypto";
import { writeSync } from "node:fs";
import { connect } from "../../packages/api/src/storage/connect.js";
import { migrate } from "../../packages/api/src/storage/migrate.js";
import { describeSchema } from "../../packages/api/src/testing/describe-schema.js";
import { interruptAt } from "./migrate-interrupted.js";

const [target = "", at = "1"] = process.argv.slice(2);
const databaseUrl = target.startsWith("postgres") ? target : undefined;
const database = await connect({ folder: target, databaseUrl, requireDurable: false, now: new Date() });
const found = createHash("sha256")
  .update((await describeSchema(database.db)).join("\n"))
  .digest("hex");
// Straight to the pipe: what was buffered in this process would die with it.
writeSync(1, `${found}\n`);
await migrate(interruptAt(database, Number(at), () => process.kill(process.pid, "SIGKILL")));
writeSync(1, "migrated\n");
await database.close();
