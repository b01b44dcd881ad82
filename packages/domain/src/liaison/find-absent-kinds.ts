// Which links of the directory should stand at a place and do not.
// Source: rules §3 (a leader at each level, the village or its liaison, liaison and inspector); that the township is where
// liaison and inspector are looked for is ours, from the product's users (街道食安办联络员, 市场监管所).
import type { Level } from "../territory/territory.schema.js";
import type { DutyKind } from "./duty-post.schema.js";

/**
 * The kinds absent at a place of the level where posts of `kinds` stand: a leader at every level, at a township also a
 * liaison and an inspector; at a village a leader or a liaison, told as an absent liaison where there is neither.
 *
 * @example
 * findAbsentKinds({ level: "township", kinds: ["leader"] }); // => ["liaison", "inspector"]
 * findAbsentKinds({ level: "village", kinds: ["liaison"] }); // => []
 */
export function findAbsentKinds({
  level,
  kinds,
}: {
  readonly level: Level;
  readonly kinds: readonly DutyKind[];
}): readonly DutyKind[] {
  if (level === "village") return kinds.includes("leader") || kinds.includes("liaison") ? [] : ["liaison"];
  const wanted: readonly DutyKind[] = level === "township" ? ["leader", "liaison", "inspector"] : ["leader"];
  return wanted.filter((kind) => !kinds.includes(kind));
}
