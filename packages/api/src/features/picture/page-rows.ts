// Pages by key over rows that are already sorted. The cursor names the row before the page by its sort key and id, so
// rows that come or go elsewhere never shift a page.
import { ok, type Problem, type RequestProblemCode, type Result, refuse } from "@shian/domain";

/** A row's place in the order: its keys first to last, the id as the last tie-breaker. */
export type RowKey = readonly (string | number)[];

export type Page<R> = { readonly rows: R[]; readonly next: string | null; readonly total: number };

/** Compares two keys part by part; parts at one position are of one type. */
export function compareKeys(a: RowKey, b: RowKey): number {
  for (let index = 0; index < a.length; index += 1) {
    const [x, y] = [a[index] ?? "", b[index] ?? ""];
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
}

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

type Keyed<R> = { readonly row: R; readonly key: RowKey };

/** The first rows behind the cursor, in order. A page needs no more of fifty thousand rows than to look at each once. */
function selectFirst<R>(
  rows: readonly R[],
  keyOf: (row: R) => RowKey,
  {
    sign,
    after,
    count,
  }: { readonly sign: 1 | -1; readonly after: RowKey | undefined; readonly count: number },
): readonly Keyed<R>[] {
  const best: Keyed<R>[] = [];
  for (const row of rows) {
    const key = keyOf(row);
    if (after !== undefined && sign * compareKeys(key, after) <= 0) continue;
    const last = best.at(-1);
    if (best.length === count && last !== undefined && sign * compareKeys(key, last.key) >= 0) continue;
    let [low, high] = [0, best.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const entry = best[middle];
      if (entry !== undefined && sign * compareKeys(entry.key, key) <= 0) low = middle + 1;
      else high = middle;
    }
    best.splice(low, 0, { row, key });
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
  readonly keyOf: (row: R) => RowKey;
  readonly descending?: boolean | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}): Result<Page<R>, Problem<RequestProblemCode>> {
  const sign = input.descending === true ? -1 : 1;
  const { rows, keyOf, limit } = input;
  const [first] = rows;
  let after: RowKey | undefined;
  if (input.cursor !== undefined && first !== undefined) {
    after = readCursor(input.cursor, keyOf(first));
    if (after === undefined) return refuse("request/cursor");
  }
  const found = selectFirst(rows, keyOf, { sign, after, count: limit + 1 });
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const more = found.length > page.length;
  return ok({
    rows: page.map((entry) => entry.row),
    next: more && last !== undefined ? toCursor(last.key) : null,
    total: rows.length,
  });
}
