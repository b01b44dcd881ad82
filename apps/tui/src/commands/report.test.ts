import { expect, it } from "vitest";
import type { Call } from "./command.js";
import { reportProblems } from "./report.js";

it.each([
  ["request/unavailable", 5, "The database does not answer just now"],
  ["request/storage-full", 1, "no storage left"],
  ["request/stale", 6, "changed this record"],
  ["access/no-role", 4, "None of your roles"],
  ["chain/overload", 2, ""],
])("%s ends with %i", (code, exit, sentence) => {
  let said = "";
  const err = {
    write: (text: string) => {
      said += text;
    },
  };
  const call = { format: "table", err, t: (key: string) => key, locale: "en" } as unknown as Call;
  expect(reportProblems(call, [{ code, params: {} } as never])).toBe(exit);
  expect(said).toContain(sentence);
});
