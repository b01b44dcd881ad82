// The directory: who answers where besides the pairing officials.
import {
  DutyKind,
  label,
  type OperationArguments,
  type OperationOutput,
  operations,
  toPlainDate,
} from "@shian/domain";
import { type ExitCode, exitCodes } from "../output/exit-code.js";
import type { ServerPort } from "../server-port.js";
import { askDay } from "./ask-day.js";
import { type Call, findOption } from "./command.js";
import { createTxId } from "./create-tx-id.js";
import { findListed } from "./find-listed.js";
import { printAnswer } from "./print-answer.js";
import { type ListColumn, printList } from "./print-list.js";
import { reportMisuse, reportProblems } from "./report.js";
import { resolvePlace } from "./resolve-place.js";

type Row = OperationOutput<"directory.list">["rows"][number];

/** Lists the directory, narrowed by place and text, as of a day and as known on a day. */
export async function listDirectory(call: Call): Promise<ExitCode> {
  const { locale } = call;
  const server = await call.connect(call);
  const found = await resolvePlace(call, server);
  if (!found.ok) return found.exit;
  const [search, asOf, knownOn] = ["search", "as-of", "known-on"].map((name) => findOption(call, name));
  const kind = findOption(call, "duty-kind");
  const input: OperationArguments<"directory.list"> = operations["directory.list"].input.parse({
    ...(found.place.territory === undefined ? {} : { territory: found.place.territory }),
    ...(search === undefined ? {} : { search }),
    ...(kind === undefined ? {} : { kind }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(knownOn === undefined ? {} : { knownOn }),
  });
  const text = (key: string) => label(`directory/${key}`, locale);
  const columns: readonly ListColumn<Row>[] = [
    { title: text("kind"), cell: (row) => label(`duty-kind/${row.kind}`, locale) },
    { title: text("name"), cell: (row) => row.name },
    { title: text("unit"), cell: (row) => row.unit },
    { title: text("title"), cell: (row) => row.title },
    { title: text("territories"), cell: (row) => row.territoryNames.join("、") },
    { title: text("office-phone"), cell: (row) => row.officePhone ?? "" },
    { title: text("mobile"), cell: (row) => row.mobile ?? "" },
    { title: call.t("column.id"), cell: (row) => row.post },
  ];
  return printList(call, {
    columns,
    fetchPage: (page) => server.ask("directory.list", { ...input, ...page }),
  });
}

const dayOf = (call: Call, name: "from" | "to") => {
  const day = findOption(call, name);
  return day === undefined ? undefined : toPlainDate(day);
};

const findPost = (call: Call, server: ServerPort, name: "from" | "to") =>
  findListed<Row>({
    id: call.args[0] ?? "",
    idOf: (row) => row.post,
    day: dayOf(call, name),
    ask: (page) => server.ask("directory.list", page),
  });

const print = (call: Call, value: { readonly post: string }): Promise<ExitCode> =>
  printAnswer(call, value, `${value.post}\n`);

/** `shian directory add`. */
export async function addPost(call: Call): Promise<ExitCode> {
  for (const name of ["duty-kind", "name", "territory"] as const)
    if (findOption(call, name) === undefined) return reportMisuse(call, "use.missing", { what: `--${name}` });
  const server = await call.connect(call);
  const found = await resolvePlace(call, server);
  if (!found.ok) return found.exit;
  const from = dayOf(call, "from");
  const answer = await server.ask("directory.add", {
    txId: createTxId(),
    kind: DutyKind.parse(findOption(call, "duty-kind")),
    facts: {
      name: findOption(call, "name") ?? "",
      unit: findOption(call, "unit") ?? "",
      title: findOption(call, "title") ?? "",
      territories: [found.place.territory ?? ""],
      officePhone: findOption(call, "office-phone") ?? null,
      person: null,
    },
    mobile: findOption(call, "mobile") ?? null,
    ...(from === undefined ? {} : { from }),
  });
  return answer.ok ? print(call, answer.value) : reportProblems(call, answer.problems, exitCodes.refused);
}

/** `shian directory change`: what is not named stays as it is. */
export async function changePost(call: Call): Promise<ExitCode> {
  const [post = ""] = call.args;
  const server = await call.connect(call);
  const place = await resolvePlace(call, server);
  if (!place.ok) return place.exit;
  const found = await findPost(call, server, "from");
  if (!found.ok) return reportProblems(call, found.problems, exitCodes.refused);
  const row = found.value;
  const { territory } = place.place;
  const [from, mobile] = [dayOf(call, "from"), findOption(call, "mobile")];
  const answer = await server.ask("directory.change", {
    txId: createTxId(),
    post,
    version: row.version,
    facts: {
      name: findOption(call, "name") ?? row.name,
      unit: findOption(call, "unit") ?? row.unit,
      title: findOption(call, "title") ?? row.title,
      territories: territory === undefined ? row.territories : [territory],
      officePhone: findOption(call, "office-phone") ?? row.officePhone,
      person: row.person,
    },
    ...(mobile === undefined ? {} : { mobile }),
    ...(from === undefined ? {} : { from }),
  });
  return answer.ok ? print(call, answer.value) : reportProblems(call, answer.problems, exitCodes.refused);
}

/** `shian directory end`: today unless another day is named. */
export async function endPost(call: Call): Promise<ExitCode> {
  const [post = ""] = call.args;
  const reason = findOption(call, "reason");
  if (reason === undefined) return reportMisuse(call, "use.missing", { what: "--reason" });
  const server = await call.connect(call);
  const found = await findPost(call, server, "to");
  if (!found.ok) return reportProblems(call, found.problems, exitCodes.refused);
  const to = await askDay(server, findOption(call, "to"));
  if (!to.ok) return reportProblems(call, to.problems);
  const answer = await server.ask("directory.end", {
    txId: createTxId(),
    post,
    version: found.value.version,
    to: to.value,
    reason,
  });
  return answer.ok ? print(call, answer.value) : reportProblems(call, answer.problems, exitCodes.refused);
}

/** `shian directory unmask`: one number in clear, for a reason that is recorded. */
export async function unmaskPost(call: Call): Promise<ExitCode> {
  const [post = ""] = call.args;
  const reason = findOption(call, "reason");
  if (reason === undefined) return reportMisuse(call, "use.missing", { what: "--reason" });
  const server = await call.connect(call);
  const answer = await server.ask("directory.unmask", { txId: createTxId(), post, reason });
  if (!answer.ok) return reportProblems(call, answer.problems, exitCodes.refused);
  return printAnswer(call, answer.value, `${answer.value.value ?? "-"}\n`);
}
