// The domain at the prompt, without a server: a pairing grade by the demonstration scheme, working days.
import {
  AttentionFlag,
  addWorkingDays,
  BusinessForm,
  demonstrationScheme,
  gradeEstablishment,
  isPlainDate,
  Size,
} from "@shian/domain";
import { type ExitCode, exitCodes } from "../output/exit-code.js";
import { type Call, findOption, listOption } from "./command.js";
import { reportMisuse, reportProblems } from "./report.js";

/** `shian grade`: the pairing grade that the demonstration scheme gives the facts, with the rule that gave it. */
export async function grade(call: Call): Promise<ExitCode> {
  const { t, locale } = call;
  const form = listOption(call, "form");
  if (form.length > 1) return reportMisuse(call, "use.once", { option: "--form" });
  const size = listOption(call, "size");
  if (size.length > 1) return reportMisuse(call, "use.once", { option: "--size" });
  const diners = findOption(call, "diners");
  const graded = gradeEstablishment({
    scheme: demonstrationScheme,
    facts: {
      form: BusinessForm.safeParse(form[0]).data,
      size: Size.safeParse(size[0]).data,
      diners: diners === undefined ? undefined : Number(diners),
      attention: listOption(call, "attention").flatMap((flag) => AttentionFlag.safeParse(flag).data ?? []),
    },
  });
  if (!graded.ok) return reportProblems(call, graded.problems);
  const rule = demonstrationScheme.rules.find((one) => one.id === graded.value.ruleId);
  const letter: "A" | "B" | "C" | "D" = graded.value.grade;
  const { id, demonstration } = demonstrationScheme;
  if (call.format === "json")
    await call.out.write(`${JSON.stringify({ ...graded.value, scheme: id, demonstration })}\n`);
  else {
    await call.out.write(
      `${t(`grade.${letter}`)}  ${t("detail.rule", { rule: graded.value.ruleId })} ${rule?.title[locale] ?? ""}\n`,
    );
    if (demonstration && !call.options.has("quiet")) await call.err.write(`${t("grade.demonstration")}\n`);
  }
  return exitCodes.answer;
}

/** `shian working-days`: the n-th working day after a day. */
export async function countWorkingDays(call: Call): Promise<ExitCode> {
  const from = findOption(call, "from");
  const days = findOption(call, "days");
  if (from === undefined || !isPlainDate(from)) return reportMisuse(call, "use.missing", { what: "--from" });
  if (days === undefined) return reportMisuse(call, "use.missing", { what: "--days" });
  const answer = addWorkingDays({ from, days: Number(days) });
  if (call.format === "json") await call.out.write(`${JSON.stringify(answer)}\n`);
  else {
    await call.out.write(`${answer.date}\n`);
    if (answer.provisional && !call.options.has("quiet"))
      await call.err.write(`${call.t("days.provisional", { years: answer.missingYears.join(", ") })}\n`);
  }
  return exitCodes.answer;
}
