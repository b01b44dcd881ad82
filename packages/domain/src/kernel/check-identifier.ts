// Decides what kind of identifier a text is, by its shape after folding, and whether it holds: the one question behind
// `shian check-id`, the fields of the forms and the import. Kinds: SC or JY and 14 digits a licence number; 18
// characters a credit code; 2, 4, 6, 9 or 12 digits a division code; 15 digits a grid if its first 12 are a known
// village, else an old registration number of a firm, held.
// Source: rules §1 "Identifiers"; issue "First", `check-id` (certain).
import * as z from "zod";
import { parseCreditCode } from "./credit-code.js";
import { isDemonstrationVillage } from "./demonstration-division.js";
import { isDivisionCodeShape, parseDivisionCode } from "./division-code.js";
import { codeChanges, foldCode } from "./fold-code.js";
import { isGridCodeShape, parseGridCode } from "./grid-code.js";
import {
  type IdentifierKind,
  type IdentifierReading,
  identifierKinds,
  identifierStatuses,
} from "./identifier-reading.js";
import { kernelProblemCodes } from "./kernel.problem.js";
import { isLicenceNumberShape, parseLicenceNumber } from "./licence-number.js";
import { problem } from "./result.js";

/** A text and, where the caller has them, the 12-digit codes of the villages that are known besides the demonstration's. */
export type IdentifierQuestion = {
  readonly input: string;
  readonly villages?: ReadonlySet<string> | undefined;
};

/** A reading with the text it was read from and the kind its shape gave it, `null` when the shape fits none. */
export type TypedIdentifierReading = IdentifierReading & {
  readonly input: string;
  readonly kind: IdentifierKind | null;
};

/** A line of `check-id`, as JSON. `ok` is `status === "valid"`; codes stand once each. */
export const IdentifierCheck = z.strictObject({
  input: z.string(),
  kind: z.enum(identifierKinds).nullable(),
  ok: z.boolean(),
  status: z.enum(identifierStatuses),
  value: z.string().nullable().describe("the folded code, null when refused"),
  changes: z.array(z.enum(codeChanges)),
  notices: z.array(z.enum(kernelProblemCodes)),
  problems: z.array(z.enum(kernelProblemCodes)),
});
export type IdentifierCheck = z.infer<typeof IdentifierCheck>;

const SHOWN = 40;

/**
 * The identifier read from text of unknown kind, with reasons that carry their parameters, for sentences. A text that
 * fits no shape has kind `null` and is refused; an empty one too (`identifier/empty`). Grids of the demonstration city
 * are known without `villages`.
 *
 * @example
 * parseIdentifier({ input: "JY13202020009651" }).kind; // => "licence"
 * parseIdentifier({ input: "110108012345678" }).problems[0].code; // => "credit-code/registration-number-15"
 */
export function parseIdentifier({ input, villages }: IdentifierQuestion): TypedIdentifierReading {
  const { value, changes } = foldCode(input);
  if (isLicenceNumberShape(value)) return { input, kind: "licence", ...parseLicenceNumber({ input }) };
  if ([...value].length === 18) return { input, kind: "uscc", ...parseCreditCode({ input }) };
  if (isDivisionCodeShape(value)) return { input, kind: "division", ...parseDivisionCode({ input }) };
  if (isGridCodeShape(value)) {
    const village = value.slice(0, 12);
    if (villages?.has(village) || isDemonstrationVillage(village)) {
      return { input, kind: "grid", ...parseGridCode({ input }), status: "valid", problems: [] };
    }
    const old = problem("credit-code/registration-number-15");
    return { input, kind: "uscc", status: "held", value, changes, notices: [], problems: [old] };
  }
  const reason =
    value === ""
      ? problem("identifier/empty")
      : problem("identifier/unknown-shape", { text: value.slice(0, SHOWN) });
  return { input, kind: null, status: "refused", value: null, changes, notices: [], problems: [reason] };
}

/**
 * What `check-id` prints for the text: kind, status, folded value and the codes of every notice and problem. `value`
 * is `null` when refused. The reasons' parameters are left out; `parseIdentifier` has them.
 *
 * @example
 * checkIdentifier({ input: "ｊｙ13202020009651" }).changes; // => ["half-width", "upper-case"]
 * checkIdentifier({ input: "91350100M000100Y44" }).status; // => "held"
 * checkIdentifier({ input: "hello" }); // => { input: "hello", kind: null, ok: false, status: "refused", value: null, changes: ["upper-case"], notices: [], problems: ["identifier/unknown-shape"] }
 */
export function checkIdentifier(question: IdentifierQuestion): IdentifierCheck {
  const { input, kind, status, value, changes, notices, problems } = parseIdentifier(question);
  const toCodes = (reasons: IdentifierReading["problems"]) => [
    ...new Set(reasons.map((reason) => reason.code)),
  ];
  return {
    input,
    kind,
    ok: status === "valid",
    status,
    value,
    changes: [...changes],
    notices: toCodes(notices),
    problems: toCodes(problems),
  };
}
