// How many of the daily, weekly and monthly controls that were due a business has reported.
// Source: F2-08 (daily, weekly, monthly; N), F2-10 (a day without a risk is reported too; B); in force since F2-01. Which
// forms must report is not settled by what was read: data of the office, demonstration. Rates: rules §1.
import { type DatedFact, isInForceOn, isKnownOn } from "../chain/dated-fact.js";
import { addDays, type PlainDate, toPlainDate } from "../kernel/plain-date.js";
import type { Rate } from "../kernel/rate.js";
import type { BusinessForm, EstablishmentState } from "../registry/establishment.schema.js";
import { businessForms } from "../registry/establishment.schema.js";
import { type ControlKind, type ControlResult, controlKinds } from "./business-arm.schema.js";
import { type ControlWindow, listControlWindows } from "./control-window.js";

/** Firms report (F2-01 is about firms); small workshops, outlets, groceries and vendors do not. Demonstration. */
export const defaultControlForms: readonly BusinessForm[] = businessForms.filter(
  (form) => !["small-workshop", "small-catering", "grocery", "food-vendor"].includes(form),
);

/** The first day of the rule (F2-01). */
const inForceSince = toPlainDate("2022-11-01");

/** One report as it stands. */
export type ControlReportFact = {
  readonly kind: ControlKind;
  readonly period: string;
  readonly result: ControlResult;
};

/** Of one kind: reported and due, those with findings among them, and those not open, which are never due. */
export type ControlTally = Rate & { readonly findings: number; readonly notOpen: number };
export type ControlTallies = { readonly [K in ControlKind]: ControlTally };

export const noControls: ControlTallies = {
  daily: { done: 0, of: 0, findings: 0, notOpen: 0 },
  weekly: { done: 0, of: 0, findings: 0, notOpen: 0 },
  monthly: { done: 0, of: 0, findings: 0, notOpen: 0 },
};

/** What decides which controls of a business are due in a stretch of days. */
export type ControlQuestion = {
  readonly states: readonly DatedFact<EstablishmentState>[];
  readonly reports: readonly ControlReportFact[];
  readonly first: PlainDate;
  readonly last: PlainDate;
  readonly asOf: PlainDate;
  readonly knownOn: PlainDate;
};

/** A period of a kind that was over and active, with what was reported for it. */
export type ExpectedControl = { readonly window: ControlWindow; readonly result: ControlResult | null };

/**
 * The periods of the kind that end from `first` to `last`, are over (their last day before `asOf`) and on whose last day
 * the business was active, in their order. Nothing before the rule was in force (F2-01).
 *
 * @example
 * const asked = { states: [{ value: "active", from: "2026-01-01" }], first: "2026-11-20", last: "2026-11-30", asOf: "2026-11-24", knownOn: "2026-11-24" };
 * listExpectedControls("daily", { ...asked, reports: [] }).length; // => 4
 */
export function listExpectedControls(kind: ControlKind, input: ControlQuestion): readonly ExpectedControl[] {
  const { first, last, asOf } = input;
  const isInForce = first >= inForceSince;
  const from = isInForce ? first : inForceSince;
  const to = last >= asOf ? addDays(asOf, -1) : last;
  const known = input.states.filter((state) => isKnownOn(state, input.knownOn));
  const isActive = (day: PlainDate): boolean => {
    let state: DatedFact<EstablishmentState> | undefined;
    for (const one of known)
      if (isInForceOn(one, day) && (state === undefined || one.from >= state.from)) state = one;
    return state?.value === "active";
  };
  const results = new Map(
    input.reports.filter((report) => report.kind === kind).map(({ period, result }) => [period, result]),
  );
  return listControlWindows(kind, from, to)
    .filter((window) => isActive(window.last))
    .map((window) => ({ window, result: results.get(window.period) ?? null }));
}

/**
 * The tallies of one business for the periods that end from `first` to `last`.
 *
 * Due is what `listExpectedControls` lists, without what was reported as not open, which is counted apart. A report for a
 * period that is not due counts nowhere.
 *
 * @example
 * measureControls({
 *   states: [{ value: "active", from: "2026-01-01" }],
 *   reports: [{ kind: "daily", period: "2026-11-20", result: "no-risk" }],
 *   first: "2026-11-20", last: "2026-11-30", asOf: "2026-11-24", knownOn: "2026-11-24",
 * }).daily; // => { done: 1, of: 4, findings: 0, notOpen: 0 }
 */
export function measureControls(input: ControlQuestion): ControlTallies {
  const tally = (kind: ControlKind): ControlTally => {
    const sum = { done: 0, of: 0, findings: 0, notOpen: 0 };
    for (const { result } of listExpectedControls(kind, input)) {
      if (result === "not-open") sum.notOpen += 1;
      else sum.of += 1;
      if (result === "no-risk" || result === "findings") sum.done += 1;
      if (result === "findings") sum.findings += 1;
    }
    return sum;
  };
  return { daily: tally("daily"), weekly: tally("weekly"), monthly: tally("monthly") };
}

/** The sum of two tallies: of establishments, territories, forms. */
export const addTallies = (a: ControlTallies, b: ControlTallies): ControlTallies => {
  const add = (kind: ControlKind): ControlTally => ({
    done: a[kind].done + b[kind].done,
    of: a[kind].of + b[kind].of,
    findings: a[kind].findings + b[kind].findings,
    notOpen: a[kind].notOpen + b[kind].notOpen,
  });
  return { daily: add("daily"), weekly: add("weekly"), monthly: add("monthly") };
};

/** Whether nothing of any kind was due. */
export const isNothingControlled = (tallies: ControlTallies): boolean =>
  controlKinds.every((kind) => tallies[kind].of === 0);
