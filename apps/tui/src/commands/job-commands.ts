// Long and scheduled work: what waits, runs and has ended; one job whole; asking for the end of one.
import { type JobRow, label, type Result, renderProblem } from "@shian/domain";
import { type ExitCode, exitCodes } from "../output/exit-code.js";
import { formatInstant } from "../output/format-instant.js";
import { formatTable } from "../output/format-table.js";
import type { Call } from "./command.js";
import { createTxId } from "./create-tx-id.js";
import { type ListColumn, printList } from "./print-list.js";
import { reportProblems } from "./report.js";

const sayState = ({ t, locale }: Call, { state, cancelRequested, attempts }: JobRow): string => {
  if (cancelRequested && (state === "waiting" || state === "running")) return t("job.cancelling");
  const name = label(`job-state/${state}`, locale);
  return state === "waiting" && attempts > 0 ? t("job.again", { state: name, attempts }) : name;
};
const sayProgress = ({ progress: { done, of } }: JobRow): string =>
  of === null ? (done === 0 ? "-" : String(done)) : `${done} / ${of}`;
const sayReason = ({ locale }: Call, { problem }: JobRow): string =>
  problem === null ? "-" : renderProblem(problem, locale);

/** `shian job list`: one's own jobs, the newest first; with `--everyone` those of all. */
export async function listJobs(call: Call): Promise<ExitCode> {
  const { t, locale } = call;
  const server = await call.connect(call);
  const everyone = call.options.has("everyone");
  const columns: readonly ListColumn<JobRow>[] = [
    { title: t("column.id"), cell: (row) => row.id },
    { title: t("job.work"), cell: (row) => label(`job-kind/${row.kind}`, locale) },
    { title: t("column.state"), cell: (row) => sayState(call, row) },
    { title: t("job.progress"), cell: sayProgress },
    { title: t("job.began"), cell: (row) => formatInstant(row.createdAt), csv: (row) => row.createdAt },
    { title: t("job.ended"), cell: (row) => formatInstant(row.endedAt), csv: (row) => row.endedAt },
    { title: t("job.by"), cell: (row) => row.personName || t("job.product") },
    { title: t("score.reason"), cell: (row) => sayReason(call, row) },
  ];
  return printList(call, {
    columns,
    fetchPage: (page) => server.ask("job.list", { everyone, ...page }),
  });
}

async function print(call: Call, answer: Result<JobRow>): Promise<ExitCode> {
  const { t, locale } = call;
  if (!answer.ok) return reportProblems(call, answer.problems, exitCodes.refused);
  const job = answer.value;
  if (call.format === "json") {
    await call.out.write(`${JSON.stringify(job)}\n`);
    return exitCodes.answer;
  }
  await call.out.write(
    formatTable(
      [{ title: t("status.what") }, { title: t("status.value") }],
      [
        [t("column.id"), job.id],
        [t("job.work"), label(`job-kind/${job.kind}`, locale)],
        [t("column.state"), sayState(call, job)],
        [t("job.progress"), sayProgress(job)],
        [t("job.attempts"), `${job.attempts} / ${job.mostAttempts}`],
        [t("job.by"), job.personName || t("job.product")],
        [t("job.began"), formatInstant(job.createdAt)],
        [t("job.ended"), formatInstant(job.endedAt)],
        [t("score.reason"), sayReason(call, job)],
      ],
    ),
  );
  return exitCodes.answer;
}

/** `shian job show ID`: one job. */
export async function showJob(call: Call): Promise<ExitCode> {
  const server = await call.connect(call);
  const [id = ""] = call.args;
  return print(call, await server.ask("job.get", { id }));
}

/** `shian job cancel ID`: asks for its end; nothing of it is written. */
export async function cancelJob(call: Call): Promise<ExitCode> {
  const server = await call.connect(call);
  const [id = ""] = call.args;
  return print(call, await server.ask("job.cancel", { txId: createTxId(), id }));
}
