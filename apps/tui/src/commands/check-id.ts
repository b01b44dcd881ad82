// `shian check-id`: one line of answer for each line that is not empty, in order, without a server.
import { checkIdentifier, kernelText, parseIdentifier, renderProblem } from "@shian/domain";
import { type ExitCode, exitCodes } from "../output/exit-code.js";
import { fitText, textWidth, toPrintable } from "../output/text-width.js";
import { type Call, findOption } from "./command.js";
import { openBytes, type ReadRefusal, readLines, toReadRefusal } from "./read-text-file.js";
import { reportMisuse } from "./report.js";

const VILLAGE_LINE = /^\s*"?(\d{12})(?!\d)/;
const CODE_CELLS = 18;
const marks = { valid: "●", held: "◆", refused: "■" } as const;
const asciiMarks = { valid: ".", held: "!", refused: "x" } as const;

async function readVillages(file: string, stdin: NodeJS.ReadStream): Promise<Set<string>> {
  const villages = new Set<string>();
  for await (const line of readLines(openBytes(file, stdin))) {
    const code = VILLAGE_LINE.exec(line)?.[1];
    if (code !== undefined) villages.add(code);
  }
  return villages;
}

/** The line for people: mark and word, the code, what it is or why not. */
function toPersonLine(call: Call, input: string, villages: ReadonlySet<string>): string {
  const reading = parseIdentifier({ input, villages });
  const kind = reading.kind === null ? undefined : kernelText[call.locale][`identifier/kind-${reading.kind}`];
  const reasons = [...reading.problems, ...reading.notices].map((one) => renderProblem(one, call.locale));
  const changes = reading.changes.map((change) => kernelText[call.locale][`change/${change}`]);
  const said = [
    ...(reading.status === "valid" && kind !== undefined ? [kind] : []),
    ...(reasons.length === 0 && reading.status !== "valid" ? [call.t("check.unknownKind")] : reasons),
    ...changes,
  ];
  const mark = (call.options.has("ascii") ? asciiMarks : marks)[reading.status];
  const code = toPrintable(reading.value ?? input);
  const shown = textWidth(code) < CODE_CELLS ? fitText(code, CODE_CELLS) : code;
  return `${mark} ${call.t(`check.${reading.status}`)}  ${shown}  ${said.join(call.locale === "en" ? " " : "")}`.trimEnd();
}

/** Answers for the codes given as words, or for the lines of a file or of stdin. */
export async function checkId(call: Call): Promise<ExitCode> {
  const file = findOption(call, "file") ?? (call.args.length === 1 && call.args[0] === "-" ? "-" : undefined);
  const words = file === undefined || call.args[0] !== "-" ? call.args : [];
  if (file === undefined && words.length === 0)
    return reportMisuse(call, "use.missing", {
      what: call.locale === "en" ? "CODE…, --file" : "代码或 --file",
    });
  if (file !== undefined && words.length > 0)
    return reportMisuse(call, "use.eitherOr", { one: "CODE", other: "--file" });

  let refusal: ReadRefusal | undefined;
  let villages = new Set<string>();
  const villageFile = findOption(call, "villages");
  if (villageFile !== undefined) {
    try {
      villages = await readVillages(villageFile, call.stdin);
    } catch (error) {
      refusal = toReadRefusal(villageFile, error);
    }
    if (refusal === undefined && villages.size === 0)
      refusal = { key: "fail.noVillages", params: { file: villageFile } };
    if (refusal !== undefined) return reportMisuse(call, refusal.key, refusal.params);
  }

  const forPrograms = call.format !== undefined || !call.outIsTerminal;
  const answer = (input: string): Promise<void> | void =>
    call.out.write(
      `${forPrograms ? JSON.stringify(checkIdentifier({ input, villages })) : toPersonLine(call, input, villages)}\n`,
    );
  if (file === undefined) {
    for (const word of words) await answer(word);
    return exitCodes.answer;
  }
  try {
    for await (const line of readLines(openBytes(file, call.stdin))) if (line !== "") await answer(line);
  } catch (error) {
    refusal = toReadRefusal(file, error);
    return reportMisuse(call, refusal.key, refusal.params);
  }
  return exitCodes.answer;
}
