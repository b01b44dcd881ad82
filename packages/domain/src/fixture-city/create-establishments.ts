// The establishments of the city: facts, states over time, and the grades that the scheme gives them. A grade is never
// set by hand: the scheme is asked, for the facts of today and, where facts have changed, for those of before.
import { pairingGrades } from "../grading/grade.schema.js";
import { gradeEstablishment } from "../grading/grade-establishment.js";
import type { GradingScheme } from "../grading/grading-scheme.schema.js";
import { addDays, daysBetween, type PlainDate } from "../kernel/plain-date.js";
import type { EstablishmentFacts, EstablishmentState } from "../registry/establishment.schema.js";
import {
  type InventedEstablishment,
  type PairingGradeRecord,
  type StateSpell,
  toRecordId,
} from "./city-records.js";
import type { CityCalendar } from "./create-city-calendar.js";
import { createCodeMaker } from "./create-establishment-codes.js";
import { createNaming, type Naming } from "./create-naming.js";
import { type EstablishmentProfile, pickDiners, sortProfilesByGrade } from "./establishment-profiles.js";
import { pickSizeFacts } from "./pick-size-facts.js";
import type { PopulationSlot } from "./plan-population.js";
import { createSeededRandom, type SeededRandom } from "./seeded-random.js";

const NEW_SHARE = 0.024;
const SUSPENDED_SHARE = 0.012;
const DORMANT_SHARE = 0.007;
const RESUMED_SHARE = 0.003;
const MISSING_FACT_COUNT = 12;
const REGRADED_COUNT = 7;
const TOWNSHIP_ONLY_COUNT = 2;
const LICENCE_YEARS_IN_DAYS = 1826;

type Dates = {
  readonly openedOn: PlainDate | null;
  readonly licenceIssuedOn: PlainDate | null;
  readonly licenceExpiresOn: PlainDate | null;
  readonly activeFrom: PlainDate;
};

function pickDates(calendar: CityCalendar, isNew: boolean, licensed: boolean, random: SeededRandom): Dates {
  const { anchor, recordsFrom } = calendar;
  const { whole, chance } = random;
  const opened = isNew ? addDays(anchor, -whole(0, 270)) : addDays(recordsFrom, -whole(30, 4800));
  const age = daysBetween(opened, anchor);
  const issued = licensed
    ? addDays(anchor, -Math.min(age, isNew ? age : whole(0, LICENCE_YEARS_IN_DAYS - 20)))
    : null;
  return {
    openedOn: !isNew && chance(0.04) ? null : opened,
    licenceIssuedOn: issued,
    licenceExpiresOn: issued === null ? null : addDays(issued, LICENCE_YEARS_IN_DAYS - 1),
    activeFrom: opened,
  };
}

function pickArm(slot: PopulationSlot, naming: Naming, { chance, whole }: SeededRandom) {
  const large = slot.grade === "A" || slot.grade === "B";
  const personInCharge = chance(0.995) ? naming.person() : null;
  const foodSafetyDirector = chance(large ? 0.95 : slot.grade === "C" ? 0.3 : 0) ? naming.person() : null;
  if (slot.grade === "D") {
    // In a small shop the owner is the food-safety officer too.
    const officer = chance(0.7) ? personInCharge : naming.person();
    return {
      personInCharge,
      foodSafetyDirector,
      foodSafetyOfficers: officer === null || chance(0.06) ? [] : [officer],
    };
  }
  const officers = Array.from({ length: large ? whole(2, 4) : whole(1, 2) }, naming.person);
  return { personInCharge, foodSafetyDirector, foodSafetyOfficers: officers };
}

/** The first day that records tell of: the opening, or the beginning of the records for what is older. */
function toRecordedStart(activeFrom: PlainDate, { recordsFrom }: CityCalendar): PlainDate {
  if (activeFrom > recordsFrom) return activeFrom;
  return recordsFrom;
}

/** The states of an establishment up to the anchor: mostly active throughout. */
function pickStates(
  calendar: CityCalendar,
  slot: PopulationSlot,
  activeFrom: PlainDate,
  { next, whole }: SeededRandom,
): readonly { readonly state: EstablishmentState; readonly from: PlainDate }[] {
  const { anchor } = calendar;
  const active = { state: "active" as const, from: activeFrom };
  const since = toRecordedStart(activeFrom, calendar);
  const span = daysBetween(since, anchor);
  const turn = addDays(since, whole(Math.min(10, span), span));
  if (slot.closed)
    return turn > activeFrom ? [active, { state: "closed", from: turn }] : [{ state: "closed", from: turn }];
  if (slot.grade === "A" || slot.grade === "B" || span < 60) return [active];
  const fate = next();
  if (fate < SUSPENDED_SHARE) return [active, { state: "suspended", from: turn }];
  if (fate < SUSPENDED_SHARE + DORMANT_SHARE) return [active, { state: "dormant", from: turn }];
  if (fate < SUSPENDED_SHARE + DORMANT_SHARE + RESUMED_SHARE) {
    const stop = addDays(since, whole(10, Math.floor(span / 2)));
    const resume = addDays(stop, whole(8, Math.floor(span / 2)));
    return [active, { state: "suspended", from: stop }, { state: "active", from: resume }];
  }
  return [active];
}

/** Which establishments, by position, are left with a fact missing, without a village, or graded anew. */
function pickOddities(slots: readonly PopulationSlot[], random: SeededRandom) {
  const open = slots.flatMap((slot, index) => (slot.closed ? [] : [{ grade: slot.grade, index }]));
  const smallest = random.shuffle(open.filter(({ grade }) => grade === "D")).map(({ index }) => index);
  const middle = random.shuffle(open.filter(({ grade }) => grade === "C")).map(({ index }) => index);
  const third = MISSING_FACT_COUNT / 3;
  return {
    missing: new Set([...smallest.slice(0, third), ...middle.slice(0, 2 * third)]),
    townshipOnly: new Set(smallest.slice(third, third + TOWNSHIP_ONLY_COUNT)),
    regraded: new Set(middle.slice(2 * third, 2 * third + REGRADED_COUNT)),
  };
}

const shopProfiles = new Set(["caterer", "seller", "producer"]);

/** What a missing fact leaves: canteens lose their diners, shops their size, everything else its form. */
function dropFact(facts: EstablishmentFacts): EstablishmentFacts {
  if (facts.diners !== null) return { ...facts, diners: null };
  if (facts.form !== null && shopProfiles.has(facts.form)) return { ...facts, size: null };
  return { ...facts, form: null, size: null };
}

/** The establishments of the population, in its order, with ids `est-0001` on. */
export function createEstablishments(input: {
  readonly seed: string;
  readonly calendar: CityCalendar;
  readonly slots: readonly PopulationSlot[];
  readonly scheme: GradingScheme;
}): readonly InventedEstablishment[] {
  const { seed, calendar, slots, scheme } = input;
  const random = createSeededRandom(seed, "establishments");
  const naming = createNaming(createSeededRandom(seed, "establishment names"));
  const makeCodes = createCodeMaker(createSeededRandom(seed, "codes"));
  const profiles = sortProfilesByGrade(scheme);
  const oddities = pickOddities(slots, createSeededRandom(seed, "oddities"));
  const shops = (profiles.get(pairingGrades[2]) ?? []).filter(
    ({ form, size }) => shopProfiles.has(form) && size === "small",
  );
  const highest = slots
    .flatMap(({ grade, village }) => (grade === "A" ? [village.code] : []))
    .sort()
    .reverse();
  return slots.map((slot, index) => {
    const id = toRecordId("est", index + 1);
    const isRegraded = oddities.regraded.has(index);
    const fitting = profiles.get(slot.grade) ?? [];
    // The few of the highest grade are of different kinds, the scheme's first kind in the last street.
    const profile: EstablishmentProfile =
      slot.grade === "A" ? pickHighest(fitting, slot, highest) : random.pick(isRegraded ? shops : fitting);
    const { village } = slot;
    const codes = makeCodes(profile);
    const isNew = !isRegraded && random.chance(slot.grade === "D" || slot.grade === "C" ? NEW_SHARE : 0);
    const { activeFrom, ...dates } = pickDates(calendar, isNew, codes.licenceNumber !== null, random);
    const whole: EstablishmentFacts = {
      name: naming.business({
        form: profile.form,
        village,
        big: slot.grade === "A" || slot.grade === "B",
        wholesale: profile.attention.includes("wholesale"),
      }),
      ...codes,
      form: profile.form,
      size: profile.size,
      diners: pickDiners(profile, random),
      attention: [...profile.attention],
      place: oddities.townshipOnly.has(index) ? village.township.code : pickPlace(slot, random),
      placeText: `${village.township.name}${oddities.townshipOnly.has(index) ? "" : village.name}`,
      address: naming.address(village),
      ...dates,
      ...pickArm(slot, naming, random),
      ...pickSizeFacts(
        {
          form: profile.form,
          size: profile.size,
          attention: [...profile.attention],
          licenceNumber: codes.licenceNumber,
        },
        index,
      ),
    };
    const facts = oddities.missing.has(index) ? dropFact(whole) : whole;
    const states = isRegraded
      ? [{ state: "active" as const, from: activeFrom }]
      : pickStates(calendar, slot, activeFrom, random);
    const spells = states.map(
      ({ state, from }, position): StateSpell => ({
        establishment: id,
        state,
        from,
        to: states[position + 1]?.from ?? null,
      }),
    );
    const last = states[states.length - 1];
    return {
      establishment: {
        id,
        ...facts,
        state: last?.state ?? "active",
        stateSince: last?.from ?? activeFrom,
        version: 1,
      },
      village,
      spells,
      grades: gradeOverTime({
        id,
        calendar,
        scheme,
        facts,
        activeFrom,
        changedOn: isRegraded ? pickChangeDay(calendar, random) : null,
      }),
    };
  });
}

/** The profile for one of the highest grade: the first one for the last village, the next for the one before it. */
function pickHighest(
  fitting: readonly EstablishmentProfile[],
  { village }: PopulationSlot,
  highest: readonly string[],
): EstablishmentProfile {
  const kinds = [...new Set(fitting)];
  const kind = kinds[highest.indexOf(village.code) % kinds.length];
  if (kind === undefined) throw new RangeError("no profile has the highest grade");
  return kind;
}

function pickPlace({ village }: PopulationSlot, { whole }: SeededRandom): string {
  return village.grids === 0 ? village.code : village.code + String(whole(1, village.grids)).padStart(3, "0");
}

const pickChangeDay = ({ recordsFrom, anchor }: CityCalendar, { whole }: SeededRandom): PlainDate =>
  addDays(recordsFrom, whole(100, daysBetween(recordsFrom, anchor)));

/** The grade of the facts, and before the day of a change the grade that the same shop had as a micro one. */
function gradeOverTime(input: {
  readonly id: string;
  readonly calendar: CityCalendar;
  readonly scheme: GradingScheme;
  readonly facts: EstablishmentFacts;
  readonly activeFrom: PlainDate;
  readonly changedOn: PlainDate | null;
}): readonly PairingGradeRecord[] {
  const { id, calendar, scheme, facts, activeFrom, changedOn } = input;
  const start = toRecordedStart(activeFrom, calendar);
  const give = (
    given: EstablishmentFacts,
    from: PlainDate,
    to: PlainDate | null,
  ): readonly PairingGradeRecord[] => {
    const result = gradeEstablishment({ scheme, facts: given });
    return result.ok ? [{ establishment: id, ...result.value, schemeId: scheme.id, from, to }] : [];
  };
  if (changedOn === null) return give(facts, start, null);
  return [...give({ ...facts, size: "micro" }, start, changedOn), ...give(facts, changedOn, null)];
}
