// Holds the operations map and the router together: each operation has one procedure of its kind, and the other way
// round.
import { operations } from "@shian/domain";
import { expect, it } from "vitest";
import { appRouter } from "./root.js";

// Typed as a tree of routers; at run time it is flat, by the dotted ids.
const procedures: Readonly<Record<string, unknown>> = appRouter._def.procedures;
const typeOf = (procedure: unknown) => (procedure as { _def: { type: string } })._def.type;

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
  const types = Object.fromEntries(
    Object.entries(procedures).map(([id, procedure]) => [id, typeOf(procedure)]),
  );
  expect(types).toEqual(kinds);
});
