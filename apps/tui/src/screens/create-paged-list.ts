// A list of which only a window exists: pages of rows are asked for by key as the cursor comes near, and far ones are
// let go. How many rows there are is known from the first answer.
import type { Problem, Result } from "@shian/domain";

export type Page<Row> = {
  readonly rows: readonly Row[];
  readonly next: string | null;
  readonly total: number;
};

export type PagedList<Row> = {
  readonly total: () => number | undefined;
  readonly cursor: () => number;
  readonly row: (index: number) => Row | undefined;
  readonly current: () => Row | undefined;
  readonly problems: () => readonly Problem[];
  readonly isLoading: () => boolean;
  /** Index of the first row of a window of so many rows that holds the cursor; asks for what the window lacks. */
  readonly window: (height: number) => number;
  readonly move: (by: number) => void;
  readonly moveTo: (index: number) => void;
  readonly marks: () => ReadonlyMap<string, Row>;
  readonly isMarked: (row: Row) => boolean;
  readonly toggleMark: () => void;
  readonly unmarkAll: () => void;
  /** Forgets the rows and asks again; the cursor goes to the top unless it is kept. */
  readonly reload: (options?: { readonly keepCursor?: boolean }) => Promise<void>;
};

const PAGE = 200;
const MOST_PAGES = 20;

/** A list whose pages come from `fetchPage`; `changed` is told whenever there is something new to draw. */
export function createPagedList<Row>(options: {
  readonly fetchPage: (cursor: string | undefined, limit: number) => Promise<Result<Page<Row>>>;
  readonly idOf: (row: Row) => string;
  readonly changed: () => void;
}): PagedList<Row> {
  const { fetchPage, idOf, changed } = options;
  let pages = new Map<number, readonly Row[]>();
  let starts: (string | undefined)[] = [undefined];
  let total: number | undefined;
  let cursor = 0;
  let top = 0;
  let generation = 0;
  let wanted = -1;
  let loading = false;
  let problems: readonly Problem[] = [];
  const marks = new Map<string, Row>();

  const lastPage = () => Math.max(0, Math.ceil((total ?? 1) / PAGE) - 1);

  const letGo = (around: number) => {
    while (pages.size > MOST_PAGES) {
      const far = [...pages.keys()].reduce((a, b) => (Math.abs(b - around) > Math.abs(a - around) ? b : a));
      pages.delete(far);
    }
  };

  // Pages can only be reached in order, by the key at the end of the one before; known keys are kept.
  const load = async (): Promise<void> => {
    if (loading) return;
    loading = true;
    const own = generation;
    while (own === generation && wanted >= 0 && !pages.has(wanted)) {
      const index = Math.min(wanted, starts.length - 1);
      const answer = await fetchPage(starts[index], PAGE);
      if (own !== generation) return;
      if (!answer.ok) {
        problems = answer.problems;
        wanted = -1;
        break;
      }
      problems = [];
      total = answer.value.total;
      pages.set(index, answer.value.rows);
      if (answer.value.next !== null) starts[index + 1] = answer.value.next;
      else wanted = Math.min(wanted, index);
      letGo(wanted);
      changed();
    }
    if (own === generation) loading = false;
    changed();
  };

  const want = (page: number): Promise<void> => {
    wanted = Math.min(Math.max(0, page), lastPage());
    return pages.has(wanted) ? Promise.resolve() : load();
  };

  const row = (index: number): Row | undefined => pages.get(Math.floor(index / PAGE))?.[index % PAGE];

  const moveTo = (index: number): void => {
    cursor = Math.min(Math.max(0, index), Math.max(0, (total ?? 1) - 1));
    void want(Math.floor(cursor / PAGE));
    changed();
  };

  const toggleMark = (): void => {
    const current = row(cursor);
    if (current === undefined) return;
    const id = idOf(current);
    if (!marks.delete(id)) marks.set(id, current);
    changed();
  };

  return {
    total: () => total,
    cursor: () => cursor,
    row,
    current: () => row(cursor),
    problems: () => problems,
    isLoading: () => loading,
    window: (height) => {
      const most = Math.max(0, (total ?? 0) - height);
      if (cursor < top) top = cursor;
      if (cursor >= top + height) top = cursor - height + 1;
      top = Math.min(Math.max(0, top), most);
      const edge = Math.floor(Math.min(top + height, (total ?? 1) - 1) / PAGE);
      if (total !== undefined && total > 0 && row(cursor) !== undefined && !pages.has(edge) && !loading)
        void want(edge);
      return top;
    },
    move: (by) => moveTo(cursor + by),
    moveTo,
    marks: () => marks,
    isMarked: (one) => marks.has(idOf(one)),
    toggleMark,
    unmarkAll: () => {
      marks.clear();
      changed();
    },
    reload: async ({ keepCursor = false } = {}) => {
      generation++;
      loading = false;
      pages = new Map();
      starts = [undefined];
      problems = [];
      if (!keepCursor) {
        cursor = 0;
        top = 0;
      }
      await want(keepCursor ? Math.floor(cursor / PAGE) : 0);
      if (total !== undefined && cursor >= total) moveTo(total - 1);
    },
  };
}
