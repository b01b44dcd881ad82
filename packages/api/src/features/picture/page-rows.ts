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
  // Part by part, because the first one tells most rows apart and a key for each of them would be thrown away.
  const compareRows = (a: R, b: R): number => {
    for (const part of parts) {
      const order = compare(part(a), part(b));
      if (order !== 0) return sign * order;
    }
    return 0;
  };
  const isAfter = (row: R, key: RowKey): boolean => {
    for (const [index, part] of parts.entries()) {
      const order = compare(part(row), key[index] ?? "");
      if (order !== 0) return sign * order > 0;
    }
    return false;
  };
  for (const row of rows) {
    const last = best.at(-1);
    if (best.length === count && last !== undefined && compareRows(row, last) >= 0) continue;
    if (after !== undefined && !isAfter(row, after)) continue;
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

/**
 * One page of the rows after the cursor, in the order of their keys (backwards when `descending`). Sorting is done here,
 * so callers pass rows in any order. A cursor that is none of ours, or of another order, is refused.
 */
export function pageRows<R>(input: {
  readonly rows: readonly R[];
  readonly sortBy: KeyParts<R>;
  readonly descending?: boolean | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}): Result<Page<R>, Problem<RequestProblemCode>> {
  const sign = input.descending === true ? -1 : 1;
  const { rows, sortBy, limit } = input;
  const keyOf = (row: R): RowKey => sortBy.map((part) => part(row));
  const [first] = rows;
  let after: RowKey | undefined;
  if (input.cursor !== undefined && first !== undefined) {
    after = readCursor(input.cursor, keyOf(first));
    if (after === undefined) return refuse("request/cursor");
  }
  const found = selectFirst(rows, sortBy, { sign, after, count: limit + 1 });
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return ok({
    rows: page,
    next: found.length > page.length && last !== undefined ? toCursor(keyOf(last)) : null,
    total: rows.length,
  });
}
