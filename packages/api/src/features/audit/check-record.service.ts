// Checks the record where it lies: the chain against the roots in the database and in the file, and the columns and
// rows that searches use against what was hashed.
import {
  AuditEntry,
  createRecordCheck,
  digestChanges,
  type HashSuite,
  type OperationOutput,
  ok,
  type Problem,
  problem,
  type RecordedChange,
  type RecordProblemCode,
  type Result,
  toCanonicalJson,
  writeRecordLine,
} from "@shian/domain";
import type { Call } from "../../deps.js";
import type { Db } from "../../storage/database.js";
import { countChanges, listChangesOfEntry, listRoots, readEntries, type StoredEntry } from "./audit.repo.js";
import { findRecordSuite, findStart } from "./record-start.service.js";
import { toHashSuite } from "./record-suite.js";
import { readRootsFile } from "./roots-file.js";

const columns = ["seq", "at", "personId", "name", "role", "address", "operation", "txId", "prev"] as const;
const MOST_FAULTS = 1000;
const CHANGES = 5000;

/** The entry that was hashed; undefined when the content is none, which the chain tells already. */
function readContent({ content }: StoredEntry): AuditEntry | undefined {
  try {
    return AuditEntry.safeParse(JSON.parse(content)).data;
  } catch {
    return undefined;
  }
}

async function readChanges(db: Db, seq: number): Promise<RecordedChange[]> {
  const changes: RecordedChange[] = [];
  for (let after = -1; ; ) {
    const rows = await listChangesOfEntry(db, { seq, after, limit: CHANGES });
    const end = rows.at(-1);
    if (end === undefined) return changes;
    for (const { objectKind, objectId, what, fields } of rows)
      changes.push({ objectKind, objectId, what, fields });
    after = end.n;
  }
}

const writeChanges = (changes: readonly RecordedChange[]): string =>
  changes
    .map(({ fields, ...change }) =>
      toCanonicalJson({
        ...change,
        fields: fields.map(({ field, before, after }) => ({ field, before, after })),
      }),
    )
    .join("\n");

async function areChangesTrue(db: Db, suite: HashSuite, entry: AuditEntry, stored: number): Promise<boolean> {
  const { changes } = entry;
  if ("digest" in changes) {
    if (changes.count !== stored) return false;
    return digestChanges(suite, await readChanges(db, entry.seq)).digest === changes.digest;
  }
  if (changes.length !== stored) return false;
  return stored === 0 || writeChanges(await readChanges(db, entry.seq)) === writeChanges(changes);
}

/** Checks everything that the call sees. */
export async function checkRecord(call: Call): Promise<Result<OperationOutput<"audit.check">>> {
  const { db, deps } = call;
  const name = await findRecordSuite(db);
  const suite = toHashSuite(name);
  const start = await findStart(db);
  const roots = [...(await listRoots(db, name)), ...(await readRootsFile(deps.folder))];
  const check = createRecordCheck({ suite, start, roots });
  const found: Problem<RecordProblemCode>[] = [];
  for await (const rows of readEntries(db, start.seq)) {
    const counts = await countChanges(
      db,
      rows.map(({ seq }) => seq),
    );
    for (const row of rows) {
      check.push(writeRecordLine(row.content, row.hash));
      const entry = readContent(row);
      if (entry === undefined) continue;
      const column = columns.find((one) => row[one] !== entry[one]);
      if (column !== undefined) found.push(problem("record/columns-altered", { seq: row.seq, column }));
      if (!(await areChangesTrue(db, suite, entry, counts.get(row.seq) ?? 0)))
        found.push(problem("record/changes-altered", { seq: row.seq }));
    }
    if (found.length > MOST_FAULTS) break;
  }
  const { faults, ...verdict } = check.finish();
  return ok({ ...verdict, faults: [...faults, ...found.slice(0, MOST_FAULTS)] });
}
