// The picture of a day, kept until the register changes. It is derived from the database alone, so any number of
// server processes may each keep their own.
import { type PlainDate, problem } from "@shian/domain";
import { type Call, type ChangeCall, createCall, type Deps, productItself } from "../../deps.js";
import { Refusal } from "../../refusal.js";
import { refreshStatistics } from "../../storage/refresh-statistics.js";
import { readStored } from "../office/office-setting.service.js";
import { getTree, getTreeBy } from "../territory/territory.service.js";
import { officeRuleKeys, readOfficeRules, readOfficeRulesKnownOn, toOfficeRules } from "./office-rules.js";
import { composePicture, type OfficeRules, type Picture } from "./picture.js";
import { raiseRevision, readRevision, readVisible } from "./picture.repo.js";
import { type Part, readPart, readPictureRecords } from "./picture-records.repo.js";
import { getView } from "./picture-store.js";
import { restrictPicture } from "./restrict-picture.js";

// Days that can be asked about: the windows before and after them must be days of the calendar too.
const FIRST_DAY = "1901-01-01";
const LAST_DAY = "2999-12-31";

const readRules = (call: Call, knownOn: PlainDate): Promise<OfficeRules> =>
  knownOn < call.today ? readOfficeRulesKnownOn(call.db, knownOn) : readOfficeRules(call.db);

/** The picture as a running change finds it, so that it sees what it has just written. */
async function readPicture(call: Call, asOf: PlainDate, knownOn: PlainDate): Promise<Picture> {
  const records = await readPictureRecords(call.db);
  const tree = await getTree(call, asOf, knownOn);
  const rules = await readRules(call, knownOn);
  const picture = composePicture({ records, tree, rules, asOf, knownOn });
  return restrictPicture(picture, call.reach, allOf(picture));
}

const allOf = ({ byId, officials }: Picture) => ({ establishments: byId, officials });

/** What of the whole both the reach and the database let the person see. */
async function viewOf(call: Call, whole: Picture): Promise<Picture> {
  const { reach } = call;
  // A reach of territories is looked at row by row anyway; of one of names the database is told the few it is about.
  if (reach.territories.length > 0 || reach.unplaced)
    return restrictPicture(whole, reach, await readVisible(call.db));
  const reached = restrictPicture(whole, reach, allOf(whole));
  const part = { establishments: [...reached.byId.keys()], officials: [...reached.officials.keys()] };
  return restrictPicture(reached, reach, await readVisible(call.db, part));
}

/**
 * The picture as of the day (today when absent), as known at the end of `knownOn` (today when absent), and of it what
 * who asks reaches. Inside a change it is read afresh from the running transaction.
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
  if (call.isChange) return readPicture(call, asOf, knownOn);
  const { database } = call.deps;
  // Places are known to everyone; the shared picture is read as the product itself.
  const open = createCall(call.deps, database.db, call.locale, { ...productItself, ground: call.ground });
  return getView(
    database,
    {
      asOf,
      knownOn,
      getTree: () => getTree(open, asOf, knownOn),
      ...(knownOn < call.today ? { getRules: () => readRules(open, knownOn) } : {}),
      seen: call.ground?.revision,
    },
    `${call.roles.join(",")} ${JSON.stringify(call.reach)}`,
    (whole) => viewOf(call, whole),
  );
}

/** Composes today's picture before anybody asks for it: of a large register that takes seconds. */
export async function preparePicture(deps: Deps): Promise<void> {
  await refreshStatistics(deps.database);
  await getPicture(createCall(deps, deps.database.db, "zh-CN"));
}

/**
 * Today's picture of a few establishments, and of officials with all that they answer for, read from a running change.
 * It has no other gaps or loads than theirs.
 */
export async function getPartOfPicture(call: Call, part: Part): Promise<Picture> {
  const read = await readPart(call.db, { ...part, settings: officeRuleKeys, isBound: true });
  const { records, stamp, settings } = read;
  const tree = await getTreeBy(call, call.today, stamp);
  const rules = toOfficeRules((kind) => readStored(kind, settings[kind.key]));
  const picture = composePicture({ records, tree, rules, asOf: call.today, knownOn: call.today });
  return restrictPicture(picture, call.reach, allOf(picture));
}

/**
 * Notes that the register changes in this transaction: the establishments named, or everything. Every change writes the
 * same row, so it is written last: whoever writes it waits for all that wrote it before.
 */
export async function noteRegisterChange(call: Call, ids?: readonly string[]): Promise<void> {
  if (isChangeCall(call)) call.touchRegister(ids);
  else await raiseRevision(call.db, call.now, ids);
}

const isChangeCall = (call: Call): call is ChangeCall => "touchRegister" in call;

/** How often the register has changed: while it is the same, so is every picture of a day. */
export const countRegisterChanges = async (call: Call): Promise<number> =>
  (await readRevision(call.db)).version;

/** Whether anything was ever written to the register. */
export const hasChangedRegister = async (call: Call): Promise<boolean> =>
  (await countRegisterChanges(call)) > 0;
