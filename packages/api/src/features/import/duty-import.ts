// Import of the directory's duty posts. What a row wrote is known by its post and version, so that it can be taken back.
import {
  type DutyField,
  dutyFields,
  findDutyField,
  formatPlace,
  ok,
  parseDutyRow,
  planDutyImport,
  type Result,
} from "@shian/domain";
import type { Call, ChangeCall } from "../../deps.js";
import { recordChanges } from "../audit/record-changes.js";
import { listDirectory } from "../chain/directory.service.js";
import { nextVersion } from "../liaison/check-standing.js";
import { dutyMobileField } from "../liaison/directory.views.js";
import { lockDirectory } from "../liaison/lock-directory.js";
import { readDutyMobiles, readStandingDuties, type StoredDuty } from "../liaison/sheet.service.js";
import { writeDuties } from "../liaison/write-duties.service.js";
import { readDirectoryRows, toPlannedRow, toWriteOutcome } from "./directory-rows.js";
import { takeBackDuties } from "./directory-undo.js";
import type { ImportKindHandler, ImportPlan, ReadFile, WriteOutcome } from "./import-kind.js";
import { createPlaceFinder } from "./place-finder.js";

const isDutyField = (text: string): text is DutyField => dutyFields.some((field) => field === text);

async function plan(call: Call, file: ReadFile): Promise<Result<ImportPlan>> {
  await lockDirectory(call);
  const { tree, office, ...finder } = await createPlaceFinder(call);
  const { read, refused } = readDirectoryRows(file, {
    isField: isDutyField,
    name: "name",
    parse: (row) => parseDutyRow({ row, ...finder }),
  });
  const records = await readStandingDuties(call);
  // Numbers are opened only where the file has any.
  const hasNumbers = read.some(({ facts }) => facts.mobile !== null);
  const mobiles = hasNumbers
    ? await readDutyMobiles(
        call,
        records.map(({ id }) => id),
      )
    : new Map<string, string>();
  const officials = new Set(
    (await listDirectory(call)).flatMap(({ name, unit }) => [name, `${name}\n${unit}`]),
  );
  const outcomes = planDutyImport({
    ...{ rows: read, records, today: call.today },
    findMobile: (record) => {
      const sealed = mobiles.get(record);
      return sealed === undefined ? null : call.deps.keyring.unseal(sealed, dutyMobileField);
    },
    isOfficial: (name, unit) => officials.has(unit === null ? name : `${name}\n${unit}`),
    namePlaces: (codes) => codes.map((code) => formatPlace({ code, tree, within: office })).join("、"),
  });
  const names = new Map(read.map(({ row, facts }) => [row, facts.name]));
  const rows = outcomes.map((one) =>
    toPlannedRow(file, one, { name: names.get(one.row) ?? "", target: one.writing?.post ?? null }),
  );
  return ok({
    rows: [...rows, ...refused].sort((a, b) => a.row - b.row),
    write: (change) => write(change, outcomes, records),
  });
}

async function write(
  call: ChangeCall,
  outcomes: ReturnType<typeof planDutyImport>,
  records: readonly StoredDuty[],
): Promise<WriteOutcome> {
  const changes = outcomes.flatMap(({ row, writing }) => {
    if (writing === null) return [];
    const { post, kind, superseded, added } = writing;
    const what = post === null ? ("created" as const) : ("updated" as const);
    const version = nextVersion(records.filter((one) => one.post === post));
    const sealed = added.map(({ mobile, ...one }) => ({
      ...one,
      ...(mobile === undefined
        ? {}
        : { mobile: mobile === null ? null : call.deps.keyring.seal(mobile, dutyMobileField) }),
    }));
    return [{ row, what, kind, version, superseded, added: sealed, post: post ?? call.deps.newId() }];
  });
  const done = await writeDuties(call, changes);
  recordChanges(
    call,
    changes.map(({ post, what }) => ({
      objectKind: "duty",
      objectId: post,
      what: what === "created" ? "imported" : "updated-by-import",
      fields: [],
    })),
  );
  return toWriteOutcome(
    done,
    changes.map(({ row, what, version, post }) => ({ row, id: post, what, version })),
  );
}

export const dutyImport: ImportKindHandler = {
  fields: dutyFields,
  recognise: (header) => findDutyField(header) !== undefined,
  guess: ({ headers }) =>
    headers.map((header) => {
      const field = findDutyField(header) ?? null;
      return { field, sure: field !== null };
    }),
  plan,
  undo: takeBackDuties,
};
