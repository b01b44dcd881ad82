// Holds the operations map and the router together: each operation has one procedure of its kind, and the other way
// round.
import { operations } from "@shian/domain";
import { expect, it } from "vitest";
import { appRouter } from "./root.js";

const procedures: Record<string, { _def: { type: string } }> = appRouter._def.procedures;

it("knows a procedure for every operation", () => {
  const missing = Object.keys(operations).filter((id) => !Object.hasOwn(procedures, id));
  expect(missing).toEqual([]);
});

it("has no procedure without an operation", () => {
  const extra = Object.keys(procedures).filter((id) => !Object.hasOwn(operations, id));
  expect(extra).toEqual([]);
});

it("asks and changes as the operation says", () => {
  const kinds = Object.fromEntries(Object.entries(operations).map(([id, { kind }]) => [id, kind]));
  const types = Object.fromEntries(Object.entries(procedures).map(([id, { _def }]) => [id, _def.type]));
  expect(types).toEqual(kinds);
});
