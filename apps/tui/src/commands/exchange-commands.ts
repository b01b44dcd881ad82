// `shian compare FILE`, `shian export --layout`, `shian x-ray`. stdout is the answer; progress and names go to stderr.
import { setTimeout as wait } from "node:timers/promises";
import {
  comparisonOutcomes,
  label,
  type OperationOutput,
  operations,
  type Result,
  renderProblem,
} from "@shian/domain";
import { type ExitCode, exitCodes } from "../output/exit-code.js";
import { formatTable } from "../output/format-table.js";
import type { ServerPort } from "../server-port.js";
import { askDay } from "./ask-day.js";
import { type Call, findOption } from "./command.js";
import { createTxId } from "./create-tx-id.js";
import { givenFields } from "./given-fields.js";
import { printAnswer } from "./print-answer.js";
import { reportMisuse, reportProblems } from "./report.js";
import { resolvePlace } from "./resolve-place.js";
import { saveFile } from "./save-file.js";
import { readMapping, readSource, sendSource } from "./source-file.js";
import { toRegistryInput } from "./to-input.js";

type Run = OperationOutput<"comparison.run">;

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 1500;
const XRAY_ROWS = 100;
const right = "right" as const;

async function follow(server: ServerPort, runId: string): Promise<Result<Run>> {
  for (let pause = FIRST_WAIT_MS; ; pause = Math.min(pause * 2, LONGEST_WAIT_MS)) {
    const answer = await server.ask("comparison.run", { runId });
    if (!answer.ok || answer.value.status !== "reading") return answer;
    await wait(pause);
  }
}

/** Compares a file with the register and prints how both stand. */
export async function compareFile(call: Call): Promise<ExitCode> {
  const [file = ""] = call.args;
  const read = await readSource(call, file);
  if (!read.ok) return read.exit;
  const server = await call.connect(call);
  const place = await resolvePlace(call, server);
  if (!place.ok) return place.exit;
  const sent = await sendSource(call, server, read.source);
  if (!sent.ok) return sent.exit;
  const mapping = readMapping(call);
  const takenOn = await askDay(server, findOption(call, "taken-on"));
  if (!takenOn.ok) return reportProblems(call, takenOn.problems);
  const input = operations["comparison.begin"].input.parse({
    txId: createTxId(),
    fileId: sent.fileId,
    source: findOption(call, "register") ?? read.source.name,
    takenOn: takenOn.value,
    ...(place.place.territory === undefined ? {} : { territory: place.place.territory }),
    ...(mapping === undefined ? {} : { mapping }),
  });
  const begun = await server.ask("comparison.begin", input);
  if (!begun.ok) return reportProblems(call, begun.problems, exitCodes.misuse);
  const run = await follow(server, begun.value.runId);
  if (!run.ok) return reportProblems(call, run.problems, exitCodes.refused);
  const { counts, failure, open } = run.value;
  if (counts === null) return reportProblems(call, failure === null ? [] : [failure], exitCodes.refused);
  const { t, locale } = call;
  const table = formatTable(
    [
      { title: t("compare.outcome") },
      { title: t("xray.count"), align: right },
      { title: t("compare.open"), align: right },
    ],
    comparisonOutcomes.map((outcome) => [
      label(`compared/${outcome}`, locale),
      String(counts[outcome]),
      String(open[outcome] ?? 0),
    ]),
  );
  return printAnswer(call, run.value, table);
}

/** Writes a list in the columns of a layout; without one lists the layouts. */
export async function exportLayout(call: Call): Promise<ExitCode> {
  const { t, locale } = call;
  const server = await call.connect(call);
  const listed = await server.ask("layout.list", {});
  if (!listed.ok) return reportProblems(call, listed.problems, exitCodes.refused);
  const name = findOption(call, "layout");
  if (name === undefined) {
    const table = formatTable(
      [{ title: "ID" }, { title: t("export.layouts") }, { title: t("export.kind") }],
      listed.value.rows.map(({ id, title, kind }) => [id, title, label(`layout-kind/${kind}`, locale)]),
    );
    return printAnswer(call, listed.value, table);
  }
  const layout = listed.value.rows.find(({ id, title }) => id === name || title === name);
  if (layout === undefined) return reportMisuse(call, "export.unknown", { name });
  const place = await resolvePlace(call, server);
  if (!place.ok) return place.exit;
  const { asOf, knownOn } = place.place;
  const { filter } = toRegistryInput(call.options, place.place);
  const out = findOption(call, "out");
  const fetched = await server.fetchLayout(layout.id, out?.endsWith(".xlsx") === true ? "xlsx" : "csv", {
    locale,
    filter: JSON.stringify(filter),
    ...(asOf === undefined ? {} : { asOf }),
    ...(knownOn === undefined ? {} : { knownOn }),
  });
  if (!fetched.ok) return reportProblems(call, fetched.problems, exitCodes.refused);
  if (out === undefined) {
    await call.out.write(new TextDecoder("utf-8", { ignoreBOM: true }).decode(fetched.value));
    return exitCodes.answer;
  }
  return saveFile(call, out, fetched.value, "export.saved");
}

/** What is to mend: by rule, or what one rule found. */
export async function showXray(call: Call): Promise<ExitCode> {
  const { t, locale } = call;
  const server = await call.connect(call);
  const place = await resolvePlace(call, server);
  if (!place.ok) return place.exit;
  const rule = findOption(call, "rule");
  if (rule !== undefined) {
    const input = operations["xray.rows"].input.parse({
      ...givenFields(place.place),
      rule,
      ignored: findOption(call, "findings") === "aside",
      limit: XRAY_ROWS,
    });
    const rows = await server.ask("xray.rows", input);
    if (!rows.ok) return reportProblems(call, rows.problems, exitCodes.refused);
    const { total } = rows.value;
    const table = formatTable(
      [
        { title: label("registry/field-name", locale) },
        { title: label("territory/field-name", locale) },
        { title: t("xray.rule") },
      ],
      rows.value.rows.map((row) => [
        row.name,
        row.placeName,
        row.ignored?.reason ?? renderProblem(row.reason, locale),
      ]),
    );
    const more = total > XRAY_ROWS ? `${t("xray.more", { count: total, shown: XRAY_ROWS })}\n` : "";
    return printAnswer(call, rows.value, `${table}${more}`);
  }
  const answer = await server.ask("xray.get", operations["xray.get"].input.parse(givenFields(place.place)));
  if (!answer.ok) return reportProblems(call, answer.problems, exitCodes.refused);
  const table = formatTable(
    [
      { title: t("xray.rule") },
      { title: t("xray.severity") },
      { title: t("xray.owner") },
      { title: t("xray.count"), align: right },
      { title: t("xray.code") },
    ],
    answer.value.rules
      .filter(({ count }) => count > 0)
      .map(({ rule: one, severity, owner, count }) => [
        label(`xray-rule/${one}`, locale),
        label(`xray-severity/${severity}`, locale),
        label(`xray-owner/${owner}`, locale),
        String(count),
        one,
      ]),
  );
  return printAnswer(call, answer.value, table);
}
