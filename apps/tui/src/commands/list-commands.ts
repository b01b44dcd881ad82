// The lists: establishments of the register, gaps of the chain, officials, overdue visits.
import { formatRate, label, type OperationOutput, renderProblem } from "@shian/domain";
import type { ExitCode } from "../output/exit-code.js";
import type { TextKey } from "../text/zh-cn.js";
import type { Call } from "./command.js";
import { type ListColumn, printList } from "./print-list.js";
import { reportProblems } from "./report.js";
import { resolvePlace } from "./resolve-place.js";
import { sayRemedy } from "./say-remedy.js";
import { toDutiesInput, toGapsInput, toOfficialsInput, toRegistryInput } from "./to-input.js";

type Rows<Id extends "registry.list" | "chain.gaps" | "official.list" | "visit.duties"> =
  OperationOutput<Id>["rows"][number];

const sayDuty = ({ t }: Call, duty: { readonly state: string; readonly daysLeft: number | null }): string => {
  if (duty.state === "overdue") return t("duty.overdue", { days: Math.abs(duty.daysLeft ?? 0) });
  if (duty.daysLeft !== null && (duty.state === "at-risk" || duty.state === "on-track"))
    return t("duty.left", { days: duty.daysLeft });
  return t(`duty.${duty.state}` as TextKey);
};

/** `shian registry list`: establishments, narrowed by the options. */
export async function listRegistry(call: Call): Promise<ExitCode> {
  const { t, locale } = call;
  const server = await call.connect(call);
  const found = await resolvePlace(call, server);
  if (!found.ok) return found.exit;
  const input = toRegistryInput(call.options, found.place);
  const columns: readonly ListColumn<Rows<"registry.list">>[] = [
    { title: t("column.establishment"), cell: (row) => row.name },
    { title: t("column.creditCode"), cell: (row) => row.creditCode ?? "-", csv: (row) => row.creditCode },
    { title: t("detail.licence"), csvOnly: true, cell: (row) => row.licenceNumber ?? "" },
    { title: t("column.form"), cell: (row) => (row.form === null ? "-" : label(`form/${row.form}`, locale)) },
    { title: t("column.grade"), cell: (row) => row.grade ?? "-", csv: (row) => row.grade },
    { title: t("column.risk"), cell: (row) => row.riskGrade ?? "-", csv: (row) => row.riskGrade },
    { title: t("column.place"), cell: (row) => row.placeName },
    { title: t("column.placeCode"), csvOnly: true, cell: (row) => row.place ?? "" },
    {
      title: t("column.official"),
      cell: (row) => row.official?.name ?? "-",
      csv: (row) => row.official?.name ?? null,
    },
    { title: t("column.visit"), cell: (row) => sayDuty(call, row.duty) },
    { title: t("column.state"), csvOnly: true, cell: (row) => label(`state/${row.state}`, locale) },
    { title: t("column.id"), csvOnly: true, cell: (row) => row.id },
  ];
  return printList(call, {
    columns,
    fetchPage: (page) => server.ask("registry.list", { ...input, ...page }),
  });
}

/** `shian gaps`: every gap of the chain with its reason. */
export async function listGaps(call: Call): Promise<ExitCode> {
  const { t, locale } = call;
  const server = await call.connect(call);
  const found = await resolvePlace(call, server);
  if (!found.ok) return found.exit;
  const input = toGapsInput(call.options, found.place);
  const session = await server.ask("session.current", {});
  if (!session.ok) return reportProblems(call, session.problems);
  const { allowed } = session.value;
  const columns: readonly ListColumn<Rows<"chain.gaps">>[] = [
    { title: t("column.gap"), cell: (row) => label(`gap/${row.kind}`, locale) },
    { title: t("column.what"), cell: (row) => row.establishment?.name ?? row.official?.name ?? "" },
    { title: t("column.grade"), cell: (row) => row.establishment?.grade ?? "-" },
    { title: t("column.place"), cell: (row) => row.establishment?.placeName ?? row.official?.unit ?? "" },
    { title: t("column.official"), cell: (row) => row.official?.name ?? "-" },
    { title: t("column.since"), cell: (row) => row.since ?? "-" },
    { title: t("score.reason"), cell: (row) => renderProblem(row.reason, locale) },
    { title: t("column.remedy"), cell: (row) => sayRemedy(row, allowed) ?? "-" },
    { title: t("column.id"), csvOnly: true, cell: (row) => row.establishment?.id ?? row.official?.id ?? "" },
  ];
  return printList(call, { columns, fetchPage: (page) => server.ask("chain.gaps", { ...input, ...page }) });
}

/** `shian officials`: officials with their load and how far their visits are. */
export async function listOfficials(call: Call): Promise<ExitCode> {
  const { t, locale } = call;
  const server = await call.connect(call);
  const found = await resolvePlace(call, server);
  if (!found.ok) return found.exit;
  const input = toOfficialsInput(call.options, found.place);
  const right = "right" as const;
  const columns: readonly ListColumn<Rows<"official.list">>[] = [
    { title: t("column.name"), cell: (row) => row.name },
    { title: t("column.level"), cell: (row) => label(`level/${row.level}`, locale) },
    { title: t("column.unit"), cell: (row) => row.unit },
    { title: t("column.post"), cell: (row) => row.post },
    { title: t("column.load"), align: right, cell: (row) => String(row.load), csv: (row) => row.load },
    { title: t("column.due"), align: right, cell: (row) => String(row.due), csv: (row) => row.due },
    { title: t("column.done"), align: right, cell: (row) => String(row.done), csv: (row) => row.done },
    {
      title: t("column.rate"),
      align: right,
      cell: (row) => formatRate({ done: row.done, of: row.due }) ?? t("word.nothingDue"),
    },
    {
      title: t("column.overdue"),
      align: right,
      cell: (row) => String(row.overdue),
      csv: (row) => row.overdue,
    },
    { title: t("column.id"), cell: (row) => row.id },
  ];
  return printList(call, {
    columns,
    fetchPage: (page) => server.ask("official.list", { ...input, ...page }),
  });
}

/** `shian overdue`: duties that were missed in the window that ended last, or in the states that `--duty` names. */
export async function listOverdue(call: Call): Promise<ExitCode> {
  const { t } = call;
  const server = await call.connect(call);
  const found = await resolvePlace(call, server);
  if (!found.ok) return found.exit;
  const input = toDutiesInput(call.options, found.place);
  const columns: readonly ListColumn<Rows<"visit.duties">>[] = [
    { title: t("column.establishment"), cell: (row) => row.name },
    { title: t("column.grade"), cell: (row) => row.grade ?? "-" },
    { title: t("column.place"), cell: (row) => row.placeName },
    { title: t("column.official"), cell: (row) => row.official?.name ?? t("word.nobody") },
    { title: t("column.visit"), cell: (row) => sayDuty(call, row) },
    { title: t("column.window"), cell: (row) => row.window },
    { title: t("column.windowEnd"), cell: (row) => row.windowEnd },
    { title: t("column.late"), cell: (row) => row.late ?? "-" },
    { title: t("column.id"), csvOnly: true, cell: (row) => row.establishment },
  ];
  return printList(call, { columns, fetchPage: (page) => server.ask("visit.duties", { ...input, ...page }) });
}
