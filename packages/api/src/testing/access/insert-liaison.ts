// The directory's part of a group of the matrix's world: posts, a group of them, questions and an answer.
import { toPlainDate } from "@shian/domain";
import { insertDuties } from "../../features/liaison/duty-post.repo.js";
import { insertGroupRecords } from "../../features/liaison/group.repo.js";
import { insertAnswer, insertQuestion, insertQuestionEntry } from "../../features/liaison/question.repo.js";
import type { Db } from "../../storage/database.js";
import type { Keyring } from "../../storage/keyring.js";
import type { Group } from "./groups.js";

const since = toPlainDate("2026-01-05");
const at = `${since}T04:00:00.000Z`;
const by = { at, name: "—" };

/** What everybody who works there knows: two posts, of which one has a number, their group, and an answer. */
export async function insertLiaison(db: Db, group: Group, keyring: Keyring): Promise<void> {
  const { place, words } = group;
  await insertDuties(
    db,
    [group.duty, group.dutyMember].map((post, index) => ({
      id: `${post}1`,
      post,
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
      mobile: index === 0 ? keyring.seal(group.mobile, "duty.mobile") : null,
    })),
    by,
  );
  const facts = {
    name: `联络群${words.unit}`,
    territory: place,
    one: group.duty,
    members: [group.dutyMember],
  };
  await insertGroupRecords(
    db,
    [{ id: `${group.liaisonGroup}1`, group: group.liaisonGroup, facts, from: since, to: null, version: 1 }],
    by,
  );
  await insertAnswer(
    db,
    { id: `${words.unit}h`, place },
    {
      id: `${words.unit}a`,
      subject: `题${words.unit}`,
      text: `答${words.unit}`,
      on: since,
      by: `答复人${words.unit}`,
      corrected: false,
    },
    at,
  );
}

/** Two questions of somebody else there, for those who look after the place alone. */
export async function insertAsked(db: Db, { question, questionLike, place, words }: Group): Promise<void> {
  for (const id of [question, questionLike]) {
    const asked = {
      id,
      place,
      township: place.slice(0, 9),
      asker: `${words.business}asker`,
      askedBy: `问${words.business}`,
      subject: `问${words.business}`,
      text: `何${words.business}`,
      askedOn: since,
    };
    await insertQuestion(db, asked, at);
    await insertQuestionEntry(
      db,
      asked,
      { seq: 1, act: "raise", on: since, by: asked.askedBy, party: "asker", text: "", target: null },
      { id: `${id}1`, personId: asked.asker, at },
    );
  }
}
