// What a command of `shian` is: data for parsing, help and completion, and a function that is loaded when it runs, so
// that a pure command starts without the parts it does not use.
import type { Locale } from "@shian/domain";
import type { LocalText } from "../keys/local-text.js";
import type { Writer } from "../output/create-writer.js";
import type { ExitCode } from "../output/exit-code.js";
import type { ServerPort } from "../server-port.js";
import type { Translate } from "../text/create-translator.js";

/** How a value is checked before a command sees it. */
export type ValueForm = "text" | "date" | "period" | "number" | "pair";

/** An option; the same name means the same thing in every command. */
export type OptionSpec = {
  readonly type: "string" | "boolean";
  readonly short?: string;
  readonly multiple?: boolean;
  readonly form?: ValueForm;
  readonly least?: number;
  readonly most?: number;
  readonly values?: readonly string[];
  /** `values` may be listed with commas. */
  readonly list?: boolean;
  readonly placeholder?: LocalText;
  readonly help: LocalText;
};

/** Output for programs; a table for people when none is chosen. */
export const formats = ["json", "ndjson", "csv"] as const;
export type Format = (typeof formats)[number];

export const groups = ["pure", "overview", "chain", "evaluation", "other"] as const;
export type Group = (typeof groups)[number];

/** A positional argument. */
export type ArgumentSpec = {
  readonly name: LocalText;
  readonly required: boolean;
  readonly many?: boolean;
  readonly values?: readonly string[];
};

export type CommandSpec = {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly group: Group;
  readonly server: boolean;
  readonly summary: LocalText;
  readonly details?: LocalText;
  readonly arguments: readonly ArgumentSpec[];
  readonly options: readonly string[];
  readonly formats: readonly Format[];
  readonly examples: readonly string[];
  readonly load: () => Promise<CommandRunner>;
};

/** Options as given: the values of each, empty for a flag; an option that was not given is absent. */
export type GivenOptions = ReadonlyMap<string, readonly string[]>;

/** Where a command reads and writes. Everything but the answer goes to `err`. */
export type Surroundings = {
  readonly env: NodeJS.ProcessEnv;
  readonly stdin: NodeJS.ReadStream;
  readonly out: Writer;
  readonly err: Writer;
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
  readonly connect: (options: { readonly url: string; readonly locale: Locale }) => Promise<ServerPort>;
};

/** One run of a command. */
export type Call = Surroundings & {
  readonly command: CommandSpec;
  readonly commands: readonly CommandSpec[];
  readonly args: readonly string[];
  readonly options: GivenOptions;
  readonly format: Format | undefined;
  readonly locale: Locale;
  readonly url: string;
  readonly t: Translate;
};

export type CommandRunner = (call: Call) => Promise<ExitCode>;

/** The value of an option that may be given once. */
export const findOption = (call: Pick<Call, "options">, name: string): string | undefined =>
  call.options.get(name)?.[0];

/** The values of an option, those listed with commas apart. */
export const listOption = (call: Pick<Call, "options">, name: string): readonly string[] =>
  (call.options.get(name) ?? [])
    .flatMap((value) => value.split(","))
    .map((value) => value.trim())
    .filter((value) => value !== "");
