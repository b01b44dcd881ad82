// A process that works on jobs and says which it has done, until it is killed.
// Arguments: the folder of the embedded database, or the address of a server; the cycle, which moves its clock past the
// leases of the cycle before; its name.
import { writeSync } from "node:fs";
import { connect } from "../storage/connect.js";
import { createJobHarness, makeEffectKind } from "./job-harness.js";

const [target = "", cycle = "0", worker = ""] = process.argv.slice(2);
const databaseUrl = target.startsWith("postgres") ? target : undefined;
const database = await connect({ folder: target, databaseUrl, requireDurable: true, now: new Date() });
const harness = createJobHarness(database);
harness.pass(Number(cycle) * 60_000);
// Straight to the pipe: what was buffered in this process would die with it.
const tell = (line: string) => writeSync(1, `${line}\n`);
const { runner } = harness.startProcess(worker, { kinds: [makeEffectKind(tell)] });
tell("ready");
runner.wake();
// Stays when there is nothing left to do: its end is to be killed.
setInterval(() => undefined, 1000);
