// Officials by how each stands to one thing: a plan of training, a document to read. The views narrow them by standing.
import { label, type Result } from "@shian/domain";
import { type Column, column } from "../components/columns.js";
import type { Page } from "./create-paged-list.js";
import { createRecordList, type Narrowing, type RecordListOptions } from "./create-record-list.js";
import type { Screen } from "./screen.js";

type Standing = {
  readonly official: string;
  readonly name: string;
  readonly level: string;
  readonly unit: string;
};

/** How the officials are narrowed at present, with the page of them that is asked for. */
export type StandingAsked = Pick<Narrowing, "territory" | "asOf"> & {
  readonly standing: string | undefined;
  readonly level: string | undefined;
  readonly search: string | undefined;
  readonly limit: number;
  readonly cursor?: string;
};

export type StandingListOptions<Row> = Pick<
  RecordListOptions<Row>,
  "name" | "context" | "request" | "message" | "web"
> & {
  /** The command that prints the same, without the standing. */
  readonly words: readonly string[];
  /** What the officials stand to, as the path names it. */
  readonly path: string;
  readonly title: string;
  readonly standings: readonly string[];
  readonly say: (standing: string) => string;
  /** What is told of each besides who it is. */
  readonly columns: readonly Column<Row>[];
  readonly fetchPage: (asked: StandingAsked) => Promise<Result<Page<Row>>>;
};

/** The page of such officials; Enter opens the one under the cursor. */
export function createStandingList<Row extends Standing>(given: StandingListOptions<Row>): Screen {
  const { context, request, standings, fetchPage } = given;
  const { t, locale } = context;
  let standing = request.options?.get("standing")?.[0];
  const say = (value: string | undefined): string => (value === undefined ? t("word.all") : given.say(value));
  return createRecordList<Row>({
    name: given.name,
    area: 3,
    context,
    request,
    words: () => [...given.words, ...(standing === undefined ? [] : [standing])],
    takes: ["territory", "as-of", "level", "search"],
    counted: "extent.people",
    idOf: (row) => row.official,
    columns: [
      column("name", t("column.name"), 8, 9, (row) => row.name, { grow: 1, most: 16 }),
      column("level", t("column.level"), 10, 5, (row) => label(`level/${row.level}`, locale)),
      column("unit", t("column.unit"), 14, 4, (row) => row.unit, { grow: 2, most: 36 }),
      ...given.columns,
    ],
    path: () => [given.path, say(standing)],
    empty: () => t("commitment.nobody"),
    ...(given.message === undefined ? {} : { message: given.message }),
    requestOf: (row) => ({ screen: "commitment", args: [row.official] }),
    fetchPage: (page, { option, territory, asOf }) => {
      standing = option("standing");
      return fetchPage({
        territory,
        asOf,
        standing,
        level: option("level"),
        search: option("search"),
        ...page,
      });
    },
    searchable: true,
    views: {
      option: "standing",
      title: given.title,
      choices: () => [undefined, ...standings].map((value) => ({ value, label: say(value) })),
    },
    web: given.web,
  });
}
