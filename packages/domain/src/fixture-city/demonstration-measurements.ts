// What has been measured in the demonstration city so far: just under the pass line, with five items and one veto
// still open, so that the verdict is undetermined. Figures are invented and belong to the demonstration rubric.
import type { Measurement } from "../rubric/rubric.schema.js";

const foundation: { readonly [item: string]: Measurement } = {
  "1-1": { met: { p1: true, p2: true, p3: true } },
  "1-2": { value: 3 },
  "1-3": { met: { p1: true, p2: true, p3: true, p4: false } },
  "1-4": { value: 6.2 },
  "1-5": { met: { p1: true, p2: true, p3: true } },
  "1-6": { counts: { d1: 0, d2: 0 } },
  "1-7": { counts: { d1: 8, d2: 0 } },
  "1-8": { met: { p1: true, p2: true, p3: true, p4: true } },
  "1-9": { counts: { d1: 0, d2: 1, d3: 0 } },
};

const capacity: { readonly [item: string]: Measurement } = {
  "2-1": { met: { p1: true, p2: true, p3: true } },
  "2-2": { counts: { d1: 0, d2: 3 } },
  "2-4": { met: { p1: true, p2: true, p3: true } },
  "2-5": { counts: { d1: 2, d2: 0, d3: 2 } },
  "2-6": { numerator: 214, denominator: 214 },
  "2-7": { met: { p1: true, p2: true, p3: true } },
  "2-8": { level: "l2" },
  "2-9": { met: { p1: true, p2: true, p3: true } },
};

const operation: { readonly [item: string]: Measurement } = {
  "3-1": { value: 98.4 },
  "3-2": { counts: {} },
  "3-3": { counts: { d1: 2, d2: 3, d3: 1 } },
  "3-4": { value: 87.2 },
  "3-5": { counts: {} },
  "3-6": { counts: { d1: 0, d2: 0 } },
  "3-7": { met: { p1: true, p2: true, p3: true } },
  "3-8": { counts: { d1: 7, d2: 2 } },
  "3-9": { counts: {} },
  "3-10": { numerator: 20, denominator: 26 },
  "3-11": { level: "l1" },
};

const safety: { readonly [item: string]: Measurement } = {
  "4-1": { value: 4.3 },
  "4-2": { numerator: 68, denominator: 85 },
  "4-3": { counts: { d1: 0, d2: 0 } },
  "4-4": { value: 98.6 },
  "4-5": { met: true },
  "4-6": { numerator: 1404, denominator: 1560 },
  "4-7": { met: true },
  "4-8": { points: 2, reason: "监测点位齐全，两起聚集性病例均按时限处置。" },
};

const limits: { readonly [item: string]: Measurement } = {
  "5-1": { occurred: false },
  "5-3": { occurred: false },
  "5-4": { value: 2.4 },
};

const leadership: { readonly [item: string]: Measurement } = {
  "6-1": { level: "l2" },
  "6-2": { value: 8 },
  "6-3": { value: 36 },
  "6-4": { met: { p1: true, p2: false, p3: true } },
  "6-5": { met: false },
  "6-6": { points: 0.5, reason: "有公约，活动偏少。" },
  "6-7": { numerator: 186, denominator: 1240 },
  "6-9": { notApplicable: "评价期内没有承办大型活动。" },
};

/**
 * The measurements of the demonstration rubric by item id, in the form of their file. Items 1-10, 2-3, 3-12, 4-9 and
 * 4-10, the veto 5-2 and the bonus item 6-8 are not measured yet; 6-9 does not apply.
 *
 * @example
 * demonstrationMeasurements["3-4"]; // => { value: 87.2 }
 */
export const demonstrationMeasurements: { readonly [item: string]: Measurement } = {
  ...foundation,
  ...capacity,
  ...operation,
  ...safety,
  ...limits,
  ...leadership,
};
