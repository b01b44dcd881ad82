// Duplicates and merges: `shian registry duplicates|apart|merge|unmerge`.
import { setTimeout as wait } from "node:timers/promises";
import { DuplicateVerdict, label, type OperationOutput } from "@shian/domain";
import { type ExitCode, exitCodes } from "../output/exit-code.js";
import { formatTable } from "../output/format-table.js";
import type { ServerPort } from "../server-port.js";
import { readApply, sayApplied } from "./apply-option.js";
import { type Call, findOption, listOption } from "./command.js";
import { createTxId } from "./create-tx-id.js";
import { printAnswer } from "./print-answer.js";
import { type ListColumn, printList } from "./print-list.js";
import { reportMisuse, reportProblems } from "./report.js";
import { resolvePlace } from "./resolve-place.js";
import { sayFact, sayField } from "./say-fact.js";

type Pair = OperationOutput<"duplicate.list">["rows"][number];
const WAIT_MS = 400;

/** Searches the register and waits until that has ended. */
async function searchNow(call: Call, server: ServerPort): Promise<ExitCode | undefined> {
  const begun = await server.ask("duplicate.search", { txId: createTxId() });
  if (!begun.ok) return reportProblems(call, begun.problems, exitCodes.refused);
  for (;;) {
    const job = await server.ask("job.get", { id: begun.value.jobId });
    if (!job.ok) return reportProblems(call, job.problems);
    const { state, problem } = job.value;
    if (state === "failed" || state === "cancelled")
      return reportProblems(call, problem === null ? [] : [problem], exitCodes.refused);
    if (state === "done") return undefined;
    await wait(WAIT_MS);
  }
}

/** `shian registry duplicates`: pairs that may be one establishment. */
export async function listDuplicates(call: Call): Promise<ExitCode> {
  const { t, locale } = call;
  const server = await call.connect(call);
  const found = await resolvePlace(call, server);
  if (!found.ok) return found.exit;
  if (call.options.has("search-now")) {
    const exit = await searchNow(call, server);
    if (exit !== undefined) return exit;
  }
  const verdict = DuplicateVerdict.parse(findOption(call, "verdict") ?? "open");
  const { territory } = found.place;
  const columns: readonly ListColumn<Pair>[] = [
    { title: t("column.id"), cell: (row) => row.first.id },
    { title: t("column.establishment"), cell: (row) => row.first.name },
    { title: t("column.id"), cell: (row) => row.second.id },
    { title: t("column.establishment"), cell: (row) => row.second.name },
    { title: t("score.reason"), cell: (row) => label(`duplicate-reason/${row.reason}`, locale) },
    { title: t("merge.score"), align: "right", cell: (row) => String(row.score), csv: (row) => row.score },
    { title: t("merge.address"), csvOnly: true, cell: (row) => row.first.address ?? "" },
    { title: t("merge.address"), csvOnly: true, cell: (row) => row.second.address ?? "" },
  ];
  return printList(call, {
    columns,
    fetchPage: (page) =>
      server.ask("duplicate.list", {
        verdict,
        ...(territory === undefined ? {} : { territory }),
        ...page,
      }),
  });
}

const reasonOf = (call: Call): string | undefined => findOption(call, "reason");

/** `shian registry apart`: two establishments, not one. */
export async function tellApart(call: Call): Promise<ExitCode> {
  const [first = "", second = ""] = call.args;
  const reason = reasonOf(call);
  if (reason === undefined) return reportMisuse(call, "use.missing", { what: "--reason" });
  const server = await call.connect(call);
  const answer = await server.ask("duplicate.judge", {
    txId: createTxId(),
    pairs: [{ first, second }],
    verdict: "different",
    reason,
  });
  if (!answer.ok) return reportProblems(call, answer.problems, exitCodes.refused);
  return printAnswer(call, answer.value, `${call.t("merge.apart")}\n`);
}

/** `shian registry merge`: both side by side and what would be taken; with `--apply` merges them. */
export async function mergeTwo(call: Call): Promise<ExitCode> {
  const { t, locale } = call;
  const [survivor = "", absorbed = ""] = call.args;
  const mode = readApply(call);
  if (!mode.ok) return mode.exit;
  const { apply } = mode;
  const reason = reasonOf(call);
  if (apply && reason === undefined) return reportMisuse(call, "use.missing", { what: "--reason" });
  const server = await call.connect(call);
  const input = { survivor, absorbed, take: [...listOption(call, "take")] };
  const plan = await server.ask("merge.plan", input);
  if (!plan.ok) return reportProblems(call, plan.problems, exitCodes.refused);
  const done =
    apply && reason !== undefined
      ? await server.ask("merge.apply", {
          txId: createTxId(),
          ...input,
          survivorVersion: plan.value.survivor.version,
          absorbedVersion: plan.value.absorbed.version,
          reason,
        })
      : plan;
  if (!done.ok) return reportProblems(call, done.problems, exitCodes.refused);
  const { value } = done;
  if (call.format === "json") await call.out.write(`${JSON.stringify(value)}\n`);
  else
    await call.out.write(
      formatTable(
        [
          { title: "" },
          { title: value.survivor.name },
          { title: value.absorbed.name },
          { title: t("merge.taken") },
        ],
        value.fields.map(({ field, values, differs }) => [
          sayField(call, field),
          sayFact(call, field, values[0] ?? null),
          `${sayFact(call, field, values[1] ?? null)}${differs[0] === true ? " *" : ""}`,
          value.taken.includes(field) ? "<" : "",
        ]),
      ),
    );
  if (value.people.length > 0 && call.format !== "json")
    await call.out.write(
      `${t("merge.people")}  ${value.people.map(({ name, role }) => `${name} (${label(`arm-role/${role}`, locale)})`).join("  ")}\n`,
    );
  if (call.format === undefined) await sayApplied(call, apply);
  return exitCodes.answer;
}

/** `shian registry unmerge`: takes a merge back. */
export async function undoMerge(call: Call): Promise<ExitCode> {
  const [id = ""] = call.args;
  const reason = reasonOf(call);
  if (reason === undefined) return reportMisuse(call, "use.missing", { what: "--reason" });
  const server = await call.connect(call);
  const answer = await server.ask("merge.undo", { txId: createTxId(), id, reason });
  if (!answer.ok) return reportProblems(call, answer.problems, exitCodes.refused);
  const { survivor, absorbed } = answer.value;
  return printAnswer(
    call,
    answer.value,
    `${call.t("merge.undone", { survivor: survivor.name, absorbed: absorbed.name })}\n`,
  );
}
