// The two steps of an import as jobs. Applying reads and plans again inside the transaction that writes (decision
// 0005), and that transaction also ends the job: a server that dies in the middle has written nothing, and whoever takes
// the job over begins anew.
import { createHash } from "node:crypto";
import { foldName, type ImportOutcome, type importOutcomes, maskPersonal, operations } from "@shian/domain";
import * as z from "zod";
import { type ChangeCall, createCall, type RecordedChange } from "../../deps.js";
import { Refusal } from "../../refusal.js";
import type { Db } from "../../storage/database.js";
import type { Keyring } from "../../storage/keyring.js";
import { refreshStatistics } from "../../storage/refresh-statistics.js";
import { toDraft } from "../../trpc/to-draft.js";
import { appendEntry } from "../audit/append-entry.service.js";
import { Asker } from "../job/asker.js";
import type { JobContext, JobKind } from "../job/job-kind.js";
import { findPresentStanding } from "../people/present-standing.service.js";
import { createTouchedRegister } from "../picture/touched-register.js";
import { countToday } from "../xray/xray.service.js";
import { noteHeldAgain } from "./held-row.repo.js";
import type { PlannedRow, ReadFile, WrittenRow } from "./import-kind.js";
import { clearRows, insertRows, listDecided, type StoredRow } from "./import-row.repo.js";
import { findRun, type StoredRun, updateRun } from "./import-run.repo.js";
import { maskProblem } from "./mask-problem.js";
import { findHandler, readFile } from "./read-import-file.js";
import { RowPlan, sealCells, toStoredWriting } from "./run-parts.js";

const ImportJob = z.strictObject({ runId: z.string(), asker: Asker });
type ImportJob = z.infer<typeof ImportJob>;

type Step = "preview" | "apply";
const statusWhile = { preview: "reading", apply: "applying" } as const;

const makeKind = (step: Step): JobKind<ImportJob> => ({
  name: `import-${step}`,
  input: ImportJob,
  mostAttempts: 3,
  async run(context, job) {
    await work(context, job, step);
    // The first file may make of nothing a register of tens of thousands.
    if (step === "apply") {
      await refreshStatistics(context.deps.database).catch((error: unknown) =>
        context.deps.log.error("statistics are out of date", error),
      );
      // What the file brought in shows in the day's x-ray at once; the import stands without it.
      await countToday(context.deps).catch((error: unknown) =>
        context.deps.log.error("the x-ray was not counted", error),
      );
    }
    return null;
  },
  async ended({ db, now }, { runId }, failure) {
    const run = await findRun(db, runId, { lock: true });
    if (run?.status === statusWhile[step])
      await updateRun(db, runId, { status: "failed", failure, updatedAt: now });
  },
});

export const importJobs: { readonly [S in Step]: JobKind<ImportJob> } = {
  preview: makeKind("preview"),
  apply: makeKind("apply"),
};

/** Reads, plans and, when applying, writes. */
async function work(context: JobContext, { runId, asker }: ImportJob, step: Step): Promise<null> {
  const { db } = context.deps.database;
  const run = await findRun(db, runId);
  if (run === undefined) return null;
  // A failed run is one whose job is retried.
  if (run.status === "failed") await updateRun(db, runId, { status: statusWhile[step], failure: null });
  else if (run.status !== statusWhile[step]) return null;
  const read = await readFile(context.deps, run.fileId, run.kind, async (done) => {
    context.signal.throwIfAborted();
    if (await context.progress(done, null)) await updateRun(db, runId, { progress: { done, of: null } });
  });
  if (!read.ok) throw new Refusal(read.problems);
  const { inspection, rows } = read.value;
  await context.progress(rows.length, rows.length);
  await updateRun(db, runId, { progress: { done: 0, of: rows.length } });
  const file: ReadFile = { headers: inspection.headers, rows, mapping: run.mapping, options: run.options };
  context.signal.throwIfAborted();
  return context.commit((tx) => settleRun({ context, db: tx, run, file, asker, step }));
}

type Settling = {
  readonly context: JobContext;
  readonly db: Db;
  readonly run: StoredRun;
  readonly file: ReadFile;
  readonly asker: Asker;
  readonly step: Step;
};

/** The asker's roles and reach today, which may be less than when they asked: work that waited is no way around that. */
async function findStanding(context: JobContext, db: Db, { locale, actor }: Asker, step: Step) {
  // Imports of before there were people are the product's own.
  if (actor === undefined) return {};
  const call = createCall(context.deps, db, locale);
  const found = await findPresentStanding(call, actor.personId, operations[`import.${step}`]);
  if (!found.ok) throw new Refusal(found.problems);
  return found.value;
}

async function settleRun({ context, db, run, file, asker, step }: Settling): Promise<null> {
  // A process that lost this job may still be writing; the second waits here and finds the run settled.
  const locked = await findRun(db, run.id, { lock: true });
  if (locked?.status !== statusWhile[step]) return null;
  const present = await findStanding(context, db, asker, step);
  const changes: RecordedChange[] = [];
  const register = createTouchedRegister();
  const { locale, actor, ...standing } = { ...asker, ...present };
  const call: ChangeCall = {
    ...createCall(context.deps, db, locale, { ...standing, actor }, true),
    txId: run.id,
    record: (change) => changes.push(change),
    touchRegister: register.touch,
    afterCommit: () => undefined,
  };
  const decided = await listDecided(db, run.id);
  const planned = await findHandler(run.kind).plan(
    call,
    file,
    decided.flatMap(({ row, plan }) => {
      const { decision } = RowPlan.parse(plan);
      return decision === null ? [] : [{ row, decision }];
    }),
  );
  if (!planned.ok) throw new Refusal(planned.problems);
  context.signal.throwIfAborted();
  const { rows, write } = planned.value;
  const { graded, written } = step === "apply" ? await write(call) : { graded: null, written: [] };
  await clearRows(db, run.id);
  const stored = toStoredRows({
    keyring: context.deps.keyring,
    file,
    planned: rows,
    step,
    decided,
    written,
    at: call.now,
  });
  await insertRows(db, run.id, stored);
  if (step === "apply") await noteHeldAgain(db, run.id);
  await updateRun(db, run.id, {
    status: step === "apply" ? "applied" : "previewed",
    progress: { done: rows.length, of: rows.length },
    answer: { rows: rows.length, ...countRows(rows), problems: [] },
    graded,
    appliedAt: step === "apply" ? call.now : null,
    updatedAt: call.now,
  });
  if (step === "apply")
    await appendEntry(db, toDraft(call, { operation: "import.apply", txId: run.id, changes }), {
      beside: register.toStatements(db, call.now),
    });
  return null;
}

const countRows = (rows: readonly { readonly outcome: ImportOutcome }[]) => {
  const counts = { created: 0, updated: 0, unchanged: 0, held: 0, refused: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return counts satisfies { [O in (typeof importOutcomes)[number]]: number };
};

type Storing = {
  readonly keyring: Keyring;
  readonly file: ReadFile;
  readonly planned: readonly PlannedRow[];
  readonly step: Step;
  readonly decided: readonly StoredRow[];
  readonly written: readonly WrittenRow[];
  readonly at: string;
};

function toStoredRows({ keyring, file, planned, step, decided, written, at }: Storing): StoredRow[] {
  const sheetRows = new Map(file.rows.map((row) => [row.row, row]));
  const decisions = new Map(decided.map((row) => [row.row, row]));
  const writings = new Map(written.map((row) => [row.row, row]));
  return planned.map((row) => {
    const sheetRow = sheetRows.get(row.row);
    const cells = sheetRow?.cells ?? [];
    const shown =
      row.outcome === "unchanged"
        ? []
        : file.headers.map((header, column) => [header, maskPersonal(cells[column] ?? "")]);
    const isOpen = row.outcome === "held" || row.outcome === "refused";
    const decision = decisions.get(row.row);
    const writing = writings.get(row.row);
    return {
      ...row,
      name: maskPersonal(row.name),
      problems: row.problems.map(maskProblem),
      notices: row.notices.map(maskProblem),
      cells: Object.fromEntries(shown.filter(([, text]) => text !== "")),
      applied: step === "apply" && !isOpen,
      plan: {
        cells: sealCells(keyring, isOpen ? cells : []),
        kinds: sheetRow?.kinds ?? null,
        decision: decision === undefined ? null : RowPlan.parse(decision.plan).decision,
      },
      decidedBy: decision?.decidedBy ?? null,
      decidedAt: decision?.decidedAt ?? null,
      reason: decision?.reason ?? null,
      fingerprint: row.outcome === "held" ? toFingerprint(file, cells) : null,
      heldAgainIn: null,
      written: writing === undefined ? null : toStoredWriting(keyring, writing, at),
      undoneAt: null,
    };
  });
}

/** Fields by which a row is known again in a later file; none of them is a number of a person. */
const FINGERPRINT = [
  "name",
  "creditCode",
  "licenceNumber",
  "address",
  "placeCode",
  "township",
  "village",
  "code",
  "unit",
];

/** The same for rows that say the same of whom they mean, whatever else changed and however it is written. */
function toFingerprint(file: ReadFile, cells: readonly string[]): string {
  const parts = FINGERPRINT.map((field) => {
    const column = file.headers.findIndex((header) => file.mapping[header] === field);
    return column < 0 ? "" : foldName(maskPersonal(cells[column] ?? ""));
  });
  return createHash("sha256").update(parts.join("\n")).digest("base64url");
}
