// What happens while a line is typed: candidates under the command line and the territory, history, and what Enter
// does with it.
import { isPlainDate, type Locale, type OperationOutput } from "@shian/domain";
import { createField, editField, type Field, fieldText, insertText } from "../components/field.js";
import type { Piece } from "../components/line.js";
import { type CommandName, findNames, nameTable } from "../keys/name-table.js";
import type { KeyPress } from "../keys/to-key-press.js";
import type { ServerPort } from "../server-port.js";
import type { Translate } from "../text/create-translator.js";
import { splitWords } from "./parse-screen-words.js";
import type { Candidate, Prompt, PromptKind } from "./prompt.js";
import type { AskedText, Scope, Screen } from "./screen.js";

type TerritoryRow = OperationOutput<"territory.search">["rows"][number];

export type PromptKeeper = {
  readonly current: () => Prompt | undefined;
  readonly candidates: () => readonly Candidate[];
  readonly open: (kind: Exclude<PromptKind, "words">, text?: string) => void;
  readonly ask: (asked: AskedText) => void;
  readonly close: () => void;
  /** What was typed has done its work: nothing of it is offered again. */
  readonly forgetWords: () => void;
  readonly press: (press: KeyPress) => void;
};

const SEARCH_MS = 150;
const MOST_REMEMBERED = 50;

/** The one prompt that can be open. */
export function createPromptKeeper(options: {
  readonly server: ServerPort;
  readonly words: () => {
    readonly t: Translate;
    readonly locale: Locale;
    readonly status: OperationOutput<"office.status"> | undefined;
  };
  readonly changed: () => void;
  readonly say: (message: Piece) => void;
  readonly openName: (name: CommandName, words: readonly string[]) => void;
  readonly setScope: (scope: Partial<Scope>) => void;
  readonly filter: () => Screen["filter"];
  readonly mayOpen: (name: CommandName) => boolean;
}): PromptKeeper {
  const { server, changed, say } = options;
  let prompt: Prompt | undefined;
  let territories: readonly TerritoryRow[] = [];
  let timer: NodeJS.Timeout | undefined;
  const history: string[] = [];
  const typed = new Map<string, string>();
  const keyOf = ({ sign, about = "" }: AskedText): string => `${sign}\n${about}`;
  let remembered = 0;

  const names = (text: string): readonly CommandName[] =>
    text.includes(" ")
      ? []
      : (text === "" ? nameTable.slice(0, 8) : findNames(text)).filter((name) => options.mayOpen(name));

  const candidates = (): readonly Candidate[] => {
    const { t, locale } = options.words();
    if (prompt?.kind === "command")
      return names(fieldText(prompt.field)).map((name) => ({
        text: name.spellings[0]?.[1] ?? name.name,
        label: name.label[locale],
        note: name.target.kind === "later" ? `:${name.name}  ${t("palette.later")}` : `:${name.name}`,
        shown: name.name,
      }));
    if (prompt?.kind === "territory")
      return territories.map((row) => ({ text: row.code, label: row.name, note: row.path, shown: row.name }));
    return [];
  };

  const searchTerritories = (text: string): void => {
    if (timer) clearTimeout(timer);
    if (text.trim() === "") {
      territories = [];
      return;
    }
    timer = setTimeout(async () => {
      const answer = await server.ask("territory.search", { text: text.trim(), limit: 8 });
      if (prompt?.kind !== "territory" || fieldText(prompt.field) !== text) return;
      territories = answer.ok ? answer.value.rows : [];
      changed();
    }, SEARCH_MS);
  };

  const edit = (field: Field): void => {
    if (prompt === undefined) return;
    prompt = { ...prompt, field, chosen: 0 };
    if (prompt.kind === "territory") searchTerritories(fieldText(field));
    changed();
  };
  const close = (): void => {
    if (timer) clearTimeout(timer);
    prompt = undefined;
    territories = [];
    changed();
  };

  const answerCommand = (text: string, chosen: number): void => {
    const { t } = options.words();
    const [first = "", ...words] = splitWords(text);
    if (first === "") {
      close();
      return;
    }
    const found = findNames(first);
    const exact = found.length === 1 ? found[0] : words.length === 0 ? found[chosen] : undefined;
    if (found.length > 1 && words.length > 0) {
      say(` ${t("message.several", { text: first, count: found.length })}`);
      return;
    }
    if (exact === undefined) {
      say(` ${t("message.unknownName", { text: first })}`);
      return;
    }
    history.push(text);
    if (history.length > MOST_REMEMBERED) history.shift();
    close();
    options.openName(exact, words);
  };

  const answerTerritory = async (text: string, chosen: number): Promise<void> => {
    const { t } = options.words();
    const picked = territories[chosen];
    if (text === "") {
      close();
      options.setScope({ territory: undefined });
      return;
    }
    const row = picked ?? (await findTerritory(text));
    if (row === undefined) {
      say(` ${t("message.noTerritory", { text })}`);
      return;
    }
    close();
    options.setScope({ territory: { code: row.code, name: row.name } });
  };
  const findTerritory = async (text: string): Promise<TerritoryRow | undefined> => {
    const answer = await server.ask("territory.search", { text, limit: 8 });
    return answer.ok ? answer.value.rows[0] : undefined;
  };

  const answerDate = (text: string): void => {
    const { t, status } = options.words();
    const year = status?.today.slice(0, 4) ?? "";
    const date = /^\d{1,2}-\d{1,2}$/.test(text)
      ? `${year}-${text
          .split("-")
          .map((part) => part.padStart(2, "0"))
          .join("-")}`
      : text;
    if (date !== "" && !isPlainDate(date)) {
      say(` ${t("message.noDate", { text })}`);
      return;
    }
    close();
    options.setScope({ asOf: date === "" || date === status?.today ? undefined : date });
  };

  const enter = (): void => {
    if (prompt === undefined) return;
    const text = fieldText(prompt.field).trim();
    switch (prompt.kind) {
      case "command":
        answerCommand(text, prompt.chosen);
        return;
      case "territory":
        void answerTerritory(text, prompt.chosen);
        return;
      case "asOf":
        answerDate(text);
        return;
      case "words": {
        const { asked } = prompt;
        if (text === "") {
          say(` ${options.words().t("message.wordsNeeded")}`);
          return;
        }
        const reason = asked?.check?.(text);
        if (reason !== undefined) {
          say(` ${reason}`);
          return;
        }
        if (asked !== undefined) typed.set(keyOf(asked), text);
        close();
        asked?.apply(text);
        return;
      }
      case "filter": {
        const filter = options.filter();
        close();
        filter?.apply(text);
        return;
      }
    }
  };

  const recall = (by: number): void => {
    remembered = Math.min(history.length, Math.max(0, remembered + by));
    edit(createField(history[remembered] ?? ""));
  };

  return {
    current: () => prompt,
    candidates,
    open: (kind, text = "") => {
      prompt = { kind, field: createField(text), chosen: 0 };
      territories = [];
      remembered = history.length;
      changed();
    },
    ask: (asked) => {
      const text = typed.get(keyOf(asked)) ?? asked.text ?? "";
      prompt = { kind: "words", field: createField(text), chosen: 0, asked };
      changed();
    },
    close,
    forgetWords: () => typed.clear(),
    press: ({ key, text }) => {
      if (prompt === undefined) return;
      const listed = candidates();
      const recalls = prompt.kind === "command" && (listed.length === 0 || remembered < history.length);
      const chosen = listed[prompt.chosen];
      if (key === "Esc") close();
      else if (key === "Enter") enter();
      else if (key === "Tab") edit(chosen === undefined ? prompt.field : createField(chosen.shown));
      else if ((key === "Up" || key === "Down") && recalls) recall(key === "Up" ? -1 : 1);
      else if (key === "Up" && fieldText(prompt.field) === "" && history.length > 0) recall(-1);
      else if (key === "Up" || key === "Down") {
        const next = prompt.chosen + (key === "Up" ? -1 : 1);
        prompt = { ...prompt, chosen: Math.min(Math.max(0, listed.length - 1), Math.max(0, next)) };
        changed();
      } else {
        const edited =
          editField(prompt.field, key) ?? (text === "" ? undefined : insertText(prompt.field, text));
        if (edited) edit(edited);
      }
    },
  };
}
