import type { JobRow, OperationId } from "@shian/domain";
import { describe, expect, it } from "vitest";
import type { Writer } from "../output/create-writer.js";
import type { ServerPort } from "../server-port.js";
import { createTranslator } from "../text/create-translator.js";
import type { Call, CommandRunner } from "./command.js";
import { commandTable } from "./command-table.js";
import { cancelJob, listJobs, showJob } from "./job-commands.js";

const job: JobRow = {
  id: "j-1",
  kind: "import-apply",
  state: "running",
  own: true,
  personName: "张工",
  progress: { done: 40, of: 200 },
  attempts: 1,
  mostAttempts: 3,
  cancelRequested: false,
  createdAt: "2026-11-24T04:00:00.000Z",
  runAt: "2026-11-24T04:00:00.000Z",
  startedAt: "2026-11-24T04:00:00.000Z",
  endedAt: null,
  problem: null,
  result: null,
};

/** Runs a command against a server that knows these answers. */
async function run(
  runner: CommandRunner,
  answers: Partial<Record<OperationId, unknown>>,
  given: {
    readonly args?: readonly string[];
    readonly options?: readonly string[];
    readonly format?: "json";
  } = {},
) {
  const printed = { out: "", err: "" };
  const asked: unknown[] = [];
  const writerTo = (key: keyof typeof printed): Writer => ({
    write: async (text: string) => {
      printed[key] += text;
    },
    flush: async () => undefined,
  });
  const port: Pick<ServerPort, "url" | "ask"> = {
    url: "http://127.0.0.1:3000",
    ask: async (id, input) => {
      asked.push([id, input]);
      const value = answers[id];
      return value === undefined
        ? { ok: false, problems: [{ code: "job/over", params: {} }] }
        : { ok: true, value: value as never };
    },
  };
  const call: Call = {
    env: {},
    stdin: process.stdin,
    out: writerTo("out"),
    err: writerTo("err"),
    outIsTerminal: true,
    errIsTerminal: false,
    connect: async () => port as ServerPort,
    command: commandTable[0] as Call["command"],
    commands: commandTable,
    args: given.args ?? [],
    options: new Map((given.options ?? []).map((name) => [name, []])),
    format: given.format,
    locale: "zh-CN",
    url: port.url,
    t: createTranslator("zh-CN"),
  };
  return { code: await runner(call), asked, ...printed };
}

describe("job list", () => {
  const page = { rows: [job], next: null, total: 1 };

  it("asks for one's own, and for those of everyone when told so", async () => {
    expect((await run(listJobs, { "job.list": page })).asked).toEqual([
      ["job.list", { everyone: false, limit: 50 }],
    ]);
    expect((await run(listJobs, { "job.list": page }, { options: ["everyone"] })).asked).toEqual([
      ["job.list", { everyone: true, limit: 50 }],
    ]);
  });

  it("shows what people know it by", async () => {
    const { out, code } = await run(listJobs, { "job.list": page });
    expect(code).toBe(0);
    for (const part of ["导入写入", "进行中", "40 / 200", "2026-11-24 12:00", "张工"])
      expect(out).toContain(part);
  });
});

describe("job show", () => {
  it.each([
    [{ cancelRequested: true }, "正在取消"],
    [
      { state: "waiting", attempts: 2, problem: { code: "request/internal", params: { reference: "ab12" } } },
      "ab12",
    ],
    [{ state: "waiting", attempts: 2 }, "等待（已试 2 次）"],
    [{ state: "cancelled", cancelRequested: true }, "已取消"],
    [{ personName: "", progress: { done: 0, of: null } }, "系统"],
  ])("says of %j: %s", async (changes, text) => {
    const { out } = await run(showJob, { "job.get": { ...job, ...changes } }, { args: ["j-1"] });
    expect(out).toContain(text);
  });

  it("prints the contract's answer for programs", async () => {
    const { out } = await run(showJob, { "job.get": job }, { args: ["j-1"], format: "json" });
    expect(JSON.parse(out)).toEqual(job);
  });
});

describe("job cancel", () => {
  it("asks for the end of the job that is named", async () => {
    const { asked, code } = await run(
      cancelJob,
      { "job.cancel": { ...job, cancelRequested: true } },
      { args: ["j-1"] },
    );
    expect([code, asked]).toEqual([0, [["job.cancel", { id: "j-1", txId: expect.any(String) }]]]);
  });

  it("says why it cannot, with the exit code of a refusal", async () => {
    const { code, out, err } = await run(cancelJob, {}, { args: ["j-1"] });
    expect([code, out, err]).toEqual([3, "", "这项工作已经结束，不能取消。\n"]);
  });
});
