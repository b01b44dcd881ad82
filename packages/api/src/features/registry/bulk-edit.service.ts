// Changing many establishments at once: preview, apply as one change, undo while nothing later stands in the way.
import {
  type BulkChange,
  type BulkOutcome,
  type OperationArguments,
  type OperationOutput,
  ok,
  type Result,
  refuse,
  type StateSpell,
} from "@shian/domain";
import { type Call, type ChangeCall, nameOf } from "../../deps.js";
import { recordChanges, toLogText } from "../audit/record-changes.js";
import { reassignMany } from "../chain/reassign-many.service.js";
import { gradeEstablishments } from "../grading/grading.service.js";
import { pageRows } from "../picture/page-rows.js";
import type { Picture } from "../picture/picture.js";
import { getPicture, noteRegisterChange } from "../picture/picture.service.js";
import {
  countBulkRows,
  insertBulkEdit,
  listBulkEdits,
  listBulkRows,
  lockBulkEdit,
  markUndone,
  type StoredBulkEdit,
  type StoredBulkRow,
} from "./bulk-edit.repo.js";
import { type Revision, readVersions } from "./facts-versions.repo.js";
import { type BulkPlan, factsOf, type PlannedRow, planBulk, toBulkOutcome } from "./plan-bulk.service.js";
import { restoreFacts, updateEstablishments } from "./registry.repo.js";
import { formatSpells, readSpells, writeTimeLines } from "./state-spells.repo.js";

const MOST_TOLD = 100;

export async function previewBulkEdit(
  call: Call,
  input: OperationArguments<"bulkEdit.preview">,
): Promise<Result<BulkOutcome>> {
  const plan = await planBulk(call, input);
  return plan.ok ? ok(toBulkOutcome(plan.value)) : plan;
}

/** Writes facts with the grades that follow from them. */
async function writeFacts(call: ChangeCall, rows: readonly PlannedRow[]): Promise<void> {
  const changes = rows.flatMap(({ one, facts }) =>
    facts === undefined ? [] : [{ one, id: one.facts.id, version: one.facts.version, facts }],
  );
  const [stale] = await updateEstablishments(call.db, changes, { at: call.now, from: call.today });
  // The plan was made in this very transaction, so nobody can have been faster.
  if (stale !== undefined) throw new Error(`establishment ${stale} changed under its own bulk change`);
  recordChanges(
    call,
    changes.map(({ one, id, facts }) => {
      const known = factsOf(one);
      const fields = (Object.keys(known) as (keyof typeof known)[]).flatMap((field) => {
        const [before, after] = [toLogText(known[field]), toLogText(facts[field])];
        return before === after ? [] : [{ field, before, after }];
      });
      return { objectKind: "establishment", objectId: id, what: "corrected", fields };
    }),
  );
  await gradeEstablishments(
    call,
    changes.map(({ id, facts }) => ({ id, facts })),
  );
}

async function writeStates(call: ChangeCall, rows: readonly PlannedRow[], reason: string): Promise<void> {
  const lines = rows.flatMap(({ one, spells }) =>
    spells === undefined ? [] : [{ one, id: one.facts.id, version: one.facts.version, spells }],
  );
  const [stale] = await writeTimeLines(call.db, lines, call.now);
  if (stale !== undefined) throw new Error(`establishment ${stale} changed under its own bulk change`);
  recordChanges(
    call,
    lines.map(({ one, id, spells }) => ({
      objectKind: "establishment",
      objectId: id,
      what: "corrected",
      fields: [
        { field: "state", before: `${one.state} ${one.facts.stateSince}`, after: formatSpells(spells) },
        { field: "reason", before: null, after: reason },
      ],
    })),
  );
}

/** What stands of the establishments, to be restored by undoing. */
async function readBefore(
  call: Call,
  rows: readonly PlannedRow[],
  { kind }: BulkChange,
): Promise<ReadonlyMap<string, Revision | readonly StateSpell[]>> {
  const ids = rows.map(({ one }) => one.facts.id);
  if (kind === "official") return new Map();
  return kind === "state" ? readSpells(call.db, ids) : readVersions(call.db, ids);
}

async function write(
  call: ChangeCall,
  { picture }: BulkPlan,
  rows: readonly PlannedRow[],
  change: BulkChange,
): Promise<void> {
  if (change.kind === "official") {
    const moves = rows.map(({ one }) => ({
      establishment: one.facts.id,
      before: one.official?.id ?? null,
      official: change.official,
    }));
    await reassignMany(call, moves, picture.asOf);
  } else if (change.kind === "state") await writeStates(call, rows, change.reason);
  else await writeFacts(call, rows);
  await noteRegisterChange(
    call,
    rows.map(({ one }) => one.facts.id),
  );
}

export async function applyBulkEdit(
  call: ChangeCall,
  input: OperationArguments<"bulkEdit.make">,
): Promise<Result<OperationOutput<"bulkEdit.make">>> {
  const plan = await planBulk(call, input);
  if (!plan.ok) return plan;
  const outcome = toBulkOutcome(plan.value);
  if (outcome.mark !== input.mark) return refuse("registry/bulk-changed-since");
  const { change } = input;
  const rows = plan.value.rows.filter((row) => row.outcome === "updated");
  const id = call.deps.newId();
  const before = await readBefore(call, rows, change);
  if (rows.length > 0) await write(call, plan.value, rows, change);
  const { updated, unchanged, refused } = outcome;
  await insertBulkEdit(
    call.db,
    {
      id,
      personId: call.actor?.personId ?? "",
      personName: nameOf(call),
      change,
      updated,
      unchanged,
      refused,
      createdAt: call.now,
    },
    rows.map(({ one, official }) => ({
      establishmentId: one.facts.id,
      versionAfter: one.facts.version + (official === undefined ? 1 : 0),
      before: before.get(one.facts.id) ?? null,
      official: official ?? null,
      officialBefore: official === undefined ? null : (one.official?.id ?? null),
    })),
  );
  return ok({ id, outcome });
}

export async function listOwnBulkEdits(
  call: Call,
  input: OperationArguments<"bulkEdit.list">,
): Promise<Result<OperationOutput<"bulkEdit.list">>> {
  const page = pageRows({
    rows: await listBulkEdits(call.db),
    sortBy: [({ createdAt }) => createdAt, ({ id }) => id],
    descending: true,
    cursor: input.cursor,
    limit: input.limit,
  });
  if (!page.ok) return page;
  const seen = await countBulkRows(
    call.db,
    page.value.rows.map(({ id }) => id),
  );
  return ok({
    ...page.value,
    rows: page.value.rows.map((edit) => ({
      id: edit.id,
      who: edit.personName,
      change: edit.change,
      at: edit.createdAt,
      ...toSeenCounts(call, edit, seen.get(edit.id) ?? 0),
      undoneAt: edit.undoneAt,
    })),
  });
}

/** Who reaches only a part of the office is told how many of another's change they reach, and nothing of the rest. */
function toSeenCounts(
  { actor, reach }: Call,
  { personId, updated, unchanged, refused }: StoredBulkEdit,
  seen: number,
) {
  const whole = seen === updated;
  return reach.unplaced || personId === actor?.personId
    ? { whole, updated, unchanged, refused }
    : { whole, updated: seen, unchanged: 0, refused: 0 };
}

/** Takes the change back for those that nobody changed since; gives the ids of the establishments it was undone for. */
async function restore(
  call: ChangeCall,
  edit: StoredBulkEdit,
  rows: readonly StoredBulkRow[],
  picture: Picture,
): Promise<readonly string[]> {
  const untouched = rows.flatMap((row) => {
    const one = picture.byId.get(row.establishmentId);
    const isAsLeft =
      one !== undefined &&
      (edit.change.kind === "official"
        ? one.official?.id === row.official
        : one.facts.version === row.versionAfter);
    return isAsLeft ? [{ ...row, one }] : [];
  });
  const ids = untouched.map(({ establishmentId }) => establishmentId);
  const what = "corrected";
  if (edit.change.kind === "official") {
    const moves = untouched.map(({ establishmentId, official, officialBefore }) => ({
      establishment: establishmentId,
      before: official,
      official: officialBefore,
    }));
    await reassignMany(call, moves, call.today);
    return ids;
  }
  if (edit.change.kind === "state") {
    const lines = untouched.map(({ establishmentId: id, versionAfter, before }) => ({
      id,
      version: versionAfter,
      spells: before as readonly StateSpell[],
    }));
    const left = new Set(await writeTimeLines(call.db, lines, call.now));
    const done = lines.filter(({ id }) => !left.has(id));
    recordChanges(
      call,
      done.map(({ id, spells }) => ({
        objectKind: "establishment",
        objectId: id,
        what,
        fields: [
          {
            field: "state",
            before: picture.byId.get(id)?.state ?? null,
            after: formatSpells(spells),
          },
        ],
      })),
    );
    return done.map(({ id }) => id);
  }
  const restored = await restoreFacts(
    call.db,
    untouched.map(({ establishmentId: id, versionAfter: version, before }) => ({
      id,
      version,
      revision: before as Revision,
    })),
    call.now,
  );
  const done = untouched.filter(({ establishmentId }) => restored.has(establishmentId));
  recordChanges(
    call,
    done.map(({ establishmentId: id, one }) => {
      const [known, now] = [factsOf(one), restored.get(id)];
      const fields = (Object.keys(known) as (keyof typeof known)[]).flatMap((field) => {
        const [before, after] = [toLogText(known[field]), toLogText(now?.[field])];
        return before === after ? [] : [{ field, before, after }];
      });
      return { objectKind: "establishment", objectId: id, what, fields };
    }),
  );
  await gradeEstablishments(
    call,
    done.flatMap(({ establishmentId: id }) => {
      const facts = restored.get(id);
      return facts === undefined ? [] : [{ id, facts }];
    }),
  );
  return done.map(({ establishmentId }) => establishmentId);
}

export async function undoBulkEdit(
  call: ChangeCall,
  input: OperationArguments<"bulkEdit.undo">,
): Promise<Result<OperationOutput<"bulkEdit.undo">>> {
  const edit = await lockBulkEdit(call.db, input.id);
  if (edit === undefined) return refuse("request/not-found", { id: input.id });
  if (edit.undoneAt !== null) return refuse("registry/bulk-undone");
  const rows = await listBulkRows(call.db, edit.id);
  // Whoever reaches only a part of it would leave it half undone.
  if (rows.length !== edit.updated) return refuse("request/not-found", { id: input.id });
  const picture = await getPicture(call);
  const undone = new Set(await restore(call, edit, rows, picture));
  await markUndone(call.db, edit.id, { at: call.now, by: call.actor?.personId ?? "" });
  if (undone.size > 0) await noteRegisterChange(call, [...undone]);
  const left = rows.filter(({ establishmentId }) => !undone.has(establishmentId));
  return ok({
    undone: undone.size,
    left: left.length,
    leftRows: left.slice(0, MOST_TOLD).map(({ establishmentId: id }) => ({
      id,
      name: picture.byId.get(id)?.facts.name ?? "",
    })),
  });
}
