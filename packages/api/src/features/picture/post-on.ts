// Officials in the post that they held on one day, as known on another.
import { findRecordOn, type PlainDate } from "@shian/domain";
import type { PostRecord, StoredOfficial } from "./picture.js";

/** The posts of each official. */
export function groupPosts(posts: readonly PostRecord[]): ReadonlyMap<string, readonly PostRecord[]> {
  const groups = new Map<string, PostRecord[]>();
  for (const post of posts) {
    const group = groups.get(post.id);
    if (group === undefined) groups.set(post.id, [post]);
    else group.push(post);
  }
  return groups;
}

/** The official in the post of the day; out of any post, as the directory has them. */
export function findPostOn(
  official: StoredOfficial,
  posts: readonly PostRecord[] | undefined,
  { asOf, knownOn }: { readonly asOf: PlainDate; readonly knownOn: PlainDate },
): StoredOfficial {
  const found = findRecordOn(posts ?? [], asOf, knownOn);
  if (found === undefined) return official;
  const { unit, post, level, jurisdictions, from, to } = found;
  return { ...official, unit, post, level, jurisdictions: [...jurisdictions], from, to: to ?? null };
}
