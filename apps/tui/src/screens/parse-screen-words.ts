// Words after a page's name on the command line of the full screen: the options of the scriptable form.
import type { Locale } from "@shian/domain";
import { parseCommandLine } from "../commands/parse-command-line.js";
import { type CommandName, findNames } from "../keys/name-table.js";
import type { Translate } from "../text/create-translator.js";
import { type ScreenName, type ScreenOptions, type ScreenRequest, screenNames } from "./screen.js";

const commandOf: Readonly<Partial<Record<ScreenName, readonly string[]>>> = {
  overview: ["overview"],
  registry: ["registry", "list"],
  gaps: ["gaps"],
  officials: ["officials"],
  coverage: ["coverage"],
  overdue: ["overdue"],
  score: ["score"],
  handovers: ["handover", "list"],
  "handover-plan": ["handover", "preview"],
  commitments: ["commitment", "list"],
  "commitment-rates": ["commitment", "rates"],
  questions: ["question", "list"],
  answers: ["answers"],
  comparisons: ["compare", "runs"],
  training: ["training", "plans"],
  documents: ["document", "list"],
  "x-ray": ["x-ray"],
  directory: ["directory"],
  objections: ["grading", "objections"],
  allocations: ["allocation", "list"],
};

/** Pages about one thing: the first word after the name is its id. */
const withId: ReadonlySet<ScreenName> = new Set([
  "explain",
  "establishment",
  "handover",
  "commitment",
  "question",
  "comparison",
  "training-plan",
  "training-people",
  "attendance",
  "document",
  "readers",
  "objection",
  "allocation",
]);

const notForScreens = new Set([
  "limit",
  "all",
  "json",
  "ndjson",
  "csv",
  "rubric",
  "measurements",
  "interactive",
  "lang",
  "url",
  "color",
  "ascii",
  "quiet",
]);

/** Words as a shell would split them; quotes keep blanks together. */
export const splitWords = (text: string): string[] =>
  [...text.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? match[3] ?? "");

/** The page that words and options of the command line name; without words the overview. */
export function findScreenRequest(
  words: readonly string[],
  options: ScreenOptions,
  t: Translate,
  locale: Locale,
): ReturnType<typeof parseScreenWords> {
  const [name] = words;
  if (name === undefined) return { ok: true, request: { screen: "overview" } };
  const screen = screenNames.find((one) => one === name) ?? screenOf(findNames(name));
  if (screen === undefined) return { ok: false, sentence: t("message.unknownName", { text: name }) };
  const given = [...options].filter(([option]) => !notForScreens.has(option));
  const rest = given.flatMap(([option, values]) =>
    values.length === 0 ? [`--${option}`] : values.map((value) => `--${option}=${value}`),
  );
  return parseScreenWords(screen, [...words.slice(1), ...rest], t, locale);
}

const screenOf = (names: readonly CommandName[]): ScreenName | undefined => {
  const [only] = names;
  return names.length === 1 && only?.target.kind === "screen" ? only.target.screen : undefined;
};

/** The request for the page with these words, or the sentence that says what is wrong with them. */
export function parseScreenWords(
  screen: ScreenName,
  words: readonly string[],
  t: Translate,
  locale: Locale,
):
  | { readonly ok: true; readonly request: ScreenRequest }
  | { readonly ok: false; readonly sentence: string } {
  if (withId.has(screen))
    return { ok: true, request: { screen, ...(words[0] === undefined ? {} : { args: [words[0]] }) } };
  const rest = screen === "registry" && (words[0] === "list" || words[0] === "show") ? words.slice(1) : words;
  if (screen === "registry" && words[0] === "show" && rest[0] !== undefined)
    return { ok: true, request: { screen: "establishment", args: [rest[0]] } };
  const { line } = parseCommandLine([...(commandOf[screen] ?? [screen]), ...rest]);
  if (line.kind === "misuse") {
    const given = Object.entries(line.misuse.words ?? {}).map(([name, word]) => [name, word[locale]]);
    return {
      ok: false,
      sentence: t(line.misuse.key, { ...line.misuse.params, ...Object.fromEntries(given) }),
    };
  }
  if (line.kind !== "run") return { ok: true, request: { screen } };
  const options = new Map([...line.options].filter(([name]) => !notForScreens.has(name)));
  const item = options.get("explain")?.[0];
  if (item !== undefined) return { ok: true, request: { screen: "explain", args: [item] } };
  return { ok: true, request: { screen, options } };
}
