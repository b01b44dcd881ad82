// `shian business-arm`: a business's people, training and its own controls.
import {
  controlKinds,
  formatRate,
  label,
  type OperationOutput,
  operations,
  renderProblem,
} from "@shian/domain";
import { type ExitCode, exitCodes } from "../output/exit-code.js";
import { formatTable } from "../output/format-table.js";
import { type Call, findOption } from "./command.js";
import { createTxId } from "./create-tx-id.js";
import { printAnswer } from "./print-answer.js";
import { type ListColumn, printList } from "./print-list.js";
import { reportProblems } from "./report.js";
import { resolvePlace } from "./resolve-place.js";

type Tally = { readonly done: number; readonly of: number };
const show = ({ t }: Call, tally: Tally): string => {
  const rate = formatRate(tally);
  return rate === undefined ? t("word.nothingDue") : `${rate} (${tally.done}/${tally.of})`;
};

/** `shian business-arm show ID`. */
export async function showArm(call: Call): Promise<ExitCode> {
  const { t, locale } = call;
  const server = await call.connect(call);
  const answer = await server.ask(
    "arm.get",
    operations["arm.get"].input.parse({
      establishment: call.args[0] ?? "",
      asOf: findOption(call, "as-of"),
      knownOn: findOption(call, "known-on"),
    }),
  );
  if (!answer.ok) return reportProblems(call, answer.problems, exitCodes.refused);
  const arm = answer.value;
  if (call.format === "json") {
    await call.out.write(`${JSON.stringify(arm)}\n`);
    return exitCodes.answer;
  }
  const people = formatTable(
    [
      { title: t("column.name") },
      { title: t("column.post") },
      { title: t("column.since") },
      { title: t("arm.hours"), align: "right" },
    ],
    arm.people.map((person) => [
      person.name,
      label(`arm-role/${person.role}`, locale),
      person.from,
      person.hours === null ? "-" : String(person.hours),
    ]),
  );
  const controls = controlKinds
    .map((kind) => `${label(`control-kind/${kind}`, locale)}  ${show(call, arm.controls.tallies[kind])}\n`)
    .join("");
  const lines = [
    arm.name,
    ...(arm.gap === null ? [] : [renderProblem(arm.gap, locale)]),
    renderProblem(arm.director.reason, locale),
  ];
  const missing = arm.controls.missing
    .slice(0, 10)
    .map(({ kind, period }) => `${label(`control-kind/${kind}`, locale)} ${period}`);
  const late = missing.length === 0 ? "" : `${t("arm.missing")}  ${missing.join("  ")}\n`;
  await call.out.write(`${lines.join("\n")}\n${people}${arm.controls.month}\n${controls}${late}`);
  return exitCodes.answer;
}

/** `shian business-arm controls`: rates by place, form or business. */
export async function listControls(call: Call): Promise<ExitCode> {
  const { t, locale } = call;
  const server = await call.connect(call);
  const found = await resolvePlace(call, server);
  if (!found.ok) return found.exit;
  const input = {
    territory: found.place.territory,
    asOf: found.place.asOf,
    knownOn: found.place.knownOn,
    month: findOption(call, "period"),
    by: call.args[0] ?? "territory",
  };
  type Row = OperationOutput<"arm.controls">["rows"][number];
  const columns: readonly ListColumn<Row>[] = [
    { title: t("column.name"), cell: (row) => row.name },
    { title: t("column.place"), cell: (row) => row.placeName },
    {
      title: t("column.establishment"),
      align: "right",
      cell: (row) => String(row.establishments),
      csv: (row) => row.establishments,
    },
    ...controlKinds.map(
      (kind): ListColumn<Row> => ({
        title: label(`control-kind/${kind}`, locale),
        align: "right",
        cell: (row) => show(call, row.tallies[kind]),
      }),
    ),
    { title: t("arm.training"), align: "right", cell: (row) => show(call, row.training) },
    { title: t("column.id"), csvOnly: true, cell: (row) => row.key },
  ];
  return printList(call, {
    columns,
    fetchPage: async (page) => {
      const answer = await server.ask(
        "arm.controls",
        operations["arm.controls"].input.parse({ ...input, ...page }),
      );
      return answer.ok ? { ok: true, value: { ...answer.value, total: answer.value.rowsInAll } } : answer;
    },
  });
}

/** `shian business-arm report ID KIND PERIOD RESULT`. */
export async function reportControl(call: Call): Promise<ExitCode> {
  const [establishment, kind, period, result, text = ""] = call.args;
  const parsed = operations["arm.report"].input.safeParse({
    txId: createTxId(),
    establishment,
    kind,
    period,
    result,
    text,
  });
  if (!parsed.success)
    return reportProblems(
      call,
      [
        {
          code: "business-arm/period-shape",
          params: { kind: label(`control-kind/${kind ?? ""}`, call.locale), period: period ?? "" },
        },
      ],
      exitCodes.misuse,
    );
  const server = await call.connect(call);
  const answer = await server.ask("arm.report", parsed.data);
  if (!answer.ok) return reportProblems(call, answer.problems, exitCodes.refused);
  const line = `${label(`control-kind/${answer.value.kind}`, call.locale)} ${answer.value.period}  ${label(`control-result/${answer.value.result}`, call.locale)}`;
  return printAnswer(call, answer.value, `${line}\n`);
}
