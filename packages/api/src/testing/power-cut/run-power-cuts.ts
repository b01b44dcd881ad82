// Power cuts on the embedded database: sessions of writes are recorded, cut at random moments, and each remainder is
// opened and checked. A session begins on what a cut of the one before has left, so recovery is cut too.
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { amcheck } from "@electric-sql/pglite/contrib/amcheck";
import { createSeededRandom } from "@shian/domain/fixture-city";
import { sql } from "drizzle-orm";
import { appendEntry } from "../../features/audit/append-entry.service.js";
import type { Database } from "../../storage/database.js";
import { durableStartParams } from "../../storage/durable-node-fs.js";
import { textParsers, toEmbeddedEngine } from "../../storage/embedded-engine.js";
import { migrate } from "../../storage/migrate.js";
import { createEmbeddedDatabase } from "../../storage/serial-client.js";
import { recordTransaction } from "../../storage/transaction-log.repo.js";
import { cutPower } from "./cut-power.js";
import type { DiskEvent } from "./disk-journal.js";
import { RecordingNodeFs } from "./recording-node-fs.js";

/** What came of the cuts; a cut after which the database does not open, or is damaged, counts as corrupt. */
export type PowerCutFigures = {
  readonly cuts: number;
  /** Checks that an acknowledged transaction is there, over all cuts. */
  readonly checks: number;
  readonly lost: number;
  readonly torn: number;
  readonly corrupt: number;
  readonly syncs: number;
  readonly commits: number;
  readonly firstComplaint: string | undefined;
};

export type PowerCutOptions = {
  readonly cuts: number;
  readonly seed: string;
  /** False undoes the product's fsync: the engine as it comes. */
  readonly isDurable: boolean;
  readonly cutsPerSession?: number;
  readonly transactionsPerSession?: number;
  readonly onCut?: (done: number) => void;
};

async function writeOne(database: Database, txId: string, padding: string): Promise<void> {
  const at = new Date().toISOString();
  await database.transaction(async (tx) => {
    await recordTransaction(tx, {
      txId,
      operation: "power.test",
      inputHash: "",
      response: { padding },
      recordedAt: at,
    });
    await appendEntry(tx, {
      at,
      personId: null,
      name: "test",
      role: "office",
      address: "-",
      operation: "power.test",
      txId,
      changes: [{ objectKind: "power", objectId: txId, what: "write", fields: [] }],
    });
  });
}

/** Opens a folder and looks at every row and index of it; gives the complaint of the first that is not right. */
async function inspect(folder: string, acknowledged: ReadonlySet<string>) {
  const lite = await PGlite.create({ dataDir: folder, parsers: textParsers, extensions: { amcheck } });
  try {
    const list = async (table: string) => {
      const { rows } = await lite.query<{ tx_id: string }>(`select tx_id from ${table} order by tx_id`);
      return rows.map((row) => row.tx_id);
    };
    const [written, recorded] = [await list("transaction_log"), await list("audit_entry")];
    await lite.exec("create extension if not exists amcheck");
    const damages = await lite.query<{ msg: string }>(
      `select msg from pg_class c, lateral verify_heapam(c.oid) where c.relkind = 'r' and c.relpersistence = 'p'`,
    );
    await lite.query(
      `select bt_index_check(c.oid, true) from pg_class c join pg_am a on a.oid = c.relam
        where a.amname = 'btree' and c.relkind = 'i' and c.relpersistence = 'p'`,
    );
    const present = new Set(written);
    return {
      lost: [...acknowledged].filter((txId) => !present.has(txId)).length,
      isTorn: written.join() !== recorded.join(),
      damage: damages.rows[0]?.msg,
    };
  } finally {
    await lite.close();
  }
}

/** Writes on `folder` with the witness attached until the session's transactions are done, then closes. */
async function recordSession(
  folder: string,
  options: PowerCutOptions,
  session: number,
): Promise<RecordingNodeFs> {
  const files = new RecordingNodeFs(folder);
  const startParams = options.isDurable ? durableStartParams : PGlite.defaultStartParams;
  const lite = await PGlite.create({ fs: files, parsers: textParsers, startParams });
  const database = createEmbeddedDatabase(toEmbeddedEngine(lite), options.isDurable);
  const { chance, whole } = createSeededRandom(options.seed, `session ${session}`);
  for (let n = 0; n < (options.transactionsPerSession ?? 40); n += 1) {
    const txId = `power-${String(session).padStart(4, "0")}-${String(n).padStart(5, "0")}`;
    await writeOne(database, txId, "岑".repeat(whole(0, 3000)));
    files.journal.events.push({ kind: "acknowledge", txId });
    if (chance(0.06)) await database.exec("checkpoint");
    if (chance(0.03)) await database.exec("vacuum analyze transaction_log");
    if (chance(0.03)) await database.db.execute(sql`select pg_switch_wal()`);
  }
  await database.close();
  return files;
}

const listAcknowledged = (events: readonly DiskEvent[]) =>
  events.flatMap((event) => (event.kind === "acknowledge" ? [event.txId] : []));

/** Makes the cuts and gives the figures. Equal seeds cut at equal moments of equal sessions. */
export async function runPowerCuts(options: PowerCutOptions): Promise<PowerCutFigures> {
  const place = mkdtempSync(join(tmpdir(), "shian-power-"));
  const [base, work, left] = [join(place, "base"), join(place, "work"), join(place, "left")];
  const figures = { cuts: 0, checks: 0, lost: 0, torn: 0, corrupt: 0, syncs: 0, commits: 0 };
  let firstComplaint: string | undefined;
  let known: readonly string[] = [];
  try {
    mkdirSync(base);
    const empty = createEmbeddedDatabase(
      toEmbeddedEngine(await PGlite.create({ dataDir: base, parsers: textParsers })),
      false,
    );
    await migrate(empty);
    await empty.close();
    for (let session = 0; figures.cuts < options.cuts; session += 1) {
      rmSync(work, { recursive: true, force: true });
      cpSync(base, work, { recursive: true });
      const { journal, syncs } = await recordSession(work, options, session);
      const { events } = journal;
      figures.syncs += syncs;
      figures.commits += listAcknowledged(events).length;
      const most = Math.min(options.cutsPerSession ?? 20, options.cuts - figures.cuts);
      const { whole } = createSeededRandom(options.seed, `moments ${session}`);
      let next: { readonly moment: number; readonly label: string } | undefined;
      for (let n = 0; n < most; n += 1) {
        const moment = whole(0, events.length);
        const label = `cut ${session}.${n}`;
        const random = createSeededRandom(options.seed, label).next;
        const before = events.slice(0, moment);
        cutPower({ base, folder: left, events: before, random });
        const acknowledged = new Set([...known, ...listAcknowledged(before)]);
        figures.cuts += 1;
        figures.checks += acknowledged.size;
        try {
          const found = await inspect(left, acknowledged);
          figures.lost += found.lost;
          figures.torn += found.isTorn ? 1 : 0;
          figures.corrupt += found.damage === undefined ? 0 : 1;
          if (found.lost > 0) firstComplaint ??= `${label}: ${found.lost} of ${acknowledged.size} lost`;
          if (found.damage !== undefined) firstComplaint ??= `${label}: ${found.damage}`;
          if (found.lost === 0 && !found.isTorn && found.damage === undefined) next = { moment, label };
        } catch (error) {
          // What does not open has lost everything.
          figures.corrupt += 1;
          figures.lost += acknowledged.size;
          firstComplaint ??= `${label}: ${error instanceof Error ? error.message : String(error)}`;
        }
        options.onCut?.(figures.cuts);
      }
      if (next === undefined) continue;
      const before = events.slice(0, next.moment);
      cutPower({
        base,
        folder: left,
        events: before,
        random: createSeededRandom(options.seed, next.label).next,
      });
      known = [...known, ...listAcknowledged(before)];
      rmSync(base, { recursive: true, force: true });
      cpSync(left, base, { recursive: true });
    }
    return { ...figures, firstComplaint };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
