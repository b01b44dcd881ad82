// Comparisons with another register: look at their file, begin one, see how it stands, row by row.
import {
  type ComparisonRow,
  type ComparisonRun,
  comparisonFields,
  findComparisonField,
  formatPlace,
  guessComparisonMapping,
  maskPersonal,
  type OperationArguments,
  type OperationOutput,
  ok,
  type Problem,
  type Result,
  refuse,
  refuseAll,
  type TerritoryTree,
} from "@shian/domain";
import { type Call, type ChangeCall, nameOf } from "../../deps.js";
import { inspectSheet } from "../import/read-file.js";
import { toAsker } from "../job/asker.js";
import { queueJob } from "../job/queue-job.service.js";
import { findTerritoryCode } from "../office/office-territory.service.js";
import { isAskable } from "../picture/scope.js";
import { getTree } from "../territory/territory.service.js";
import { compareJob } from "./comparison.job.js";
import { countStanding, pageRows, type StoredComparedRow } from "./comparison-row.repo.js";
import {
  findComparison,
  insertComparison,
  listComparisons,
  type StoredComparison,
} from "./comparison-run.repo.js";

const SAMPLE_CELLS = 3;
const SHOWN_RUNS = 20;

const recognise = (header: string): boolean => findComparisonField(header) !== undefined;

export async function inspectTheirs(
  call: Call,
  { fileId }: OperationArguments<"comparison.inspect">,
): Promise<Result<OperationOutput<"comparison.inspect">>> {
  const opened = await inspectSheet(call, fileId, recognise);
  if (!opened.ok) return opened;
  const { name, inspection } = opened.value;
  const { headers, sample } = inspection;
  const guesses = guessComparisonMapping({ headers, sample: sample.map(({ cells }) => cells) });
  return ok({
    fileId,
    fileName: name,
    columns: headers.map((header, column) => ({
      header,
      field: guesses[column]?.field ?? null,
      sure: guesses[column]?.sure ?? false,
      sample: sample
        .map(({ cells }) => maskPersonal(cells[column] ?? ""))
        .filter((cell) => cell !== "")
        .slice(0, SAMPLE_CELLS),
    })),
    fields: [...comparisonFields],
  });
}

/** Header → field: the guess, where the person did not say otherwise. */
function settleMapping(
  headers: readonly string[],
  sample: readonly (readonly string[])[],
  given: StoredComparison["mapping"],
): Result<StoredComparison["mapping"]> {
  const problems: Problem[] = [];
  for (const [header, field] of Object.entries(given)) {
    if (!headers.includes(header)) problems.push({ code: "import/unknown-header", params: { header } });
    if (field !== null && !comparisonFields.some((one) => one === field))
      problems.push({ code: "import/unknown-field", params: { field, fields: comparisonFields.join(", ") } });
  }
  if (problems.length > 0) return refuseAll(problems);
  const guesses = guessComparisonMapping({ headers, sample });
  const taken = new Set(Object.values(given));
  const entries = headers.map((header, column): [string, string | null] => {
    if (Object.hasOwn(given, header)) return [header, given[header] ?? null];
    const field = guesses[column]?.field ?? null;
    return [header, taken.has(field) ? null : field];
  });
  if (!entries.some(([, field]) => field === "name")) return refuse("registry/column-missing");
  return ok(Object.fromEntries(entries));
}

/** Begins a comparison; nothing of the register is written, now or when it ends. */
export async function beginComparison(
  call: ChangeCall,
  input: OperationArguments<"comparison.begin">,
): Promise<Result<OperationOutput<"comparison.begin">>> {
  const opened = await inspectSheet(call, input.fileId, recognise);
  if (!opened.ok) return opened;
  const { name, inspection } = opened.value;
  const whole = await findTerritoryCode(call);
  const territory = input.territory ?? whole;
  // The register is not read for that: a change would read all of it anew.
  const grounds = { tree: await getTree(call, call.today), reach: call.reach, whole };
  if (!isAskable(grounds, territory)) return refuse("request/not-found", { id: territory });
  const mapping = settleMapping(
    inspection.headers,
    inspection.sample.map(({ cells }) => cells),
    input.mapping ?? {},
  );
  if (!mapping.ok) return mapping;
  const runId = call.deps.newId();
  await insertComparison(call.db, {
    id: runId,
    fileId: input.fileId,
    fileName: name,
    source: input.source,
    takenOn: input.takenOn,
    territory,
    status: "reading",
    progress: { done: 0, of: null },
    mapping: mapping.value,
    counts: null,
    failure: null,
    begunBy: nameOf(call),
    createdAt: call.now,
    updatedAt: call.now,
  });
  call.record({
    objectKind: "comparison",
    objectId: runId,
    what: "created",
    fields: [
      { field: "source", before: null, after: input.source },
      { field: "takenOn", before: null, after: input.takenOn },
    ],
  });
  await queueJob(call, {
    kind: compareJob,
    input: { runId, asker: toAsker(call) },
    uniqueKey: `comparison:${runId}`,
  });
  return ok({ runId });
}

const add = (counts: Record<string, number>, key: string, count: number): void => {
  counts[key] = (counts[key] ?? 0) + count;
};

async function toRun(call: Call, run: StoredComparison, tree: TerritoryTree): Promise<ComparisonRun> {
  const { fileId: _file, createdAt, updatedAt: _updated, ...shown } = run;
  const within = await findTerritoryCode(call);
  const name = (code: string) => formatPlace({ code, tree, within });
  const settled: Record<string, number> = {};
  const open: Record<string, number> = {};
  const townships: Record<string, number> = {};
  const standing = await countStanding(call.db, run.id);
  for (const { outcome, resolution, township, count } of standing.rows) {
    if (resolution !== null) add(settled, resolution, count);
    else {
      add(open, outcome, count);
      add(townships, township, count);
    }
  }
  const { counts } = run;
  return {
    ...shown,
    territoryName: tree.find(run.territory)?.name ?? name(run.territory),
    begunAt: createdAt,
    rows:
      counts && counts.same + counts.differing + counts["only-theirs"] + counts.doubtful + counts.unreadable,
    ours: counts && counts.same + counts.differing + counts["only-ours"] + counts.inDoubt + counts.closedHere,
    settled,
    open,
    townships: Object.entries(townships)
      .map(([code, count]) => ({
        code: code === "" ? null : code,
        name: code === "" ? "" : name(code),
        open: count,
      }))
      .sort((a, b) => b.open - a.open || ((a.code ?? "") < (b.code ?? "") ? -1 : 1)),
    fields: standing.fields,
  };
}

export async function getComparison(
  call: Call,
  { runId }: OperationArguments<"comparison.run">,
): Promise<Result<ComparisonRun>> {
  const run = await findComparison(call.db, runId);
  if (run === undefined) return refuse("request/not-found", { id: runId });
  return ok(await toRun(call, run, await getTree(call)));
}

export async function listComparisonRuns(call: Call): Promise<Result<OperationOutput<"comparison.list">>> {
  const tree = await getTree(call);
  const runs: ComparisonRun[] = [];
  for (const run of await listComparisons(call.db, SHOWN_RUNS)) runs.push(await toRun(call, run, tree));
  return ok({ runs });
}

export async function listComparisonRows(
  call: Call,
  input: OperationArguments<"comparison.rows">,
): Promise<Result<OperationOutput<"comparison.rows">>> {
  const run = await findComparison(call.db, input.runId);
  if (run === undefined) return refuse("request/not-found", { id: input.runId });
  const page = await pageRows(call.db, input, input);
  if (!page.ok) return page;
  const tree = await getTree(call);
  const within = await findTerritoryCode(call);
  return ok({ ...page.value, rows: page.value.rows.map((row) => toShown(row, tree, within)) });
}

function toShown(row: StoredComparedRow, tree: TerritoryTree, within: string): ComparisonRow {
  const { no, outcome, name, differences, problems, candidates, resolution, reason, batch } = row;
  const showPlace = (value: string | null) =>
    value === null ? null : formatPlace({ code: value, tree, within });
  return {
    no,
    row: row.row,
    outcome,
    name,
    establishment: row.establishmentId,
    placeName: showPlace(row.place) ?? "",
    differences: differences.map((one) =>
      one.field === "place" ? { ...one, before: showPlace(one.before), after: showPlace(one.after) } : one,
    ),
    problems,
    candidates,
    resolution,
    reason,
    settledBy: row.settledBy,
    settledAt: row.settledAt,
    batch,
  };
}
