// The command that closes a gap, or that shows what it takes where the terminal cannot.
import { findGapRemedy, gapRemedies, type OperationOutput } from "@shian/domain";

type Gap = OperationOutput<"chain.gaps">["rows"][number];

/** The command with the establishment or official filled in; undefined for who may not do what it does. */
export function sayRemedy(
  { kind, establishment, official, reason }: Gap,
  allowed: readonly string[],
): string | undefined {
  const remedy = findGapRemedy({ kind, code: reason.code });
  if (!allowed.includes(gapRemedies[remedy])) return undefined;
  if (official !== null) {
    const [only, ...others] = official.jurisdictions;
    const place = only === undefined || others.length > 0 ? "" : ` --territory ${only}`;
    if (remedy === "even-out") return `shian allocate --level ${official.level}${place}`;
    if (remedy === "sign") return `shian commitment list --search ${official.name}`;
    if (remedy === "acknowledge") return `shian official lists --official ${official.id}`;
  }
  if (establishment === null) return undefined;
  if (remedy === "allocate") return `shian allocate --establishment ${establishment.id}`;
  return remedy === "appoint"
    ? `shian business-arm show ${establishment.id}`
    : `shian registry show ${establishment.id}`;
}
