// The directory: who answers where besides the pairing officials. Numbers are masked; one is shown for a reason, and that
// is kept in the record.
import { type DirectoryEntry, dutyKinds, label, operations, toPlainDate } from "@shian/domain";
import { createTxId } from "../commands/create-tx-id.js";
import { column } from "../components/columns.js";
import { join, span } from "../components/line.js";
import { createRecordList } from "./create-record-list.js";
import { type Act, confirmAct, makeChange, refuseNoDate } from "./offer-acts.js";
import type { Screen, ScreenContext, ScreenRequest } from "./screen.js";

/** Leaders, liaisons, heads and inspectors of stations, by kind and place. */
export function createDirectoryScreen(context: ScreenContext, request: ScreenRequest): Screen {
  const { t, locale, server } = context;
  const and = locale === "en" ? ", " : "、";
  const text = (key: string): string => label(`directory/${key}`, locale);
  const sayKind = (kind: string | undefined): string =>
    kind === undefined ? t("word.all") : label(`duty-kind/${kind}`, locale);
  let kind = request.options?.get("duty-kind")?.[0];
  return createRecordList<DirectoryEntry>({
    name: "directory",
    area: 3,
    context,
    request,
    words: ["directory"],
    takes: ["territory", "as-of", "duty-kind", "search"],
    counted: "extent.people",
    idOf: (row) => row.post,
    columns: [
      column("kind", text("kind"), locale === "en" ? 18 : 12, 6, (row) => sayKind(row.kind)),
      column("name", text("name"), 8, 9, (row) => row.name, { grow: 1, most: 16 }),
      column("places", text("territories"), 18, 7, (row) => row.territoryNames.join(and), {
        grow: 2,
        most: 36,
      }),
      column("unit", text("unit"), 14, 2, (row) => row.unit, { grow: 2, most: 36 }),
      column("title", text("title"), 8, 4, (row) => row.title, { grow: 1, most: 20 }),
      column("phone", text("office-phone"), 13, 8, (row) => row.officePhone ?? span("-", "quiet")),
      column("mobile", text("mobile"), 11, 3, (row) => row.mobile ?? span("-", "quiet")),
    ],
    path: () => [t("path.directory"), sayKind(kind)],
    empty: () => t("directory.none"),
    message: (row) =>
      row === undefined
        ? undefined
        : join(` ${row.name}  ${row.unit}  ${row.title}  `, span(row.territoryNames.join(and), "quiet")),
    fetchPage: (page, { option, territory, asOf }) => {
      kind = option("duty-kind");
      return server.ask(
        "directory.list",
        operations["directory.list"].input.parse({
          territory,
          asOf,
          kind,
          search: option("search"),
          ...page,
        }),
      );
    },
    searchable: true,
    views: {
      option: "duty-kind",
      title: t("path.directory"),
      choices: () => [undefined, ...dutyKinds].map((value) => ({ value, label: sayKind(value) })),
    },
    acts: (row, _, reload) => (row === undefined ? [] : actsOfPost(context, row, reload)),
    needs: { acts: ["directory.unmask", "directory.end"] },
    web: "/chain/directory",
  });
}

function actsOfPost(context: ScreenContext, row: DirectoryEntry, reload: () => void): readonly Act[] {
  const { t, may, askText, status } = context;
  const end = (day: string, reason: string): void => {
    const to = toPlainDate(day);
    confirmAct(context, {
      title: t("directory.endTitle", { name: row.name, day: to }),
      yes: t("directory.endYes"),
      run: async () => {
        const input = { txId: createTxId(), post: row.post, version: row.version, to, reason };
        const isDone = await makeChange(context, "directory.end", input, () =>
          t("directory.ended", { name: row.name, day: to }),
        );
        if (isDone) reload();
      },
    });
  };
  return [
    ...(row.mobile !== null && may("directory.unmask")
      ? [
          {
            label: t("directory.unmask"),
            note: t("directory.recorded"),
            run: () =>
              askText({
                sign: t("directory.reasonSign"),
                about: row.post,
                apply: (reason) =>
                  void makeChange(
                    context,
                    "directory.unmask",
                    { txId: createTxId(), post: row.post, reason },
                    ({ value }) => `${row.name}  ${value ?? "-"}`,
                  ),
              }),
          },
        ]
      : []),
    ...(may("directory.end")
      ? [
          {
            label: t("directory.endAct"),
            run: () =>
              askText({
                sign: t("directory.endDay"),
                text: status()?.today ?? "",
                check: refuseNoDate(context),
                apply: (day) =>
                  askText({
                    sign: t("directory.reasonSign"),
                    about: row.post,
                    apply: (reason) => end(day, reason),
                  }),
              }),
          },
        ]
      : []),
  ];
}
