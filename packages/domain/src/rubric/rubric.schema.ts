// Decides what a rubric edition, a measurement and a score sheet look like as data; every office can load its own
// edition. What needs more than one field is checked here too, so that a value of these types keeps the limits.
// Source: rules §6 "Shape", "Methods and their measurements", "Score sheet" (certain).
import * as z from "zod";
import { PlainDate } from "../kernel/plain-date.js";
import { toHundredths } from "./exact-decimal.js";
import { Decimal, HundredthsDecimal, isVetoMethod, Method, PointsDecimal, toIssue } from "./method.schema.js";
import { itemReasonCodes, verdictReasonCodes } from "./rubric.problem.js";

/** Kinds of items: key and basic ones make the base, bonus ones stand apart, a veto loses everything. */
export const itemKinds = ["key", "basic", "bonus", "veto"] as const;
export const ItemKind = z.enum(itemKinds);
export type ItemKind = z.infer<typeof ItemKind>;

/** What an item that does not apply does to the score. */
export const notApplicableRules = ["rescale", "full", "zero"] as const;

const id = z.string().min(1);

type Draft = { readonly kind: ItemKind; readonly points?: number | undefined; readonly method: Method };

function checkPoints({ kind, points, method }: Draft, context: z.core.$RefinementCtx): void {
  if (kind === "veto") {
    if (points !== undefined && points !== 0)
      context.addIssue(toIssue("rubric/veto-with-points", { points }, ["points"]));
    if (!isVetoMethod(method.type))
      context.addIssue(toIssue("rubric/veto-method", { method: method.type }, ["method", "type"]));
    return;
  }
  if (points === undefined) context.addIssue(toIssue("rubric/points-missing", {}, ["points"]));
  else if (points <= 0) context.addIssue(toIssue("rubric/points-not-positive", { points }, ["points"]));
  if (isVetoMethod(method.type))
    context.addIssue(toIssue("rubric/method-for-vetoes", { method: method.type, kind }, ["method", "type"]));
}

function checkOptions({ points = 0, method }: Draft, context: z.core.$RefinementCtx): void {
  const whole = toHundredths(points);
  if (method.type === "parts") {
    const sum = method.parts.reduce((total, part) => total + toHundredths(part.points), 0);
    if (sum !== whole)
      context.addIssue(toIssue("rubric/parts-sum", { sum, points: whole }, ["method", "parts"]));
  } else if (method.type === "levels") {
    const highest = method.levels.reduce((most, level) => Math.max(most, toHundredths(level.points)), 0);
    if (highest !== whole)
      context.addIssue(toIssue("rubric/levels-highest", { highest, points: whole }, ["method", "levels"]));
  }
}

/** One item: what is judged, how many points it carries, how they are scored and whose it is. */
export const RubricItem = z
  .strictObject({
    id,
    title: z.string(),
    kind: ItemKind,
    points: HundredthsDecimal.optional(),
    method: Method,
    leadUnit: z.string().optional(),
    cooperatingUnits: z.array(z.string()).default([]),
    evidence: z.array(z.string()).default([]),
    clause: z.string().optional(),
    highlight: z.enum(["required", "optional"]).optional(),
  })
  .superRefine((item, context) => {
    checkPoints(item, context);
    if (item.kind !== "veto") checkOptions(item, context);
    else if (item.highlight !== undefined)
      context.addIssue(toIssue("rubric/veto-with-highlight", {}, ["highlight"]));
  });
export type RubricItem = z.infer<typeof RubricItem>;

/** A section; its `points` is what its editor says the items sum to, and the score ignores it. */
export const RubricSection = z.strictObject({
  id,
  title: z.string(),
  points: Decimal.optional(),
  items: z.array(RubricItem).default([]),
});
export type RubricSection = z.infer<typeof RubricSection>;

const rate = Decimal.superRefine((value, context) => {
  if (value < 0 || value > 1) context.addIssue(toIssue("rubric/key-rate-range", { value }));
});

/** What passing asks: points in all, a rate of every key item, and how bonus and not-applicable items count. */
export const PassRule = z.strictObject({
  minTotal: PointsDecimal,
  minKeyItemRate: rate,
  bonusCounts: z.boolean(),
  bonusCap: PointsDecimal.nullable(),
  notApplicable: z.enum(notApplicableRules),
});
export type PassRule = z.infer<typeof PassRule>;

/** A repeated id: where it stands the second time, and whose it is. */
export type RepeatedId = {
  readonly code: "rubric/item-id-repeated" | "rubric/detail-id-repeated";
  readonly path: readonly (string | number)[];
  readonly id: string;
};

const lists = ["deductions", "parts", "levels"] as const;
const listIn = (value: unknown, key: string): readonly unknown[] => {
  const list: unknown =
    typeof value === "object" && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : [];
  return Array.isArray(list) ? list : [];
};
const fieldIn = (value: unknown, key: string): unknown =>
  typeof value === "object" && value !== null && Object.hasOwn(value, key)
    ? Reflect.get(value, key)
    : undefined;

/** Every item id that stands twice in the rubric, and every deduction, part or level id twice in its item. */
export function listRepeatedIds(rubric: unknown): readonly RepeatedId[] {
  const found: RepeatedId[] = [];
  const note = (
    seen: Set<unknown>,
    code: RepeatedId["code"],
    value: unknown,
    path: readonly (string | number)[],
  ) => {
    if (typeof value !== "string") return;
    if (seen.has(value)) found.push({ code, path, id: value });
    seen.add(value);
  };
  const items = new Set<unknown>();
  for (const [s, section] of listIn(rubric, "sections").entries()) {
    for (const [i, item] of listIn(section, "items").entries()) {
      const path = ["sections", s, "items", i];
      note(items, "rubric/item-id-repeated", fieldIn(item, "id"), [...path, "id"]);
      for (const list of lists) {
        const details = new Set<unknown>();
        for (const [d, detail] of listIn(fieldIn(item, "method"), list).entries())
          note(details, "rubric/detail-id-repeated", fieldIn(detail, "id"), [
            ...path,
            "method",
            list,
            d,
            "id",
          ]);
      }
    }
  }
  return found;
}

/** A rubric edition as its file holds it: points are decimal numbers, absent arrays are empty. */
export const Rubric = z
  .strictObject({
    id,
    edition: z.string(),
    title: z.string(),
    issuer: z.string(),
    documentNumber: z.string().optional(),
    official: z.boolean(),
    effectiveFrom: PlainDate,
    passRule: PassRule,
    sections: z.array(RubricSection).default([]),
  })
  .superRefine((rubric, context) => {
    for (const { code, path, id: repeated } of listRepeatedIds(rubric))
      context.addIssue(toIssue(code, { id: repeated }, path));
  });
export type Rubric = z.infer<typeof Rubric>;

/** A measurement of one item; which shape it must have is decided by the item's method (`parseMeasurement`). */
export const Measurement = z.union([
  z.strictObject({ met: z.boolean() }),
  z.strictObject({ met: z.record(z.string(), z.boolean()) }),
  z.strictObject({ counts: z.record(z.string(), z.number()) }),
  z.strictObject({ level: z.string() }),
  z.strictObject({ value: z.number() }),
  z.strictObject({ numerator: z.number(), denominator: z.number() }),
  z.strictObject({ points: z.number(), reason: z.string() }),
  z.strictObject({ occurred: z.boolean() }),
  z.strictObject({ notApplicable: z.string() }),
]);
export type Measurement = z.infer<typeof Measurement>;

const params = z.record(z.string(), z.union([z.string(), z.number()]));

/** Whether an item was measured, was not yet, or does not apply. */
export const itemStatuses = ["measured", "unmeasured", "not-applicable"] as const;
/** What became of a veto. */
export const vetoStatuses = ["triggered", "clear", "unmeasured", "not-applicable"] as const;
/** What the sheet says about passing. */
export const verdicts = ["pass", "fail", "undetermined"] as const;
export type Verdict = (typeof verdicts)[number];

/** One key, basic or bonus item of a score sheet; points are whole hundredths. */
export const ItemLine = z.strictObject({
  id: z.string(),
  status: z.enum(itemStatuses),
  obtained: z.int(),
  lost: z.int(),
  reasons: z.array(z.strictObject({ code: z.enum(itemReasonCodes), params })),
});
export type ItemLine = z.infer<typeof ItemLine>;

/** A score sheet; points are whole hundredths, `total` is `lower`, items stand in the order of the rubric. */
export const ScoreSheet = z.strictObject({
  total: z.int(),
  base: z.int(),
  bonus: z.int(),
  lower: z.int(),
  upper: z.int(),
  verdict: z.enum(verdicts),
  reasons: z.array(z.strictObject({ code: z.enum(verdictReasonCodes), params })),
  items: z.array(ItemLine),
  vetoes: z.array(z.strictObject({ id: z.string(), status: z.enum(vetoStatuses) })),
});
export type ScoreSheet = z.infer<typeof ScoreSheet>;
