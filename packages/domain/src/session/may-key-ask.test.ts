import { expect, it } from "vitest";
import { operations } from "../contracts.js";
import type { Operation } from "../kernel/operation.js";
import { mayKeyAsk } from "./may-key-ask.js";

it.each([
  ["registry.list", true],
  ["registry.correct", true],
  ["visit.submit", true],
  ["audit.list", true],
  ["registry.unmask", false],
  ["official.unmask", false],
  ["people.create", false],
  ["people.resetPassword", false],
  ["people.disable", false],
  ["grant.give", false],
  ["session.list", false],
  ["key.create", false],
] as const)("%s by a key: %s", (id, may) => {
  expect(mayKeyAsk(id, operations[id])).toBe(may);
});

it("covers nothing that is told once, and no change that is the administrators' alone", () => {
  const map: Readonly<Record<string, Operation>> = operations;
  const covered = Object.entries(map).filter(([id, operation]) => mayKeyAsk(id, operation));
  expect(covered.length).toBeGreaterThan(40);
  expect(covered.filter(([, { secret }]) => secret === true)).toEqual([]);
  const administrators = new Set<string>(["system", "security", "audit"]);
  const theirs = ({ may }: Operation) => may !== "everyone" && may.every((role) => administrators.has(role));
  expect(covered.filter(([, one]) => one.kind === "mutation" && theirs(one))).toEqual([]);
});
