// Export layouts: the office's own beside the shipped examples, their versions, a look at the first rows.
import {
  checkLayout,
  createLayoutWriter,
  demonstrationLayouts,
  isTextKey,
  type Layout,
  type LayoutColumn,
  label,
  type OperationArguments,
  type OperationOutput,
  ok,
  type Result,
  refuse,
  refuseAll,
} from "@shian/domain";
import { type Call, type ChangeCall, nameOf } from "../../deps.js";
import { insertVersion, listLayouts, listVersions, type StoredLayout } from "./layout.repo.js";
import { listLayoutRows } from "./list-layout-rows.js";

const PREVIEW_ROWS = 10;

const toLayout = ({ removed: _removed, ...layout }: StoredLayout): Layout => layout;

/** The shipped examples first, then the office's own by kind and title. */
export async function listAllLayouts(call: Call): Promise<Result<OperationOutput<"layout.list">>> {
  const own = (await listLayouts(call.db)).map(toLayout);
  const key = ({ kind, title, id }: Layout) => `${kind} ${title} ${id}`;
  return ok({ rows: [...demonstrationLayouts, ...own.sort((a, b) => (key(a) < key(b) ? -1 : 1))] });
}

const findDemonstration = (id: string) => demonstrationLayouts.find((layout) => layout.id === id);

/** A layout by its id, as it is now. */
export async function findLayout(call: Call, id: string): Promise<Result<Layout>> {
  const shipped = findDemonstration(id);
  if (shipped !== undefined) return ok(shipped);
  const [latest] = await listVersions(call.db, id);
  return latest === undefined || latest.removed ? refuse("request/not-found", { id }) : ok(toLayout(latest));
}

export async function listLayoutVersions(
  call: Call,
  { id }: OperationArguments<"layout.versions">,
): Promise<Result<OperationOutput<"layout.versions">>> {
  const shipped = findDemonstration(id);
  if (shipped !== undefined) return ok({ rows: [shipped] });
  const rows = await listVersions(call.db, id);
  return rows.length === 0 ? refuse("request/not-found", { id }) : ok({ rows: rows.map(toLayout) });
}

/** The version that an editor of an own layout may follow; a new one follows none. */
async function findSeen(
  call: ChangeCall,
  id: string,
  version: number,
): Promise<Result<StoredLayout | undefined>> {
  if (findDemonstration(id) !== undefined) return refuse("layout/demonstration");
  const [latest] = await listVersions(call.db, id);
  if (latest === undefined || latest.removed) return refuse("request/not-found", { id });
  if (latest.version !== version)
    return refuse("request/stale", {
      who: latest.savedBy,
      at: latest.savedAt ?? "",
      version: latest.version,
    });
  return ok(latest);
}

const toText = (columns: readonly LayoutColumn[]): string => columns.map(({ header }) => header).join("、");

export async function saveLayout(
  call: ChangeCall,
  input: OperationArguments<"layout.save">,
): Promise<Result<Layout>> {
  const { txId: _txId, id = call.deps.newId(), version, ...body } = input;
  const seen = input.id === undefined ? ok(undefined) : await findSeen(call, input.id, version);
  if (!seen.ok) return seen;
  const problems = checkLayout(body);
  if (problems.length > 0) return refuseAll(problems);
  const layout: Layout = {
    id,
    ...body,
    version: (seen.value?.version ?? 0) + 1,
    demonstration: false,
    savedBy: nameOf(call),
    savedAt: call.now,
  };
  if (!(await insertVersion(call.db, { ...layout, removed: false }))) return refuse("request/stale");
  call.record({
    objectKind: "layout",
    objectId: id,
    what: seen.value === undefined ? "created" : "changed",
    fields: [
      { field: "title", before: seen.value?.title ?? null, after: layout.title },
      {
        field: "columns",
        before: seen.value === undefined ? null : toText(seen.value.columns),
        after: toText(layout.columns),
      },
    ],
  });
  return ok(layout);
}

export async function removeLayout(
  call: ChangeCall,
  { id, version }: OperationArguments<"layout.remove">,
): Promise<Result<OperationOutput<"layout.remove">>> {
  const seen = await findSeen(call, id, version);
  if (!seen.ok) return seen;
  if (seen.value === undefined) return refuse("request/not-found", { id });
  const removed = {
    ...seen.value,
    version: seen.value.version + 1,
    removed: true,
    savedBy: nameOf(call),
    savedAt: call.now,
  };
  if (!(await insertVersion(call.db, removed))) return refuse("request/stale");
  call.record({
    objectKind: "layout",
    objectId: id,
    what: "removed",
    fields: [{ field: "title", before: seen.value.title, after: null }],
  });
  return ok({ id });
}

/** How rows are written in the language of who asks. */
export const createWriter = (call: Call, layout: Pick<Layout, "kind" | "columns" | "dateFormat">) =>
  createLayoutWriter({
    ...layout,
    label: (key) => (isTextKey(key) ? label(key, call.locale) : undefined),
  });

/** The first rows as the layout would write them; telephone numbers masked. */
export async function previewLayout(
  call: Call,
  { kind, columns, dateFormat, filter, asOf, knownOn }: OperationArguments<"layout.preview">,
): Promise<Result<OperationOutput<"layout.preview">>> {
  const problems = checkLayout({ kind, columns });
  if (problems.length > 0) return refuseAll(problems);
  const listed = await listLayoutRows(call, { kind, filter, asOf, knownOn, inClear: false });
  if (!listed.ok) return listed;
  const write = createWriter(call, { kind, columns, dateFormat });
  const rows: (string | number | null)[][] = [];
  for await (const values of listed.value.rows) {
    if (rows.length === PREVIEW_ROWS) break;
    rows.push([...write(values)]);
  }
  return ok({ headers: columns.map(({ header }) => header), rows, total: listed.value.total });
}
