// `shian compare runs|rows|settle|undo`: the differences of a comparison, both sides of each, settled one by one or many
// at once after a preview. `shian x-ray ignore|watch`: findings set aside for a time, and taken up again.
import { label, type OperationOutput, operations, renderProblem } from "@shian/domain";
import { type ExitCode, exitCodes } from "../output/exit-code.js";
import { formatTable } from "../output/format-table.js";
import { sayApplied } from "./apply-option.js";
import { type Call, findOption } from "./command.js";
import { createTxId } from "./create-tx-id.js";
import { givenFields } from "./given-fields.js";
import { printAnswer } from "./print-answer.js";
import { type ListColumn, printList } from "./print-list.js";
import { reportMisuse, reportProblems } from "./report.js";
import { sayComparedField, sayFact } from "./say-fact.js";

type Row = OperationOutput<"comparison.rows">["rows"][number];
type Refused = OperationOutput<"comparison.preview">["refused"];
const right = "right" as const;

const many = (call: Call, name: string): string[] =>
  (call.options.get(name) ?? []).flatMap((value) => value.split(",")).filter((value) => value !== "");

/** `shian compare runs`: the latest comparisons. */
export async function listComparisons(call: Call): Promise<ExitCode> {
  const { t } = call;
  const server = await call.connect(call);
  const answer = await server.ask("comparison.list", {});
  if (!answer.ok) return reportProblems(call, answer.problems, exitCodes.refused);
  const rows = answer.value.runs.map(({ id, source, takenOn, rows: count, ours, open }) => [
    id,
    source,
    takenOn,
    String(count ?? "-"),
    String(ours ?? "-"),
    String(Object.values(open).reduce((sum, one) => sum + one, 0)),
  ]);
  const columns = [
    { title: t("column.id") },
    { title: t("compare.register") },
    { title: t("compare.taken-on") },
    { title: t("compare.theirs"), align: right },
    { title: t("compare.ours"), align: right },
    { title: t("compare.open"), align: right },
  ];
  return printAnswer(call, answer.value, formatTable(columns, rows));
}

const sayDifferences = (call: Call, { differences, problems, candidates }: Row): string =>
  [
    ...differences.map(
      ({ field, before, after }) =>
        `${sayComparedField(call, field)}: ${sayFact(call, field, before)} > ${sayFact(call, field, after)}`,
    ),
    ...problems.map((problem) => renderProblem(problem, call.locale)),
    ...candidates.map(({ id, name }) => `${id} ${name}`),
  ].join("; ");

/** `shian compare rows RUN`: row by row, ours > theirs. */
export async function listCompared(call: Call): Promise<ExitCode> {
  const { t, locale } = call;
  const [runId = ""] = call.args;
  const server = await call.connect(call);
  const columns: readonly ListColumn<Row>[] = [
    { title: t("compare.no"), align: right, cell: ({ no }) => String(no) },
    { title: t("compare.outcome"), cell: ({ outcome }) => label(`compared/${outcome}`, locale) },
    { title: t("column.establishment"), cell: ({ name }) => name },
    { title: t("column.place"), cell: ({ placeName }) => placeName },
    { title: t("compare.differences"), cell: (row) => sayDifferences(call, row) },
    {
      title: t("compare.resolution"),
      cell: ({ resolution }) => (resolution === null ? "-" : label(`resolution/${resolution}`, locale)),
    },
    { title: t("compare.batch"), csvOnly: true, cell: ({ batch }) => batch ?? "" },
  ];
  const asked = givenFields({
    runId,
    outcome: findOption(call, "outcome"),
    field: findOption(call, "field"),
  });
  return printList(call, {
    columns,
    fetchPage: (page) =>
      server.ask("comparison.rows", operations["comparison.rows"].input.parse({ ...asked, ...page })),
  });
}

const sayRefused = ({ locale }: Call, refused: Refused): string =>
  refused.map((row) => `- ${row.no} ${row.name}  ${renderProblem(row, locale)}\n`).join("");

/** `shian compare settle RUN`: previews what it would change; settles with `--apply`. */
export async function settleCompared(call: Call): Promise<ExitCode> {
  const { t } = call;
  const [runId = ""] = call.args;
  const rows = many(call, "row").map(Number);
  const outcome = findOption(call, "outcome");
  if (rows.length > 0 === (outcome !== undefined))
    return reportMisuse(call, "use.eitherOr", { one: "--row", other: "--outcome" });
  const take = many(call, "take");
  if (!call.options.has("resolution")) return reportMisuse(call, "use.missing", { what: "--resolution" });
  const input = operations["comparison.preview"].input.safeParse(
    givenFields({
      runId,
      rows: rows.length > 0 ? rows : undefined,
      all: outcome === undefined ? undefined : givenFields({ outcome, field: findOption(call, "field") }),
      resolution: findOption(call, "resolution"),
      reason: findOption(call, "reason"),
      target: findOption(call, "target"),
      fields: take.length > 0 ? take : undefined,
    }),
  );
  if (!input.success) return reportMisuse(call, "use.missing", { what: "--row" });
  const asked = input.data;
  const server = await call.connect(call);
  if (!call.options.has("apply")) {
    const preview = await server.ask("comparison.preview", asked);
    if (!preview.ok) return reportProblems(call, preview.problems, exitCodes.refused);
    const { fields, refused, establishments } = preview.value;
    const table = formatTable(
      [{ title: t("compare.would") }, { title: t("xray.count"), align: right }],
      [
        [t("compare.rows"), String(preview.value.rows)],
        [t("compare.establishments"), String(establishments)],
        ...fields.map(({ field, count }) => [sayComparedField(call, field), String(count)]),
      ],
    );
    const code = await printAnswer(call, preview.value, `${table}${sayRefused(call, refused)}`);
    await sayApplied(call, false);
    return code;
  }
  const txId = createTxId();
  const settled = await server.ask("comparison.resolve", { txId, ...asked });
  if (!settled.ok) return reportProblems(call, settled.problems, exitCodes.refused);
  const said = t("compare.settled", { n: settled.value.settled, batch: txId });
  return printAnswer(
    call,
    { ...settled.value, batch: txId },
    `${said}\n${sayRefused(call, settled.value.refused)}`,
  );
}

/** `shian compare undo RUN BATCH`: rows are open again, establishments as before. */
export async function undoSettled(call: Call): Promise<ExitCode> {
  const [runId = "", batch = ""] = call.args;
  const server = await call.connect(call);
  const answer = await server.ask("comparison.undo", { txId: createTxId(), runId, batch });
  if (!answer.ok) return reportProblems(call, answer.problems, exitCodes.refused);
  const { reopened, refused } = answer.value;
  const said = call.t("compare.reopened", { n: reopened });
  return printAnswer(call, answer.value, `${said}\n${sayRefused(call, refused)}`);
}

/** `shian x-ray ignore RULE ID…`: sets findings aside until a day. */
export async function ignoreFindings(call: Call): Promise<ExitCode> {
  const [rule, ...ids] = call.args;
  const [reason, until] = [findOption(call, "reason"), findOption(call, "until")];
  if (until === undefined) return reportMisuse(call, "use.missing", { what: "--until" });
  if (reason === undefined) return reportMisuse(call, "use.missing", { what: "--reason" });
  const input = operations["xray.ignore"].input.safeParse({
    txId: createTxId(),
    rule,
    ids,
    reason,
    until,
  });
  if (!input.success) return reportMisuse(call, "use.missing", { what: "RULE --reason" });
  const server = await call.connect(call);
  const answer = await server.ask("xray.ignore", input.data);
  if (!answer.ok) return reportProblems(call, answer.problems, exitCodes.refused);
  return printAnswer(call, answer.value, `${call.t("xray.set-aside", { n: answer.value.ignored })}\n`);
}

/** `shian x-ray watch RULE ID…`: takes findings up again. */
export async function watchFindings(call: Call): Promise<ExitCode> {
  const [rule, ...ids] = call.args;
  const input = operations["xray.watch"].input.safeParse({ txId: createTxId(), rule, ids });
  if (!input.success) return reportMisuse(call, "use.missing", { what: "RULE" });
  const server = await call.connect(call);
  const answer = await server.ask("xray.watch", input.data);
  if (!answer.ok) return reportProblems(call, answer.problems, exitCodes.refused);
  return printAnswer(call, answer.value, `${call.t("xray.watched", { n: answer.value.watched })}\n`);
}
