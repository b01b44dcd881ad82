// Pages by key over rows that are already sorted. The cursor names the row before the page by its sort key and id, so
// rows that come or go elsewhere never shift a page.
import { ok, type Problem, type RequestProblemCode, type Result, refuse } from "@shian/domain";

/** A row's place in the order: its keys first to last, the id as the last tie-breaker. */
export type RowKey = readonly (string | number)[];

export type Page<R> = { readonly rows: R[]; readonly next: string | null; readonly total: number };

const toCursor = (key: RowKey): string => Buffer.from(JSON.stringify(key)).toString("base64url");

function readCursor(cursor: string, like: RowKey): RowKey | undefined {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    const fits = Array.isArray(key) && key.length === like.length;
    return fits && key.every((part, index) => typeof part === typeof like[index]) ? key : undefined;
  } catch {
    return undefined;
  }
}

/** What rows are sorted by, first to last; each part gives values of one type. */
export type KeyParts<R> = readonly ((row: R) => string | number)[];

/** The order of two rows, part by part: the first part tells most apart, and a key for each would be thrown away. */
export function compareByParts<R>(a: R, b: R, parts: KeyParts<R>): number {
  for (const part of parts) {
    const order = compare(part(a), part(b));
    if (order !== 0) return order;
  }
  return 0;
}

/** The order of a row and a key. */
function compareWithKey<R>(row: R, key: RowKey, parts: KeyParts<R>): number {
  for (const [index, part] of parts.entries()) {
    const order = compare(part(row), key[index] ?? "");
    if (order !== 0) return order;
  }
  return 0;
}

const compare = (a: string | number, b: string | number): number => (a === b ? 0 : a < b ? -1 : 1);

/** The first rows behind the cursor, in order. A page needs no more of fifty thousand rows than to look at each once. */
function selectFirst<R>(
  rows: readonly R[],
  parts: KeyParts<R>,
  {
    sign,
    after,
    count,
  }: { readonly sign: 1 | -1; readonly after: RowKey | undefined; readonly count: number },
): readonly R[] {
  const best: R[] = [];
  const compareRows = (a: R, b: R): number => sign * compareByParts(a, b, parts);
  for (const row of rows) {
    const last = best.at(-1);
    if (best.length === count && last !== undefined && compareRows(row, last) >= 0) continue;
    if (after !== undefined && sign * compareWithKey(row, after, parts) <= 0) continue;
    let [low, high] = [0, best.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const entry = best[middle];
      if (entry !== undefined && compareRows(entry, row) <= 0) low = middle + 1;
      else high = middle;
    }
    best.splice(low, 0, row);
    if (best.length > count) best.pop();
  }
  return best;
}

type Asked<R> = {
  readonly sortBy: KeyParts<R>;
  readonly descending?: boolean | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
};

/** The key that the cursor names; undefined without one. One that is none of ours, or of another order, is refused. */
function findAfter<R>(
  { sortBy, cursor }: Asked<R>,
  first: R | undefined,
): Result<RowKey | undefined, Problem<RequestProblemCode>> {
  if (cursor === undefined || first === undefined) return ok(undefined);
  const after = readCursor(
    cursor,
    sortBy.map((part) => part(first)),
  );
  return after === undefined ? refuse("request/cursor") : ok(after);
}

/** A page of the first rows, of which one more than fits was found where there are more. */
function toPage<R>({ sortBy, limit }: Asked<R>, found: readonly R[], total: number): Page<R> {
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const next = found.length > rows.length && last !== undefined;
  return { rows, next: next ? toCursor(sortBy.map((part) => part(last))) : null, total };
}

/**
 * One page of the rows after the cursor, in the order of their keys (backwards when `descending`). Sorting is done here,
 * so callers pass rows in any order. A cursor that is none of ours, or of another order, is refused.
 */
export function pageRows<R>(
  asked: Asked<R> & { readonly rows: readonly R[] },
): Result<Page<R>, Problem<RequestProblemCode>> {
  const { rows, sortBy, limit } = asked;
  const after = findAfter(asked, rows[0]);
  if (!after.ok) return after;
  const sign = asked.descending === true ? -1 : 1;
  const found = selectFirst(rows, sortBy, { sign, after: after.value, count: limit + 1 });
  return ok(toPage(asked, found, rows.length));
}

/** `pageRows` of rows that are in the order of their keys already, of those that `keeps` keeps. */
export function pageOrdered<R>(
  asked: Asked<R> & { readonly rows: readonly R[]; readonly keeps: ((row: R) => boolean) | undefined },
): Result<Page<R>, Problem<RequestProblemCode>> {
  const { rows, sortBy, limit, keeps } = asked;
  const after = findAfter(asked, rows[0]);
  if (!after.ok) return after;
  const step = asked.descending === true ? -1 : 1;
  const found: R[] = [];
  for (let at = findStart(rows, after.value, sortBy, step); found.length <= limit; at += step) {
    const row = rows[at];
    if (row === undefined) break;
    if (keeps === undefined || keeps(row)) found.push(row);
  }
  let total = rows.length;
  if (keeps !== undefined) {
    total = 0;
    for (const row of rows) if (keeps(row)) total += 1;
  }
  return ok(toPage(asked, found, total));
}

/** The place of the first row behind the key in the direction of the step. */
function findStart<R>(
  rows: readonly R[],
  after: RowKey | undefined,
  parts: KeyParts<R>,
  step: 1 | -1,
): number {
  if (after === undefined) return step === 1 ? 0 : rows.length - 1;
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = rows[middle];
    const order = row === undefined ? 1 : compareWithKey(row, after, parts);
    if (order < 0 || (order === 0 && step === 1)) low = middle + 1;
    else high = middle;
  }
  return step === 1 ? low : low - 1;
}
