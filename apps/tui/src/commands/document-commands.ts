// `shian document`: documents from above and who has read them.
import { formatRate, label, type OperationOutput, operations } from "@shian/domain";
import type { ExitCode } from "../output/exit-code.js";
import { type Call, findOption } from "./command.js";
import { type ListColumn, printList } from "./print-list.js";
import { resolvePlace } from "./resolve-place.js";

const daysOf = (call: Call) => ({
  asOf: findOption(call, "as-of"),
  knownOn: findOption(call, "known-on"),
});

type Row = OperationOutput<"document.list">["rows"][number];

/** `shian document list`. */
export async function listDocuments(call: Call): Promise<ExitCode> {
  const { t } = call;
  const server = await call.connect(call);
  const found = await resolvePlace(call, server);
  if (!found.ok) return found.exit;
  const input = { territory: found.place.territory, search: findOption(call, "search"), ...daysOf(call) };
  const columns: readonly ListColumn<Row>[] = [
    { title: t("document.title"), cell: (row) => row.title },
    { title: t("document.number"), cell: (row) => row.number || "-", csv: (row) => row.number },
    { title: t("document.issuer"), cell: (row) => row.issuer },
    { title: t("document.readBy"), cell: (row) => row.readBy },
    { title: t("document.read"), align: "right", cell: (row) => `${row.read.done}/${row.read.of}` },
    {
      title: t("document.rate"),
      align: "right",
      cell: (row) => formatRate(row.read) ?? t("word.nothingDue"),
    },
    { title: t("document.late"), align: "right", cell: (row) => String(row.late), csv: (row) => row.late },
    { title: t("column.id"), cell: (row) => row.id },
  ];
  return printList(call, {
    columns,
    fetchPage: (page) =>
      server.ask("document.list", operations["document.list"].input.parse({ ...input, ...page })),
  });
}

type Reader = OperationOutput<"document.readers">["rows"][number];

/** `shian document readers DOCUMENT [read|unread]`. */
export async function listReaders(call: Call): Promise<ExitCode> {
  const { t, locale } = call;
  const server = await call.connect(call);
  const found = await resolvePlace(call, server);
  if (!found.ok) return found.exit;
  const [id = "", standing] = call.args;
  const input = {
    id,
    read: standing === undefined ? undefined : standing === "read",
    territory: found.place.territory,
    level: findOption(call, "level"),
    search: findOption(call, "search"),
    ...daysOf(call),
  };
  const columns: readonly ListColumn<Reader>[] = [
    { title: t("column.name"), cell: (row) => row.name },
    { title: t("column.unit"), cell: (row) => row.unit },
    { title: t("column.level"), cell: (row) => label(`level/${row.level}`, locale) },
    {
      title: t("document.readOn"),
      cell: (row) => row.readOn ?? t(row.late ? "document.unreadLate" : "document.unread"),
      csv: (row) => row.readOn,
    },
    { title: t("column.id"), cell: (row) => row.official },
  ];
  return printList(call, {
    columns,
    fetchPage: (page) =>
      server.ask("document.readers", operations["document.readers"].input.parse({ ...input, ...page })),
  });
}
