// Records of the register with some establishments' read again.
import type { PictureRecords } from "./picture.js";

/** What was read again of some establishments for a revision, their officials with them. */
export type Refreshed = {
  readonly revision: number;
  readonly ids: ReadonlySet<string>;
  readonly part: PictureRecords;
};

/** Establishments and everything that is known of them. */
type Part = Pick<Refreshed, "ids" | "part">;

const none: PictureRecords = {
  establishments: [],
  past: [],
  states: [],
  grades: [],
  riskGrades: [],
  officials: [],
  posts: [],
  assignments: [],
  visits: [],
  waivers: [],
  arms: [],
};

const mend = <R extends { readonly establishment: string }>(
  records: readonly R[],
  ids: ReadonlySet<string>,
  read: readonly R[],
): readonly R[] => [...records.filter(({ establishment }) => !ids.has(establishment)), ...read];

/** The records with those of the part's establishments replaced, in the order of ids. */
export function mendRecords(records: PictureRecords, { ids, part }: Part): PictureRecords {
  if (ids.size === 0) return records;
  const others = records.establishments.filter(({ id }) => !ids.has(id));
  const officials = new Map(records.officials.map((official) => [official.id, official]));
  return {
    establishments: [...others, ...part.establishments].sort((a, b) => (a.id < b.id ? -1 : 1)),
    past: mend(records.past, ids, part.past),
    states: mend(records.states, ids, part.states),
    grades: mend(records.grades, ids, part.grades),
    riskGrades: mend(records.riskGrades, ids, part.riskGrades),
    officials: [...records.officials, ...part.officials.filter(({ id }) => !officials.has(id))],
    posts: [...records.posts, ...part.posts.filter(({ id }) => !officials.has(id))],
    assignments: mend(records.assignments, ids, part.assignments),
    visits: mend(records.visits, ids, part.visits),
    waivers: mend(records.waivers, ids, part.waivers),
    arms: mend(records.arms, ids, part.arms),
  };
}

/** Several readings as one; of an establishment that was read twice the later counts. */
export const foldRefreshed = (refreshed: readonly Refreshed[]): Part =>
  refreshed.reduce<Part>(
    (sum, { ids, part }) => ({
      ids: new Set([...sum.ids, ...ids]),
      part: mendRecords(sum.part, { ids, part }),
    }),
    { ids: new Set(), part: none },
  );
