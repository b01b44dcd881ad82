import { describe, expect, it } from "vitest";
import * as z from "zod";
import { PlainDate } from "../kernel/plain-date.js";
import { locales } from "../kernel/text.js";
import { isTextKey, renderProblem } from "../texts.js";
import { expectedTypes, inputFaults, toInputFault } from "./input-fault.js";

const faultOf = (schema: z.ZodType, input: unknown) => {
  const [issue] = schema.safeParse(input).error?.issues ?? [];
  if (issue === undefined) throw new Error("accepted");
  return toInputFault(issue);
};

describe("what is wrong with a part of a request", () => {
  it.each<[string, z.ZodType, unknown, object]>([
    ["too short", z.string().min(4), "看", { reason: "too-short", least: 4 }],
    ["too long", z.string().max(2), "看一看", { reason: "too-long", most: 2 }],
    ["too few", z.array(z.string()).min(1), [], { reason: "too-few", least: 1 }],
    ["too many", z.array(z.string()).max(1), ["a", "b"], { reason: "too-many", most: 1 }],
    ["too small", z.int().min(1), 0, { reason: "too-small", least: 1 }],
    ["too large", z.int().max(9), 10, { reason: "too-large", most: 9 }],
    ["not above", z.number().gt(0), 0, { reason: "not-above", least: 0 }],
    ["not below", z.number().lt(1), 1, { reason: "not-below", most: 1 }],
    ["no multiple", z.number().multipleOf(5), 3, { reason: "not-a-multiple", step: 5 }],
    ["of another type", z.string(), 3, { reason: "wrong-type", expected: "string" }],
    ["missing", z.strictObject({ id: z.string() }), {}, { reason: "wrong-type", expected: "string" }],
    ["no whole number", z.int(), 0.5, { reason: "wrong-type", expected: "int" }],
    ["no record", z.record(z.string(), z.string()), 1, { reason: "wrong-type", expected: "object" }],
    ["of a rare type", z.date(), 1, { reason: "wrong-type", expected: "value" }],
    ["unknown", z.strictObject({}), { colour: 1, size: 2 }, { reason: "unknown-key", keys: "colour, size" }],
    ["no choice", z.enum(["create", "update"]), "x", { reason: "not-a-choice", choices: "create, update" }],
    ["of bad form", z.string().regex(/^a$/), "b", { reason: "bad-format" }],
    ["no day", PlainDate, "2026-02-30", { reason: "not-a-day" }],
    ["refused by a rule of its own", z.string().refine(() => false, "English"), "x", { reason: "other" }],
    ["none of several forms", z.union([z.string(), z.int()]), null, { reason: "other" }],
  ])("%s", (_, schema, input, fault) => expect(faultOf(schema, input)).toEqual(fault));

  it("lists some of very many", () => {
    const { choices } = faultOf(z.enum(Array.from({ length: 60 }, (_, at) => `choice-${at}`)), "x");
    expect(String(choices).length).toBeLessThan(220);
    expect(String(choices).endsWith("…")).toBe(true);
  });

  it("has words in both languages for every reason and every type, with nothing left to fill in", () => {
    for (const key of [
      ...inputFaults.map((fault) => `reason/${fault}`),
      ...expectedTypes.map((type) => `expected/${type}`),
    ])
      expect([key, isTextKey(key)]).toEqual([key, true]);
    const limits = { least: 4, most: 9, step: 5, keys: "colour", choices: "create", expected: "string" };
    for (const locale of locales)
      for (const reason of inputFaults)
        expect(
          renderProblem({ code: "request/invalid-input", params: { path: "p", ...limits, reason } }, locale),
        ).not.toMatch(/[{}]/);
  });

  it("is told in the reader's language alone", () => {
    const asked = {
      code: "request/invalid-input",
      params: { path: "reason", reason: "too-short", least: 4 },
    };
    expect(renderProblem(asked, "zh-CN")).toBe("请求里的 reason 不符合要求：至少要有 4 个字。请改正后再试。");
    expect(renderProblem(asked, "en")).toBe(
      "reason in the request is not as it must be: it needs at least 4 characters. Correct it and try again.",
    );
    const typed = {
      code: "request/invalid-input",
      params: { path: "id", reason: "wrong-type", expected: "int" },
    };
    expect(renderProblem(typed, "zh-CN")).toBe(
      "请求里的 id 不符合要求：没有这一项，或不是整数。请改正后再试。",
    );
  });
});
