// Decides which day a date written in a spreadsheet or form means. Only orders that leave no doubt are read: the year
// first, then month and day. A spreadsheet's serial number is not a date here.
// Source: ours, from what registers hold; rules §1 "Dates".
import { foldCode } from "./fold-code.js";
import type { KernelProblemCode } from "./kernel.problem.js";
import { isPlainDate, type PlainDate } from "./plain-date.js";
import { ok, type Problem, type Result, refuse } from "./result.js";

const SEPARATED = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const CHINESE = /^(\d{4})年(\d{1,2})月(\d{1,2})日?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
// Midnight is what a date turns into on its way through a spreadsheet; any other time of day is refused.
const MIDNIGHT = /[ T]0{1,2}:00(?::00(?:\.0+)?)?Z?$/;

function findParts(text: string): readonly (string | undefined)[] | undefined {
  const separated = SEPARATED.exec(text);
  if (separated) return [separated[1], separated[3], separated[4]];
  return (CHINESE.exec(text) ?? COMPACT.exec(text))?.slice(1);
}

/**
 * The day that the text means: 2026-11-24, 2026/11/24, 2026.11.24, 2026年11月24日 or 20261124, months and days with or
 * without a leading zero where separated, a midnight behind it ignored. Refused (`plain-date/not-a-day`): every other
 * form, days that do not exist, years before 1900, empty text.
 *
 * @example
 * parsePlainDate({ input: "2026年1月5日" }); // => { ok: true, value: "2026-01-05" }
 * parsePlainDate({ input: "2026-02-30" }); // => { ok: false, problems: [{ code: "plain-date/not-a-day", params: { text: "2026-02-30" } }] }
 */
export function parsePlainDate({
  input,
}: {
  readonly input: string;
}): Result<PlainDate, Problem<KernelProblemCode>> {
  const text = foldCode(input).value.replace(MIDNIGHT, "");
  const parts = findParts(text);
  const written = parts?.map((part) => (part ?? "").padStart(2, "0")).join("-") ?? "";
  return isPlainDate(written) ? ok(written) : refuse("plain-date/not-a-day", { text: input });
}
