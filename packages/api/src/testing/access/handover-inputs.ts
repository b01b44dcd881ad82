// What the access matrix asks of handovers, and the one that each group has behind it.
import { type HandoverParty, type HandoverRow, type OperationId, toPlainDate } from "@shian/domain";
import { insertHandover } from "../../features/handover/handover.repo.js";
import type { Db } from "../../storage/database.js";
import type { Group } from "./groups.js";
import type { Row } from "./input-row.js";

const day = toPlainDate("2026-02-02");

type Own = Extract<OperationId, `handover.${string}`>;

export const handoverInputs: { readonly [Id in Own]: Row<Id> } = {
  "handover.preview": {
    about: "objects",
    inputs: ({ official, deputy, place }) => [
      { departures: [{ official }] },
      {
        departures: [
          {
            official,
            next: { unit: "新单位", post: "新职务", level: "county", jurisdictions: [place] },
            successor: deputy,
          },
        ],
      },
    ],
  },
  "handover.make": {
    about: "objects",
    inputs: ({ official }) => [{ departures: [{ official }], mark: "stale" }],
  },
  "handover.list": { about: "objects", inputs: ({ official }) => [{ official }, { official, limit: 500 }] },
  "handover.receipt": {
    about: "objects",
    inputs: ({ handover, official, deputy }) => [
      { id: handover, official },
      { id: handover, official: deputy },
    ],
  },
  "handover.undo": { about: "objects", inputs: ({ handover }) => [{ id: handover }] },
};

/** A handover from the deputy to the official, long ago. */
export async function insertHandedOver(
  db: Db,
  { handover, official, deputy, establishment, words }: Group,
  at: string,
): Promise<void> {
  const party = (id: string, over: Partial<HandoverParty>): HandoverParty => ({
    id,
    name: `干部${id}`,
    unit: `单位${words.named}`,
    post: `职务${words.business}`,
    level: "township",
    role: "receives",
    next: null,
    before: 0,
    after: 1,
    given: 0,
    received: 1,
    kept: 0,
    unassigned: 0,
    dueVisits: 0,
    missedVisits: 0,
    endedYears: [],
    signs: false,
    acknowledges: true,
    standIns: [],
    visitsSince: 0,
    ...over,
  });
  const row: HandoverRow = {
    establishment: {
      id: establishment,
      name: `食堂${words.named}`,
      placeName: `地${words.business}`,
      grade: null,
      state: "active",
    },
    from: { id: deputy, name: `干部${deputy}` },
    to: { id: official, name: `干部${official}` },
    reason: null,
    chosen: false,
    duty: "not-due",
    dueBy: null,
    missed: false,
    lastVisit: null,
  };
  await insertHandover(
    db,
    {
      id: handover,
      personId: "nobody",
      personName: `办${words.business}`,
      day,
      note: `注${words.business}`,
      moved: 1,
      unassigned: 0,
      commitments: [],
      standIns: [],
      createdAt: at,
    },
    [
      { told: party(deputy, { role: "leaves", given: 1, received: 0, after: 0 }), before: null },
      { told: party(official, {}), before: null },
    ],
    [row],
  );
}
