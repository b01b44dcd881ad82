// Papers to take away: letters to sign, the three lists, changes of pairing.
import {
  formatPlace,
  listPairingChanges,
  ok,
  type PairingChange,
  type PlainDate,
  type Result,
  refuse,
} from "@shian/domain";
import PizZip from "pizzip";
import type { Call } from "../../deps.js";
import { isOfficialOf } from "../chain/chain.views.js";
import { getDutyLists } from "../commitment/duty-lists.service.js";
import { prepareLetter } from "../commitment/letter.service.js";
import { readStandings } from "../commitment/standing.service.js";
import type { Picture } from "../picture/picture.js";
import { getPicture } from "../picture/picture.service.js";
import { findScope } from "../picture/scope.js";
import { formatPlaceOf } from "../registry/registry.views.js";
import { type ChangeRow, composeChangeSheet } from "./change-sheet.js";
import { composeDutyPapers } from "./duty-papers.js";

export type PaperFile = { readonly name: string; readonly bytes: Uint8Array };

/** A file name without what folders and shells mind. */
const toFileName = (text: string): string => text.replace(/[\\/:*?"<>|\p{C}]/gu, "_").slice(0, 120);

const yearOf = (day: PlainDate): number => Number(day.slice(0, 4));

/** The letter of one official with room for a pen. */
export async function composeLetter(
  call: Call,
  { official, year = yearOf(call.today) }: { readonly official: string; readonly year?: number | undefined },
): Promise<Result<PaperFile>> {
  const letter = await prepareLetter(call, official, year);
  if (!letter.ok) return letter;
  const name = toFileName(`承诺书-${letter.value.official.name}-${year}.docx`);
  return ok({ name, bytes: await letter.value.compose(null) });
}

const MOST_LETTERS = 500;

/** The letters of everybody in the scope who has not validly signed, in one archive. */
export async function composeLetters(
  call: Call,
  {
    territory,
    year = yearOf(call.today),
  }: { readonly territory?: string | undefined; readonly year?: number | undefined },
): Promise<Result<PaperFile>> {
  const picture = await getPicture(call);
  const scope = findScope(picture, territory);
  if (!scope.ok) return scope;
  const standings = await readStandings(call, {});
  const due = [...picture.officials.values()].filter((official) => {
    if (!picture.inPost.has(official.id) || !isOfficialOf(picture, scope.value.code, official)) return false;
    const { load, standing } = standings.of(official.id);
    return load > 0 && (standing !== "valid" || year > yearOf(call.today));
  });
  if (due.length === 0) return refuse("commitment/nobody");
  if (due.length > MOST_LETTERS) return refuse("commitment/too-many", { n: due.length, most: MOST_LETTERS });
  const zip = new PizZip();
  for (const [at, official] of due.entries()) {
    const letter = await composeLetter(call, { official: official.id, year });
    if (!letter.ok) return letter;
    zip.file(
      `${String(at + 1).padStart(3, "0")}-${toFileName(official.unit)}-${letter.value.name}`,
      letter.value.bytes,
    );
    // Others are answered between two letters.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return ok({ name: `承诺书-${year}.zip`, bytes: zip.generate({ type: "uint8array" }) });
}

/** Responsibility, task and supervision list of one official. */
export async function composeLists(
  call: Call,
  { official, asOf }: { readonly official: string; readonly asOf?: PlainDate | undefined },
): Promise<Result<PaperFile>> {
  const lists = await getDutyLists(call, { id: official, asOf });
  if (!lists.ok) return lists;
  const name = toFileName(`三张清单-${lists.value.official.name}-${lists.value.asOf}.docx`);
  return ok({ name, bytes: await composeDutyPapers(lists.value) });
}

/** The name of the place that a paper is about. */
export const nameTop = (picture: Picture, code: string): string =>
  picture.tree.find(code)?.name ?? formatPlace({ code, tree: picture.tree, within: picture.rules.territory });

const MOST_CHANGES = 5000;

/** The change-of-pairing sheet of a period, both days counted. */
export async function composeChanges(
  call: Call,
  {
    territory,
    from = `${call.today.slice(0, 7)}-01` as PlainDate,
    to = call.today,
  }: {
    readonly territory?: string | undefined;
    readonly from?: PlainDate | undefined;
    readonly to?: PlainDate | undefined;
  },
): Promise<Result<PaperFile>> {
  if (from > to) return refuse("request/invalid-input", { path: "from", reason: `> ${to}` });
  const picture = await getPicture(call, { asOf: to });
  const scope = findScope(picture, territory);
  if (!scope.ok) return scope;
  const inside = new Set(scope.value.establishments.map(({ facts }) => facts.id));
  const changes = listPairingChanges({
    establishments: picture.question.establishments.filter(({ id }) => inside.has(id)),
    posts: picture.question.posts ?? [],
    from,
    to,
    knownOn: picture.knownOn,
  });
  if (changes.length > MOST_CHANGES)
    return refuse("commitment/too-many", { n: changes.length, most: MOST_CHANGES });
  const bytes = await composeChangeSheet({
    office: `${nameTop(picture, picture.rules.territory)}食品安全委员会办公室`,
    placeName: nameTop(picture, scope.value.code),
    from,
    to,
    today: call.today,
    rows: changes.map((change) => toChangeRow(picture, change)),
  });
  return ok({ name: `包保关系调整表-${from}-${to}.docx`, bytes });
}

function toChangeRow(picture: Picture, change: PairingChange): ChangeRow {
  const one = picture.byId.get(change.establishment);
  const nameOf = (id: string | null): string => {
    if (id === null) return "无";
    const official = picture.officials.get(id);
    // A former official may be out of what who asks sees.
    return official === undefined ? "另一位干部" : `${official.name}（${official.unit}）`;
  };
  return {
    on: change.on,
    establishment: one?.facts.name ?? "",
    placeName: one === undefined ? "" : formatPlaceOf(picture, one),
    grade: one?.grade?.value ?? "",
    before: nameOf(change.before),
    after: nameOf(change.after),
    reason: change.reason,
  };
}
