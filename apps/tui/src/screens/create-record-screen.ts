// The page of one record as a text that scrolls: what it is, what happened, what can be done about it.
import type { OperationId, Result } from "@shian/domain";
import { fitLine, type Line, type Piece } from "../components/line.js";
import { type CommandId, type Place, screenPlaces } from "../keys/key-table.js";
import { toShellOptions } from "./create-list-screen.js";
import { createLoader } from "./create-loader.js";
import { drawNothing } from "./draw-pane.js";
import { type Act, offerActs } from "./offer-acts.js";
import type { Screen, ScreenContext, ScreenName, ScreenRequest, Size } from "./screen.js";

export type RecordScreenOptions<T> = {
  readonly name: ScreenName;
  readonly area: number;
  readonly context: ScreenContext;
  readonly request: ScreenRequest;
  readonly ask: () => Promise<Result<T>>;
  readonly path: (value: T | undefined) => readonly string[];
  readonly extent?: (value: T) => string;
  readonly describe: (value: T, columns: number) => readonly Line[];
  readonly message?: (value: T) => Piece;
  readonly empty?: string;
  readonly words: (value: T | undefined) => readonly string[];
  /** Options of the command that prints the same. */
  readonly takes: readonly string[];
  readonly acts?: (value: T, reload: () => void) => readonly Act[];
  readonly undo?: (value: T, reload: () => void) => Act | undefined;
  /** Operations of the acts: who may ask none of them is not shown the key. */
  readonly needs?: readonly OperationId[];
  readonly web: string;
};

/** The page of the record that `ask` brings. */
export function createRecordScreen<T>(given: RecordScreenOptions<T>): Screen {
  const { context, request, acts, undo } = given;
  const { t, glyphs, changed } = context;
  const loader = createLoader<T>(changed);
  let top = 0;
  let most = 0;
  let height = 10;
  const load = () => loader.run(given.ask);
  const reload = (): void => void load();
  const listPlaces = (): readonly Place[] =>
    screenPlaces.record.filter(
      (place) =>
        (place !== "acts" || (acts !== undefined && (given.needs?.some(context.may) ?? true))) &&
        (place !== "undo" || undo !== undefined),
    );
  const scroll = (by: number): true => {
    top = Math.min(most, Math.max(0, top + by));
    changed();
    return true;
  };
  const step = (by: 1 | -1): true => {
    const next = request.step?.(by);
    if (next) context.open(next);
    else context.say(` ${t(by === 1 ? "message.noNext" : "message.noPrevious")}`);
    return true;
  };
  const act = (command: CommandId): boolean => {
    const value = loader.value();
    switch (command) {
      case "list.down":
        return scroll(1);
      case "list.up":
        return scroll(-1);
      case "list.pageDown":
        return scroll(height - 1);
      case "list.pageUp":
        return scroll(1 - height);
      case "detail.next":
        return step(1);
      case "detail.previous":
        return step(-1);
      case "act.choose":
        return acts !== undefined && offerActs(context, t("act.title"), value ? acts(value, reload) : []);
      case "app.undo": {
        const undoing = value === undefined ? undefined : undo?.(value, reload);
        undoing?.run();
        return undoing !== undefined;
      }
      default:
        return false;
    }
  };
  const body = (size: Size): readonly Line[] => {
    const value = loader.value();
    if (value === undefined) {
      const state = {
        loading: loader.isLoading(),
        problems: loader.problems(),
        empty: given.empty ?? "",
      };
      return drawNothing(context, state, size);
    }
    const lines = given.describe(value, size.columns);
    height = size.rows;
    most = Math.max(0, lines.length - size.rows);
    top = Math.min(top, most);
    return lines.slice(top, top + size.rows).map((line) => fitLine(line, size.columns, glyphs.more));
  };
  return {
    name: given.name,
    area: given.area,
    get places() {
      return listPlaces();
    },
    path: () => given.path(loader.value()),
    extent: () => {
      const value = loader.value();
      const own = value === undefined ? "" : (given.extent?.(value) ?? "");
      const rest =
        most > 0 ? t("extent.lines", { from: top + 1, to: top + height, total: most + height }) : "";
      return [own, rest].filter((part) => part !== "").join("  ");
    },
    body,
    message: () => {
      const value = loader.value();
      return value === undefined ? undefined : given.message?.(value);
    },
    act,
    command: () => ({
      words: given.words(loader.value()),
      options: toShellOptions(context, request.options ?? new Map()).filter(([name]) =>
        given.takes.includes(name),
      ),
    }),
    value: () => request.args?.[0],
    web: () => given.web,
    load,
    request: () => request,
  };
}
