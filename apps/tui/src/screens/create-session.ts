// The full screen without a terminal: pages with their history, prompts, menus, the scope. It takes keys and gives
// frames, so that a test can drive it as a person does.
import type { Locale, OperationId, OperationOutput } from "@shian/domain";
import type { Piece } from "../components/line.js";
import { type CommandId, findCommandOf } from "../keys/key-table.js";
import type { CommandName } from "../keys/name-table.js";
import type { KeyPress } from "../keys/to-key-press.js";
import { composeShellCommand } from "../output/quote-shell.js";
import type { ServerPort } from "../server-port.js";
import { createTranslator } from "../text/create-translator.js";
import { isClientFailure } from "../text/to-sentence.js";
import type { TextKey } from "../text/zh-cn.js";
import type { Glyphs } from "../theme/glyphs.js";
import { buildHelp, buildPalette } from "./build-menus.js";
import { createHistory } from "./create-history.js";
import { createMenuKeeper } from "./create-menu-keeper.js";
import { createPromptKeeper } from "./create-prompt-keeper.js";
import { drawFrame, type Frame } from "./draw-frame.js";
import { findAreaScreen, openScreen } from "./open-screen.js";
import { parseScreenWords } from "./parse-screen-words.js";
import type { Scope, ScreenContext, ScreenRequest } from "./screen.js";

export type SessionOptions = {
  readonly server: ServerPort;
  readonly locale: Locale;
  readonly glyphs: Glyphs;
  /** Puts a text on the clipboard. */
  readonly copy: (text: string) => void;
  readonly clock: () => number;
  readonly quit: () => void;
  readonly redraw: () => void;
  readonly suspend: () => void;
};

export type Session = {
  readonly frame: (columns: number, rows: number) => Frame;
  readonly press: (press: KeyPress) => void;
  readonly subscribe: (listener: () => void) => () => void;
  /** Grows with every change worth drawing. */
  readonly version: () => number;
  readonly start: (request: ScreenRequest) => void;
};

const TWICE_MS = 2000;
const OFFICE_ZONE_MS = 8 * 3_600_000;

/** A session on the server, not yet showing anything. */
export function createSession(options: SessionOptions): Session {
  const { clock, glyphs, quit } = options;
  let { locale } = options;
  let t = createTranslator(locale);
  let scope: Scope = { territory: undefined, asOf: undefined };
  let status: OperationOutput<"office.status"> | undefined;
  let allowed: ReadonlySet<string> | undefined;
  let connection = { lost: false, at: "" };
  let said: Piece;
  let held = 0;
  let interruptedAt = Number.NEGATIVE_INFINITY;
  let version = 0;
  const listeners = new Set<() => void>();

  const changed = (): void => {
    version++;
    for (const listener of listeners) listener();
  };
  const say = (message: Piece): void => {
    said = message;
    changed();
  };
  const tell = (key: TextKey, params = {}): void => say(` ${t(key, params)}`);

  const server: ServerPort = {
    ...options.server,
    ask: async (id, input) => {
      const answer = await options.server.ask(id, input);
      const lost = !answer.ok && answer.problems.some(isClientFailure);
      const now = new Date(clock() + OFFICE_ZONE_MS).toISOString().slice(11, 16);
      connection = { lost, at: lost && connection.lost ? connection.at : now };
      return answer;
    },
  };

  // What is allowed is known a moment after the start; until then the server alone refuses.
  const may = (operation: OperationId): boolean => allowed === undefined || allowed.has(operation);
  const mayOpen = ({ target }: CommandName): boolean => target.kind !== "screen" || may(target.asks);

  const menus = createMenuKeeper(changed);
  const createContext = (): ScreenContext => ({
    server,
    locale,
    t,
    glyphs,
    scope: () => scope,
    status: () => status,
    changed,
    say,
    open: (request) => history.open(request),
    choose: menus.open,
    askText: (asked) => prompts.ask(asked),
    touched: () => {
      prompts.forgetWords();
      history.outdateOthers();
      void askStatus();
    },
    hold: async (change) => {
      held++;
      return change.finally(() => {
        held--;
      });
    },
    may,
  });
  const history = createHistory((request) => openScreen(createContext(), request), changed);

  const askStatus = async (): Promise<void> => {
    const answer = await server.ask("office.status", {});
    if (answer.ok) status = answer.value;
    changed();
    // Asked second, because a demonstration lets the terminal in at the first question that needs a person.
    const current = await server.ask("session.current", {});
    if (current.ok) allowed = new Set(current.value.allowed);
    changed();
  };
  const setLocale = (next: Locale): void => {
    locale = next;
    t = createTranslator(locale);
    history.rebuild();
  };

  const openName = (name: CommandName, words: readonly string[] = []): void => {
    const { target } = name;
    if (target.kind === "later") tell("message.later", { what: name.label[locale] });
    else if (target.kind === "screen") {
      const parsed = parseScreenWords(target.screen, words, t, locale);
      if (parsed.ok) history.open(parsed.request);
      else say(` ${parsed.sentence}`);
    } else if (target.command === "app.language" && words[0] !== undefined)
      setLocale(words[0].startsWith("en") ? "en" : "zh-CN");
    else perform(target.command);
  };
  const goToArea = (area: number): void => {
    const screen = findAreaScreen(area);
    if (screen === undefined) tell("message.areaLater", { area: t(`area.${area as 5}`) });
    else history.open({ screen });
  };

  const prompts = createPromptKeeper({
    server,
    words: () => ({ t, locale, status }),
    changed,
    say,
    openName,
    setScope: (next) => {
      scope = { ...scope, ...next };
      history.outdate();
    },
    filter: () => history.current()?.filter,
    mayOpen,
  });

  const equivalent = (): string | undefined => {
    const command = history.current()?.command();
    return command === undefined ? undefined : composeShellCommand(command.words, command.options);
  };
  const copyText = (text: string | undefined): void => {
    if (text === undefined) tell("message.nothingToCopy");
    else {
      options.copy(text);
      tell("message.copied", { text });
    }
  };
  const openMenu = (build: typeof buildHelp): void =>
    menus.open(
      build(history.current()?.places ?? [], { t, locale, does: perform, opens: openName, mayOpen }),
    );
  const filter = (): void => {
    const found = history.current()?.filter;
    if (found) prompts.open("filter", found.text());
    else tell("message.noFilter");
  };
  const interrupt = (): void => {
    const isBusy = prompts.current() !== undefined || menus.current() !== undefined;
    if (isBusy) {
      prompts.close();
      menus.close();
    } else if (clock() - interruptedAt < TWICE_MS) quit();
    else {
      interruptedAt = clock();
      tell("message.onceMore");
    }
  };
  const refresh = (): void => {
    void askStatus();
    history.reload({ keepCursor: true });
    tell("message.refreshing");
  };

  /** What the program itself does; every other command is the page's. */
  const actions: { readonly [Command in CommandId]?: () => void } = {
    "app.command": () => prompts.open("command"),
    "list.filter": filter,
    "scope.territory": () => prompts.open("territory"),
    "scope.asOf": () => prompts.open("asOf", scope.asOf ?? status?.today ?? ""),
    "app.palette": () => openMenu(buildPalette),
    "app.help": () => openMenu(buildHelp),
    "go.back": () => void (history.step(-1) || tell("message.noBack")),
    "go.forward": () => void (history.step(1) || tell("message.noForward")),
    "go.last": () => void (history.goLast() || tell("message.noLast")),
    "app.back": () => void history.step(-1),
    "app.close": () => void (history.close() || quit()),
    "app.quit": quit,
    "app.interrupt": interrupt,
    "app.suspend": options.suspend,
    "app.redraw": options.redraw,
    "app.refresh": refresh,
    "copy.command": () => copyText(equivalent()),
    "copy.value": () => copyText(history.current()?.value()),
    "open.web": () =>
      tell("message.onTheWeb", { address: `${server.url}${history.current()?.web() ?? "/"}` }),
    "act.choose": () => tell("message.noActs"),
    "app.undo": () => tell("message.noUndo"),
    "app.details": () => say(` ${equivalent() ?? ""}`),
    "app.language": () => setLocale(locale === "en" ? "zh-CN" : "en"),
  };
  function perform(command: CommandId): void {
    if (history.current()?.act(command)) return;
    actions[command]?.();
  }

  const press = (pressed: KeyPress): void => {
    if (held > 0 && pressed.key !== "Ctrl-C") return;
    said = undefined;
    if (menus.current()) menus.press(pressed);
    else if (pressed.key === "Ctrl-C") interrupt();
    else if (prompts.current()) prompts.press(pressed);
    else {
      const screen = history.current();
      const command = findCommandOf(pressed.key, screen?.places ?? ["anywhere", "open", "page"]);
      if (command === "go.area") goToArea(Number(pressed.key));
      else if (command !== undefined) perform(command);
      // Chinese text that an input method commits in a list is a search for it, and so is what is pasted.
      else if (screen?.filter && (pressed.key === "" || /\p{Script=Han}/u.test(pressed.text)))
        prompts.open("filter", pressed.text);
      changed();
    }
  };

  return {
    frame: (columns, rows) => {
      const screen = history.current();
      if (screen === undefined) return { lines: [], caret: undefined };
      const parts = { t, locale, glyphs, screen, status, scope, connection, said };
      const over = { prompt: prompts.current(), candidates: prompts.candidates(), menu: menus.current() };
      return drawFrame({ ...parts, ...over }, columns, rows);
    },
    press,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    version: () => version,
    start: (request) => {
      void askStatus();
      history.open(request);
    },
  };
}
