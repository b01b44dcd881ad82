// `shian audit list` and `shian audit export`: the record on the server, for the audit administrator.
import type { OperationInput, OperationOutput } from "@shian/domain";
import { PlainDate } from "@shian/domain";
import { type ExitCode, exitCodes } from "../output/exit-code.js";
import { type Call, findOption } from "./command.js";
import { type ListColumn, printList } from "./print-list.js";
import { reportProblems } from "./report.js";
import { saveFile } from "./save-file.js";

type Row = OperationOutput<"audit.list">["rows"][number];

/** `shian audit list`: who did what and when, the newest first. */
export async function listAudit(call: Call): Promise<ExitCode> {
  const { t } = call;
  const server = await call.connect(call);
  const day = (name: string) => PlainDate.safeParse(findOption(call, name)).data;
  const [person, operation, from, to] = [
    findOption(call, "person"),
    findOption(call, "operation"),
    day("from"),
    day("to"),
  ];
  const filter: NonNullable<OperationInput<"audit.list">["filter"]> = {
    ...(person === undefined ? {} : { person }),
    ...(operation === undefined ? {} : { operation }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
  const columns: readonly ListColumn<Row>[] = [
    { title: t("audit.seq"), align: "right", cell: (row) => String(row.seq), csv: (row) => row.seq },
    { title: t("audit.at"), cell: (row) => row.at },
    { title: t("audit.name"), cell: (row) => (row.name === "" ? t("job.product") : row.name) },
    { title: t("audit.role"), cell: (row) => row.role },
    { title: t("audit.address"), cell: (row) => row.address },
    { title: t("audit.operation"), cell: (row) => row.operation },
    {
      title: t("audit.changes"),
      align: "right",
      cell: (row) => String(row.changes),
      csv: (row) => row.changes,
    },
  ];
  return printList(call, { columns, fetchPage: (page) => server.ask("audit.list", { filter, ...page }) });
}

/** `shian audit export FILE`: the whole chain as JSON lines, to be checked with `shian audit verify`. */
export async function exportAudit(call: Call): Promise<ExitCode> {
  const [file = ""] = call.args;
  const server = await call.connect(call);
  const answer = await server.fetchRecord();
  if (!answer.ok) return reportProblems(call, answer.problems);
  if (file === "-") {
    const decoder = new TextDecoder("utf-8");
    for await (const chunk of answer.value) await call.out.write(decoder.decode(chunk, { stream: true }));
    return exitCodes.answer;
  }
  return saveFile(call, file, answer.value, "audit.saved");
}
