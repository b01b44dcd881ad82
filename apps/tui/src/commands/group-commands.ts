// `shian liaison-groups`: "1+N" groups as of a day, and keeping them.
import { label, type OperationOutput, operations, toOfficeDay, toPlainDate } from "@shian/domain";
import { type ExitCode, exitCodes } from "../output/exit-code.js";
import { type Call, findOption } from "./command.js";
import { createTxId } from "./create-tx-id.js";
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

/** `shian liaison-groups add`. */
export async function addGroup(call: Call): Promise<ExitCode> {
  for (const name of ["name", "territory", "one"] as const)
    if (findOption(call, name) === undefined) return reportMisuse(call, "use.missing", { what: `--${name}` });
  const server = await call.connect(call);
  const found = await resolvePlace(call, server);
  if (!found.ok) return found.exit;
  const from = findOption(call, "from");
  const answer = await server.ask("liaisonGroup.add", {
    txId: createTxId(),
    facts: {
      name: findOption(call, "name") ?? "",
      territory: found.place.territory ?? "",
      one: findOption(call, "one") ?? "",
      members: [...call.args],
    },
    ...(from === undefined ? {} : { from: toPlainDate(from) }),
  });
  if (!answer.ok) return reportProblems(call, answer.problems, exitCodes.refused);
  await call.out.write(
    call.format === "json" ? `${JSON.stringify(answer.value)}\n` : `${answer.value.group}\n`,
  );
  return exitCodes.answer;
}

/** `shian liaison-groups end`. */
export async function endGroup(call: Call): Promise<ExitCode> {
  const [group = ""] = call.args;
  const reason = findOption(call, "reason");
  if (reason === undefined) return reportMisuse(call, "use.missing", { what: "--reason" });
  const server = await call.connect(call);
  const all = await server.ask("liaisonGroup.list", { limit: 500 });
  if (!all.ok) return reportProblems(call, all.problems);
  const to = findOption(call, "to");
  const answer = await server.ask("liaisonGroup.end", {
    txId: createTxId(),
    group,
    version: all.value.rows.find((row) => row.group === group)?.version ?? 1,
    to: to === undefined ? toOfficeDay(Date.now()) : toPlainDate(to),
    reason,
  });
  if (!answer.ok) return reportProblems(call, answer.problems, exitCodes.refused);
  await call.out.write(
    call.format === "json" ? `${JSON.stringify(answer.value)}\n` : `${answer.value.group}\n`,
  );
  return exitCodes.answer;
}
