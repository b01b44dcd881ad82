// The office's grading scheme as dated versions: drafted, checked, put in force from a day, taken back.
import {
  checkScheme,
  demonstrationScheme,
  findSchemeOn,
  type GradingScheme,
  type OperationArguments,
  type OperationOutput,
  ok,
  type Result,
  refuse,
  refuseAll,
  type SchemeDetail,
  type SchemeInForce,
  type SchemeRow,
} from "@shian/domain";
import type { Call, ChangeCall } from "../../deps.js";
import { nameOf } from "../../deps.js";
import { toAsker } from "../job/asker.js";
import { queueJob } from "../job/queue-job.service.js";
import { findSilentFlags } from "../registry/attention.service.js";
import { regradeJob } from "./regrade.job.js";
import {
  findStoredScheme,
  insertScheme,
  listStoredSchemes,
  lockSchemes,
  removeDraft,
  type StoredScheme,
  updateScheme,
} from "./scheme.repo.js";
import { findScheme, readSchemes } from "./scheme-in-force.service.js";

/** The scheme in force on the day asked, today when absent. */
export const getScheme = async (
  call: Call,
  { asOf = call.today }: OperationArguments<"grading.scheme">,
): Promise<Result<GradingScheme>> => ok(findSchemeOn({ schemes: await readSchemes(call), on: asOf }));

const demonstrationRow = (first: StoredScheme | undefined, current: string): SchemeRow => ({
  id: demonstrationScheme.id,
  title: demonstrationScheme.title,
  state: "in-force",
  from: null,
  to: first?.from ?? null,
  current: current === demonstrationScheme.id,
  demonstration: true,
  rules: demonstrationScheme.rules.length,
  base: null,
  version: 0,
  updatedAt: null,
  updatedBy: "",
});

/** All versions: those in force by their days, the demonstration before them, drafts last. */
async function listRows(call: Call): Promise<readonly SchemeRow[]> {
  const stored = await listStoredSchemes(call.db);
  const inForce = stored.filter(({ state }) => state === "in-force");
  const schemes = inForce.flatMap(({ from, scheme }) => (from === null ? [] : [{ from, scheme }]));
  const current = findSchemeOn({ schemes, on: call.today }).id;
  const drafts = stored.filter(({ state }) => state === "draft");
  return [
    demonstrationRow(inForce[0], current),
    ...[...inForce, ...drafts].map(
      ({ id, scheme, state, from, base, version, updatedAt, updatedBy }): SchemeRow => ({
        id,
        title: scheme.title,
        state,
        from,
        to: state === "draft" ? null : (inForce[inForce.findIndex((one) => one.id === id) + 1]?.from ?? null),
        current: id === current,
        demonstration: scheme.demonstration,
        rules: scheme.rules.length,
        base,
        version,
        updatedAt,
        updatedBy,
      }),
    ),
  ];
}

export const listSchemes = async (call: Call): Promise<Result<OperationOutput<"grading.schemes">>> =>
  ok({ rows: [...(await listRows(call))] });

export async function getSchemeVersion(
  call: Call,
  { id }: { readonly id: string },
): Promise<Result<SchemeDetail>> {
  const scheme = await findScheme(call, id);
  const row = (await listRows(call)).find((one) => one.id === id);
  if (scheme === undefined || row === undefined) return refuse("request/not-found", { id });
  const { faults, notices } = checkScheme(scheme);
  return ok({ row, scheme, faults: [...faults], notices: [...notices] });
}

const written = (call: ChangeCall) => ({ at: call.now, by: nameOf(call) });
const note = (
  call: ChangeCall,
  id: string,
  what: string,
  fields: { field: string; before: string | null; after: string | null }[] = [],
) => call.record({ objectKind: "grading-scheme", objectId: id, what, fields });
const stale = ({ updatedBy, updatedAt }: StoredScheme) =>
  refuse("request/stale", { who: updatedBy, at: updatedAt });

export async function saveDraft(
  call: ChangeCall,
  { id, version, base, scheme }: OperationArguments<"grading.saveDraft">,
): Promise<Result<SchemeDetail>> {
  if (base !== null && (await findScheme(call, base)) === undefined)
    return refuse("request/not-found", { id: base });
  if (id === null) {
    const newId = `scheme-${call.deps.newId()}`;
    await insertScheme(call.db, { id: newId, scheme, base }, written(call));
    note(call, newId, "drafted", [{ field: "rules", before: null, after: String(scheme.rules.length) }]);
    return getSchemeVersion(call, { id: newId });
  }
  const stored = await findStoredScheme(call.db, id);
  if (stored === undefined) return refuse("request/not-found", { id });
  if (stored.state !== "draft") return refuse("grading/scheme-in-force");
  if (!(await updateScheme(call.db, { id, version }, { scheme }, written(call)))) return stale(stored);
  const rules = [stored.scheme, scheme].map((one) => String(one.rules.length));
  note(call, id, "draft-changed", [{ field: "rules", before: rules[0] ?? null, after: rules[1] ?? null }]);
  return getSchemeVersion(call, { id });
}

export async function dropDraft(
  call: ChangeCall,
  { id, version }: OperationArguments<"grading.dropDraft">,
): Promise<Result<OperationOutput<"grading.dropDraft">>> {
  const stored = await findStoredScheme(call.db, id);
  if (stored === undefined) return refuse("request/not-found", { id });
  if (stored.state !== "draft") return refuse("grading/scheme-in-force");
  if (!(await removeDraft(call.db, id, version))) return stale(stored);
  note(call, id, "draft-dropped");
  return ok({ id });
}

/** Puts a draft in force from a day on; the job grades everything that is in the register by it. */
export async function putInForce(
  call: ChangeCall,
  { id, version, from }: OperationArguments<"grading.putInForce">,
): Promise<Result<OperationOutput<"grading.putInForce">>> {
  await lockSchemes(call.db);
  const stored = await findStoredScheme(call.db, id);
  if (stored === undefined) return refuse("request/not-found", { id });
  if (stored.state !== "draft") return refuse("grading/scheme-in-force");
  const { faults } = checkScheme(stored.scheme);
  const asked = stored.scheme.rules.flatMap(({ when }) => when.attention ?? []);
  const refused = [...faults, ...(await findSilentFlags(call, asked))];
  if (refused.length > 0) return refuseAll(refused);
  const last = (await readSchemes(call)).at(-1)?.from;
  if (last === from) return refuse("grading/scheme-day-taken", { from });
  if (last !== undefined && from < last) return refuse("grading/scheme-day-past", { from, last });
  if (!(await updateScheme(call.db, { id, version }, { state: "in-force", from }, written(call))))
    return stale(stored);
  note(call, id, "put-in-force", [{ field: "from", before: null, after: from }]);
  return queueRegrade(call, id, from);
}

/** Takes the version back that was put in force last: a draft again, and everything graded as if it had not been. */
export async function takeBack(
  call: ChangeCall,
  { id, version }: OperationArguments<"grading.takeBack">,
): Promise<Result<OperationOutput<"grading.takeBack">>> {
  await lockSchemes(call.db);
  const stored = await findStoredScheme(call.db, id);
  if (stored === undefined) return refuse("request/not-found", { id });
  if (stored.state !== "in-force" || stored.from === null) return refuse("grading/scheme-not-in-force");
  if ((await readSchemes(call)).at(-1)?.scheme.id !== id) return refuse("grading/scheme-not-last");
  if (!(await updateScheme(call.db, { id, version }, { state: "draft", from: null }, written(call))))
    return stale(stored);
  note(call, id, "taken-back", [{ field: "from", before: stored.from, after: null }]);
  return queueRegrade(call, id, stored.from);
}

async function queueRegrade(call: ChangeCall, id: string, from: SchemeInForce["from"]) {
  const jobId = await queueJob(call, { kind: regradeJob, input: { from, asker: toAsker(call) } });
  return jobId === null ? refuse("job/same-running") : ok({ id, jobId });
}
