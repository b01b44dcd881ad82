// What an office can change about its territories from a day on. Nothing of an earlier day changes with it.
// Source: rules §1 "Territory" (streets merge and split; a question asked as of a date uses the tree of that date).
import * as z from "zod";
import { PlaceCode } from "./territory.schema.js";

const name = z.string().trim().min(1).max(60);
const named = z.strictObject({ code: PlaceCode, name });

/** Townships become one, which may keep the code of one of them. */
export const Merge = z.strictObject({ codes: z.array(PlaceCode).min(2).max(20), into: named });
/** A township becomes several: `rest` keeps what no part names and may keep the township's code. */
export const Split = z.strictObject({
  code: PlaceCode,
  rest: named,
  parts: z
    .array(named.extend({ members: z.array(PlaceCode).min(1).max(500).describe("villages that go there") }))
    .min(1)
    .max(20),
});
/** A new place; its kind is told by its code, and its parent too, unless it is a zone. */
export const Create = named.extend({
  parent: PlaceCode.optional(),
  takesOver: z.array(PlaceCode).max(500).default([]),
});
export const Rename = named;
export const End = z.strictObject({ code: PlaceCode });

/** One change of territories. */
export const TerritoryChange = z.discriminatedUnion("kind", [
  Merge.extend({ kind: z.literal("merge") }),
  Split.extend({ kind: z.literal("split") }),
  Create.extend({ kind: z.literal("create") }),
  Rename.extend({ kind: z.literal("rename") }),
  End.extend({ kind: z.literal("end") }),
]);
export type TerritoryChange = z.infer<typeof TerritoryChange>;
