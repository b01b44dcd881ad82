// `shian liaison-groups`: "1+N" groups as of a day, and keeping them.
import { label, type OperationOutput, operations, toPlainDate } from "@shian/domain";
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

type Row = OperationOutput<"liaisonGroup.list">["rows"][number];

/** `shian liaison-groups`. */
export async function listGroups(call: Call): Promise<ExitCode> {
  const { t, locale } = call;
  const server = await call.connect(call);
  const found = await resolvePlace(call, server);
  if (!found.ok) return found.exit;
  const search = findOption(call, "search");
  const { territory, asOf, knownOn } = found.place;
  const input = operations["liaisonGroup.list"].input.parse({
    ...(territory === undefined ? {} : { territory }),
    ...(search === undefined ? {} : { search }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(knownOn === undefined ? {} : { knownOn }),
  });
  const columns: readonly ListColumn<Row>[] = [
    { title: label("group/name", locale), cell: (row) => row.name },
    { title: label("group/place", locale), cell: (row) => row.placeName },
    {
      title: label("group/one", locale),
      cell: ({ one }) => [one.name ?? "-", one.officePhone].filter((part) => part !== null).join(" "),
    },
    {
      title: label("group/members", locale),
      cell: ({ members }) => members.map(({ name }) => name ?? "-").join("、"),
    },
    { title: t("column.id"), cell: (row) => row.group },
  ];
  return printList(call, {
    columns,
    fetchPage: (page) => server.ask("liaisonGroup.list", { ...input, ...page }),
  });
}

const print = (call: Call, value: { readonly group: string }): Promise<ExitCode> =>
  printAnswer(call, value, `${value.group}\n`);

const fromOf = (call: Call) => {
  const from = findOption(call, "from");
  return from === undefined ? {} : { from: toPlainDate(from) };
};

const findGroup = (server: ServerPort, group: string, day: string | undefined) =>
  findListed<Row>({
    id: group,
    idOf: (row) => row.group,
    day: day === undefined ? undefined : toPlainDate(day),
    ask: (page) => server.ask("liaisonGroup.list", page),
  });

/** `shian liaison-groups add`. */
export async function addGroup(call: Call): Promise<ExitCode> {
  for (const name of ["name", "territory", "one"] as const)
    if (findOption(call, name) === undefined) return reportMisuse(call, "use.missing", { what: `--${name}` });
  const server = await call.connect(call);
  const found = await resolvePlace(call, server);
  if (!found.ok) return found.exit;
  const answer = await server.ask("liaisonGroup.add", {
    txId: createTxId(),
    facts: {
      name: findOption(call, "name") ?? "",
      territory: found.place.territory ?? "",
      one: findOption(call, "one") ?? "",
      members: [...call.args],
    },
    ...fromOf(call),
  });
  return answer.ok ? print(call, answer.value) : reportProblems(call, answer.problems, exitCodes.refused);
}

/** `shian liaison-groups change`: what is not named stays as it is; members are named as a whole. */
export async function changeGroup(call: Call): Promise<ExitCode> {
  const [group = "", ...members] = call.args;
  const server = await call.connect(call);
  const place = await resolvePlace(call, server);
  if (!place.ok) return place.exit;
  const found = await findGroup(server, group, findOption(call, "from"));
  if (!found.ok) return reportProblems(call, found.problems, exitCodes.refused);
  const row = found.value;
  const answer = await server.ask("liaisonGroup.change", {
    txId: createTxId(),
    group,
    version: row.version,
    facts: {
      name: findOption(call, "name") ?? row.name,
      territory: place.place.territory ?? row.territory,
      one: findOption(call, "one") ?? row.one.post,
      members: members.length > 0 ? members : row.members.map(({ post }) => post),
    },
    ...fromOf(call),
  });
  return answer.ok ? print(call, answer.value) : reportProblems(call, answer.problems, exitCodes.refused);
}

/** `shian liaison-groups end`. */
export async function endGroup(call: Call): Promise<ExitCode> {
  const [group = ""] = call.args;
  const reason = findOption(call, "reason");
  if (reason === undefined) return reportMisuse(call, "use.missing", { what: "--reason" });
  const server = await call.connect(call);
  const to = findOption(call, "to");
  const found = await findGroup(server, group, to);
  if (!found.ok) return reportProblems(call, found.problems, exitCodes.refused);
  const day = await askDay(server, to);
  if (!day.ok) return reportProblems(call, day.problems);
  const answer = await server.ask("liaisonGroup.end", {
    txId: createTxId(),
    group,
    version: found.value.version,
    to: day.value,
    reason,
  });
  return answer.ok ? print(call, answer.value) : reportProblems(call, answer.problems, exitCodes.refused);
}
