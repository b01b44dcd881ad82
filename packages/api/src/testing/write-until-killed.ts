// A process that writes one transaction after the other and says which were acknowledged, until it is killed.
// Arguments: the folder of the embedded database, or the address of a server; the number of the first transaction.
import { writeSync } from "node:fs";
import { appendEntry } from "../features/audit/append-entry.service.js";
import { connect } from "../storage/connect.js";
import { migrate } from "../storage/migrate.js";
import { recordTransaction } from "../storage/transaction-log.repo.js";

const [target = "", first = "0"] = process.argv.slice(2);
const databaseUrl = target.startsWith("postgres") ? target : undefined;
const database = await connect({ folder: target, databaseUrl, requireDurable: true, now: new Date() });
await migrate(database);
for (let n = Number(first); ; n += 1) {
  const at = new Date().toISOString();
  const txId = `crash-test-${String(n).padStart(9, "0")}`;
  await database.transaction(async (tx) => {
    await recordTransaction(tx, {
      txId,
      operation: "crash.test",
      inputHash: "",
      response: { n },
      recordedAt: at,
    });
    await appendEntry(tx, {
      at,
      personId: null,
      name: "test",
      role: "office",
      address: "-",
      operation: "crash.test",
      txId,
      changes: [{ objectKind: "crash", objectId: "one", what: "write", fields: [] }],
    });
  });
  // Straight to the pipe: what was buffered in this process would die with it.
  writeSync(1, `${txId}\n`);
}
