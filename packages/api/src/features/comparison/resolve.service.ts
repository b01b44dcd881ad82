// Settling rows of a comparison: one by one or many at once, previewed first. What is taken over goes through the
// register's own services, so that grades, the record and everything that depends on them follow.
import {
  foldName,
  type Official,
  type OperationArguments,
  type OperationOutput,
  ok,
  type Problem,
  problem,
  type Result,
} from "@shian/domain";
import { type Call, type ChangeCall, nameOf } from "../../deps.js";
import { recordChanges } from "../audit/record-changes.js";
import { listDirectory } from "../chain/directory.service.js";
import { reassign } from "../chain/reassign.service.js";
import { gradeEstablishments } from "../grading/grading.service.js";
import { getPartOfPicture, noteRegisterChange } from "../picture/picture.service.js";
import { type WrittenEstablishment, writeRegister } from "../registry/write-register.service.js";
import { getTree } from "../territory/territory.service.js";
import { type Chosen, chooseRows, type RefusedRow, type Settling, toRefused } from "./choose-rows.js";
import { type StoredComparedRow, settleRows } from "./comparison-row.repo.js";
import { type PlannedRow, planSettling } from "./plan-settling.js";
import { sealUndo } from "./undo-data.js";

/** Giving one establishment to an official looks at the whole register each time. */
const MOST_OFFICIALS = 40;
const SHOWN_REFUSED = 200;

const isByFacts = ({ resolution }: Settling): boolean => resolution === "theirs" || resolution === "create";

const isOfficialField = (field: string): boolean => field === "officialName" || field === "officialUnit";

/** Whether taking theirs over gives the establishment to the official whom theirs shows. */
const takesOfficial = ({ differences }: StoredComparedRow, { resolution, fields }: Settling): boolean =>
  resolution === "theirs" &&
  differences.some(({ field }) => isOfficialField(field) && (fields === undefined || fields.includes(field)));

export async function previewSettling(
  call: Call,
  settling: OperationArguments<"comparison.preview">,
): Promise<Result<OperationOutput<"comparison.preview">>> {
  const chosen = await chooseRows(call, settling, { lock: false });
  if (!chosen.ok) return chosen;
  const { rows, refused } = chosen.value;
  if (!isByFacts(settling))
    return ok({ rows: rows.length, establishments: 0, fields: [], refused: refused.slice(0, SHOWN_REFUSED) });
  const planned = await planSettling(call, rows, settling, (await getTree(call)).contains);
  const counts = new Map<string, number>();
  let establishments = 0;
  for (const { stored, merged } of planned.rows) {
    const fields = (merged.after?.changes ?? []).map(({ field }) => field);
    if (takesOfficial(stored, settling)) fields.push("officialName");
    if (merged.outcome === "created" || fields.length > 0) establishments += 1;
    for (const field of fields) counts.set(field, (counts.get(field) ?? 0) + 1);
  }
  return ok({
    rows: planned.rows.length,
    establishments,
    fields: [...counts]
      .map(([field, count]) => ({ field, count }))
      .sort((a, b) => b.count - a.count || (a.field < b.field ? -1 : 1)),
    refused: [...refused, ...planned.refused].slice(0, SHOWN_REFUSED),
  });
}

export async function resolveRows(
  call: ChangeCall,
  { txId: _txId, ...settling }: OperationArguments<"comparison.resolve">,
): Promise<Result<OperationOutput<"comparison.resolve">>> {
  const chosen = await chooseRows(call, settling, { lock: true });
  if (!chosen.ok) return chosen;
  const { settled, refused } = isByFacts(settling)
    ? await settleByFacts(call, chosen.value, settling)
    : { settled: chosen.value.rows.map(({ no }) => ({ no, undo: null })), refused: chosen.value.refused };
  if (settled.length > 0) {
    await settleRows(call.db, settling.runId, settled, {
      resolution: settling.resolution,
      reason: settling.reason ?? null,
      settledBy: nameOf(call),
      settledAt: call.now,
      batch: call.txId,
    });
    call.record({
      objectKind: "comparison",
      objectId: settling.runId,
      what: "settled",
      fields: [
        { field: "resolution", before: null, after: settling.resolution },
        { field: "rows", before: null, after: String(settled.length) },
        ...(settling.reason === undefined ? [] : [{ field: "reason", before: null, after: settling.reason }]),
      ],
    });
  }
  return ok({ settled: settled.length, refused: refused.slice(0, SHOWN_REFUSED) });
}

type Settled = {
  readonly settled: { no: number; undo: string | null }[];
  readonly refused: readonly RefusedRow[];
};

async function settleByFacts(call: ChangeCall, chosen: Chosen, settling: Settling): Promise<Settled> {
  const { contains } = await getTree(call);
  const planned = await planSettling(call, chosen.rows, settling, contains);
  const refused = [...chosen.refused, ...planned.refused];
  const before = await findAnswering(call, planned.rows);
  const given = await giveOfficials(call, planned.rows, settling);
  refused.push(...given.refused);
  const rows = planned.rows.filter(({ stored }) => !given.refusedRows.has(stored.no));
  const written = await writeRegister(
    call,
    rows.map(({ merged }) => merged),
  );
  await followUp(call, written);
  const byRow = new Map(written.map((one) => [one.row, one]));
  const settled = rows.map(({ stored }) => {
    const one = byRow.get(stored.no);
    const isGiven = given.rows.has(stored.no);
    const undo =
      one === undefined && !isGiven
        ? null
        : sealUndo(call.deps.keyring, {
            written: one === undefined ? null : toKept(one),
            official: isGiven
              ? {
                  establishment: stored.establishmentId ?? "",
                  before: before.get(stored.establishmentId ?? "") ?? null,
                }
              : null,
          });
    return { no: stored.no, undo };
  });
  return { settled, refused };
}

const toKept = ({ id, version, before, what }: WrittenEstablishment) => ({
  id,
  version,
  what: what === "imported" ? ("created" as const) : ("updated" as const),
  before,
});

/** Who answered for the establishments before. */
async function findAnswering(
  call: ChangeCall,
  rows: readonly PlannedRow[],
): Promise<ReadonlyMap<string, string>> {
  const ids = rows.flatMap(({ merged }) => merged.target?.id ?? []);
  const part = await getPartOfPicture(call, { establishments: ids, officials: [] });
  return new Map(
    ids.flatMap((id) => {
      const official = part.byId.get(id)?.official?.id;
      return official === undefined ? [] : [[id, official] as const];
    }),
  );
}

/** Grades what was written by its new facts, and records it. */
async function followUp(call: ChangeCall, written: readonly WrittenEstablishment[]): Promise<void> {
  if (written.length === 0) return;
  const part = await getPartOfPicture(call, { establishments: written.map(({ id }) => id), officials: [] });
  await gradeEstablishments(
    call,
    written.map(({ id, facts }) => {
      const grade = part.byId.get(id)?.grade ?? null;
      return { id, facts, present: grade === null ? null : { grade: grade.value, ruleId: grade.ruleId } };
    }),
  );
  recordChanges(
    call,
    written.map(({ id, what, changes }) => ({
      objectKind: "establishment",
      objectId: id,
      what,
      fields: [...changes],
    })),
  );
  await noteRegisterChange(
    call,
    written.every(({ what }) => what === "updated-by-import") ? written.map(({ id }) => id) : undefined,
  );
}

/** Gives establishments to the officials whom theirs shows, by the rules of the chain. */
async function giveOfficials(call: ChangeCall, rows: readonly PlannedRow[], settling: Settling) {
  const refused: RefusedRow[] = [];
  const given = new Set<number>();
  const asked = rows.filter(({ stored }) => takesOfficial(stored, settling));
  const directory = asked.length === 0 ? [] : await listDirectory(call);
  const refuseRow = (stored: StoredComparedRow, why: Problem) => refused.push(toRefused(stored, why));
  for (const { stored, theirs } of asked) {
    const name = theirs.official?.name ?? "";
    const named = directory.filter((one) => isMeant(one, theirs.official, call.today));
    const [official] = named;
    if (given.size >= MOST_OFFICIALS)
      refuseRow(stored, problem("comparison/too-many", { most: MOST_OFFICIALS, count: asked.length }));
    else if (official === undefined) refuseRow(stored, problem("comparison/official-unknown", { name }));
    else if (named.length > 1)
      refuseRow(stored, problem("comparison/official-several", { name, count: named.length }));
    else {
      const done = await reassign(call, {
        txId: call.txId,
        establishment: stored.establishmentId ?? "",
        official: official.id,
      });
      const [why] = done.ok ? [] : done.problems;
      if (why === undefined) given.add(stored.no);
      else refuseRow(stored, why);
    }
  }
  return { rows: given, refused, refusedRows: new Set(refused.map(({ no }) => no)) };
}

/** Whether the official in a post today has the name, and the unit where theirs tells one. */
function isMeant(
  { name, unit, from, to }: Official,
  shown: { readonly name: string; readonly unit: string | null } | null,
  today: string,
): boolean {
  if (shown === null || foldName(name) !== foldName(shown.name)) return false;
  if (from > today || (to !== null && to <= today)) return false;
  return shown.unit === null || foldName(unit) === foldName(shown.unit);
}
