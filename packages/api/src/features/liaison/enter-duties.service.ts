// Enters a whole directory at once; for the demonstration, a real office's grows through the operations.
import type { DutyPost } from "@shian/domain";
import type { Call } from "../../deps.js";
import { insertDuties } from "./duty-post.repo.js";

/** Enters the posts, each recorded on its own first day, as the demonstration's history is. */
export async function enterDuties(call: Call, posts: readonly DutyPost[]): Promise<void> {
  const byDay = new Map<string, DutyPost[]>();
  for (const post of posts) byDay.set(post.from, [...(byDay.get(post.from) ?? []), post]);
  for (const [day, entered] of byDay)
    await insertDuties(
      call.db,
      entered.map(({ post, kind, from, to, ...facts }) => ({
        id: `${post}-1`,
        post,
        kind,
        facts,
        from,
        to,
        version: 1,
        mobile: null,
      })),
      { at: `${day}T04:00:00.000Z`, name: "演示" },
    );
}
