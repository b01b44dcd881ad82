import { expect, it } from "vitest";
import { createLog } from "../log.js";
import { explainFailure } from "./explain-failure.js";
import { findStatus } from "./problem-mapping.js";

const logged: string[] = [];
const deps = {
  log: createLog(
    (line) => logged.push(line),
    () => new Date(0),
  ),
  newId: () => "0123456789abcdef",
};

it.each([
  ["ECONNREFUSED", { code: "request/unavailable", params: {} }, "SERVICE_UNAVAILABLE"],
  ["ENOSPC", { code: "request/storage-full", params: {} }, "SERVICE_UNAVAILABLE"],
  ["EUNKNOWN", { code: "request/internal", params: { reference: "01234567" } }, "INTERNAL_SERVER_ERROR"],
])("%s is logged whole and told as %o", (code, told, status) => {
  const error = Object.assign(new Error(`secret of ${code}`), { code });
  const problem = explainFailure(deps, "operation unit.list", error);
  expect(problem).toEqual(told);
  expect(findStatus(problem.code)).toBe(status);
  expect(logged.at(-1)).toContain(`secret of ${code}`);
  expect(logged.at(-1)).toContain("operation unit.list failed");
  expect(logged.at(-1)).toContain("01234567");
});
