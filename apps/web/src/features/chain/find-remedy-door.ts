import { findGapRemedy, type GapRemedy, type GapRow, gapRemedies, type OperationId } from "@shian/domain";
import type { Door } from "../../components/figures.js";

export type RemedyDoor = { readonly remedy: GapRemedy; readonly operation: OperationId; readonly door: Door };

/** Where a gap is closed, with the establishment or official filled in; undefined where the row names neither. */
export function findRemedyDoor({
  kind,
  establishment,
  official,
  reason,
}: Pick<GapRow, "kind" | "establishment" | "official" | "reason">): RemedyDoor | undefined {
  const remedy = findGapRemedy({ kind, code: reason.code });
  const door = findDoor(remedy, { establishment, official });
  return door === undefined ? undefined : { remedy, operation: gapRemedies[remedy], door };
}

function findDoor(
  remedy: GapRemedy,
  { establishment, official }: Pick<GapRow, "establishment" | "official">,
): Door | undefined {
  if (remedy === "even-out" && official !== null) {
    const { level, jurisdictions } = official;
    const [only, ...others] = jurisdictions;
    // Of several places none is the one to even out, so that of the page stays.
    const place = only !== undefined && others.length === 0 ? { territory: only } : {};
    return { to: "/chain", search: { view: "allocation", level, ...place } };
  }
  if ((remedy === "sign" || remedy === "acknowledge") && official !== null)
    return { to: "/chain/official/$id", params: { id: official.id } };
  if (establishment === null) return undefined;
  return remedy === "allocate"
    ? { to: "/chain", search: { view: "allocation", one: establishment.id } }
    : { to: "/registry/$id", params: { id: establishment.id } };
}
