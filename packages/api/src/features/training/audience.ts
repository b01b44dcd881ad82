// For whom a plan or a document is, among those whom who asks sees.
import {
  type Audience,
  findRecordOn,
  formatPlace,
  isInJurisdiction,
  levels,
  type PlainDate,
} from "@shian/domain";
import type { Call } from "../../deps.js";
import { findPartOf } from "../chain/chain.views.js";
import type { KeyParts } from "../picture/page-rows.js";
import type { Picture, PostRecord, StoredOfficial } from "../picture/picture.js";
import { findPostOn, groupPosts } from "../picture/post-on.js";
import { meetsReach } from "../picture/scope.js";

/** An official in the post of the day that counts. */
export type Invited = { readonly official: StoredOfficial; readonly place: string | null };

/** Officials of a picture by audience; posts are grouped once for all that is asked of it. */
export type AudienceOf = (audience: Audience, last: PlainDate) => readonly Invited[];

/**
 * Officials in post on the picture's day, or on `last` where that is earlier, of the levels and with one of their places
 * in the territory. A place counts where it lies in `within`, the territory of the view.
 */
export function createAudience(picture: Picture, within: string): AudienceOf {
  const posts = groupPosts((picture.question.posts ?? []) as readonly PostRecord[]);
  const { tree, knownOn } = picture;
  // Most of a list is for the same officials, of whom there may be thousands.
  const found = new Map<string, readonly Invited[]>();
  return ({ territory, levels: asked }, last) => {
    const isOver = last < picture.asOf;
    const asOf = isOver ? last : picture.asOf;
    const key = JSON.stringify([territory, asked, asOf]);
    const before = found.get(key);
    if (before !== undefined) return before;
    const invited = [...picture.officials.values()].flatMap((known): Invited[] => {
      const own = posts.get(known.id) ?? [];
      if (findRecordOn(own, asOf, knownOn) === undefined) return [];
      const official = findPostOn(known, own, { asOf, knownOn });
      const isIn = (code: string) => tree.contains(territory, code);
      const isSeen = (code: string) => within === picture.rules.territory || tree.contains(within, code);
      if (!asked.includes(official.level) || !official.jurisdictions.some(isIn)) return [];
      if (!official.jurisdictions.some(isSeen)) return [];
      return [{ official, place: findPartOf(picture, within, official) }];
    });
    found.set(key, invited);
    return invited;
  };
}

/** The order of officials in a list: by level, then by name. */
export const officialKeys: KeyParts<{ readonly official: StoredOfficial }> = [
  ({ official }) => levels.indexOf(official.level),
  ({ official }) => official.sortKey,
  ({ official }) => official.id,
];

/** Whether who asks has to do with what is for the territory: it meets their reach, or somebody they see is invited. */
export const concerns = (picture: Picture, territory: string, invited: readonly Invited[]): boolean =>
  invited.length > 0 || (picture.reach.territories.length > 0 && meetsReach(picture, territory));

/** Whether who asks may change what is kept for the territory. */
export const mayChange = ({ roles, reach }: Call, { tree }: Picture, territory: string): boolean =>
  roles.includes("office") && isInJurisdiction({ tree, jurisdiction: reach.territories, code: territory });

/** The name of a place as a table has it; null is the territory itself. */
export const namePlace = (picture: Picture, place: string | null, within: string): string => {
  const code = place ?? within;
  return picture.tree.find(code)?.name ?? formatPlace({ code, tree: picture.tree, within });
};
