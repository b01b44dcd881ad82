// Decides which scoring methods a rubric item may have, and the data each one needs.
// Source: rules §6 "Methods and their measurements" (certain).
import * as z from "zod";
import { countDecimals, isWithinSize } from "./exact-decimal.js";
import type { RubricProblemCode } from "./rubric.problem.js";

/** A refinement's issue that carries the code and parameters of a `Problem`. */
export const toIssue = (
  code: RubricProblemCode,
  params: { readonly [name: string]: string | number } = {},
  path: readonly (string | number)[] = [],
) => ({ code: "custom" as const, message: code, params: { code, params }, path: [...path] });

const decimalOf = (most: number) =>
  z.number().superRefine((value, context) => {
    if (!isWithinSize(value)) context.addIssue(toIssue("rubric/number-too-large", { value }));
    else if (countDecimals(value) > most)
      context.addIssue(toIssue("rubric/too-many-decimals", { value, most }));
  });

const notNegative = (value: number, context: z.core.$RefinementCtx<number>): void => {
  if (value < 0) context.addIssue(toIssue("rubric/number-negative", { value }));
};

/** A decimal of a rubric file: at most 1e9 in size, at most 6 decimals. */
export const Decimal = decimalOf(6);
/** A decimal of at least 0. */
export const AmountDecimal = Decimal.superRefine(notNegative);
/** A decimal with at most 2 decimals: whole hundredths of a point. */
export const HundredthsDecimal = decimalOf(2);
/** Points in a rubric file: at least 0, at most 2 decimals. */
export const PointsDecimal = HundredthsDecimal.superRefine(notNegative);

const id = z.string().min(1);

/** Which way is better: the higher the better, or the lower. */
export const Direction = z.enum(["higher", "lower"]);
export type Direction = z.infer<typeof Direction>;

/** One deduction: points for each occurrence, up to a cap where one is given. */
export const Deduction = z.strictObject({
  id,
  title: z.string(),
  pointsEach: AmountDecimal,
  cap: AmountDecimal.optional(),
});

/** A part that is met or not, or a level that is chosen, and its points. */
export const PointsOption = z.strictObject({ id, title: z.string(), points: PointsDecimal });

/** A band: the bound a value must reach, and the points for it. */
export const Band = z.strictObject({ bound: Decimal, points: PointsDecimal });

const listMethods = [
  z.strictObject({ type: z.literal("deduction"), deductions: z.array(Deduction).default([]) }),
  z.strictObject({ type: z.literal("parts"), parts: z.array(PointsOption).default([]) }),
  z.strictObject({ type: z.literal("levels"), levels: z.array(PointsOption).default([]) }),
  z.strictObject({ type: z.literal("bands"), direction: Direction, bands: z.array(Band).default([]) }),
] as const;

const linear = z
  .strictObject({ type: z.literal("linear"), zeroAt: Decimal, fullAt: Decimal })
  .superRefine(({ zeroAt, fullAt }, context) => {
    if (zeroAt === fullAt) context.addIssue(toIssue("rubric/zero-is-full", { value: zeroAt }, ["fullAt"]));
  });

const target = Decimal.superRefine((value, context) => {
  if (!(value > 0 && value <= 1)) context.addIssue(toIssue("rubric/target-range", { value }));
});

/** A scoring method with its data; `type` tells them apart. */
export const Method = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("all-or-nothing") }),
  ...listMethods,
  linear,
  z.strictObject({ type: z.literal("ratio"), target }),
  z.strictObject({ type: z.literal("assessed") }),
  z.strictObject({ type: z.literal("veto-event") }),
  z.strictObject({ type: z.literal("veto-threshold"), direction: Direction, bound: Decimal }),
]);
export type Method = z.infer<typeof Method>;

/** The scoring methods, in the order of rules §6; the last two belong to vetoes. */
export const methodTypes = [
  "all-or-nothing",
  "deduction",
  "parts",
  "levels",
  "bands",
  "linear",
  "ratio",
  "assessed",
  "veto-event",
  "veto-threshold",
] as const satisfies readonly Method["type"][];
export type MethodType = Method["type"];

/** Whether the method belongs to veto items, which have no points. */
export const isVetoMethod = (type: MethodType): type is "veto-event" | "veto-threshold" =>
  type === "veto-event" || type === "veto-threshold";
