import type { Role } from "@shian/domain";

/** Areas that operations are told by, in the order of the menu; an operation's concept is the first part of its id. */
export const rightAreas = [
  "overview",
  "registry",
  "import",
  "grading",
  "chain",
  "visit",
  "evaluation",
  "territory",
  "people",
  "unit",
  "record",
  "system",
  "account",
] as const;
export type RightArea = (typeof rightAreas)[number];

const areaOf: Readonly<Record<string, RightArea>> = {
  overview: "overview",
  search: "overview",
  registry: "registry",
  registryView: "registry",
  bulkEdit: "registry",
  duplicate: "registry",
  merge: "registry",
  arm: "registry",
  factSheet: "registry",
  comparison: "registry",
  layout: "registry",
  attention: "registry",
  xray: "registry",
  import: "import",
  objection: "grading",
  rules: "grading",
  commitment: "chain",
  handover: "chain",
  board: "chain",
  directory: "chain",
  liaisonGroup: "chain",
  training: "chain",
  document: "chain",
  question: "chain",
  grading: "grading",
  chain: "chain",
  allocation: "chain",
  official: "chain",
  visit: "visit",
  coverage: "visit",
  rubric: "evaluation",
  evaluation: "evaluation",
  territory: "territory",
  people: "people",
  grant: "people",
  unit: "unit",
  standIn: "unit",
  audit: "record",
  backup: "system",
  job: "system",
  office: "system",
  setup: "system",
};

/** The area that an operation is told under; what is about oneself comes last. */
export const findRightArea = (id: string): RightArea => areaOf[id.split(".")[0] ?? ""] ?? "account";

/** Operations by area, empty areas left out. */
export const groupOperations = (ids: readonly string[]): { area: RightArea; ids: string[] }[] =>
  rightAreas
    .map((area) => ({ area, ids: ids.filter((id) => findRightArea(id) === area) }))
    .filter((group) => group.ids.length > 0);

/** Refused operations by the roles that would open them, the largest group first. */
export function groupRefusals(
  ids: readonly string[],
  mayOf: (id: string) => readonly Role[] | "everyone",
): { roles: readonly Role[]; ids: string[] }[] {
  const groups = new Map<string, { roles: readonly Role[]; ids: string[] }>();
  for (const id of ids) {
    const may = mayOf(id);
    const roles = may === "everyone" ? [] : may;
    const group = groups.get(roles.join()) ?? { roles, ids: [] };
    group.ids.push(id);
    groups.set(roles.join(), group);
  }
  return [...groups.values()].sort((a, b) => b.ids.length - a.ids.length);
}
