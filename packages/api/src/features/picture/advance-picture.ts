// Brings a picture up to date with a few changed establishments instead of composing it from the whole register.
import { countGapKinds, type Gap, gapKinds } from "@shian/domain";
import { createById, type Done, findQuestioned, type Picture } from "./picture.js";

/** Whether what others' figures depend on is as before: who answers, whether it is active, where it lies. */
function isAlike(before: Picture, after: Picture, id: string): boolean {
  const [old, now] = [before.byId.get(id), after.byId.get(id)];
  if (old === undefined || now === undefined) return old === now;
  const officialsOf = (picture: Picture) => JSON.stringify(findQuestioned(picture, id)?.officials);
  return (
    old.facts.place === now.facts.place &&
    old.official?.id === now.official?.id &&
    (old.state === "active") === (now.state === "active") &&
    officialsOf(before) === officialsOf(after)
  );
}

/** The picture with those establishments as another has them; both hold the same ones. */
function replaceEstablishments(picture: Picture, other: Picture, ids: readonly string[]): Picture {
  const establishments = [...picture.establishments];
  const questioned = [...picture.question.establishments];
  for (const id of ids) {
    const [place, one, asked] = [picture.places.get(id), other.byId.get(id), findQuestioned(other, id)];
    if (place === undefined || one === undefined || asked === undefined) continue;
    establishments[place] = one;
    questioned[place] = asked;
  }
  return {
    ...picture,
    establishments,
    byId: createById(establishments, picture.places),
    question: { ...picture.question, establishments: questioned },
  };
}

const isOf = (ids: ReadonlySet<string>, { establishment }: Gap) =>
  establishment !== null && ids.has(establishment);

// Most changes leave the gaps as they are, so looking them up by establishment pays.
const gapsByEstablishment = new WeakMap<readonly Gap[], ReadonlyMap<string, readonly Gap[]>>();

/** The gaps of each establishment that has any. */
export function getGapsByEstablishment(gaps: readonly Gap[]): ReadonlyMap<string, readonly Gap[]> {
  const known = gapsByEstablishment.get(gaps);
  if (known !== undefined) return known;
  const groups = new Map<string, Gap[]>();
  for (const gap of gaps) {
    if (gap.establishment === null) continue;
    const group = groups.get(gap.establishment);
    if (group === undefined) groups.set(gap.establishment, [gap]);
    else group.push(gap);
  }
  gapsByEstablishment.set(gaps, groups);
  return groups;
}

/** The gaps with those of some establishments taken from another picture, in the order of kinds, then of ids. */
function replaceGaps(picture: Picture, part: Picture, ids: ReadonlySet<string>): Picture["gaps"] {
  const { gaps } = picture.gaps;
  const found = part.gaps.gaps.filter((gap) => isOf(ids, gap));
  const byEstablishment = getGapsByEstablishment(gaps);
  const isSame = [...ids].every((id) => {
    const now = found.filter(({ establishment }) => establishment === id);
    return JSON.stringify(now) === JSON.stringify(byEstablishment.get(id) ?? []);
  });
  if (isSame) return picture.gaps;
  const order = (a: Gap, b: Gap): number => {
    const byKind = gapKinds.indexOf(a.kind) - gapKinds.indexOf(b.kind);
    const [x, y] = [a.establishment ?? a.official ?? "", b.establishment ?? b.official ?? ""];
    return byKind !== 0 ? byKind : x < y ? -1 : x > y ? 1 : 0;
  };
  const all = [...gaps.filter((gap) => !isOf(ids, gap)), ...found].sort(order);
  return { gaps: all, counts: countGapKinds(all) };
}

/** What was done, with some establishments' as another picture has it. */
function replaceDone({ done }: Picture, part: Picture, ids: readonly string[]): Done {
  const [visits, waivers] = [[...done.visits], [...done.waivers]];
  for (const id of ids) {
    const [place, from] = [done.places.get(id), part.done.places.get(id)];
    if (place === undefined || from === undefined) continue;
    visits[place] = part.done.visits[from] ?? [];
    waivers[place] = part.done.waivers[from] ?? [];
  }
  return { places: done.places, visits, waivers };
}

/**
 * The whole picture with what `part`, composed from those establishments' records alone, says of them; undefined when
 * the change reaches beyond them (loads of officials, who is where), so that everything has to be composed.
 */
export function advancePicture(picture: Picture, part: Picture, ids: readonly string[]): Picture | undefined {
  if (!ids.every((id) => isAlike(picture, part, id))) return undefined;
  return {
    ...replaceEstablishments(picture, part, ids),
    gaps: replaceGaps(picture, part, new Set(ids)),
    done: replaceDone(picture, part, ids),
  };
}

/**
 * A person's view of the picture `before`, brought up to the whole picture after `advancePicture`. Gaps seldom change
 * with a visit; the view keeps its own for as long as the whole has the same ones.
 */
export function advanceView(
  view: Picture,
  { before, whole }: { readonly before: Picture["gaps"]; readonly whole: Picture },
  ids: readonly string[],
): Picture {
  const { establishments, byId, question } = whole;
  // Who sees everything goes on sharing the lists, and so what is counted and sorted along them.
  const replaced =
    view.places === whole.places
      ? { ...view, establishments, byId, question }
      : replaceEstablishments(view, whole, ids);
  if (before === whole.gaps) return { ...replaced, done: whole.done };
  const gaps = whole.gaps.gaps.filter(({ establishment, official }) =>
    establishment === null
      ? official !== null && view.officials.has(official)
      : view.places.has(establishment),
  );
  return { ...replaced, gaps: { gaps, counts: countGapKinds(gaps) }, done: whole.done };
}
