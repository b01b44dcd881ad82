// Decides whether a text is a grid code: the 12-digit code of its village or community and 3 digits of its number there.
// Source: F6 网格 (ours, "建议"; local standards differ), rules §1.
import { isKnownDivision } from "./division-code.js";
import { foldCode } from "./fold-code.js";
import type { IdentifierReading } from "./identifier-reading.js";
import { problem } from "./result.js";

const SHAPE = /^\d{15}$/;

/**
 * Whether the text has the 15 digits of a grid code. An old registration number of a firm has 15 digits too, so the
 * shape alone proves nothing.
 *
 * @example
 * isGridCodeShape("990106001001001"); // => true
 */
export const isGridCodeShape = (text: string): boolean => SHAPE.test(text);

/**
 * The grid code read from typed text that is known to name a grid. Refused (`grid-code/shape`) unless it has 15
 * digits; held (`division-code/unknown`) when its county is not in the shipped table. Whether the village exists is
 * not checked here; text of unknown meaning goes through `checkIdentifier`.
 *
 * @example
 * parseGridCode({ input: "990106001001001" }).status; // => "valid"
 * parseGridCode({ input: "990106001001" }).status; // => "refused"
 */
export function parseGridCode({ input }: { readonly input: string }): IdentifierReading {
  const { value, changes } = foldCode(input);
  if (!isGridCodeShape(value)) {
    return { status: "refused", value: null, changes, notices: [], problems: [problem("grid-code/shape")] };
  }
  if (!isKnownDivision(value)) {
    const unknown = problem("division-code/unknown", { code: value.slice(0, 6) });
    return { status: "held", value, changes, notices: [], problems: [unknown] };
  }
  return { status: "valid", value, changes, notices: [], problems: [] };
}
