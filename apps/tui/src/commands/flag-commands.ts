// `shian flags`: the office's attention flags, listed, added, changed, retired.
import { type OperationOutput, operations } from "@shian/domain";
import { type ExitCode, exitCodes } from "../output/exit-code.js";
import { formatTable } from "../output/format-table.js";
import { type Call, findOption } from "./command.js";
import { createTxId } from "./create-tx-id.js";
import { printAnswer } from "./print-answer.js";
import { reportMisuse, reportProblems } from "./report.js";

type List = OperationOutput<"attention.list">;

async function print(call: Call, list: List): Promise<ExitCode> {
  const { t, locale } = call;
  const table = formatTable(
    [
      { title: t("flags.code") },
      { title: t("column.name") },
      { title: t("column.state") },
      { title: t("flags.note") },
    ],
    list.flags.map(({ code, name, note, retired, shipped }) => [
      code,
      name[locale],
      `${t(retired ? "flags.retired" : "flags.inUse")}${shipped ? ` (${t("flags.shipped")})` : ""}`,
      note,
    ]),
  );
  return printAnswer(call, list, table);
}

/** `shian flags`: all of them. */
export async function listFlagsOfOffice(call: Call): Promise<ExitCode> {
  const server = await call.connect(call);
  const answer = await server.ask("attention.list", {});
  return answer.ok ? print(call, answer.value) : reportProblems(call, answer.problems, exitCodes.refused);
}

/** `shian flags save`: a new flag, or another name, note or standing of one. */
export async function saveFlagOfOffice(call: Call): Promise<ExitCode> {
  const [code = ""] = call.args;
  const [retire, restore] = [call.options.has("retire"), call.options.has("restore")];
  if (retire && restore) return reportMisuse(call, "use.eitherOr", { one: "--retire", other: "--restore" });
  const server = await call.connect(call);
  const listed = await server.ask("attention.list", {});
  if (!listed.ok) return reportProblems(call, listed.problems, exitCodes.refused);
  const known = listed.value.flags.find((flag) => flag.code === code);
  const [zh, en] = [findOption(call, "zh"), findOption(call, "en")];
  if (known === undefined && (zh === undefined || en === undefined))
    return reportMisuse(call, "use.missing", { what: zh === undefined ? "--zh" : "--en" });
  const isNamed = known === undefined || !known.shipped || zh !== undefined || en !== undefined;
  const input = operations["attention.save"].input.safeParse({
    txId: createTxId(),
    version: listed.value.version,
    flag: {
      code,
      name: isNamed ? { "zh-CN": zh ?? known?.name["zh-CN"], en: en ?? known?.name.en } : null,
      note: findOption(call, "note") ?? known?.note ?? "",
      retired: retire || (!restore && (known?.retired ?? false)),
    },
  });
  if (!input.success)
    return reportMisuse(call, "register.factsWrong", {
      field: input.error.issues[0]?.path.join(".") ?? "",
      reason: input.error.issues[0]?.message ?? "",
    });
  const answer = await server.ask("attention.save", input.data);
  return answer.ok ? print(call, answer.value) : reportProblems(call, answer.problems, exitCodes.refused);
}
