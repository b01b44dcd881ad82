// `shian registry bulk`, `bulk-list` and `bulk-undo`.
import { BulkChange, type OperationOutput, operations, renderProblem } from "@shian/domain";
import { type ExitCode, exitCodes } from "../output/exit-code.js";
import { formatInstant } from "../output/format-instant.js";
import { formatTable } from "../output/format-table.js";
import { readApply, sayApplied } from "./apply-option.js";
import { type Call, findOption } from "./command.js";
import { createTxId } from "./create-tx-id.js";
import { printAnswer } from "./print-answer.js";
import { type ListColumn, printList } from "./print-list.js";
import { reportMisuse, reportProblems } from "./report.js";
import { resolvePlace } from "./resolve-place.js";
import { toRegistryInput } from "./to-input.js";

const many = (call: Call, name: string): string[] =>
  (call.options.get(name) ?? []).flatMap((value) => value.split(",")).filter((value) => value !== "");

/** The change that the options name; undefined where they name none or several. */
function toChange(call: Call, today: string): BulkChange | undefined {
  const [add, remove] = [many(call, "add-flag"), many(call, "remove-flag")];
  const state = findOption(call, "set-state");
  const candidates: readonly object[] = [
    ...(call.options.has("set-place") ? [{ kind: "place", place: findOption(call, "set-place") }] : []),
    ...(call.options.has("set-form") ? [{ kind: "form", form: findOption(call, "set-form") }] : []),
    ...(call.options.has("set-official")
      ? [{ kind: "official", official: findOption(call, "set-official") }]
      : []),
    ...(add.length + remove.length > 0 ? [{ kind: "attention", add, remove }] : []),
    ...(state === undefined
      ? []
      : [
          {
            kind: "state",
            state,
            from: findOption(call, "from") ?? today,
            reason: findOption(call, "reason") ?? "",
            source: findOption(call, "source") ?? "office",
          },
        ]),
  ];
  return candidates.length === 1 ? BulkChange.safeParse(candidates[0]).data : undefined;
}

function formatOutcome(call: Call, outcome: OperationOutput<"bulkEdit.preview">): string {
  const { t, locale } = call;
  const table = formatTable(
    [{ title: t("register.outcome") }, { title: t("column.establishment"), align: "right" }],
    (["updated", "unchanged", "refused"] as const).map((kind) => [
      t(`register.${kind}`),
      String(outcome[kind]),
    ]),
  );
  const reasons = outcome.reasons.map((reason) => `- ${renderProblem(reason, locale)}  ${reason.count}\n`);
  const rows = outcome.rows
    .filter((row) => row.outcome === "updated")
    .slice(0, 20)
    .map((row) => `  ${row.name}  ${row.before ?? "-"} > ${row.after ?? "-"}\n`);
  return `${table}${reasons.join("")}${rows.join("")}`;
}

/** `shian registry bulk`: changes all that the filter keeps; previews unless `--apply` is given. */
export async function changeMany(call: Call): Promise<ExitCode> {
  const mode = readApply(call);
  if (!mode.ok) return mode.exit;
  const { apply } = mode;
  const server = await call.connect(call);
  const found = await resolvePlace(call, server);
  if (!found.ok) return found.exit;
  const status = await server.ask("office.status", {});
  if (!status.ok) return reportProblems(call, status.problems);
  const change = toChange(call, status.value.today);
  if (change === undefined) return reportMisuse(call, "register.oneChange");
  const { filter } = toRegistryInput(call.options, found.place);
  const asked = operations["bulkEdit.preview"].input.parse({ target: { filter }, change });
  const preview = await server.ask("bulkEdit.preview", asked);
  if (!preview.ok) return reportProblems(call, preview.problems, exitCodes.refused);
  let printed: unknown = preview.value;
  if (apply) {
    const made = await server.ask("bulkEdit.make", {
      txId: createTxId(),
      ...asked,
      mark: preview.value.mark,
    });
    if (!made.ok) return reportProblems(call, made.problems, exitCodes.refused);
    printed = made.value;
  }
  await printAnswer(call, printed, formatOutcome(call, preview.value));
  await sayApplied(call, apply);
  return exitCodes.answer;
}

/** `shian registry bulk-list`: the changes of many that were made. */
export async function listBulk(call: Call): Promise<ExitCode> {
  const { t } = call;
  const server = await call.connect(call);
  const columns: readonly ListColumn<OperationOutput<"bulkEdit.list">["rows"][number]>[] = [
    { title: t("column.id"), cell: (row) => row.id },
    { title: t("column.since"), cell: (row) => formatInstant(row.at) },
    { title: t("column.name"), cell: (row) => row.who },
    { title: t("column.what"), cell: (row) => row.change.kind },
    { title: t("register.updated"), align: "right", cell: (row) => String(row.updated) },
    { title: t("register.refused"), align: "right", cell: (row) => String(row.refused) },
    { title: t("register.undone"), cell: (row) => formatInstant(row.undoneAt) },
  ];
  return printList(call, {
    columns,
    fetchPage: (page) => server.ask("bulkEdit.list", page),
  });
}

/** `shian registry bulk-undo`: restores what was before a change of many. */
export async function undoBulk(call: Call): Promise<ExitCode> {
  const [id = ""] = call.args;
  const server = await call.connect(call);
  const answer = await server.ask("bulkEdit.undo", { txId: createTxId(), id });
  if (!answer.ok) return reportProblems(call, answer.problems, exitCodes.refused);
  const { undone, left } = answer.value;
  return printAnswer(call, answer.value, `${call.t("register.undoDone", { undone, left })}\n`);
}
