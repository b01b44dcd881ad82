// What a page of the full screen is to the frame around it: it draws its body, obeys commands and knows the shell
// command that prints the same.
import type { Locale, OperationId, OperationOutput } from "@shian/domain";
import type { Line, Piece } from "../components/line.js";
import type { CommandId, Place } from "../keys/key-table.js";
import type { ServerPort } from "../server-port.js";
import type { Translate } from "../text/create-translator.js";
import type { Glyphs } from "../theme/glyphs.js";

export const screenNames = [
  "overview",
  "registry",
  "establishment",
  "gaps",
  "officials",
  "coverage",
  "overdue",
  "score",
  "explain",
  "handovers",
  "handover",
  "receipt",
  "handover-plan",
  "commitments",
  "commitment-rates",
  "commitment",
  "questions",
  "question",
  "answers",
  "comparisons",
  "comparison",
  "training",
  "training-plan",
  "training-people",
  "attendance",
  "documents",
  "document",
  "readers",
  "x-ray",
  "x-ray-rows",
  "directory",
  "objections",
  "objection",
  "allocations",
  "allocation",
] as const;
export type ScreenName = (typeof screenNames)[number];

/** Options of a page, by the names of the command line's options. */
export type ScreenOptions = ReadonlyMap<string, readonly string[]>;

/** A page to open: its name, what it is about, and how it is narrowed. */
export type ScreenRequest = {
  readonly screen: ScreenName;
  readonly args?: readonly string[];
  readonly options?: ScreenOptions;
  /** Words for the path when the page was reached through a number. */
  readonly title?: string;
  /** The next and the previous of the list that the page was opened from. */
  readonly step?: (by: 1 | -1) => ScreenRequest | undefined;
};

/** Where the person looks: a territory and a day, or the office's own and today. */
export type Scope = {
  readonly territory: { readonly code: string; readonly name: string } | undefined;
  readonly asOf: string | undefined;
};

/** Something to choose from, laid over the page. */
export type MenuItem = {
  readonly label: string;
  readonly note?: string;
  readonly heading?: string;
  readonly keywords?: string;
  readonly run: () => void;
};
export type Menu = {
  readonly title: string;
  readonly items: readonly MenuItem[];
  readonly searchable: boolean;
};

/** A line of text that an act needs: the sign before the field, what is in it already, and who takes it. */
export type AskedText = {
  readonly sign: string;
  readonly text?: string;
  /** What the words are about: what was typed for it and refused is in the field again when it is asked once more. */
  readonly about?: string;
  /** Why the words cannot be taken; the field stays open then. */
  readonly check?: (text: string) => string | undefined;
  readonly apply: (text: string) => void;
};

/** What a page gets from the program. */
export type ScreenContext = {
  readonly server: ServerPort;
  readonly locale: Locale;
  readonly t: Translate;
  readonly glyphs: Glyphs;
  readonly scope: () => Scope;
  readonly status: () => OperationOutput<"office.status"> | undefined;
  readonly changed: () => void;
  readonly say: (message: Piece) => void;
  readonly open: (request: ScreenRequest) => void;
  readonly choose: (menu: Menu) => void;
  readonly askText: (asked: AskedText) => void;
  /** Tells that something was changed: counts and the other pages are asked for again. */
  readonly touched: () => void;
  /** Takes no more keys until the change is made, so that nothing is done twice or to another page. */
  readonly hold: <T>(change: Promise<T>) => Promise<T>;
  /** Whether who is signed in may ask the operation at all; what they may not is never offered. */
  readonly may: (operation: OperationId) => boolean;
};

export type Size = { readonly columns: number; readonly rows: number };

export type Screen = {
  readonly name: ScreenName;
  readonly area: number;
  readonly places: readonly Place[];
  /** Words of the path after the area's name. */
  readonly path: () => readonly string[];
  /** What of how much is shown, at the right end of the path line. */
  readonly extent: () => string;
  /** The lines of the body, at most `rows`, each at most `columns` cells. */
  readonly body: (size: Size) => readonly Line[];
  /** What the row under the cursor means. */
  readonly message: () => Piece;
  /** Whether the command meant something here. */
  readonly act: (command: CommandId) => boolean;
  /** The `shian` command that prints the same rows. */
  readonly command: () => {
    readonly words: readonly string[];
    readonly options: readonly (readonly [string, string | undefined])[];
  };
  /** Code or id under the cursor. */
  readonly value: () => string | undefined;
  /** Path of the same page on the web. */
  readonly web: () => string;
  readonly load: (options?: { readonly keepCursor?: boolean }) => Promise<void>;
  readonly filter?: { readonly text: () => string; readonly apply: (text: string) => void };
  /** The request that opens this page again, with what was narrowed since. */
  readonly request: () => ScreenRequest;
};
