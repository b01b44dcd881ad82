import {
  AttentionFlag,
  type BusinessForm,
  businessForms,
  type DutyState,
  dutyStates,
  type EstablishmentState,
  establishmentStates,
  type LicenceKind,
  type LicenceStanding,
  licenceKinds,
  licenceStandings,
  type PairingGrade,
  pairingGrades,
  type RegistryColumn,
  type RegistryFilter,
  type RiskGrade,
  registryColumns,
  riskGrades,
  type Size,
  sizes,
} from "@shian/domain";
import { compact, type RawSearch, readFlag, readText, readWord, readWords } from "./search-text.js";

export const registrySorts = ["name", "grade", "place", "opened", "updated", "state", "licence"] as const;
export type RegistrySortKey = (typeof registrySorts)[number];

export type RegistryColumnKey = RegistryColumn;
/** The columns that the list shows when none are chosen. */
export const usualColumns: readonly RegistryColumnKey[] = [
  "form",
  "grade",
  "risk",
  "place",
  "official",
  "duty",
];

/** The register's part of an address: a filter, an order and the establishment opened beside the list. */
export type RegistrySearch = {
  search?: string;
  grades?: PairingGrade[];
  riskGrades?: RiskGrade[];
  graded?: boolean;
  forms?: BusinessForm[];
  states?: EstablishmentState[];
  placeKnown?: boolean;
  answered?: boolean;
  official?: string;
  duties?: DutyState[];
  sizes?: Size[];
  attention?: AttentionFlag[];
  licences?: LicenceStanding[];
  licenceKinds?: LicenceKind[];
  columns?: RegistryColumnKey[];
  sort?: RegistrySortKey;
  descending?: boolean;
  open?: string;
};

/** Codes of attention flags; which there are is the office's, so only their shape is looked at. */
const readFlags = (value: unknown): AttentionFlag[] | undefined => {
  const flags = (Array.isArray(value) ? value.map(String) : (readText(value, 1000)?.split(",") ?? [])).filter(
    (flag) => AttentionFlag.safeParse(flag).success,
  );
  return flags.length === 0 ? undefined : flags;
};

/** The part of an address that the register knows. */
export function parseRegistrySearch(search: RawSearch): RegistrySearch {
  return compact({
    search: readText(search.search),
    grades: readWords(search.grades, pairingGrades),
    riskGrades: readWords(search.riskGrades, riskGrades),
    graded: readFlag(search.graded),
    forms: readWords(search.forms, businessForms),
    states: readWords(search.states, establishmentStates),
    placeKnown: readFlag(search.placeKnown),
    answered: readFlag(search.answered),
    official: readText(search.official, 60),
    duties: readWords(search.duties, dutyStates),
    sizes: readWords(search.sizes, sizes),
    attention: readFlags(search.attention),
    licences: readWords(search.licences, licenceStandings),
    licenceKinds: readWords(search.licenceKinds, licenceKinds),
    columns: readWords(search.columns, registryColumns),
    sort: readWord(search.sort, registrySorts),
    descending: readFlag(search.descending),
    open: readText(search.open, 60),
  });
}

/** The server's filter of an address; `territory` is the scope that every page shares. */
export function toRegistryFilter(search: RegistrySearch, territory: string | undefined): RegistryFilter {
  const { sort: _sort, descending: _descending, open: _open, columns: _columns, ...filter } = search;
  return { ...filter, ...(territory === undefined ? {} : { territory }) };
}

/** How many conditions of the register are set besides the territory. */
export const countConditions = (search: RegistrySearch): number =>
  Object.keys(toRegistryFilter(search, undefined)).length;
