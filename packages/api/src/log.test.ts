import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { createLog } from "./log.js";
import { openTestDatabase } from "./testing/open-test-database.js";

const collect = () => {
  const lines: string[] = [];
  return {
    lines,
    log: createLog(
      (line) => lines.push(line),
      () => new Date("2026-11-24T04:00:00Z"),
    ),
  };
};

it("writes one JSON object a line, with the stack and every cause", () => {
  const { lines, log } = collect();
  log.info("started", { port: 3000 });
  log.error("failed", new Error("outer\nline two", { cause: new Error("inner") }), { reference: "r1" });
  expect(lines.every((line) => line.endsWith("\n") && line.indexOf("\n") === line.length - 1)).toBe(true);
  expect(JSON.parse(lines[0] ?? "")).toEqual({
    at: "2026-11-24T04:00:00.000Z",
    level: "info",
    message: "started",
    port: 3000,
  });
  const { error, reference } = JSON.parse(lines[1] ?? "");
  expect(reference).toBe("r1");
  expect(error).toMatch(/^Error: outer\nline two\n {4}at [\s\S]*\ncaused by Error: inner\n {4}at /);
});

it("keeps the parameters of a failed statement to itself", async () => {
  const { lines, log } = collect();
  const database = await openTestDatabase();
  const failed: unknown = await database.db
    .execute(sql`select * from nowhere where phone = ${"13800000000"} and name = ${"岑晚舟\nparams: 甲"}`)
    .catch((error) => error);
  await database.close();
  log.error("failed", failed);
  expect(lines[0]).toContain("select * from nowhere");
  expect(lines[0]).toMatch(/caused by error: relation/);
  expect(lines[0]).not.toMatch(/13800000000|岑晚舟|甲/);
});
