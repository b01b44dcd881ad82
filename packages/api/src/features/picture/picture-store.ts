// The records of the register and the pictures made of them, kept in memory by each server process for itself. A change
// names the establishments that it touched, so only their records are read again.
import type { PlainDate, TerritoryTree } from "@shian/domain";
import type { Database, Db } from "../../storage/database.js";
import { advancePicture, advanceView } from "./advance-picture.js";
import { foldRefreshed, mendRecords, type Refreshed } from "./mend-records.js";
import { readOfficeRules } from "./office-rules.js";
import { composePicture, type OfficeRules, type Picture, type PictureRecords } from "./picture.js";
import { type Revision, readRevision } from "./picture.repo.js";
import { readPart, readPictureRecords } from "./picture-records.repo.js";

/** Somebody's view of a whole picture, at the revision that it was made or brought up to, and the whole's gaps then. */
type View = { readonly revision: number; readonly picture: Picture; readonly gaps: Picture["gaps"] };

type KeptPicture = {
  readonly revision: number;
  readonly picture: Picture;
  readonly views: Map<string, View>;
  /** Views that are being made, so that those who ask together make one. */
  readonly making: Map<string, Promise<Picture>>;
};

type Kept = {
  readonly revision: number;
  readonly rules: OfficeRules;
  readonly records: PictureRecords;
  /** Revision that the records have everything of. */
  readonly recordsOf: number;
  /** What was read again since then, the latest last. */
  readonly refreshed: readonly Refreshed[];
  readonly pictures: Map<string, KeptPicture>;
};

// A leader comparing days needs a few; each picture of a district is some megabytes.
const MOST_KEPT = 4;
/** Views of one picture: everyone of a role and territory shares theirs, every official has one. */
const MOST_VIEWS = 200;
/** Above this many it is cheaper to read everything. */
const MOST_TOUCHED = 2000;
// Folding them into the records looks at each of those, so it is done seldom.
const MOST_REFRESHED = 1000;

const kept = new WeakMap<Database, Promise<Kept>>();

async function readWhole(db: Db, { version }: Revision): Promise<Kept> {
  const records = await readPictureRecords(db);
  return {
    revision: version,
    rules: await readOfficeRules(db),
    records,
    recordsOf: version,
    refreshed: [],
    pictures: new Map(),
  };
}

/** Which establishments changed since; undefined when the list does not reach back so far. */
function listTouched({ version, touched }: Revision, since: number): readonly string[] | undefined {
  const behind = version - since;
  if (behind > touched.length) return undefined;
  const ids = new Set(touched.slice(touched.length - behind).flat());
  return ids.size > MOST_TOUCHED ? undefined : [...ids];
}

async function refresh(db: Db, present: Kept, revision: Revision): Promise<Kept> {
  if (present.revision >= revision.version) return present;
  const ids = listTouched(revision, present.revision);
  if (ids === undefined) return readWhole(db, revision);
  const question = { establishments: ids, officials: [], settings: [], isBound: false };
  const { records: part } = await readPart(db, question);
  const refreshed = [...present.refreshed, { revision: revision.version, ids: new Set(ids), part }];
  const next = { ...present, revision: revision.version };
  if (refreshed.length <= MOST_REFRESHED) return { ...next, refreshed };
  const older = refreshed.splice(0, MOST_REFRESHED / 2);
  return {
    ...next,
    records: mendRecords(present.records, foldRefreshed(older)),
    recordsOf: older.at(-1)?.revision ?? present.recordsOf,
    refreshed,
  };
}

/**
 * The records as committed by now, or at least by the revision that who asks has seen; whoever asks while they are read
 * waits for the same reading.
 */
async function getKept(database: Database, seen: number | undefined): Promise<Kept> {
  const present = await kept.get(database);
  if (seen !== undefined && present !== undefined && present.revision >= seen) return present;
  const revision = await readRevision(database.db);
  const before = kept.get(database);
  const after =
    before === undefined
      ? readWhole(database.db, revision)
      : before.then((present) => refresh(database.db, present, revision));
  kept.set(database, after);
  // What could not be read is read from the beginning by whoever asks next.
  after.catch(() => {
    if (kept.get(database) === after) kept.delete(database);
  });
  return after;
}

/** A day that is asked about, as known on a day, and the places as they lie on the first. */
export type PictureQuestion = {
  readonly asOf: PlainDate;
  readonly knownOn: PlainDate;
  readonly getTree: () => Promise<TerritoryTree>;
  /** The rules as known on a day before today; absent: those of now. */
  readonly getRules?: () => Promise<OfficeRules>;
  /** Revision that who asks has seen. */
  readonly seen?: number | undefined;
};

/** The picture before brought up to date; undefined where everything has to be composed. */
function advance(
  now: Kept,
  before: KeptPicture,
  tree: TerritoryTree,
  rules: OfficeRules,
): KeptPicture | undefined {
  if (before.revision < now.recordsOf) return undefined;
  const { asOf, knownOn } = before.picture;
  const { refreshed, revision } = now;
  const { ids, part } = foldRefreshed(refreshed.filter((one) => one.revision > before.revision));
  const composed = composePicture({ records: part, tree, rules, asOf, knownOn });
  const picture = advancePicture(before.picture, composed, [...ids]);
  return picture === undefined ? undefined : { ...before, revision, picture };
}

/** The whole picture of the day, as the product itself sees it. */
async function getWhole(
  database: Database,
  question: PictureQuestion,
): Promise<{ readonly now: Kept; readonly whole: KeptPicture }> {
  const { asOf, knownOn } = question;
  const tree = await question.getTree();
  const known = await question.getRules?.();
  const now = await getKept(database, question.seen);
  // Nothing is awaited from here on, so nobody composes the same picture beside this one.
  const key = `${asOf} ${knownOn}`;
  const before = now.pictures.get(key);
  if (before?.revision === now.revision) return { now, whole: before };
  // Somebody who knows of a later change was faster.
  if (before !== undefined && before.revision > now.revision) return getWhole(database, question);
  const { revision } = now;
  const rules = known ?? now.rules;
  const compose = (): KeptPicture => {
    const records = mendRecords(now.records, foldRefreshed(now.refreshed));
    return {
      revision,
      picture: composePicture({ records, tree, rules, asOf, knownOn }),
      views: new Map(),
      making: new Map(),
    };
  };
  const whole = (before === undefined ? undefined : advance(now, before, tree, rules)) ?? compose();
  now.pictures.delete(key);
  now.pictures.set(key, whole);
  const [oldest] = now.pictures.keys();
  if (now.pictures.size > MOST_KEPT && oldest !== undefined) now.pictures.delete(oldest);
  return { now, whole };
}

/** Of those who ask for one view while it is made, the first makes it. */
function makeOnce(
  { revision, picture, making }: KeptPicture,
  key: string,
  restrict: (whole: Picture) => Promise<Picture>,
): Promise<Picture> {
  const name = `${revision} ${key}`;
  const made = making.get(name) ?? restrict(picture).finally(() => making.delete(name));
  making.set(name, made);
  return made;
}

/**
 * The view under the key of the picture of a day: as it was made before, brought up to date, or made by `restrict`.
 */
export async function getView(
  database: Database,
  question: PictureQuestion,
  key: string,
  restrict: (whole: Picture) => Promise<Picture>,
): Promise<Picture> {
  const { now, whole } = await getWhole(database, question);
  const known = whole.views.get(key);
  if (known !== undefined && known.revision >= whole.revision) return known.picture;
  const advanceKnown = (view: View): Picture => {
    const since = now.refreshed.filter(({ revision }) => revision > view.revision);
    const ids = [...new Set(since.flatMap((one) => [...one.ids]))];
    return advanceView(view.picture, { before: view.gaps, whole: whole.picture }, ids);
  };
  const picture =
    known === undefined || known.revision < now.recordsOf
      ? await makeOnce(whole, key, restrict)
      : advanceKnown(known);
  whole.views.delete(key);
  whole.views.set(key, { revision: whole.revision, picture, gaps: whole.picture.gaps });
  const [oldest] = whole.views.keys();
  if (whole.views.size > MOST_VIEWS && oldest !== undefined) whole.views.delete(oldest);
  return picture;
}
