import { DrizzleQueryError } from "drizzle-orm/errors";
import { expect, it } from "vitest";
import { findOutage } from "./find-outage.js";

const withCode = (code: string, message = "failed") => Object.assign(new Error(message), { code });
const inDrizzle = (cause: Error) => new DrizzleQueryError("select 1", [], cause);

it.each([
  ["a server that refuses", withCode("ECONNREFUSED"), "away"],
  ["a broken connection", withCode("ECONNRESET"), "away"],
  ["any address of a name", new AggregateError([withCode("ECONNREFUSED")]), "away"],
  ["a shut-down by the administrator", withCode("57P01"), "away"],
  ["a start that is under way", withCode("57P03"), "away"],
  ["too many connections", withCode("53300"), "away"],
  ["a connection failure of PostgreSQL", withCode("08006"), "away"],
  ["a pool without a free connection", new Error("timeout exceeded when trying to connect"), "away"],
  ["a connection that ended", new Error("Connection terminated unexpectedly"), "away"],
  [
    "a connection that is of no use",
    new Error("Client has encountered a connection error and is not queryable"),
    "away",
  ],
  ["a dead thread of the embedded database", new Error("The database thread ended with code 1."), "away"],
  ["PostgreSQL's full disk", withCode("53100"), "full"],
  ["a full disk", withCode("ENOSPC"), "full"],
  ["a cancelled statement", withCode("57014"), undefined],
  ["a unique violation", withCode("23505"), undefined],
  ["a file that is not there", withCode("ENOENT"), undefined],
  ["a bug", new TypeError("x is not a function"), undefined],
  ["a word of a user", new Error("the name “Connection terminated” is taken"), undefined],
  ["an inherited name", withCode("toString"), undefined],
] as const)("%s", (_name, error, outage) => {
  expect(findOutage(error)).toBe(outage);
  expect(findOutage(inDrizzle(error))).toBe(outage);
});

it.each([undefined, null, "ECONNREFUSED", { code: "ECONNREFUSED" }])("%o is no error", (value) => {
  expect(findOutage(value)).toBeUndefined();
});
