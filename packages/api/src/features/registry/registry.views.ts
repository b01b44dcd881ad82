// How an establishment of the picture looks in lists, and which ones a filter keeps. The filter is the same for every
// list and count, so that a number always opens the rows it counted.
import {
  type DutyState,
  formatPlace,
  hasLicence,
  type PlainDate,
  type RegistryFilter,
  type RegistryRow,
} from "@shian/domain";
import type { Picture, PictureEstablishment } from "../picture/picture.js";

// A register has a hundred times as many establishments as places.
const placeNames = new WeakMap<Picture["tree"], Map<string, string>>();

/** Names of the place below the office's own territory; what the source wrote when the place is not known. */
export function formatPlaceOf({ tree, rules }: Picture, one: PictureEstablishment): string {
  const { place, placeText } = one.facts;
  if (place === null) return placeText ?? "";
  const names = placeNames.get(tree) ?? new Map<string, string>();
  placeNames.set(tree, names);
  const key = `${rules.territory} ${place}`;
  const name = names.get(key) ?? formatPlace({ code: place, tree, within: rules.territory });
  names.set(key, name);
  return name;
}

/** Duty as one line: a window missed last is told until the running one is done. */
export function toDuty({ running, ended }: PictureEstablishment): RegistryRow["duty"] {
  if (running.state !== "done" && ended.state === "overdue")
    return { state: "overdue", daysLeft: ended.daysLeft };
  return { state: running.state, daysLeft: running.daysLeft };
}

/** Whether the establishment's visits stand in one of the states; overdue means the window that ended last. */
export const hasDuty = ({ running, ended }: PictureEstablishment, states: readonly DutyState[]): boolean =>
  states.some((state) => (state === "overdue" ? ended.state === "overdue" : running.state === state));

export function toRegistryRow(picture: Picture, one: PictureEstablishment): RegistryRow {
  const { facts, grade, risk, official } = one;
  return {
    id: facts.id,
    name: facts.name,
    creditCode: facts.creditCode,
    licenceNumber: facts.licenceNumber,
    form: facts.form,
    place: facts.place,
    placeName: formatPlaceOf(picture, one),
    grade: grade?.value ?? null,
    riskGrade: risk?.value ?? null,
    state: one.state,
    // Closing ended the pairing.
    official:
      official === null || one.state === "closed"
        ? null
        : { id: official.id, name: picture.officials.get(official.id)?.name ?? "" },
    duty: toDuty(one),
    size: facts.size,
    attention: facts.attention,
    address: facts.address,
    licenceExpiresOn: facts.licenceExpiresOn,
    openedOn: facts.openedOn,
    personInCharge: facts.personInCharge,
  };
}

/**
 * Whether the filter keeps the establishment; undefined when it keeps all. `territory` is decided by the scope before.
 */
export function createRegistryFilter(
  filter: RegistryFilter,
  asOf: PlainDate,
): ((one: PictureEstablishment) => boolean) | undefined {
  const words = (filter.search ?? "")
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  const tests: ((one: PictureEstablishment) => boolean)[] = [];
  const { grades, riskGrades, forms, states, duties, graded, placeKnown, answered, official } = filter;
  if (words.length > 0) tests.push(({ facts }) => words.every((word) => facts.searchText.includes(word)));
  if (grades) tests.push(({ grade }) => grade !== null && grades.includes(grade.value));
  if (riskGrades) tests.push(({ risk }) => risk !== null && riskGrades.includes(risk.value));
  if (graded !== undefined) tests.push(({ grade }) => (grade !== null) === graded);
  if (forms) tests.push(({ facts }) => facts.form !== null && forms.includes(facts.form));
  if (states) tests.push(({ state }) => states.includes(state));
  if (placeKnown !== undefined) tests.push(({ facts }) => (facts.place !== null) === placeKnown);
  if (answered !== undefined)
    tests.push((one) => one.state === "active" && (one.official !== null) === answered);
  if (official !== undefined) tests.push((one) => one.state !== "closed" && one.official?.id === official);
  if (duties) tests.push((one) => hasDuty(one, duties));
  const { sizes, attention, licences, licenceKinds, openedFrom } = filter;
  if (sizes) tests.push(({ facts }) => facts.size !== null && sizes.includes(facts.size));
  if (attention) tests.push(({ facts }) => facts.attention.some((flag) => attention.includes(flag)));
  if (licences ?? licenceKinds)
    tests.push(({ facts }) => hasLicence({ facts, kinds: licenceKinds, standings: licences, asOf }));
  if (openedFrom !== undefined)
    tests.push(({ facts }) => facts.openedOn !== null && facts.openedOn >= openedFrom);
  return tests.length === 0 ? undefined : (one) => tests.every((test) => test(one));
}
