// `shian score`: from two files without a server, or the server's rubric.
import { type ProblemParams, Rubric, scoreRubric } from "@shian/domain";
import { type ExitCode, exitCodes } from "../output/exit-code.js";
import { formatItem, formatScore, type ScoreView } from "../output/format-score.js";
import type { TextKey } from "../text/zh-cn.js";
import { type Call, findOption } from "./command.js";
import { readJsonFile } from "./read-text-file.js";
import { reportMisuse, reportProblems } from "./report.js";

type Found =
  | { readonly ok: true; readonly view: ScoreView }
  | { readonly ok: false; readonly exit: ExitCode };

async function scoreFiles(call: Call, rubricFile: string, measurementsFile: string): Promise<Found> {
  const misuse = (key: TextKey, params: ProblemParams): Found => ({
    ok: false,
    exit: reportMisuse(call, key, params),
  });
  const rubric = await readJsonFile(rubricFile);
  if (!rubric.ok) return misuse(rubric.refusal.key, rubric.refusal.params);
  const measurements = await readJsonFile(measurementsFile);
  if (!measurements.ok) return misuse(measurements.refusal.key, measurements.refusal.params);
  const scored = scoreRubric({ rubric: rubric.value, measurements: measurements.value });
  if (!scored.ok) return { ok: false, exit: reportProblems(call, scored.problems) };
  return { ok: true, view: { rubric: Rubric.parse(rubric.value), sheet: scored.value } };
}

async function askServer(call: Call): Promise<Found> {
  const server = await call.connect(call);
  const edition = findOption(call, "edition");
  const answer = await server.ask("evaluation.get", edition === undefined ? {} : { rubric: edition });
  return answer.ok
    ? { ok: true, view: answer.value }
    : { ok: false, exit: reportProblems(call, answer.problems) };
}

/** Prints the score sheet, or one item of it with `--explain`. */
export async function score(call: Call): Promise<ExitCode> {
  const rubric = findOption(call, "rubric");
  const measurements = findOption(call, "measurements");
  if ((rubric === undefined) !== (measurements === undefined))
    return reportMisuse(call, "use.together", { one: "--rubric", other: "--measurements" });
  if (rubric !== undefined && findOption(call, "edition") !== undefined)
    return reportMisuse(call, "use.eitherOr", { one: "--rubric", other: "--edition" });
  const found =
    rubric !== undefined && measurements !== undefined
      ? await scoreFiles(call, rubric, measurements)
      : await askServer(call);
  if (!found.ok) return found.exit;
  const { view } = found;
  const item = findOption(call, "explain");
  if (item !== undefined) {
    const text = formatItem(view, item, call);
    if (text === undefined) return reportMisuse(call, "score.noItem", { item });
    const line = [...view.sheet.items, ...view.sheet.vetoes].find((one) => one.id === item);
    await call.out.write(call.format === undefined ? text : `${JSON.stringify(line)}\n`);
    return exitCodes.answer;
  }
  if (call.format === "json") await call.out.write(`${JSON.stringify(view.sheet)}\n`);
  else if (call.format === "ndjson")
    for (const line of view.sheet.items) await call.out.write(`${JSON.stringify(line)}\n`);
  else await call.out.write(formatScore(view, call));
  return exitCodes.answer;
}
