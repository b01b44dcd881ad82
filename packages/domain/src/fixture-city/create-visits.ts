// The visits of the city: nearly everyone in the closed quarters, with some missed and some made too late; in the
// running quarter along today's line, some townships ahead of it and some behind. A few visits do not count: by the
// wrong person, with lines left open, or by video where the risk asks for a look on site.
import type { Assignment, Official } from "../chain/official.schema.js";
import { addDays, type PlainDate } from "../kernel/plain-date.js";
import type { Checklist } from "../visit/checklist.schema.js";
import type { Visit, VisitMode } from "../visit/visit.schema.js";
import {
  type InventedChain,
  type InventedEstablishment,
  type RiskGradeRecord,
  toRecordId,
} from "./city-records.js";
import { type CityCalendar, type CityQuarter, limitToDay } from "./create-city-calendar.js";
import { createChecklistFiller } from "./create-visit-answers.js";
import { createSeededRandom, type SeededRandom } from "./seeded-random.js";

const MISSED_BY_QUARTER = [0.026, 0.017, 0.02];
const LATE_SHARE = 0.5;
const SECOND_VISIT_SHARE = 0.025;
const STRANGER_SHARE = 0.002;
const STAND_IN_SHARE = 0.015;
const GRACE_DAYS = 30;
const TRIES = 4;
const END_OF_QUARTER_SHARE = 0.975;

const paceByGrade: { readonly [grade: string]: number } = { A: 1.12, B: 1.09, C: 1.04, D: 0.985 };
const notes: readonly string[] = [
  "店主在场，逐项看过。",
  "由店员陪同，店主外出。",
  "上次提醒的问题已改。",
  "与监管所一同走访。",
  "经营高峰，避开后再看后厨。",
];

/** Who may come: pairing officials by day, and colleagues nearby for stand-ins. */
function createLookups(chain: InventedChain) {
  const assignments = new Map<string, Assignment[]>();
  for (const assignment of chain.assignments) {
    const list = assignments.get(assignment.establishment) ?? [];
    list.push(assignment);
    assignments.set(assignment.establishment, list);
  }
  const officials = new Map(chain.officials.map((official) => [official.id, official]));
  const colleagues = new Map<string, Official[]>();
  const areaOf = ({ jurisdictions: [place = ""] }: Official): string => place.slice(0, 9);
  for (const official of chain.officials) {
    const list = colleagues.get(areaOf(official)) ?? [];
    list.push(official);
    colleagues.set(areaOf(official), list);
  }
  const isInPost = ({ from, to }: Official, day: PlainDate): boolean =>
    from <= day && (to === null || day < to);
  return {
    pairingOn: (establishment: string, day: PlainDate): string | undefined =>
      assignments.get(establishment)?.find(({ from, to }) => from <= day && (to === null || day < to))
        ?.official,
    pickColleague: (id: string, day: PlainDate, random: SeededRandom): string | undefined => {
      const official = officials.get(id);
      const others = official === undefined ? [] : (colleagues.get(areaOf(official)) ?? []);
      const other = others[random.whole(0, others.length - 1)];
      return other !== undefined && other.id !== id && isInPost(other, day) ? other.id : undefined;
    },
  };
}

const isActiveOn = ({ spells }: InventedEstablishment, day: PlainDate): boolean =>
  spells.some(({ state, from, to }) => state === "active" && from <= day && (to === null || day < to));

/** Whether a visit is due: active at the end and not only just begun. */
function isDue({ spells }: InventedEstablishment, { until, end }: CityQuarter): boolean {
  const spell = spells.find(({ from, to }) => from <= until && (to === null || until < to));
  return spell?.state === "active" && spell.from <= addDays(end, -GRACE_DAYS);
}

/** Which part of those due has been visited by the quarter's last day that has happened. */
function toTargetShare(invented: InventedEstablishment, quarter: CityQuarter, position: number): number {
  const { pace } = invented.village.township;
  const grade = invented.grades[invented.grades.length - 1]?.grade ?? "D";
  if (quarter.closed) {
    const missed = (MISSED_BY_QUARTER[position] ?? 0.02) * (0.5 + (1.05 - pace) * 4.5);
    return grade === "A" || grade === "B" ? 1 - missed / 4 : 1 - missed;
  }
  // Towards the end everyone catches up, so that the last day looks like a quarter about to close.
  const caughtUp = pace + (END_OF_QUARTER_SHARE - pace) * quarter.line ** 6;
  return Math.min(0.995, quarter.line * caughtUp * (paceByGrade[grade] ?? 1));
}

const pickMode = (mustBeOnSite: boolean, random: SeededRandom): VisitMode => {
  const draw = random.next();
  if (mustBeOnSite) return draw < 0.93 ? "on-site" : draw < 0.97 ? "briefing" : "video";
  return draw < 0.86 ? "on-site" : draw < 0.92 ? "joint" : draw < 0.97 ? "briefing" : "video";
};

/** The visits up to the anchor by day, ids `vis-00001` on. */
export function createVisits(input: {
  readonly seed: string;
  readonly calendar: CityCalendar;
  readonly establishments: readonly InventedEstablishment[];
  readonly chain: InventedChain;
  readonly riskGrades: readonly RiskGradeRecord[];
  readonly checklists: readonly Checklist[];
}): readonly Visit[] {
  const { seed, calendar, establishments, chain, riskGrades, checklists } = input;
  const { anchor, quarters } = calendar;
  const random = createSeededRandom(seed, "visits");
  const fill = createChecklistFiller(checklists, createSeededRandom(seed, "answers"));
  const { pairingOn, pickColleague } = createLookups(chain);
  const highRisk = new Map<string, RiskGradeRecord[]>();
  for (const risk of riskGrades) {
    if (risk.grade === "D")
      highRisk.set(risk.establishment, [...(highRisk.get(risk.establishment) ?? []), risk]);
  }
  const isHighRiskOn = (id: string, day: PlainDate): boolean =>
    (highRisk.get(id) ?? []).some(({ from, to }) => from <= day && (to === null || day < to));

  const visit = (
    { establishment: { id, form } }: InventedEstablishment,
    madeOn: PlainDate,
    pairing: string,
  ): Omit<Visit, "id"> => {
    const mode = pickMode(isHighRiskOn(id, madeOn), random);
    const draw = random.next();
    const other =
      draw < STAND_IN_SHARE + STRANGER_SHARE || mode === "joint"
        ? pickColleague(pairing, madeOn, random)
        : undefined;
    const isStranger = other !== undefined && draw < STRANGER_SHARE;
    const isStandIn = other !== undefined && !isStranger && draw < STAND_IN_SHARE + STRANGER_SHARE;
    const delay = random.chance(0.85) ? 0 : random.chance(0.85) ? random.whole(1, 2) : random.whole(3, 6);
    return {
      establishment: id,
      official: isStranger || isStandIn ? (other ?? pairing) : pairing,
      standInFor: isStandIn ? pairing : null,
      jointWith: mode === "joint" && !isStranger && !isStandIn && other !== undefined ? [other] : [],
      madeOn,
      recordedOn: limitToDay(addDays(madeOn, delay), anchor),
      mode,
      ...toMutable(fill(form)),
      note: random.chance(0.06) ? random.pick(notes) : null,
    };
  };

  /** A visit on a day of the list on which the shop was open and someone answered for it; none after a few tries. */
  const tryVisit = (
    invented: InventedEstablishment,
    days: readonly PlainDate[],
    lean: number,
  ): Omit<Visit, "id"> | undefined => {
    for (let index = 0; index < TRIES; index += 1) {
      const position = Math.max(...Array.from({ length: lean }, random.next));
      const day = days[Math.floor(position * days.length)];
      const pairing = day === undefined ? undefined : pairingOn(invented.establishment.id, day);
      if (day !== undefined && pairing !== undefined && isActiveOn(invented, day))
        return visit(invented, day, pairing);
    }
    return undefined;
  };

  const visits: Omit<Visit, "id">[] = [];
  for (const invented of establishments) {
    let wasMissed = false;
    quarters.forEach((quarter, position) => {
      const early = quarter.visitDays.slice(0, 30);
      const isLate = wasMissed && random.chance(LATE_SHARE);
      const due = isDue(invented, quarter);
      const share = due ? toTargetShare(invented, quarter, position) : 0.15;
      const made = isLate
        ? tryVisit(invented, early, 1)
        : random.chance(share)
          ? tryVisit(invented, quarter.visitDays, quarter.closed && random.chance(0.4) ? 2 : 1)
          : undefined;
      if (made !== undefined) visits.push(made);
      if (made !== undefined && random.chance(SECOND_VISIT_SHARE)) {
        const second = tryVisit(invented, quarter.visitDays, 1);
        if (second !== undefined) visits.push(second);
      }
      wasMissed = due && quarter.closed && made === undefined;
    });
  }
  // The order of entry, then of establishments: ids follow it, as a counter would.
  return visits
    .map((made, index) => ({ made, index }))
    .sort((a, b) =>
      a.made.madeOn < b.made.madeOn ? -1 : a.made.madeOn > b.made.madeOn ? 1 : a.index - b.index,
    )
    .map(({ made }, index) => ({ id: toRecordId("vis", index + 1, 5), ...made }));
}

const toMutable = ({
  checklist,
  answers,
  complete,
}: ReturnType<ReturnType<typeof createChecklistFiller>>) => ({
  checklist,
  answers: [...answers],
  complete,
});
