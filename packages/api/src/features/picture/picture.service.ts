// The picture of a day, kept until the register changes. It is derived from the database alone, so any number of
// server processes may each keep their own.
import { type PlainDate, problem } from "@shian/domain";
import type { Call } from "../../deps.js";
import { Refusal } from "../../refusal.js";
import type { Database } from "../../storage/database.js";
import { readOfficeRules } from "./office-rules.js";
import { composePicture, type Picture, type PictureRecords } from "./picture.js";
import { raiseRevision, readPictureRecords, readRevision, readVisible } from "./picture.repo.js";
import { restrictPicture } from "./restrict-picture.js";

type Kept = {
  readonly revision: number;
  readonly records: Promise<PictureRecords>;
  readonly pictures: Map<string, Promise<Picture>>;
};

// A leader comparing days needs a few; each picture of a district is some megabytes.
const MOST_KEPT = 4;
/** Views of one picture: everyone of a role and territory shares theirs, every official has one. */
const MOST_VIEWS = 64;
const kept = new WeakMap<Database, Kept>();

// Days that can be asked about: the windows before and after them must be days of the calendar too.
const FIRST_DAY = "1901-01-01";
const LAST_DAY = "2999-12-31";

/**
 * The picture as of the day (today when absent), as known at the end of `knownOn` (today when absent), and of it what
 * who asks reaches. Inside a change
 * it is read afresh from the running transaction, so that a service sees what it has just written.
 */
export async function getPicture(
  call: Call,
  {
    asOf = call.today,
    knownOn = call.today,
  }: { readonly asOf?: PlainDate | undefined; readonly knownOn?: PlainDate | undefined } = {},
): Promise<Picture> {
  for (const [path, day] of [
    ["asOf", asOf],
    ["knownOn", knownOn],
  ] as const) {
    if (day < FIRST_DAY || day > LAST_DAY)
      throw new Refusal([problem("request/invalid-input", { path, reason: `${FIRST_DAY} – ${LAST_DAY}` })]);
  }
  if (call.isChange) {
    const records = await readPictureRecords(call.db);
    const picture = composePicture({ records, rules: await readOfficeRules(call.db), asOf, knownOn });
    return restrictPicture(picture, call.reach, new Set(picture.byId.keys()));
  }
  const { picture, revision } = await getWholePicture(call.deps.database, asOf, knownOn);
  const key = `${revision} ${call.roles.join(",")} ${JSON.stringify(call.reach)}`;
  const views = viewsOf(picture);
  const known = views.get(key);
  if (known !== undefined) return known;
  const view = restrictPicture(picture, call.reach, await readVisible(call.db));
  views.set(key, view);
  const [oldest] = views.keys();
  if (views.size > MOST_VIEWS && oldest !== undefined) views.delete(oldest);
  return view;
}

type Views = Map<string, Picture>;
const viewsByPicture = new WeakMap<Picture, Views>();

function viewsOf(picture: Picture): Views {
  const views = viewsByPicture.get(picture) ?? new Map<string, Picture>();
  viewsByPicture.set(picture, views);
  return views;
}

/** The picture that the product itself sees, shared by everyone who asks about the day. */
async function getWholePicture(
  database: Database,
  asOf: PlainDate,
  knownOn: PlainDate,
): Promise<{ readonly picture: Picture; readonly revision: number }> {
  const { db } = database;
  const revision = await readRevision(db);
  let entry = kept.get(database);
  if (entry === undefined || entry.revision !== revision) {
    entry = { revision, records: readPictureRecords(db), pictures: new Map() };
    kept.set(database, entry);
  }
  const key = `${asOf} ${knownOn}`;
  const known = entry.pictures.get(key);
  if (known !== undefined) return { picture: await known, revision };
  const { records, pictures } = entry;
  const picture = (async () =>
    composePicture({ records: await records, rules: await readOfficeRules(db), asOf, knownOn }))();
  pictures.set(key, picture);
  const [oldest] = pictures.keys();
  if (pictures.size > MOST_KEPT && oldest !== undefined) pictures.delete(oldest);
  try {
    return { picture: await picture, revision };
  } catch (error) {
    kept.delete(database);
    throw error;
  }
}

/** Notes that the register changes in this transaction. */
export const noteRegisterChange = (call: Call): Promise<void> => raiseRevision(call.db, call.now);

/** Whether anything was ever written to the register. */
export const hasChangedRegister = async (call: Call): Promise<boolean> => (await readRevision(call.db)) > 0;
