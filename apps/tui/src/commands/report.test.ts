import { expect, it } from "vitest";
import type { Call } from "./command.js";
import { reportProblems } from "./report.js";

it.each<[string, number, string, Record<string, string>?]>([
  ["request/unavailable", 5, "The database does not answer just now"],
  ["request/storage-full", 1, "no storage left"],
  ["request/stale", 6, "This record has been changed since"],
  ["request/stale", 6, "岑晚舟 changed this record", { who: "岑晚舟", at: "2026-11-24 10:00" }],
  ["access/no-role", 4, "None of your roles"],
  ["chain/overload", 2, ""],
])("%s ends with %i: %s", (code, exit, sentence, params = {}) => {
  let said = "";
  const err = {
    write: (text: string) => {
      said += text;
    },
  };
  const call = { format: "table", err, t: (key: string) => key, locale: "en" } as unknown as Call;
  expect(reportProblems(call, [{ code, params } as never])).toBe(exit);
  expect(said).toContain(sentence);
});
