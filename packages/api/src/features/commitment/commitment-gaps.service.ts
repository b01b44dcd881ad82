// The picture of the chain with the gaps of commitments in it. They change with every signature, so they are laid over
// the picture when it is read instead of composing the register anew.
import { countGapKinds, findCommitmentGap, type Gap, type PlainDate } from "@shian/domain";
import type { Call } from "../../deps.js";
import type { Picture } from "../picture/picture.js";
import { getPicture } from "../picture/picture.service.js";
import { readStandings } from "./standing.service.js";

const kept = new WeakMap<object, { readonly standings: object; readonly picture: Picture }>();

/** What who asks sees of the day, with officials who have not signed or acknowledged among the gaps. */
export async function getChainPicture(
  call: Call,
  days: { readonly asOf?: PlainDate | undefined; readonly knownOn?: PlainDate | undefined },
): Promise<Picture> {
  const picture = await getPicture(call, days);
  const standings = await readStandings(call, days);
  const known = kept.get(picture);
  if (known?.standings === standings) return known.picture;
  const gaps: Gap[] = [...picture.officials.keys()].sort().flatMap((id) => {
    const { load, standing, acknowledged } = standings.of(id);
    if (load === 0 || !picture.inPost.has(id)) return [];
    const gap = findCommitmentGap(id, { standing, annexAcknowledged: acknowledged });
    return gap === undefined ? [] : [gap];
  });
  const all = [...picture.gaps.gaps, ...gaps];
  const full = { ...picture, gaps: { gaps: all, counts: countGapKinds(all) } };
  kept.set(picture, { standings, picture: full });
  return full;
}
