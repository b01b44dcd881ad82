// Reads another register and compares it with ours. Nothing of the register is written. Rows are written part by part, so
// that others are answered meanwhile; the comparison is done only with the end of the job, and an attempt after a server
// that died in the middle begins with the rows taken out.
import {
  type ComparedRow,
  type ComparisonField,
  type ComparisonMapping,
  compareRegisters,
  comparisonFields,
  createPlaceIndex,
  findComparisonField,
  findTownship,
  formatPlace,
  maskPersonal,
  operations,
  type TerritoryTree,
} from "@shian/domain";
import * as z from "zod";
import { type Call, createCall } from "../../deps.js";
import { Refusal } from "../../refusal.js";
import { listBatches } from "../../storage/list-batches.js";
import { toCountyCode } from "../../storage/to-county-code.js";
import { createTurns, flatMapInTurns } from "../../take-turns.js";
import { maskProblem } from "../import/mask-problem.js";
import { readSheet } from "../import/read-file.js";
import { Asker } from "../job/asker.js";
import type { JobContext, JobKind } from "../job/job-kind.js";
import { findTerritoryCode } from "../office/office-territory.service.js";
import { findPresentStanding } from "../people/present-standing.service.js";
import { createContactFinder } from "../personal/phones.service.js";
import { getPicture } from "../picture/picture.service.js";
import { findScope } from "../picture/scope.js";
import { readFlags } from "../registry/attention.service.js";
import { listRegister } from "../registry/write-register.service.js";
import { addRows, clearRows, type StoredComparedRow } from "./comparison-row.repo.js";
import { findComparison, type StoredComparison, updateComparison } from "./comparison-run.repo.js";
import { sealTheirs } from "./their-facts.js";

const CompareJob = z.strictObject({ runId: z.string(), asker: Asker });
type CompareJob = z.infer<typeof CompareJob>;

export const compareJob: JobKind<CompareJob> = {
  name: "compare",
  input: CompareJob,
  mostAttempts: 3,
  run: work,
  async ended({ db, now }, { runId }, failure) {
    const run = await findComparison(db, runId, { lock: true });
    if (run?.status === "reading")
      await updateComparison(db, runId, { status: "failed", failure, updatedAt: now });
  },
};

async function work(context: JobContext, { runId, asker }: CompareJob): Promise<null> {
  const { deps } = context;
  const { db } = deps.database;
  const run = await findComparison(db, runId);
  if (run === undefined || run.status === "compared") return null;
  // A failed one is one whose job is retried.
  if (run.status === "failed") await updateComparison(db, runId, { status: "reading", failure: null });
  const call = await createAskersCall(context, asker);
  const read = await readSheet(
    deps,
    run.fileId,
    (header) => findComparisonField(header) !== undefined,
    async (done) => {
      context.signal.throwIfAborted();
      if (await context.progress(done, null))
        await updateComparison(db, runId, { progress: { done, of: null } });
    },
  );
  if (!read.ok) throw new Refusal(read.problems);
  const { inspection, rows } = read.value;
  await context.progress(rows.length, rows.length);
  const compared = await compare(call, run, inspection.headers, rows);
  await clearRows(db, runId);
  for (const part of listBatches(compared.rows)) {
    context.signal.throwIfAborted();
    await addRows(db, part);
  }
  context.signal.throwIfAborted();
  return context.commit(async (tx) => {
    await updateComparison(tx, runId, {
      status: "compared",
      progress: { done: rows.length, of: rows.length },
      counts: compared.counts,
      updatedAt: deps.clock().toISOString(),
    });
    return null;
  });
}

/** The asker's roles and reach today, which may be less than when they asked. */
async function createAskersCall({ deps }: JobContext, { locale, actor, ...standing }: Asker): Promise<Call> {
  const product = createCall(deps, deps.database.db, locale);
  if (actor === undefined) return product;
  const found = await findPresentStanding(product, actor.personId, operations["comparison.begin"]);
  if (!found.ok) throw new Refusal(found.problems);
  return createCall(deps, deps.database.db, locale, { ...standing, actor, ...found.value });
}

const isField = (field: string | null): field is ComparisonField =>
  field !== null && comparisonFields.some((one) => one === field);

const toMapping = (mapping: StoredComparison["mapping"]): ComparisonMapping =>
  Object.fromEntries(
    Object.entries(mapping).map(([header, field]) => [header, isField(field) ? field : null]),
  );

async function compare(
  call: Call,
  run: StoredComparison,
  headers: readonly string[],
  rows: Parameters<typeof compareRegisters>[0]["rows"],
) {
  const picture = await getPicture(call);
  const scope = findScope(picture, run.territory);
  if (!scope.ok) throw new Refusal(scope.problems);
  const { tree } = picture;
  const expected = new Set(scope.value.establishments.map(({ facts }) => facts.id));
  const { register } = await listRegister(call);
  const compared = compareRegisters({
    headers,
    rows,
    mapping: toMapping(run.mapping),
    register,
    index: createPlaceIndex({ tree }),
    within: await findTerritoryCode(call),
    flags: await readFlags(call),
    importedOn: call.today,
    findContactMobile: await createContactFinder(call),
    isExpected: ({ id }) => expected.has(id),
    findOfficial: (id) => {
      const official = picture.byId.get(id)?.official;
      return official === null || official === undefined ? undefined : picture.officials.get(official.id);
    },
  });
  if (!compared.ok) throw new Refusal(compared.problems);
  const places = new Map<string | null, string>();
  const townshipOf = (place: string | null): string => {
    const known = places.get(place) ?? findTownship(tree, place) ?? "";
    places.set(place, known);
    return known;
  };
  return {
    counts: { ...compared.value.counts },
    rows: await flatMapInTurns(createTurns(), compared.value.rows, (row, at) => [
      toStored(call, tree, run.id, row, at + 1, townshipOf),
    ]),
  };
}

function toStored(
  call: Call,
  tree: TerritoryTree,
  runId: string,
  compared: ComparedRow,
  no: number,
  townshipOf: (place: string | null) => string,
): StoredComparedRow {
  const { row, outcome, name, target, facts, official, differences, problems, candidates } = compared;
  const place = target?.place ?? facts?.place ?? candidates[0]?.place ?? null;
  const isOpen = outcome === "differing" || outcome === "only-theirs" || outcome === "doubtful";
  return {
    countyCode: toCountyCode(place),
    runId,
    no,
    row,
    outcome,
    name: maskPersonal(name),
    establishmentId: target?.id ?? null,
    place,
    township: townshipOf(place),
    differences: [...differences],
    fields: differences.map(({ field }) => field),
    problems: problems.map(maskProblem),
    candidates: candidates.map((one) => ({
      id: one.id,
      name: one.name,
      placeName: one.place === null ? (one.placeText ?? "") : formatPlace({ code: one.place, tree }),
    })),
    sealed: isOpen && facts !== null ? sealTheirs(call.deps.keyring, { facts, official }) : null,
    resolution: null,
    reason: null,
    settledBy: null,
    settledAt: null,
    batch: null,
    undo: null,
  };
}
