// The directory's part of a group of the matrix's world.
import { toPlainDate } from "@shian/domain";
import { insertDuties } from "../../features/liaison/duty-post.repo.js";
import type { Db } from "../../storage/database.js";
import type { Keyring } from "../../storage/keyring.js";
import type { Group } from "./groups.js";

const since = toPlainDate("2026-01-05");
const at = `${since}T04:00:00.000Z`;

/** A duty post with its holder's number. */
export async function insertLiaison(db: Db, group: Group, keyring: Keyring): Promise<void> {
  const { place, words } = group;
  await insertDuties(
    db,
    [
      {
        id: `${group.duty}1`,
        post: group.duty,
        kind: "liaison",
        facts: {
          name: `联络${words.unit}`,
          unit: `街道${words.unit}`,
          title: "联络员",
          territories: [place],
          officePhone: null,
          person: null,
        },
        from: since,
        to: null,
        version: 1,
        mobile: keyring.seal(group.mobile, "duty.mobile"),
      },
    ],
    { at, name: "—" },
  );
}
