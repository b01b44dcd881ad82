// Documents from above: how many have read each, the text of one with its rates, and who has read it.
import {
  type DocumentDetail,
  type DocumentRow,
  formatRate,
  label,
  operations,
  type ReaderRow,
} from "@shian/domain";
import { createTxId } from "../commands/create-tx-id.js";
import { column } from "../components/columns.js";
import { join, type Line, span } from "../components/line.js";
import { wrapText } from "../output/text-width.js";
import { createRecordList } from "./create-record-list.js";
import { createRecordScreen } from "./create-record-screen.js";
import { createStandingList } from "./create-standing-list.js";
import { formatCount } from "./format-values.js";
import { type Act, confirmAct, makeChange } from "./offer-acts.js";
import type { Screen, ScreenContext, ScreenRequest } from "./screen.js";

const right = { align: "right" } as const;

/** Documents with their rates of reading. */
export function createDocumentsScreen(context: ScreenContext, request: ScreenRequest): Screen {
  const { t, server } = context;
  return createRecordList<DocumentRow>({
    name: "documents",
    area: 3,
    context,
    request,
    words: ["document", "list"],
    takes: ["territory", "as-of", "search"],
    idOf: (row) => row.id,
    columns: [
      column("title", t("document.title"), 24, 9, (row) => row.title, { grow: 3, most: 60 }),
      column("number", t("document.number"), 14, 3, (row) => row.number || "-", { grow: 1, most: 24 }),
      column("issuer", t("document.issuer"), 12, 2, (row) => row.issuer, { grow: 1, most: 24 }),
      column("by", t("document.readBy"), 10, 6, (row) => row.readBy),
      column(
        "read",
        t("document.read"),
        9,
        7,
        (row) => `${formatCount(row.read.done)}/${formatCount(row.read.of)}`,
        right,
      ),
      column("rate", t("document.rate"), 9, 8, (row) => formatRate(row.read) ?? t("word.nothingDue"), right),
      column(
        "late",
        t("document.late"),
        6,
        5,
        (row) => span(formatCount(row.late), row.late > 0 ? "overdue" : "quiet"),
        right,
      ),
    ],
    path: () => [t("path.documents")],
    empty: () => t("document.none"),
    message: (row) =>
      row === undefined ? undefined : ` ${row.number}  ${row.issuer}  ${row.issuedOn}  ${row.territoryName}`,
    requestOf: (row) => ({ screen: "document", args: [row.id] }),
    fetchPage: (page, { option, territory, asOf }) =>
      server.ask(
        "document.list",
        operations["document.list"].input.parse({ territory, asOf, search: option("search"), ...page }),
      ),
    searchable: true,
    next: () => context.open({ screen: "training" }),
    web: "/chain/training?view=documents",
  });
}

/** One document: what it is, who should read it by when, its rates, its text. */
export function createDocumentScreen(context: ScreenContext, request: ScreenRequest): Screen {
  const { t, locale, server, may, open, askText, scope } = context;
  const [id = ""] = request.args ?? [];
  const rate = (read: { readonly done: number; readonly of: number }): string =>
    `${formatCount(read.done)}/${formatCount(read.of)}  ${formatRate(read) ?? t("word.nothingDue")}`;
  const describe = (
    { document, text, file, levels, territories }: DocumentDetail,
    columns: number,
  ): Line[] => [
    ...wrapText(document.title, columns - 2).map((line) => join(" ", span(line, "strong"))),
    join(` ${document.number}  ${document.issuer}  ${document.issuedOn}`),
    join(
      ` ${t("document.readBy")} ${document.readBy}  ${t("document.read")} ${rate(document.read)}  `,
      span(t("document.lateCount", { count: document.late }), document.late > 0 ? "overdue" : "quiet"),
    ),
    ...(document.withdrawn ? [join(" ", span(t("document.isWithdrawn"), "overdue"))] : []),
    ...(file === null ? [] : [join(` ${t("document.file")}  ${file.name}`)]),
    [],
    join(" ", span(t("document.rates"), "strong")),
    ...levels.map((row) => join(`   ${label(`level/${row.level}`, locale)}  ${rate(row.read)}`)),
    ...territories.map((row) =>
      join(
        `   ${row.code === null ? t("commitment.ownLevel", { place: row.name }) : row.name}  ${rate(row.read)}`,
      ),
    ),
    [],
    ...text.split("\n").flatMap((line) => wrapText(line, columns - 3).map((part) => join(` ${part}`))),
  ];
  const readers = (standing: string): Act => ({
    label: t(standing === "read" ? "document.whoRead" : "document.whoNot"),
    run: () => open({ screen: "readers", args: [id], options: new Map([["standing", [standing]]]) }),
  });
  return createRecordScreen<DocumentDetail>({
    name: "document",
    area: 3,
    context,
    request,
    words: () => ["document", "readers", id],
    takes: ["territory", "as-of"],
    path: (detail) => [t("path.documents"), ...(detail === undefined ? [] : [detail.document.title])],
    describe,
    ask: () => server.ask("document.get", operations["document.get"].input.parse({ id, asOf: scope().asOf })),
    acts: ({ document, mayChange }, reload) => [
      readers("unread"),
      readers("read"),
      ...document.own.flatMap(({ official, readOn }): readonly Act[] =>
        readOn !== null || !may("document.read")
          ? []
          : [
              {
                label: t("document.readIt"),
                run: async () => {
                  const input = { txId: createTxId(), id, official, hash: document.hash };
                  const isDone = await makeChange(context, "document.read", input, (done) =>
                    t("document.readNow", { day: done.readOn }),
                  );
                  if (isDone) reload();
                },
              },
            ],
      ),
      ...(mayChange && !document.withdrawn && may("document.withdraw")
        ? [
            {
              label: t("document.withdraw"),
              run: () =>
                askText({
                  sign: t("document.withdrawSign"),
                  about: id,
                  apply: (reason) =>
                    confirmAct(context, {
                      title: document.title,
                      yes: t("document.withdraw"),
                      run: async () => {
                        const input = { txId: createTxId(), id, version: document.version, reason };
                        const isDone = await makeChange(context, "document.withdraw", input, () =>
                          t("document.isWithdrawn"),
                        );
                        if (isDone) reload();
                      },
                    }),
                }),
            },
          ]
        : []),
    ],
    web: `/chain/document/${id}`,
  });
}

/** Who has read a document and who has not. */
export function createReadersScreen(context: ScreenContext, request: ScreenRequest): Screen {
  const { t, locale, server } = context;
  const [id = ""] = request.args ?? [];
  return createStandingList<ReaderRow>({
    name: "readers",
    context,
    request,
    words: ["document", "readers", id],
    path: t("path.documents"),
    title: t("path.documents"),
    standings: ["unread", "read"],
    say: (standing) => t(standing === "read" ? "document.read" : "document.unread"),
    columns: [
      column("post", t("column.post"), 10, 3, (row) => row.post, { grow: 1, most: 24 }),
      column("read", t("document.readOn"), locale === "en" ? 14 : 12, 8, (row) =>
        row.readOn === null
          ? span(t(row.late ? "document.unreadLate" : "document.unread"), row.late ? "overdue" : "risk")
          : span(row.readOn, "ok"),
      ),
    ],
    fetchPage: ({ standing, ...asked }) =>
      server.ask(
        "document.readers",
        operations["document.readers"].input.parse({
          id,
          read: standing === undefined ? undefined : standing === "read",
          ...asked,
        }),
      ),
    web: `/chain/document/${id}`,
  });
}
