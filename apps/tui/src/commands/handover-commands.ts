// `shian handover`: officials who leave or move hand over; previewed, applied as looked at, undone as a whole.
import {
  type HandoverDeparture,
  type HandoverEntry,
  type HandoverParty,
  type HandoverPlanView,
  type HandoverRow,
  label,
  type OperationInput,
  operations,
  renderProblem,
} from "@shian/domain";
import { type ExitCode, exitCodes } from "../output/exit-code.js";
import { formatInstant } from "../output/format-instant.js";
import { formatTable } from "../output/format-table.js";
import { type Call, findOption, listOption } from "./command.js";
import { createTxId } from "./create-tx-id.js";
import { printAnswer } from "./print-answer.js";
import { type ListColumn, printList } from "./print-list.js";
import { readJsonFile } from "./read-text-file.js";
import { reportMisuse, reportProblems } from "./report.js";

const MOST_ROWS = 40;

type Asked = OperationInput<"handover.preview">;
type Read = { readonly ok: true; readonly asked: Asked } | { readonly ok: false; readonly exit: ExitCode };

const readPairs = (call: Call, name: string): readonly (readonly [string, string])[] =>
  (call.options.get(name) ?? []).map((pair) => {
    const at = pair.indexOf("=");
    return [pair.slice(0, at), pair.slice(at + 1)];
  });

/** What the options ask for; a sentence on stderr where they name nobody or the file is none. */
async function readAsked(call: Call): Promise<Read> {
  const file = findOption(call, "moves");
  let moves: readonly HandoverDeparture[] = [];
  if (file !== undefined) {
    const read = await readJsonFile(file);
    if (!read.ok) return { ok: false, exit: await reportMisuse(call, read.refusal.key, read.refusal.params) };
    const parsed = operations["handover.preview"].input.safeParse({ departures: read.value });
    if (!parsed.success) return { ok: false, exit: await reportMisuse(call, "handover.badMoves", { file }) };
    moves = parsed.data.departures;
  }
  const successors = new Map(readPairs(call, "successor"));
  const departures = [
    ...listOption(call, "leaves").map((official) => ({ official, next: null })),
    ...moves,
  ].map((one) => {
    const successor = successors.get(one.official);
    return successor === undefined ? one : { ...one, successor };
  });
  if (departures.length === 0) return { ok: false, exit: await reportMisuse(call, "handover.nobody") };
  const day = findOption(call, "from");
  const asked = {
    ...(day === undefined ? {} : { day: day as never }),
    departures,
    choices: readPairs(call, "choose").map(([establishment, official]) => ({ establishment, official })),
  };
  return { ok: true, asked: operations["handover.preview"].input.parse(asked) };
}

/** What an official has to do afterwards. */
const sayDuties = ({ t }: Call, party: HandoverParty): string =>
  [
    ...(party.endedYears.length > 0 ? [t("handover.ends", { years: party.endedYears.join(",") })] : []),
    ...(party.signs ? [t("handover.sign")] : []),
    ...(party.acknowledges ? [t("handover.acknowledge")] : []),
  ].join(" ");

const formatParties = (call: Call, parties: readonly HandoverParty[]): string => {
  const { t, locale } = call;
  return formatTable(
    [
      { title: t("column.name") },
      { title: t("handover.part") },
      { title: t("handover.before"), align: "right" },
      { title: t("handover.after"), align: "right" },
      { title: t("handover.due"), align: "right" },
      { title: t("handover.todo") },
    ],
    parties.map((party) => [
      party.name,
      label(`handover-role/${party.role}`, locale),
      String(party.before),
      String(party.after),
      String(party.dueVisits),
      sayDuties(call, party),
    ]),
  );
};

const formatRows = ({ t, locale }: Call, rows: readonly HandoverRow[]): string =>
  formatTable(
    [
      { title: t("column.establishment") },
      { title: t("column.place") },
      { title: t("handover.from") },
      { title: t("handover.to") },
      { title: t("handover.dueBy") },
    ],
    rows
      .slice(0, MOST_ROWS)
      .map(({ establishment, from, to, reason, dueBy }) => [
        establishment.name,
        establishment.placeName,
        from.name,
        to?.name ?? (reason === null ? "-" : label(`unassigned/${reason}`, locale)),
        dueBy ?? "-",
      ]),
  );

function formatPlan(call: Call, plan: HandoverPlanView): string {
  const { day, moved, kept, unassigned } = plan;
  const refused = plan.refused.map(({ problem }) => `- ${renderProblem(problem, call.locale)}\n`).join("");
  const rest = plan.rows.length - MOST_ROWS;
  return `${call.t("handover.counts", { day, moved, kept, left: unassigned })}\n${refused}${formatParties(call, plan.parties)}\n${formatRows(call, plan.rows)}${rest > 0 ? `… ${rest}\n` : ""}`;
}

/** `shian handover preview`: what would change; writes nothing. */
export async function previewHandover(call: Call): Promise<ExitCode> {
  const read = await readAsked(call);
  if (!read.ok) return read.exit;
  const server = await call.connect(call);
  const plan = await server.ask("handover.preview", read.asked);
  if (!plan.ok) return reportProblems(call, plan.problems, exitCodes.refused);
  await printAnswer(call, plan.value, formatPlan(call, plan.value));
  if (!call.options.has("quiet"))
    await call.err.write(`${call.t("handover.toApply", { mark: plan.value.mark })}\n`);
  return exitCodes.answer;
}

/** `shian handover apply`: the plan that was looked at, or the present one. */
export async function applyHandover(call: Call): Promise<ExitCode> {
  const read = await readAsked(call);
  if (!read.ok) return read.exit;
  const server = await call.connect(call);
  let mark = findOption(call, "mark");
  if (mark === undefined) {
    const plan = await server.ask("handover.preview", read.asked);
    if (!plan.ok) return reportProblems(call, plan.problems, exitCodes.refused);
    mark = plan.value.mark;
  }
  const note = findOption(call, "note");
  const made = await server.ask("handover.make", {
    txId: createTxId(),
    ...read.asked,
    ...(note === undefined ? {} : { note }),
    mark,
  });
  if (!made.ok) return reportProblems(call, made.problems, exitCodes.refused);
  const { id, plan } = made.value;
  await printAnswer(call, made.value, `${id}\n${formatPlan(call, plan)}`);
  if (!call.options.has("quiet")) await call.err.write(`${call.t("handover.toUndo", { id })}\n`);
  return exitCodes.answer;
}

/** `shian handover list`: those that were made, the newest first. */
export async function listHandovers(call: Call): Promise<ExitCode> {
  const { t } = call;
  const official = findOption(call, "official");
  const server = await call.connect(call);
  const columns: readonly ListColumn<HandoverEntry>[] = [
    { title: t("column.id"), cell: (row) => row.id },
    { title: t("column.since"), cell: (row) => row.day },
    {
      title: t("handover.going"),
      cell: (row) =>
        row.parties
          .filter(({ role }) => role !== "receives")
          .map(({ name }) => name)
          .join(" "),
    },
    { title: t("handover.moved"), align: "right", cell: (row) => String(row.moved), csv: (row) => row.moved },
    {
      title: t("handover.left"),
      align: "right",
      cell: (row) => String(row.unassigned),
      csv: (row) => row.unassigned,
    },
    { title: t("handover.by"), cell: (row) => row.who },
    {
      title: t("handover.undoUntil"),
      cell: (row) => formatInstant(row.undoUntil),
      csv: (row) => row.undoUntil,
    },
  ];
  return printList(call, {
    columns,
    fetchPage: (page) =>
      server.ask("handover.list", { ...page, ...(official === undefined ? {} : { official }) }),
  });
}

/** `shian handover receipt ID --official OFFICIAL`: what one gave or received. */
export async function showReceipt(call: Call): Promise<ExitCode> {
  const [id = ""] = call.args;
  const official = findOption(call, "official");
  if (official === undefined) return reportMisuse(call, "handover.whose");
  const server = await call.connect(call);
  const receipt = await server.ask("handover.receipt", { id, official });
  if (!receipt.ok) return reportProblems(call, receipt.problems, exitCodes.refused);
  const { parties, rows } = receipt.value;
  return printAnswer(call, receipt.value, `${formatParties(call, parties)}\n${formatRows(call, rows)}`);
}

/** `shian handover undo ID`: taken back as a whole or not at all. */
export async function undoHandover(call: Call): Promise<ExitCode> {
  const [id = ""] = call.args;
  const server = await call.connect(call);
  const undone = await server.ask("handover.undo", { txId: createTxId(), id });
  if (!undone.ok) return reportProblems(call, undone.problems, exitCodes.refused);
  return printAnswer(call, undone.value, `${call.t("handover.undone", { n: undone.value.restored })}\n`);
}
