// Who answers for whom, over time: pairings as an office kept them by hand, so that loads are uneven, with the gaps
// that any office has: someone left and nobody took over, a business outgrew its official's level, two were given to
// the next village, one colleague took over too many, and a few people have no work at all.
import type { Assignment, Official } from "../chain/official.schema.js";
import type { PairingGrade } from "../grading/grade.schema.js";
import { addDays, daysBetween, type PlainDate } from "../kernel/plain-date.js";
import { type InventedChain, type InventedEstablishment, toRecordId } from "./city-records.js";
import type { CityCalendar } from "./create-city-calendar.js";
import type { AppointOfficial, OfficialPools } from "./create-officials.js";
import { createSeededRandom, type SeededRandom } from "./seeded-random.js";

const CITY = "9901";
const DISTRICT = "990106";
const LEAST_LOAD = 7;
const LARGEST_LOAD = 14;
const HANDOVERS = 6;
const OUTSIDE = 2;
const RE_PAIRED = 4;
const FRESH_WITHOUT_OFFICIAL = 4;
const TOO_MUCH = 18;
const LEFT_BEHIND = 2;
const BUSY_VILLAGE = "990106103001";

type Pairing = { readonly establishment: string; official: string; from: PlainDate; to: PlainDate | null };

/** Whole loads that sum to `total`, uneven but within the limits wherever an even split would be. */
function splitUnevenly(total: number, people: number, { whole }: SeededRandom): number[] {
  const loads = Array.from({ length: people }, (_, index) =>
    Math.floor((total + people - 1 - index) / people),
  );
  loads.forEach((_, giver) => {
    const taker = whole(0, people - 1);
    const amount = whole(1, 3);
    const [given = 0, taken = 0] = [loads[giver], loads[taker]];
    if (giver === taker || given - amount < LEAST_LOAD || taken + amount > LARGEST_LOAD) return;
    loads[giver] = given - amount;
    loads[taker] = taken + amount;
  });
  return loads;
}

/** Whose jurisdiction answers for the grade at the place. */
function toPool(grade: PairingGrade, { village }: InventedEstablishment): string {
  if (grade === "A") return CITY;
  if (grade === "B") return DISTRICT;
  return grade === "C" ? village.township.code : village.code;
}

class ChainHistory {
  readonly officials: Official[];
  readonly pairings: Pairing[] = [];
  private readonly calendar: CityCalendar;

  constructor(calendar: CityCalendar, pools: OfficialPools) {
    this.calendar = calendar;
    this.officials = [...pools.values()].flat();
  }

  pair(establishment: string, official: string, from: PlainDate): void {
    if (from <= this.calendar.anchor) this.pairings.push({ establishment, official, from, to: null });
  }

  openOf(official: string): Pairing[] {
    return this.pairings.filter((pairing) => pairing.official === official && pairing.to === null);
  }

  /** The official leaves the post; what they answered for ends with that day, as rules §3 says. */
  leave(official: Official, on: PlainDate): readonly string[] {
    const index = this.officials.indexOf(official);
    this.officials[index] = { ...official, to: on };
    return this.endAll(this.openOf(official.id), on);
  }

  endAll(pairings: readonly Pairing[], on: PlainDate): readonly string[] {
    return pairings.map((pairing) => {
      // What would have begun on the day itself never was.
      if (pairing.from >= on) this.pairings.splice(this.pairings.indexOf(pairing), 1);
      else pairing.to = on;
      return pairing.establishment;
    });
  }

  finish(): InventedChain {
    const assignments = this.pairings.map(
      (pairing, index): Assignment => ({ id: toRecordId("asg", index + 1, 5), ...pairing }),
    );
    return { officials: this.officials, assignments };
  }
}

/** When an official takes an establishment on: with the first records, or some days after it opened. */
const pickStart = (
  calendar: CityCalendar,
  invented: InventedEstablishment,
  { whole }: SeededRandom,
): PlainDate => {
  const opened = invented.spells[0]?.from ?? calendar.recordsFrom;
  return opened < calendar.recordsFrom ? calendar.recordsFrom : addDays(opened, whole(2, 12));
};

function pairAtFirst(
  history: ChainHistory,
  calendar: CityCalendar,
  pools: OfficialPools,
  establishments: readonly InventedEstablishment[],
  random: SeededRandom,
): void {
  const fresh = establishments
    .filter(
      ({ establishment }) =>
        establishment.state === "active" && establishment.stateSince > addDays(calendar.anchor, -45),
    )
    .sort((a, b) => (a.establishment.stateSince < b.establishment.stateSince ? 1 : -1))
    .slice(0, FRESH_WITHOUT_OFFICIAL);
  const waiting = new Set(fresh);
  const byPool = new Map<string, InventedEstablishment[]>();
  for (const invented of establishments) {
    const first = invented.grades[0];
    // Without a grade nobody knows which level answers, and without a village no village official does.
    const isPlaced = (invented.establishment.place?.length ?? 0) >= 12 || first?.grade !== "D";
    if (first === undefined || !isPlaced || waiting.has(invented)) continue;
    const pool = toPool(first.grade, invented);
    const list = byPool.get(pool) ?? [];
    list.push(invented);
    byPool.set(pool, list);
  }
  for (const [pool, members] of byPool) {
    const people = pools.get(pool) ?? [];
    const [open, closed] = [members.filter(isOpen), members.filter((member) => !isOpen(member))];
    // Neighbours go to one official where the village has grids: that is how people walk.
    const order = random.shuffle(open).sort((a, b) => comparePlaces(a, b));
    const loads = splitUnevenly(order.length, people.length, random);
    const holders = people.flatMap(({ id }, index) => Array.from({ length: loads[index] ?? 0 }, () => id));
    order.forEach((invented, index) => {
      history.pair(invented.establishment.id, holders[index] ?? "", pickStart(calendar, invented, random));
    });
    for (const invented of closed) {
      history.pair(invented.establishment.id, random.pick(people).id, pickStart(calendar, invented, random));
    }
  }
}

const isOpen = ({ establishment }: InventedEstablishment): boolean => establishment.state !== "closed";
const comparePlaces = (a: InventedEstablishment, b: InventedEstablishment): number =>
  (a.establishment.place ?? "") < (b.establishment.place ?? "")
    ? -1
    : a.establishment.place === b.establishment.place
      ? 0
      : 1;

/** Closed establishments leave the list some days after they closed. */
function endClosed(
  history: ChainHistory,
  establishments: readonly InventedEstablishment[],
  calendar: CityCalendar,
  random: SeededRandom,
): void {
  const closed = new Map(
    establishments
      .filter((one) => !isOpen(one))
      .map(({ establishment }) => [establishment.id, establishment.stateSince]),
  );
  for (const pairing of [...history.pairings]) {
    const since = closed.get(pairing.establishment);
    if (since === undefined) continue;
    const on = addDays(since, random.whole(1, 9));
    if (on <= calendar.anchor) history.endAll([pairing], on);
  }
}

/** What grew out of its official's level is paired anew within days; for the last ones nobody has noticed yet. */
function followGrades(
  history: ChainHistory,
  establishments: readonly InventedEstablishment[],
  pools: OfficialPools,
  random: SeededRandom,
): void {
  const grown = establishments
    .filter(({ grades }) => grades.length > 1)
    .sort((a, b) => ((a.grades[1]?.from ?? "") < (b.grades[1]?.from ?? "") ? -1 : 1));
  for (const invented of grown.slice(0, RE_PAIRED)) {
    const grade = invented.grades[1];
    if (grade === undefined) continue;
    const { id } = invented.establishment;
    const on = addDays(grade.from, random.whole(3, 11));
    history.endAll(
      history.pairings.filter(({ establishment, to }) => establishment === id && to === null),
      on,
    );
    const people = pools.get(toPool(grade.grade, invented)) ?? [];
    const least = [...people].sort((a, b) => history.openOf(a.id).length - history.openOf(b.id).length)[0];
    if (least !== undefined) history.pair(id, least.id, on);
  }
}

/**
 * Two colleagues of one village whose loads together are too much for one, the busier first: of the village of the
 * mocks if it has such two, else of the first that has.
 */
function findBusyPair(
  history: ChainHistory,
  pools: OfficialPools,
  active: ReadonlySet<string>,
): readonly Official[] {
  const loadOf = ({ id }: Official): number =>
    history.openOf(id).filter(({ establishment }) => active.has(establishment)).length;
  const villages = [...pools]
    .filter(([code]) => code.length === 12)
    .sort(([a], [b]) => rankVillage(a) - rankVillage(b));
  for (const [, people] of villages) {
    const pair = [...people].sort((a, b) => loadOf(b) - loadOf(a)).slice(0, 2);
    const [busier, other] = pair;
    if (busier !== undefined && other !== undefined && loadOf(busier) + loadOf(other) >= TOO_MUCH)
      return pair;
  }
  return [];
}

const rankVillage = (code: string): number => (code === BUSY_VILLAGE ? 0 : 1);

/** The officials and their pairings up to the anchor day. */
export function createChain(input: {
  readonly seed: string;
  readonly calendar: CityCalendar;
  readonly establishments: readonly InventedEstablishment[];
  readonly pools: OfficialPools;
  readonly appoint: AppointOfficial;
}): InventedChain {
  const { seed, calendar, establishments, pools, appoint } = input;
  const { anchor, recordsFrom } = calendar;
  const random = createSeededRandom(seed, "chain");
  const history = new ChainHistory(calendar, pools);
  pairAtFirst(history, calendar, pools, establishments, random);
  endClosed(history, establishments, calendar, random);
  followGrades(history, establishments, pools, random);

  const active = new Set(
    establishments.flatMap(({ establishment: { id, state } }) => (state === "active" ? [id] : [])),
  );
  const [colleague, leaver] = findBusyPair(history, pools, active);
  const busyVillage = colleague?.jurisdictions[0];
  const villages = random.shuffle(
    [...pools].filter(([code, people]) => code.length === 12 && code !== busyVillage && people.length > 1),
  );
  for (const [code, people] of villages.slice(0, HANDOVERS)) {
    const leaver = people[people.length - 1];
    if (leaver === undefined) continue;
    const on = addDays(recordsFrom, random.whole(40, daysBetween(recordsFrom, anchor) - 10));
    const successor = appoint(code, { from: on, homeGrid: leaver.homeGrid });
    history.officials.push(successor);
    for (const establishment of history.leave(leaver, on)) history.pair(establishment, successor.id, on);
  }

  // In the busy village a colleague took over almost everything, and the rest fell between two desks.
  if (colleague !== undefined && leaver !== undefined) {
    const on = addDays(anchor, -random.whole(20, 60));
    const left = history.leave(leaver, on);
    for (const establishment of left.slice(LEFT_BEHIND)) history.pair(establishment, colleague.id, on);
  }
  const cityPeople = pools.get(CITY) ?? [];
  const transferred = cityPeople[cityPeople.length - 1];
  if (transferred !== undefined) history.leave(transferred, addDays(anchor, -random.whole(2, 16)));

  // A list copied with a slip: these lie in the neighbouring village of the official who answers for them.
  for (const [code, people] of villages.slice(HANDOVERS, HANDOVERS + OUTSIDE)) {
    const neighbour = [...pools].find(
      ([other]) => other.length === 12 && other !== code && other.startsWith(code.slice(0, 9)),
    );
    const own = people[0] === undefined ? [] : history.openOf(people[0].id);
    const slipped = own.find(({ establishment }) => active.has(establishment));
    const wrong = neighbour?.[1].find((official) => history.officials.includes(official));
    if (slipped !== undefined && wrong !== undefined) slipped.official = wrong.id;
  }
  for (const [code] of villages.slice(-2)) {
    history.officials.push(appoint(code, { from: addDays(anchor, -random.whole(5, 80)) }));
  }
  history.officials.push(appoint("990106003", { from: addDays(anchor, -random.whole(30, 200)) }));
  return history.finish();
}
