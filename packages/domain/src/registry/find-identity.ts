// Decides which establishment a row means: its licence number, if an establishment has it; else its credit code, if
// exactly one establishment and one row of the file carry it and name or address agree after folding; else name,
// address and village. What stays open is held for a person.
// Source: rules §1 "Identity of a row" (certain). Ours: where the address is unknown on either side, the name alone can
// agree; a code that fits several gives way to name, address and village where those three fit exactly one.
import { type Problem, problem } from "../kernel/result.js";
import type { Establishment } from "./establishment.schema.js";
import { foldName } from "./fold-name.js";
import type { RegistryProblemCode } from "./registry.problem.js";
import type { RowFacts } from "./row-facts.js";

/** The establishment that a row means, none, or why a person must say and among which. */
export type Identity =
  | { readonly kind: "known"; readonly establishment: Establishment }
  | { readonly kind: "new" }
  | {
      readonly kind: "open";
      readonly reason: Problem<RegistryProblemCode>;
      readonly candidates: readonly Establishment[];
    };

/** The register, ready to be asked which establishment a row means. */
export type IdentityIndex = {
  /** `rowsWithCode`: how many rows of the file carry the row's credit code. */
  readonly findIdentity: (facts: RowFacts, rowsWithCode: number) => Identity;
  /** Establishments of that name after folding, for a person to choose from. */
  readonly listByName: (name: string) => readonly Establishment[];
  readonly hasLicence: (licenceNumber: string) => boolean;
};

const NONE: readonly Establishment[] = [];
const NEW: Identity = { kind: "new" };
const VILLAGE_DIGITS = 12;

/** The village as it can be compared: its code where the place is that deep, else the last name the file wrote. */
function toVillageKey(place: string | null | undefined, placeText: string | null | undefined): string {
  if (place && place.length >= VILLAGE_DIGITS) return place.slice(0, VILLAGE_DIGITS);
  const text = placeText?.trim() ?? "";
  return text === "" ? "" : foldName(text.slice(text.lastIndexOf(" ") + 1));
}

/**
 * Name, address and village as one text to compare; `undefined` where one of the three is not known.
 *
 * @example
 * toPremisesKey({ name: "面 馆", address: "槐荫路１号", place: "990106001001001" }); // => "面馆\n槐荫路1号\n990106001001"
 * toPremisesKey({ name: "面馆", address: null, place: "990106001001" }); // => undefined
 */
export function toPremisesKey({
  name,
  address,
  place,
  placeText,
}: {
  readonly name: string;
  readonly address?: string | null | undefined;
  readonly place?: string | null | undefined;
  readonly placeText?: string | null | undefined;
}): string | undefined {
  if (!address) return undefined;
  const village = toVillageKey(place, placeText);
  return village === "" ? undefined : `${foldName(name)}\n${foldName(address)}\n${village}`;
}

const agree = (a: string | null | undefined, b: string | null | undefined): boolean =>
  !!a && !!b && foldName(a) === foldName(b);

function groupBy(
  register: readonly Establishment[],
  toKey: (establishment: Establishment) => string | null | undefined,
): ReadonlyMap<string, readonly Establishment[]> {
  const groups = new Map<string, Establishment[]>();
  for (const establishment of register) {
    const key = toKey(establishment);
    if (!key) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [establishment]);
    else group.push(establishment);
  }
  return groups;
}

const open = (reason: Problem<RegistryProblemCode>, candidates: readonly Establishment[]): Identity => ({
  kind: "open",
  reason,
  candidates,
});

/**
 * The register's index. Building it reads the register once; premises are grouped only when a row first needs them.
 *
 * @example
 * createIdentityIndex({ register: [] }).findIdentity({ name: "面馆", creditCode: "91350100M000100Y43" }, 1); // => { kind: "new" }
 */
export function createIdentityIndex({
  register,
}: {
  readonly register: readonly Establishment[];
}): IdentityIndex {
  const byLicence = groupBy(register, (establishment) => establishment.licenceNumber);
  const byCode = groupBy(register, (establishment) => establishment.creditCode);
  let byPremises: ReadonlyMap<string, readonly Establishment[]> | undefined;
  let byName: ReadonlyMap<string, readonly Establishment[]> | undefined;

  const listByPremises = (facts: RowFacts): readonly Establishment[] => {
    if (register.length === 0) return NONE;
    const key = toPremisesKey(facts);
    if (key === undefined) return NONE;
    byPremises ??= groupBy(register, toPremisesKey);
    return byPremises.get(key) ?? NONE;
  };

  const byLicenceNumber = (facts: RowFacts, coded: readonly Establishment[]): Identity | undefined => {
    const licenceNumber = facts.licenceNumber;
    const licensed = licenceNumber === undefined ? NONE : (byLicence.get(licenceNumber) ?? NONE);
    const [establishment] = licensed;
    if (establishment === undefined || licenceNumber === undefined) return undefined;
    if (licensed.length > 1) {
      return open(problem("registry/licence-fits-several", { licence: licenceNumber }), licensed);
    }
    const [other] = coded;
    if (other === undefined || coded.includes(establishment)) return { kind: "known", establishment };
    const names = { licensed: establishment.name, coded: other.name };
    return open(problem("registry/licence-code-conflict", names), [establishment, ...coded]);
  };

  const byCreditCode = (
    facts: RowFacts,
    coded: readonly Establishment[],
    rowsWithCode: number,
  ): Identity | undefined => {
    const [establishment] = coded;
    if (establishment === undefined || coded.length > 1 || rowsWithCode > 1) return undefined;
    if (agree(facts.name, establishment.name) || agree(facts.address, establishment.address)) {
      return { kind: "known", establishment };
    }
    return open(problem("registry/code-name-address-differ", { name: establishment.name }), coded);
  };

  const byPremisesOf = (facts: RowFacts, coded: readonly Establishment[]): Identity => {
    const fitting = listByPremises(facts);
    // Where establishments carry the code, one that does not is not meant, whatever its name.
    const own =
      coded.length === 0 ? fitting : fitting.filter((establishment) => coded.includes(establishment));
    const [establishment, ...more] = own;
    if (establishment !== undefined && more.length === 0) return { kind: "known", establishment };
    if (coded.length > 0) {
      return open(problem("registry/code-fits-several", { code: facts.creditCode ?? "" }), coded);
    }
    return establishment === undefined
      ? NEW
      : open(problem("registry/name-fits-several"), [establishment, ...more]);
  };

  return {
    findIdentity: (facts, rowsWithCode) => {
      const coded = facts.creditCode === undefined ? NONE : (byCode.get(facts.creditCode) ?? NONE);
      return (
        byLicenceNumber(facts, coded) ??
        byCreditCode(facts, coded, rowsWithCode) ??
        byPremisesOf(facts, coded)
      );
    },
    listByName: (name) => {
      byName ??= groupBy(register, (establishment) => foldName(establishment.name));
      return byName.get(foldName(name)) ?? NONE;
    },
    hasLicence: (licenceNumber) => byLicence.has(licenceNumber),
  };
}
