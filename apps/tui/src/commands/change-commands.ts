// Commands that write: re-grading, a visit. Each previews or does one thing, and says which on stderr.
import { label, listRecorders, operations, proposeVisitMaker } from "@shian/domain";
import { type ExitCode, exitCodes } from "../output/exit-code.js";
import { formatTable } from "../output/format-table.js";
import { type Call, findOption } from "./command.js";
import { createTxId } from "./create-tx-id.js";
import { printAnswer } from "./print-answer.js";
import { readJsonFile } from "./read-text-file.js";
import { reportMisuse, reportProblems } from "./report.js";
import { resolvePlace } from "./resolve-place.js";

const fromOf = (call: Call) => {
  const from = findOption(call, "from");
  return from === undefined ? {} : { from };
};
const within = (territory: string | undefined) => (territory === undefined ? {} : { territory });

/** `shian regrade`: pairing grades by the scheme for every establishment of the territory. */
export async function regrade(call: Call): Promise<ExitCode> {
  const { t } = call;
  const server = await call.connect(call);
  const found = await resolvePlace(call, server);
  if (!found.ok) return found.exit;
  const answer = await server.ask("grading.regrade", {
    txId: createTxId(),
    ...within(found.place.territory),
    ...fromOf(call),
  });
  if (!answer.ok) return reportProblems(call, answer.problems, exitCodes.refused);
  const { value } = answer;
  if (call.format === "json") await call.out.write(`${JSON.stringify(value)}\n`);
  else {
    const changed = value.changed.map(({ from, to, count }) => [`${from ?? "-"} > ${to}`, String(count)]);
    const rows = [
      ...changed,
      [t("regrade.unchanged"), String(value.unchanged)],
      [t("regrade.refused"), String(value.refused)],
    ];
    await call.out.write(
      formatTable([{ title: t("column.grade") }, { title: t("regrade.count"), align: "right" }], rows),
    );
    for (const missing of value.missing)
      await call.out.write(`- ${label(missing.code, call.locale)}  ${missing.count}\n`);
  }
  return exitCodes.answer;
}

/** `shian visit checklist`: the lines that a visit to the establishment answers, with the ids that `record` takes. */
export async function showChecklist(call: Call): Promise<ExitCode> {
  const { t, locale } = call;
  const establishment = findOption(call, "establishment");
  if (establishment === undefined) return reportMisuse(call, "use.missing", { what: "--establishment" });
  const server = await call.connect(call);
  const answer = await server.ask("visit.checklist", { establishment });
  if (!answer.ok) return reportProblems(call, answer.problems);
  const checklist = answer.value;
  if (call.format === "json") await call.out.write(`${JSON.stringify(checklist)}\n`);
  else {
    const rows = checklist.items.map((item) => [item.id, item.text[locale]]);
    await call.out.write(formatTable([{ title: t("column.id") }, { title: checklist.title[locale] }], rows));
    if (checklist.demonstration && !call.options.has("quiet"))
      await call.err.write(`${t("visit.demonstrationList")}\n`);
  }
  return exitCodes.answer;
}

/** `shian visit record`: one visit of who records it or of the pairing official, or of the official named. */
export async function recordVisit(call: Call): Promise<ExitCode> {
  const establishment = findOption(call, "establishment");
  if (establishment === undefined) return reportMisuse(call, "use.missing", { what: "--establishment" });
  const answersFile = findOption(call, "answers");
  if (answersFile === undefined) return reportMisuse(call, "use.missing", { what: "--answers" });
  const answers = await readJsonFile(answersFile);
  if (!answers.ok) return reportMisuse(call, answers.refusal.key, answers.refusal.params);
  const server = await call.connect(call);
  const [checklist, detail, status, session] = await Promise.all([
    server.ask("visit.checklist", { establishment }),
    server.ask("registry.get", { id: establishment }),
    server.ask("office.status", {}),
    server.ask("session.current", {}),
  ]);
  if (!checklist.ok) return reportProblems(call, checklist.problems);
  if (!detail.ok) return reportProblems(call, detail.problems);
  if (!status.ok) return reportProblems(call, status.problems);
  if (!session.ok) return reportProblems(call, session.problems);
  const named = findOption(call, "official");
  const { grants, reach } = session.value;
  const roles = grants.map(({ role }) => role);
  const { official, standInFor } =
    named === undefined
      ? proposeVisitMaker({
          pairing: detail.value.official?.id ?? null,
          recorders: listRecorders({ roles, officials: reach.officials }),
          standsInFor: reach.standIns.map((standIn) => standIn.official),
        })
      : { official: named, standInFor: null };
  if (official === null) return reportMisuse(call, "use.missing", { what: "--official" });
  const given: unknown = answers.value;
  const list = Array.isArray(given)
    ? given
    : Object.entries(given ?? {}).map(([item, answer]) => ({ item, answer }));
  const input = operations["visit.submit"].input.safeParse({
    txId: createTxId(),
    establishment,
    official,
    standInFor,
    madeOn: findOption(call, "on") ?? status.value.today,
    mode: findOption(call, "mode") ?? "on-site",
    checklist: checklist.value.id,
    answers: list,
    note: findOption(call, "note") ?? null,
  });
  if (!input.success) return reportMisuse(call, "visit.answersShape", { file: answersFile });
  const answer = await server.ask("visit.submit", input.data);
  if (!answer.ok) return reportProblems(call, answer.problems, exitCodes.refused);
  const { value } = answer;
  await printAnswer(
    call,
    value,
    `${call.t(value.valid ? "visit.recorded" : "visit.recordedInvalid", { name: value.establishmentName, date: value.madeOn, id: value.id })}\n`,
  );
  if (value.problems.length > 0) reportProblems({ ...call, format: undefined }, value.problems);
  return exitCodes.answer;
}
