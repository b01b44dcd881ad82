// The lists of all officials of a whole picture with their versions. Deriving them looks at years of records, so those
// of an official whose establishments' records are the very same ones as before are kept.
import { createHash } from "node:crypto";
import {
  type AnnexEstablishment,
  type AnnexVersion,
  type DutyEstablishment,
  deriveAnnexVersions,
  toAnnexText,
} from "@shian/domain";
import type { Picture } from "../picture/picture.js";

export const hashText = (text: string): string => createHash("sha256").update(text).digest("hex");
export const hashBytes = (content: Uint8Array): string => createHash("sha256").update(content).digest("hex");

/** The hash of a list that holds nothing. */
export const emptyAnnexHash = hashText(toAnnexText([]));

export type HashedVersion = AnnexVersion & { readonly hash: string };

type Kept = {
  readonly asked: readonly DutyEstablishment[];
  readonly posts: Picture["question"]["posts"];
  readonly versions: readonly HashedVersion[];
};

const MOST_DAYS = 4;
const keptByDay = new Map<string, Map<string, Kept>>();

/** What was derived before for the day of this installation; the oldest day makes way. */
function getKept(day: string): Map<string, Kept> {
  const kept = keptByDay.get(day) ?? new Map<string, Kept>();
  keptByDay.delete(day);
  keptByDay.set(day, kept);
  const [oldest] = keptByDay.keys();
  if (keptByDay.size > MOST_DAYS && oldest !== undefined) keptByDay.delete(oldest);
  return kept;
}

const isSame = (a: readonly DutyEstablishment[], b: readonly DutyEstablishment[]): boolean =>
  a.length === b.length && a.every((one, at) => one === b[at]);

function groupByEverOfficial({ question }: Picture): ReadonlyMap<string, readonly DutyEstablishment[]> {
  const groups = new Map<string, DutyEstablishment[]>();
  for (const one of question.establishments)
    for (const official of new Set(one.officials.map(({ value }) => value))) {
      const group = groups.get(official);
      if (group === undefined) groups.set(official, [one]);
      else group.push(one);
    }
  return groups;
}

/** Versions by official; an official who never answered for anything is absent. The picture must be a whole one. */
export function listAnnexes(picture: Picture): ReadonlyMap<string, readonly HashedVersion[]> {
  const { asOf, knownOn, question } = picture;
  const posts = question.posts ?? [];
  // Two installations in one process, as in tests, share nothing: their records are other objects.
  const kept = getKept(`${asOf} ${knownOn}`);
  const postsOf = new Map<string, (typeof posts)[number][]>();
  for (const post of posts) postsOf.set(post.id, [...(postsOf.get(post.id) ?? []), post]);
  const annexes = new Map<string, readonly HashedVersion[]>();
  for (const [official, asked] of groupByEverOfficial(picture)) {
    const before = kept.get(official);
    const isKept = before !== undefined && before.posts === question.posts && isSame(before.asked, asked);
    const versions = isKept
      ? before.versions
      : deriveAnnexVersions({
          official,
          posts: postsOf.get(official) ?? [],
          establishments: asked.map((one) => toAnnexEstablishment(picture, one)),
          asOf,
          knownOn,
        }).map((version) => ({ ...version, hash: hashText(toAnnexText(version.lines)) }));
    if (!isKept) kept.set(official, { asked, posts: question.posts, versions });
    annexes.set(official, versions);
  }
  return annexes;
}

const toAnnexEstablishment = (picture: Picture, one: DutyEstablishment): AnnexEstablishment => ({
  id: one.id,
  officials: one.officials,
  states: one.states,
  grades: one.grades,
  state: picture.byId.get(one.id)?.state,
});
