// `shian registry create`, `set-state`, `late` and `views`.
import { EstablishmentFacts, label, operations } from "@shian/domain";
import { type ExitCode, exitCodes } from "../output/exit-code.js";
import { formatTable } from "../output/format-table.js";
import { type Call, findOption } from "./command.js";
import { createTxId } from "./create-tx-id.js";
import { printAnswer } from "./print-answer.js";
import { type ListColumn, printList } from "./print-list.js";
import { readJsonFile } from "./read-text-file.js";
import { reportMisuse, reportProblems } from "./report.js";
import { resolvePlace } from "./resolve-place.js";

/** What is not known of an establishment: nothing, or an empty list. */
const unknownFacts = Object.fromEntries(
  Object.keys(EstablishmentFacts.shape).map((name) => [
    name,
    ["attention", "foodSafetyOfficers", "furtherLicences"].includes(name) ? [] : null,
  ]),
);

/** `shian registry create`: one establishment out of a JSON file. */
export async function createEstablishment(call: Call): Promise<ExitCode> {
  const [file = ""] = call.args;
  const read = await readJsonFile(file);
  if (!read.ok) return reportMisuse(call, read.refusal.key, read.refusal.params);
  const given = typeof read.value === "object" && read.value !== null ? read.value : {};
  const facts = EstablishmentFacts.safeParse({ ...unknownFacts, ...given });
  if (!facts.success) {
    const [issue] = facts.error.issues;
    return reportMisuse(call, "register.factsWrong", {
      field: issue?.path.join(".") || (issue?.code === "unrecognized_keys" ? issue.keys.join(", ") : ""),
      reason: issue?.message ?? "",
    });
  }
  const server = await call.connect(call);
  const answer = await server.ask("registry.create", {
    txId: createTxId(),
    facts: facts.data,
    confirmed: call.options.has("confirmed"),
  });
  if (!answer.ok) return reportProblems(call, answer.problems, exitCodes.refused);
  return printAnswer(call, answer.value, `${answer.value.id}  ${answer.value.name}\n`);
}

/** `shian registry set-state`: a change of state as a dated event. */
export async function setState(call: Call): Promise<ExitCode> {
  const [id = ""] = call.args;
  for (const name of ["state", "reason"] as const)
    if (findOption(call, name) === undefined) return reportMisuse(call, "use.missing", { what: `--${name}` });
  const server = await call.connect(call);
  const [detail, status] = await Promise.all([
    server.ask("registry.get", { id }),
    server.ask("office.status", {}),
  ]);
  if (!detail.ok) return reportProblems(call, detail.problems);
  if (!status.ok) return reportProblems(call, status.problems);
  const input = operations["registry.changeState"].input.safeParse({
    txId: createTxId(),
    id,
    version: detail.value.establishment.version,
    change: {
      kind: "enter",
      state: findOption(call, "state"),
      from: findOption(call, "from") ?? status.value.today,
      reason: findOption(call, "reason"),
      source: findOption(call, "source") ?? "office",
    },
  });
  if (!input.success)
    return reportMisuse(call, "register.factsWrong", {
      field: input.error.issues[0]?.path.join(".") ?? "",
      reason: input.error.issues[0]?.message ?? "",
    });
  const answer = await server.ask("registry.changeState", input.data);
  if (!answer.ok) return reportProblems(call, answer.problems, exitCodes.refused);
  const { value } = answer;
  return printAnswer(
    call,
    value,
    `${value.name}  ${label(`state/${value.state}`, call.locale)}  ${value.stateSince}\n`,
  );
}

/** `shian registry late`: changes of state with a late clock. */
export async function listLate(call: Call): Promise<ExitCode> {
  const { t, locale } = call;
  const server = await call.connect(call);
  const found = await resolvePlace(call, server);
  if (!found.ok) return found.exit;
  const { territory, asOf } = found.place;
  const fetchPage = (page: { cursor?: string | undefined; limit?: number | undefined }) =>
    server.ask(
      "registry.stateClocks",
      operations["registry.stateClocks"].input.parse(
        JSON.parse(JSON.stringify({ territory, asOf, ...page })),
      ),
    );
  type Row = Extract<Awaited<ReturnType<typeof fetchPage>>, { ok: true }>["value"]["rows"][number];
  const say = (clock: Row["event"]["report"]) =>
    clock.standing === "none" ? "-" : `${label(`clock/${clock.standing}`, locale)} ${clock.due ?? ""}`.trim();
  const columns: readonly ListColumn<Row>[] = [
    { title: t("column.establishment"), cell: (row) => row.establishment.name },
    { title: t("column.place"), cell: (row) => row.establishment.placeName },
    { title: t("column.state"), cell: (row) => label(`state/${row.event.state}`, locale) },
    { title: t("column.since"), cell: (row) => row.event.from },
    { title: t("register.report"), cell: (row) => say(row.event.report) },
    { title: t("register.pairing"), cell: (row) => say(row.event.pairing) },
    { title: t("column.id"), csvOnly: true, cell: (row) => row.establishment.id },
  ];
  return printList(call, { columns, fetchPage });
}

/** `shian registry views`: the saved views with their counts. */
export async function listViews(call: Call): Promise<ExitCode> {
  const { t } = call;
  const server = await call.connect(call);
  const found = await resolvePlace(call, server);
  if (!found.ok) return found.exit;
  const { territory } = found.place;
  const answer = await server.ask("registryView.list", territory === undefined ? {} : { territory });
  if (!answer.ok) return reportProblems(call, answer.problems);
  const { rows } = answer.value;
  if (call.format === "json") await call.out.write(`${JSON.stringify(answer.value)}\n`);
  else
    await call.out.write(
      formatTable(
        [
          { title: t("column.name") },
          { title: t("column.establishment"), align: "right" },
          { title: t("register.owner") },
        ],
        rows.map((row) => [row.name, String(row.count), row.shared ? t("register.shared") : row.owner]),
      ),
    );
  return exitCodes.answer;
}
