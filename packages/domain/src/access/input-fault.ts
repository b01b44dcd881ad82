// What is wrong with one part of a request, as a reason that the catalogue has words for in each language.
// Source: experience ("English complete beside it"); which kinds are told apart is ours. Zod's own sentences are English
// alone and stay inside.
import type * as z from "zod";
import type { ProblemParams } from "../kernel/result.js";

/** Why one part of a request is not as it must be. */
export const inputFaults = [
  "wrong-type",
  "too-short",
  "too-long",
  "too-few",
  "too-many",
  "too-small",
  "too-large",
  "not-above",
  "not-below",
  "not-a-multiple",
  "unknown-key",
  "not-a-choice",
  "bad-format",
  "not-a-day",
  "unreadable",
  "other",
] as const;
export type InputFault = (typeof inputFaults)[number];

/** What zod expects in words of the catalogue; any other type is told as "wrong-type" of a value. */
export const expectedTypes = [
  "string",
  "number",
  "int",
  "boolean",
  "array",
  "object",
  "null",
  "value",
] as const;
export type ExpectedType = (typeof expectedTypes)[number];

const sameType: { readonly [expected: string]: ExpectedType } = {
  record: "object",
  map: "object",
  set: "array",
};
const MOST_LISTED = 20;
const MOST_CHARACTERS = 200;

const list = (values: readonly unknown[]): string => {
  const text = values.slice(0, MOST_LISTED).map(String).join(", ");
  const isCut = values.length > MOST_LISTED || text.length > MOST_CHARACTERS;
  return isCut ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
};

const toFault = (reason: InputFault, params: ProblemParams = {}) => ({ ...params, reason });

type Sized = { readonly origin: string; readonly inclusive?: boolean | undefined };
const isText = ({ origin }: Sized) => origin === "string";
const isList = ({ origin }: Sized) => ["array", "set", "map", "object", "file"].includes(origin);

const toExpected = (expected: string): ExpectedType =>
  expectedTypes.find((known) => known === expected) ?? sameType[expected] ?? "value";

/**
 * The reason of an issue with its limits, as parameters of `request/invalid-input`.
 *
 * @example
 * toInputFault({ code: "too_small", origin: "string", minimum: 4, inclusive: true, path: [], message: "" }); // => { least: 4, reason: "too-short" }
 * toInputFault({ code: "unrecognized_keys", keys: ["colour"], path: [], message: "" }); // => { keys: "colour", reason: "unknown-key" }
 */
export function toInputFault(issue: z.core.$ZodIssue): { readonly reason: InputFault } & ProblemParams {
  switch (issue.code) {
    case "invalid_type":
      return toFault("wrong-type", { expected: toExpected(issue.expected) });
    case "too_small": {
      const least = Number(issue.minimum);
      if (isText(issue)) return toFault("too-short", { least });
      if (isList(issue)) return toFault("too-few", { least });
      return toFault(issue.inclusive === false ? "not-above" : "too-small", { least });
    }
    case "too_big": {
      const most = Number(issue.maximum);
      if (isText(issue)) return toFault("too-long", { most });
      if (isList(issue)) return toFault("too-many", { most });
      return toFault(issue.inclusive === false ? "not-below" : "too-large", { most });
    }
    case "not_multiple_of":
      return toFault("not-a-multiple", { step: Number(issue.divisor) });
    case "unrecognized_keys":
      return toFault("unknown-key", { keys: list(issue.keys) });
    case "invalid_value":
      return toFault("not-a-choice", { choices: list(issue.values) });
    case "invalid_format":
      return toFault("bad-format");
    case "custom":
      return toFault(inputFaults.find((fault) => fault === issue.params?.reason) ?? "other");
    default:
      return toFault("other");
  }
}
