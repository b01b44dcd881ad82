// Import of "1+N" groups, whose people are named as the directory of the day names them.
import {
  createMemberNames,
  findGroupField,
  type GroupField,
  groupFields,
  ok,
  parseGroupRow,
  planGroupImport,
  type Result,
} from "@shian/domain";
import type { Call, ChangeCall } from "../../deps.js";
import { recordChanges } from "../audit/record-changes.js";
import { nextVersion } from "../liaison/check-standing.js";
import { listDutiesOn } from "../liaison/directory.views.js";
import { lockDirectory } from "../liaison/lock-directory.js";
import { readStandingGroups, type StoredGroup, writeGroups } from "../liaison/sheet.service.js";
import { readDirectoryRows, toPlannedRow, toWriteOutcome } from "./directory-rows.js";
import { takeBackGroups } from "./directory-undo.js";
import type { ImportKindHandler, ImportPlan, ReadFile, WriteOutcome } from "./import-kind.js";
import { createPlaceFinder } from "./place-finder.js";

const isGroupField = (text: string): text is GroupField => groupFields.some((field) => field === text);

async function plan(call: Call, file: ReadFile): Promise<Result<ImportPlan>> {
  await lockDirectory(call);
  const { findPlaces, mayActIn } = await createPlaceFinder(call);
  const { read, refused } = readDirectoryRows(file, {
    isField: isGroupField,
    name: "groupName",
    parse: (row) => parseGroupRow({ row, findPlaces, mayActIn }),
  });
  const records = await readStandingGroups(call);
  const outcomes = planGroupImport({
    ...{ rows: read, records, today: call.today },
    names: createMemberNames(await listDutiesOn(call, {})),
  });
  const names = new Map(read.map(({ row, facts }) => [row, facts.name]));
  const rows = outcomes.map((one) =>
    toPlannedRow(file, one, { name: names.get(one.row) ?? "", target: one.writing?.group ?? null }),
  );
  return ok({
    rows: [...rows, ...refused].sort((a, b) => a.row - b.row),
    write: (change) => write(change, outcomes, records),
  });
}

async function write(
  call: ChangeCall,
  outcomes: ReturnType<typeof planGroupImport>,
  records: readonly StoredGroup[],
): Promise<WriteOutcome> {
  const changes = outcomes.flatMap(({ row, writing }) => {
    if (writing === null) return [];
    const { group, superseded, added } = writing;
    const what = group === null ? ("created" as const) : ("updated" as const);
    const version = nextVersion(records.filter((one) => one.group === group));
    return [{ row, what, version, superseded, added, group: group ?? call.deps.newId() }];
  });
  const superseded = changes.flatMap((change) => change.superseded);
  const added = changes.flatMap(({ group, version, added: records }) =>
    records.map(({ facts, from, to }) => ({ group, version, facts, from, to })),
  );
  const done = await writeGroups(call, superseded, added);
  recordChanges(
    call,
    changes.map(({ group, what }) => ({
      objectKind: "liaison-group",
      objectId: group,
      what: what === "created" ? "imported" : "updated-by-import",
      fields: [],
    })),
  );
  return toWriteOutcome(
    done,
    changes.map(({ row, what, version, group }) => ({ row, id: group, what, version })),
  );
}

export const groupImport: ImportKindHandler = {
  fields: groupFields,
  recognise: (header) => findGroupField(header) !== undefined,
  guess: ({ headers }) =>
    headers.map((header) => {
      const field = findGroupField(header) ?? null;
      return { field, sure: field !== null };
    }),
  plan,
  undo: takeBackGroups,
};
