// Whole numbers that reach a column of four bytes: an input that holds a greater one is refused, not stored.
import { expect, it } from "vitest";
import * as z from "zod";
import { Official } from "./chain/official.schema.js";
import { operations } from "./contracts.js";
import { mostInt4 } from "./kernel/operation.js";

type Shape = {
  readonly type?: unknown;
  readonly maximum?: number;
  readonly [name: string]: unknown;
};

/** Paths of whole numbers without a bound that four bytes hold. */
function listUnbounded(shape: unknown, path: string): readonly string[] {
  if (typeof shape !== "object" || shape === null) return [];
  const { type, maximum } = shape as Shape;
  const isOpen = type === "integer" && (maximum === undefined || maximum > mostInt4);
  const below = Object.entries(shape).flatMap(([name, part]) => listUnbounded(part, `${path}.${name}`));
  return isOpen ? [path, ...below] : below;
}

const toShape = (schema: z.ZodType) => z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });

/** Numbers of entries of the record, which grow beyond four bytes and are kept in eight. */
const ofTheRecord = ["audit.get.properties.seq", "audit.proof.properties.seq"];

it("are bounded in every input", () => {
  const open = Object.entries(operations).flatMap(([id, { input }]) => listUnbounded(toShape(input), id));
  expect(open).toEqual(ofTheRecord);
});

it("are bounded in what an import enters", () => {
  expect(listUnbounded(toShape(Official), "official")).toEqual([]);
});

it("are seen where they are open", () => {
  expect(listUnbounded(toShape(z.strictObject({ rows: z.array(z.int()) })), "x")).toEqual([
    "x.properties.rows.items",
  ]);
});
