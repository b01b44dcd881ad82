// Brings the dirty file in through the real client: preview, apply, queue, undo, each accounted for row by row.
import { type ImportOutcome, importOutcomes } from "@shian/domain";
import { generateTerritoryRows } from "@shian/domain/fixture-city";
import { writeXlsx } from "../documents/write-spreadsheet.js";
import type { TestApp } from "./create-test-app.js";
import { dirtyHeaders, judgeAccount, makeDirtyRows, makeKnownRows, toCells } from "./dirty-sheet.js";
import { importFile, previewFile, toCounts } from "./run-import.js";

type Account = { readonly row: number; readonly outcome: ImportOutcome }[];

/** Every row of a run with its outcome, as a client is told page by page. */
async function listAccount(app: TestApp, runId: string): Promise<Account> {
  const account: Account = [];
  for (const outcome of importOutcomes) {
    let cursor: string | undefined;
    do {
      const page = await app.client.import.rows.query({
        runId,
        outcome,
        limit: 500,
        ...(cursor === undefined ? {} : { cursor }),
      });
      account.push(...page.rows.map((row) => ({ row: row.row, outcome: row.outcome })));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
  }
  return account;
}

/** The register as anybody reads it, for telling whether two are the same. */
async function readRegister(app: TestApp): Promise<readonly string[]> {
  const rows: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await app.client.registry.list.query({
      sort: { by: "name" },
      limit: 500,
      ...(cursor === undefined ? {} : { cursor }),
    });
    rows.push(
      ...page.rows.map(({ id, name, creditCode, licenceNumber, state, placeName, grade }) =>
        JSON.stringify([id, name, creditCode, licenceNumber, state, placeName, grade]),
      ),
    );
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return rows;
}

export type DirtyReport = {
  readonly planted: ReadonlyMap<string, number>;
  readonly expected: Readonly<Record<ImportOutcome, number>>;
  readonly counts: ReturnType<typeof toCounts>;
  readonly account: Account;
  readonly faults: readonly string[];
  readonly milliseconds: { readonly preview: number; readonly apply: number; readonly undo: number };
};

/** Brings in what the register holds before, then the dirty file; faults are empty when all is as the rules say. */
export async function importDirtySheet(
  app: TestApp,
  size: { readonly count: number; readonly each: number },
): Promise<DirtyReport> {
  const toFile = async (name: string, rows: readonly string[][]) => ({
    kind: "registry" as const,
    name,
    bytes: await writeXlsx({ sheetName: "汇总", headers: [...dirtyHeaders], rows }),
  });
  const territories = generateTerritoryRows();
  await importFile(app, {
    kind: "territories",
    name: "属地.xlsx",
    bytes: await writeXlsx({ sheetName: "属地", ...territories }),
  });
  await app.client.office.chooseTerritory.mutate({ txId: app.newTxId(), territory: "990106" });
  app.setToday("2026-11-25");
  const faults: string[] = [];
  const known = makeKnownRows(size.each).map(toCells);
  const base = toCounts(await importFile(app, await toFile("在册.xlsx", known)));
  if (base.created !== known.length)
    faults.push(`the register began with ${base.created} of ${known.length}`);
  const before = await readRegister(app);

  app.setToday("2026-11-26");
  const planted = makeDirtyRows(size);
  const file = await toFile(
    "脏表.xlsx",
    planted.map(({ cells }) => toCells(cells)),
  );
  const started = performance.now();
  const preview = await previewFile(app, file);
  const previewed = performance.now();
  faults.push(
    ...judgeAccount(planted, await listAccount(app, preview.id)).map((fault) => `preview: ${fault}`),
  );
  if ((await readRegister(app)).join() !== before.join()) faults.push("the preview changed the register");

  const applying = performance.now();
  await app.client.import.apply.mutate({ txId: app.newTxId(), runId: preview.id });
  await app.deps.jobs.idle();
  const applied = performance.now();
  const run = await app.client.import.run.query({ runId: preview.id });
  const account = await listAccount(app, preview.id);
  faults.push(...judgeAccount(planted, account));
  const counts = toCounts(run);
  const expected = { created: 0, updated: 0, unchanged: 0, held: 0, refused: 0 };
  for (const row of planted) expected[row.expected] += 1;
  for (const outcome of importOutcomes)
    if (counts[outcome] !== expected[outcome])
      faults.push(`${outcome}: ${counts[outcome]}, not ${expected[outcome]}`);
  if (counts.rows !== planted.length)
    faults.push(`${counts.rows} of ${planted.length} rows are accounted for`);
  const after = await readRegister(app);
  if (after.length !== before.length + expected.created)
    faults.push(`the register holds ${after.length}, not ${before.length + expected.created}`);
  const queue = await app.client.import.held.query({ limit: 1 });
  if (queue.total !== expected.held) faults.push(`${queue.total} rows wait, not ${expected.held}`);

  app.setToday("2026-11-27");
  const undoing = performance.now();
  const undone = await app.client.import.undo.mutate({
    txId: app.newTxId(),
    runId: preview.id,
    reason: "演练",
  });
  const ended = performance.now();
  if (undone.takenOut !== expected.created || undone.restored !== expected.updated || undone.refused !== 0)
    faults.push(
      `undone: ${undone.takenOut} taken out, ${undone.restored} restored, ${undone.refused} refused`,
    );
  if ((await readRegister(app)).join() !== before.join())
    faults.push("undone, the register is not as before");

  const kinds = new Map<string, number>();
  for (const { kind } of planted) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  return {
    planted: kinds,
    expected,
    counts,
    account,
    faults,
    milliseconds: { preview: previewed - started, apply: applied - applying, undo: ended - undoing },
  };
}
