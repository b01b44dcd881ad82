import { makeServerDatabase } from "./test-engines.js";
import { connect } from "../storage/connect.js";
import { migrate } from "../storage/migrate.js";
import * as after from "../features/registry/registry.repo.js";
import * as before from "../features/registry/old.repo.js";
import { makeFacts } from "./make-facts.js";
import { openTestDatabase } from "./open-test-database.js";
const rows = Array.from({length:20000},(_, i)=>({id:`e${i}`,facts:makeFacts({name:`望澜街道${i}号老槐树面馆分店`,creditCode:"91320106MA1MXXXX0A",place:"990106001003",form:"caterer"}),state:"active" as const,stateSince:"2020-01-01" as never}));
for (const [n, f] of [["before",before.insertEstablishments],["after",after.insertEstablishments],["before",before.insertEstablishments],["after",after.insertEstablishments]] as const) {
const { url, drop } = await makeServerDatabase("postgres://postgres@127.0.0.1:5432/postgres");
const db = await connect({folder:"",databaseUrl:url,requireDurable:false,now:new Date()}); await migrate(db);
let t=performance.now(); let c=process.cpuUsage(); await db.transaction(tx=>f(tx, rows, new Date().toISOString())); console.log(n,"pg rows/s", Math.round(20000/((performance.now()-t)/1000)), process.cpuUsage(c).user/1000|0,"ms cpu");
await db.close(); await drop();
const m = await openTestDatabase();
t=performance.now();  c=process.cpuUsage();await m.transaction(tx=>f(tx, rows, new Date().toISOString())); console.log(n,"pglite rows/s", Math.round(20000/((performance.now()-t)/1000)), process.cpuUsage(c).user/1000|0,"ms cpu");
await m.close();}
