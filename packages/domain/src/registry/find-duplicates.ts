// Decides which establishments of the register may be one and the same: by licence number, by credit code, by name and
// address together. Only those that share a key are ever compared, so that 50,000 take seconds; the distance of two texts
// is measured by the caller's library.
// Source: issue "Third", register (duplicate candidates); the thresholds are a demonstration, to be set by the office.
import { foldBusinessAddress, foldBusinessName, toPlacePrefixes } from "./fold-business.js";

/** An establishment as it is compared; `places` are the names of its place and of all above it. */
export type DuplicateSubject = {
  readonly id: string;
  readonly name: string;
  readonly creditCode: string | null;
  readonly licenceNumber: string | null;
  readonly address: string | null;
  readonly place: string | null;
  readonly places: readonly string[];
};

/** From which likeness on, in whole per cent, two count as candidates. */
export type DuplicateRules = {
  /** Name and address are each at least this much alike. */
  readonly nameAndAddress: number;
  /** The address is the same, and the name at least this much alike. */
  readonly nameAtSameAddress: number;
  /** The credit code is the same, and the address at least this much alike (one code may have several shops). */
  readonly addressOfSameCode: number;
  /** Name exactly alike in one village where one of the two has no address. */
  readonly sameNameInVillage: boolean;
};

/** Demonstration values, to be checked: no rule of the State or of a province gives any. */
export const demonstrationDuplicateRules: DuplicateRules = {
  nameAndAddress: 80,
  nameAtSameAddress: 60,
  addressOfSameCode: 75,
  sameNameInVillage: true,
};

/** Why two may be the same, the strongest first. */
export const duplicateReasons = [
  "same-licence",
  "same-code",
  "same-address",
  "name-address",
  "same-name",
] as const;
export type DuplicateReason = (typeof duplicateReasons)[number];

/** Two establishments that may be one; `first` is the smaller id. Likenesses in whole per cent. */
export type DuplicatePair = {
  readonly first: string;
  readonly second: string;
  readonly reason: DuplicateReason;
  readonly score: number;
  readonly nameLikeness: number;
  readonly addressLikeness: number | null;
};

/** How many single changes lead from one text to the other. */
export type MeasureDistance = (a: string, b: string) => number;

type Folded = {
  readonly subject: DuplicateSubject;
  readonly name: string;
  readonly address: { readonly words: string; readonly numbers: string } | null;
  readonly village: string;
};

/** A block with more members is compared along the order of names alone: each with so many of its neighbours. */
const LARGEST_BLOCK = 60;
const NEIGHBOURS = 12;
const VILLAGE_DIGITS = 12;
const TOWNSHIP_DIGITS = 9;
/** What an address in another township is less alike, in per cent. */
const FAR = 10;
const WHOLE = 100;

function fold(subject: DuplicateSubject): Folded {
  const places = toPlacePrefixes(subject.places);
  return {
    subject,
    name: foldBusinessName({ name: subject.name, places }),
    address: subject.address === null ? null : foldBusinessAddress({ address: subject.address, places }),
    village: (subject.place ?? "").slice(0, VILLAGE_DIGITS),
  };
}

/** Keys of which two share at least one before they are compared. */
function listKeys({ subject, name, address, village }: Folded): readonly string[] {
  const keys = [`n ${name}`, `v ${village} ${name.slice(0, 2)}`, `w ${village} ${name.slice(-3)}`];
  if (subject.licenceNumber !== null) keys.push(`l ${subject.licenceNumber}`);
  if (subject.creditCode !== null) keys.push(`c ${subject.creditCode}`);
  if (address !== null && address.numbers !== "")
    keys.push(`a ${address.numbers} ${address.words.slice(0, 2)}`);
  return keys;
}

const toLikeness = (a: string, b: string, measure: MeasureDistance): number => {
  const longest = Math.max(a.length, b.length);
  return longest === 0 ? 0 : Math.round((WHOLE * (longest - measure(a, b))) / longest);
};

/** Words alike in per cent; 0 where the numbers differ, null where one has no address. */
function compareAddresses(a: Folded, b: Folded, measure: MeasureDistance): number | null {
  if (a.address === null || b.address === null) return null;
  if (a.address.numbers !== b.address.numbers) return 0;
  const likeness = toLikeness(a.address.words, b.address.words, measure);
  const isFar =
    a.village.length >= TOWNSHIP_DIGITS &&
    b.village.length >= TOWNSHIP_DIGITS &&
    a.village.slice(0, TOWNSHIP_DIGITS) !== b.village.slice(0, TOWNSHIP_DIGITS);
  // Every township has its 解放路; only the name can then say that one of the two places was entered wrongly.
  return isFar ? Math.max(0, likeness - FAR) : likeness;
}

function judge(
  a: Folded,
  b: Folded,
  rules: DuplicateRules,
  measure: MeasureDistance,
): DuplicatePair | undefined {
  const [one, other] = a.subject.id < b.subject.id ? [a, b] : [b, a];
  const nameLikeness = toLikeness(a.name, b.name, measure);
  const addressLikeness = compareAddresses(a, b, measure);
  const pair = (reason: DuplicateReason, score: number): DuplicatePair => ({
    first: one.subject.id,
    second: other.subject.id,
    reason,
    score: Math.round(score),
    nameLikeness,
    addressLikeness,
  });
  const isSame = (x: string | null, y: string | null) => x !== null && x === y;
  if (isSame(a.subject.licenceNumber, b.subject.licenceNumber)) return pair("same-licence", WHOLE);
  // Two premises of one code are two establishments; only what lies at one place may be entered twice.
  if (isSame(a.subject.creditCode, b.subject.creditCode)) {
    if (addressLikeness === null ? nameLikeness === WHOLE : addressLikeness >= rules.addressOfSameCode)
      return pair("same-code", addressLikeness === null ? 90 : 90 + addressLikeness / 10);
    return undefined;
  }
  if (addressLikeness === WHOLE && nameLikeness >= rules.nameAtSameAddress)
    return pair("same-address", (nameLikeness + WHOLE) / 2);
  if (addressLikeness !== null) {
    const enough = Math.min(nameLikeness, addressLikeness) >= rules.nameAndAddress;
    return enough ? pair("name-address", (nameLikeness + addressLikeness) / 2) : undefined;
  }
  const isOneVillage = a.village.length === VILLAGE_DIGITS && a.village === b.village;
  return rules.sameNameInVillage && isOneVillage && nameLikeness === WHOLE
    ? pair("same-name", 70)
    : undefined;
}

/** Compares a block; a large one along the order of names. */
function* compareBlock(block: readonly Folded[]): Generator<readonly [Folded, Folded]> {
  const isLarge = block.length > LARGEST_BLOCK;
  const ordered = isLarge
    ? [...block].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    : block;
  for (let at = 0; at < ordered.length; at += 1) {
    const end = isLarge ? Math.min(ordered.length, at + 1 + NEIGHBOURS) : ordered.length;
    for (let next = at + 1; next < end; next += 1) {
      const [a, b] = [ordered[at], ordered[next]];
      if (a !== undefined && b !== undefined) yield [a, b];
    }
  }
}

/** What a search has come to: pairs found so far, and how many blocks of how many are done. */
export type DuplicateProgress = { readonly done: number; readonly of: number };

/**
 * The search as steps, so that a server can do other things between them; returns the pairs, the best first, then by
 * ids. The order of `subjects` never matters.
 *
 * @example
 * const shop = (id, name) => ({ id, name, creditCode: null, licenceNumber: null, address: "槐荫路12号", place: null, places: [] });
 * const search = searchDuplicates({ subjects: [shop("a", "老槐树面馆"), shop("b", "老槐树面馆有限公司")], measure: () => 0 });
 * let step = search.next();
 * while (!step.done) step = search.next();
 * step.value.map((pair) => pair.reason); // => ["same-address"]
 */
export function* searchDuplicates({
  subjects,
  measure,
  rules = demonstrationDuplicateRules,
}: {
  readonly subjects: readonly DuplicateSubject[];
  readonly measure: MeasureDistance;
  readonly rules?: DuplicateRules;
}): Generator<DuplicateProgress, readonly DuplicatePair[]> {
  const STEP = 500;
  const blocks = new Map<string, Folded[]>();
  const ordered = [...subjects].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const [at, subject] of ordered.entries()) {
    if (at % STEP === STEP - 1) yield { done: 0, of: 0 };
    const folded = fold(subject);
    for (const key of listKeys(folded)) {
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, [folded]);
      else block.push(folded);
    }
  }
  const shared = [...blocks.values()].filter((block) => block.length > 1);
  const seen = new Map<string, DuplicatePair | null>();
  for (const [at, block] of shared.entries()) {
    if (at % STEP === 0) yield { done: at, of: shared.length };
    for (const [a, b] of compareBlock(block)) {
      const { id } = a.subject;
      const key = id < b.subject.id ? `${id}\n${b.subject.id}` : `${b.subject.id}\n${id}`;
      if (!seen.has(key)) seen.set(key, judge(a, b, rules, measure) ?? null);
    }
  }
  const pairs = [...seen.values()].filter((pair) => pair !== null);
  return pairs.sort(
    (a, b) =>
      b.score - a.score || (a.first < b.first ? -1 : a.first > b.first ? 1 : a.second < b.second ? -1 : 1),
  );
}

/**
 * The search at once; see `searchDuplicates`.
 *
 * @example
 * findDuplicates({ subjects: [], measure: () => 0 }); // => []
 */
export function findDuplicates(input: Parameters<typeof searchDuplicates>[0]): readonly DuplicatePair[] {
  const search = searchDuplicates(input);
  let step = search.next();
  while (step.done !== true) step = search.next();
  return step.value;
}

/**
 * Asks of one more establishment, such as a row of a file, which of the register it resembles most; `undefined` when none
 * does. Of equals the smallest id.
 *
 * @example
 * const shop = (id, name) => ({ id, name, creditCode: null, licenceNumber: null, address: "槐荫路12号", place: null, places: [] });
 * const find = createDuplicateFinder({ subjects: [shop("a", "老槐树面馆")], measure: () => 0 });
 * find(shop("row", "老槐树面馆有限公司")); // => { id: "a", reason: "same-address", score: 100 }
 */
export function createDuplicateFinder({
  subjects,
  measure,
  rules = demonstrationDuplicateRules,
}: Parameters<typeof searchDuplicates>[0]): (
  subject: DuplicateSubject,
) => { readonly id: string; readonly reason: DuplicateReason; readonly score: number } | undefined {
  const blocks = new Map<string, Folded[]>();
  for (const subject of subjects) {
    const folded = fold(subject);
    for (const key of listKeys(folded)) {
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, [folded]);
      else block.push(folded);
    }
  }
  return (subject) => {
    const folded = fold(subject);
    const near = new Set(listKeys(folded).flatMap((key) => blocks.get(key) ?? []));
    let best: { id: string; reason: DuplicateReason; score: number } | undefined;
    for (const other of near) {
      const { id } = other.subject;
      const pair = judge(folded, other, rules, measure);
      if (pair === undefined) continue;
      if (best === undefined || pair.score > best.score || (pair.score === best.score && id < best.id))
        best = { id, reason: pair.reason, score: pair.score };
    }
    return best;
  };
}
