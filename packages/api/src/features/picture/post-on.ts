// Officials in the post that they held on one day, as known on another.
import { findRecordOn, isKnownOn, type PlainDate } from "@shian/domain";
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

type Days = { readonly asOf: PlainDate; readonly knownOn: PlainDate };

const before = (a: PostRecord, b: PostRecord): boolean =>
  a.from < b.from || (a.from === b.from && (a.recordedFrom ?? "") < (b.recordedFrom ?? ""));

/**
 * The post that an official is shown with: that of the day; out of any, the last one before it as known then, else the
 * first one. What was entered later never counts, or a past answer would change by it.
 */
function findShownPost(posts: readonly PostRecord[], { asOf, knownOn }: Days): PostRecord | undefined {
  const inForce = findRecordOn(posts, asOf, knownOn);
  if (inForce !== undefined) return inForce;
  const known = posts.filter((post) => isKnownOn(post, knownOn));
  const over = known.filter(({ from }) => from <= asOf);
  if (over.length > 0) return over.reduce((last, post) => (before(last, post) ? post : last));
  const entered = (post: PostRecord): string => post.recordedFrom ?? "";
  const first = posts.map(entered).sort()[0];
  const rest = known.length > 0 ? known : posts.filter((post) => entered(post) === first);
  return rest.length === 0 ? undefined : rest.reduce((least, post) => (before(post, least) ? post : least));
}

/** The official in the post of the day; one who never had a post, as the directory has them. */
export function findPostOn(
  official: StoredOfficial,
  posts: readonly PostRecord[] | undefined,
  days: Days,
): StoredOfficial {
  const found = findShownPost(posts ?? [], days);
  if (found === undefined) return official;
  const { unit, post, level, jurisdictions, from, to } = found;
  return { ...official, unit, post, level, jurisdictions: [...jurisdictions], from, to: to ?? null };
}
