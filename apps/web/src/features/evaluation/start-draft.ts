import type { Measurement, Method } from "@shian/domain";

/** A measurement as a form holds it: not yet checked, numbers may be missing. */
export type Draft = Readonly<Record<string, unknown>>;

/** What the form of a method starts with: the measurement that stands, or the method's empty one. */
export function startDraft(method: Method, measurement: Measurement | undefined): Draft {
  if (measurement !== undefined) return measurement;
  switch (method.type) {
    case "deduction":
      return { counts: {} };
    case "parts":
      return { met: {} };
    case "all-or-nothing":
    case "levels":
    case "bands":
    case "linear":
    case "ratio":
    case "assessed":
    case "veto-event":
    case "veto-threshold":
      return {};
  }
}
