// A list of records with what can be done about them: pages or a whole answer, views behind a key, acts and undoing.
import type { OperationId, Result } from "@shian/domain";
import type { Column } from "../components/columns.js";
import type { Line, Piece } from "../components/line.js";
import type { CommandId, Place } from "../keys/key-table.js";
import { createListScreen, type ListScreenOptions } from "./create-list-screen.js";
import { createPagedList, type Page } from "./create-paged-list.js";
import { type Act, offerActs } from "./offer-acts.js";
import type { Screen, ScreenContext, ScreenName, ScreenRequest } from "./screen.js";

/** How the list is narrowed at present. */
export type Narrowing = {
  readonly option: (name: string) => string | undefined;
  readonly territory: string | undefined;
  readonly asOf: string | undefined;
};

type PageAsked = { readonly limit: number; readonly cursor?: string };

/** A narrowing that a key chooses: the option that it sets, and its values with their names. */
export type RecordViews = {
  readonly option: string;
  readonly title: string;
  readonly choices: () => readonly {
    readonly value: string | undefined;
    readonly label: string;
    readonly note?: string;
  }[];
};

export type RecordListOptions<Row> = {
  readonly name: ScreenName;
  readonly area: number;
  readonly context: ScreenContext;
  readonly request: ScreenRequest;
  readonly words: ListScreenOptions<Row>["words"];
  /** Options of the command that prints the same. */
  readonly takes: readonly string[];
  readonly columns: readonly Column<Row>[];
  readonly idOf: (row: Row) => string;
  readonly counted?: ListScreenOptions<Row>["counted"];
  readonly path: () => readonly string[];
  readonly head?: (columns: number) => readonly Line[];
  readonly empty: () => string;
  readonly message?: (row: Row | undefined) => Piece;
  readonly requestOf?: (row: Row) => ScreenRequest | undefined;
  readonly preview?: ListScreenOptions<Row>["preview"];
  readonly searchable?: boolean;
  readonly marks?: boolean;
  readonly views?: RecordViews;
  /** Another page of the same things, behind the key of groups; the next of this one behind the key of views. */
  readonly next?: () => void;
  /** What may be done with the row under the cursor, or with the marked ones. */
  readonly acts?: (row: Row | undefined, marked: readonly Row[], reload: () => void) => readonly Act[];
  readonly undo?: (row: Row | undefined, reload: () => void) => Act | undefined;
  /** Operations of the acts and of undoing: who may ask none of them is not shown the key. */
  readonly needs?: { readonly acts?: readonly OperationId[]; readonly undo?: readonly OperationId[] };
  readonly web: string;
} & (
  | { readonly fetchPage: (page: PageAsked, narrowed: Narrowing) => Promise<Result<Page<Row>>> }
  | { readonly fetchAll: (narrowed: Narrowing) => Promise<Result<readonly Row[]>> }
);

/** Keeps a whole answer and gives it page by page; the first page asks again. */
function pageWhole<Row>(fetchAll: () => Promise<Result<readonly Row[]>>) {
  let rows: readonly Row[] = [];
  return async ({ limit, cursor }: PageAsked): Promise<Result<Page<Row>>> => {
    if (cursor === undefined) {
      const answer = await fetchAll();
      if (!answer.ok) return answer;
      rows = answer.value;
    }
    const from = Number(cursor ?? 0);
    const to = from + limit;
    const value = {
      rows: rows.slice(from, to),
      next: to < rows.length ? String(to) : null,
      total: rows.length,
    };
    return { ok: true, value };
  };
}

/** The page of a list of records. */
export function createRecordList<Row>(given: RecordListOptions<Row>): Screen {
  const { context, request, views, acts, undo } = given;
  const { scope, changed, t } = context;
  const options = new Map(request.options ?? []);
  const narrowing = (): Narrowing => ({
    option: (name) => options.get(name)?.[0],
    territory: options.get("territory")?.[0] ?? scope().territory?.code,
    asOf: options.get("as-of")?.[0] ?? scope().asOf,
  });
  const whole = "fetchAll" in given ? pageWhole(() => given.fetchAll(narrowing())) : undefined;
  const list = createPagedList<Row>({
    idOf: given.idOf,
    changed,
    fetchPage: (cursor, limit) => {
      const page = { limit, ...(cursor === undefined ? {} : { cursor }) };
      if (whole !== undefined) return whole(page);
      return "fetchPage" in given
        ? given.fetchPage(page, narrowing())
        : Promise.resolve({ ok: true, value: { rows: [], next: null, total: 0 } });
    },
  });
  const setOption = (name: string, value: string | undefined): void => {
    if (value === undefined) options.delete(name);
    else options.set(name, [value]);
    list.unmarkAll();
    void list.reload();
  };
  const reload = (): void => {
    list.unmarkAll();
    void list.reload({ keepCursor: true });
  };
  const mayAny = (operations: readonly OperationId[] | undefined): boolean =>
    operations === undefined || operations.some(context.may);
  const listPlaces = (): readonly Place[] => [
    ...(["anywhere", "open", "page", "list"] as const),
    ...(given.searchable ? (["search"] as const) : []),
    ...(views ? (["saved"] as const) : []),
    ...(given.next ? (["views"] as const) : []),
    ...(given.marks ? (["marks"] as const) : []),
    ...(given.preview ? (["preview"] as const) : []),
    ...(acts && mayAny(given.needs?.acts) ? (["acts"] as const) : []),
    ...(undo && mayAny(given.needs?.undo) ? (["undo"] as const) : []),
  ];
  const chooseView = ({ option, title, choices }: RecordViews): true => {
    const present = options.get(option)?.[0];
    context.choose({
      title,
      searchable: false,
      items: choices().map(({ value, label, note = "" }) => ({
        label,
        note: value === present ? `${note} ${context.glyphs.onTrack}` : note,
        run: () => setOption(option, value),
      })),
    });
    return true;
  };
  const act = (command: CommandId): boolean => {
    if (command === "list.savedFilter" && views) return chooseView(views);
    if ((command === "view.next" || command === "group.next") && given.next) {
      given.next();
      return true;
    }
    if (command === "act.choose" && acts)
      return offerActs(context, t("act.title"), acts(list.current(), [...list.marks().values()], reload));
    const undoing = command === "app.undo" ? undo?.(list.current(), reload) : undefined;
    undoing?.run();
    return undoing !== undefined;
  };
  return createListScreen<Row>({
    name: given.name,
    area: given.area,
    get places() {
      return listPlaces();
    },
    context,
    list,
    columns: given.columns,
    path: given.path,
    head: given.head ?? (() => []),
    empty: given.empty,
    message: given.message ?? (() => undefined),
    requestOf: given.requestOf ?? (() => undefined),
    valueOf: given.idOf,
    words: given.words,
    takes: given.takes,
    counted: given.counted ?? "extent.items",
    options: () => options,
    setOption,
    searchable: given.searchable ?? false,
    ...(request.args === undefined ? {} : { args: request.args }),
    ...(given.preview === undefined ? {} : { preview: given.preview }),
    load: (how) => list.reload(how),
    act,
    web: () => given.web,
  });
}
