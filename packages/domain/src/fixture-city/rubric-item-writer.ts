// Short ways to write the items of the demonstration rubric. Every clause says 演示, because no text is taken from an
// official edition.
import type { Method } from "../rubric/method.schema.js";
import type { ItemKind, RubricItem } from "../rubric/rubric.schema.js";

type Details = {
  /** The unit that leads, then those that help. */
  readonly units: readonly [lead: string, ...cooperating: string[]];
  readonly evidence: readonly string[];
  readonly highlight?: "required" | "optional";
};

/** An item with points, or a veto without; cooperating units and evidence in the order given. */
export function writeItem(
  kind: ItemKind,
  id: string,
  title: string,
  points: number | null,
  method: Method,
  { units: [leadUnit, ...cooperatingUnits], evidence, highlight }: Details,
): RubricItem {
  return {
    id,
    title,
    kind,
    ...(points === null ? {} : { points }),
    method,
    leadUnit,
    cooperatingUnits,
    evidence: [...evidence],
    clause: "演示",
    ...(highlight === undefined ? {} : { highlight }),
  };
}

/** Deductions `d1`, `d2` …: title, points each, cap. */
export const deduct = (
  ...deductions: readonly (readonly [title: string, pointsEach: number, cap?: number])[]
): Method => ({
  type: "deduction",
  deductions: deductions.map(([title, pointsEach, cap], index) => ({
    id: `d${index + 1}`,
    title,
    pointsEach,
    ...(cap === undefined ? {} : { cap }),
  })),
});

const options = (prefix: string, list: readonly (readonly [title: string, points: number])[]) =>
  list.map(([title, points], index) => ({ id: `${prefix}${index + 1}`, title, points }));

/** Parts `p1`, `p2` …: title and points. */
export const addParts = (...parts: readonly (readonly [title: string, points: number])[]): Method => ({
  type: "parts",
  parts: options("p", parts),
});

/** Levels `l1`, `l2` …: title and points. */
export const chooseLevel = (...levels: readonly (readonly [title: string, points: number])[]): Method => ({
  type: "levels",
  levels: options("l", levels),
});

/** Bands: bound and points. */
export const reachBand = (
  direction: "higher" | "lower",
  ...bands: readonly (readonly [bound: number, points: number])[]
): Method => ({ type: "bands", direction, bands: bands.map(([bound, points]) => ({ bound, points })) });
