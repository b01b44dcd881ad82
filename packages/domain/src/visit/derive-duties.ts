// What each establishment's visits in a window have come to: due, done, at risk, overdue, waived, for lists and sums.
// Source: rules §4 "Visits and coverage"; quarterly visits F1-14, F1-15 (N); the days of grace (30) and of warning
// (14) have no source and are data of the office.
import type { OfficialRecord } from "../chain/derive-chain-on.js";
import { defaultGradeLevels, findLevelForGrade, type GradeLevels } from "../chain/level-for-grade.js";
import type { PairingGrade } from "../grading/grade.schema.js";
import { addDays, daysBetween, type PlainDate } from "../kernel/plain-date.js";
import { type DutyEstablishment, FactReader } from "./duty-facts.js";
import { type DutyWindow, findDutyWindow } from "./find-duty-window.js";
import type { FrequencyRule } from "./frequency-rule.schema.js";
import { isValidVisit } from "./is-valid-visit.js";
import { isWaiverInForce } from "./is-waiver-in-force.js";
import { findReferenceDay, toWindow, type VisitWindow } from "./period.js";
import type { DutyState, Period, Visit } from "./visit.schema.js";
import type { Waiver } from "./waiver.schema.js";

/** The fields of a visit that decide a duty. */
export type DutyVisit = Pick<
  Visit,
  "establishment" | "official" | "standInFor" | "jointWith" | "madeOn" | "recordedOn" | "mode" | "complete"
>;

/** Everything a question about duties needs. */
export type DutyQuestion = {
  readonly establishments: readonly DutyEstablishment[];
  readonly visits: readonly DutyVisit[];
  readonly waivers?: readonly Waiver[] | undefined;
  readonly rules: readonly FrequencyRule[];
  /** Officials' times in their posts; without them an assignment is taken to end when its official leaves. */
  readonly posts?: readonly OfficialRecord[] | undefined;
  /** Level for each grade, which decides whose approval a waiver needs. */
  readonly levels?: readonly GradeLevels[] | undefined;
  /** The window asked about, or `ended-last`: for each establishment the window that ended last before `asOf`. */
  readonly period: Period | "ended-last";
  readonly asOf: PlainDate;
  readonly knownOn: PlainDate;
  readonly graceDays?: number | undefined;
  readonly warningDays?: number | undefined;
};

/** One establishment's duty. */
export type Duty = {
  readonly establishment: string;
  readonly state: DutyState;
  /** Active on the reference day (在册). */
  readonly registered: boolean;
  /** Due and not waived: what coverage divides by. */
  readonly due: boolean;
  /** Null when no rule gives it a window. */
  readonly window: VisitWindow | null;
  readonly required: number;
  /** Days with a valid visit in the window, up to the reference day. */
  readonly made: number;
  /** Days from `asOf` to the window's last day; negative: days overdue. */
  readonly daysLeft: number | null;
  /** Last day up to `asOf` with a valid visit, in whatever window. */
  readonly lastVisit: PlainDate | null;
  /** First valid visit after a missed window, which does not cure it. */
  readonly late: PlainDate | null;
  /** Grade, place and official of the reference day. */
  readonly grade: PairingGrade | null;
  readonly place: string | null;
  readonly official: string | null;
};

const emptyVisits: readonly DutyVisit[] = [];

/**
 * The duty of every establishment, in the order given, whether or not it was ever visited.
 *
 * Due are those active on the window's reference day whose unbroken active spell began at least `graceDays` (30)
 * before the window's last day, waived ones taken out. Done are those with the required number of valid visits in the
 * window up to the reference day, several on one day counting once. At risk: due, not done, and fewer than
 * `warningDays` (14) left, the last day included; overdue: not done and the window over. An establishment without a
 * grade has no rule and is never due. Each takes the window of its own rule that holds the period's reference day; in
 * a period that has not begun nothing is due. Visits and waivers recorded after `knownOn` are not known.
 *
 * @example
 * const from = "2026-01-01";
 * deriveDuties({
 *   establishments: [{ id: "e1", states: [{ value: "active", from }], grades: [{ value: pairingGrades[3], from }], riskGrades: [], places: [], officials: [] }],
 *   visits: [], rules: defaultFrequencyRules, period: "2026Q4", asOf: "2026-12-18", knownOn: "2026-12-18",
 * })[0]?.state; // => "at-risk"
 */
export function deriveDuties(question: DutyQuestion): readonly Duty[] {
  const reader = new FactReader(question.knownOn, question.posts);
  const visits = indexByEstablishment(
    question.visits.filter((visit) => visit.recordedOn <= question.knownOn && visit.madeOn <= question.asOf),
  );
  const waivers = indexByEstablishment(question.waivers ?? []);
  const windowFor = rememberWindows(question.rules);
  const selects = windowSelector(question, reader, windowFor);
  const clockOf = rememberClocks(question);
  return question.establishments.map((establishment) =>
    deriveDuty(question, reader, establishment, selects(establishment), clockOf, {
      visits: visits.get(establishment.id) ?? emptyVisits,
      waivers: waivers.get(establishment.id) ?? [],
    }),
  );
}

type WindowFor = (grade: PairingGrade, day: PlainDate) => DutyWindow | undefined;

/** Which window an establishment is asked about, and the day that selects it. */
type Selected = { readonly window: DutyWindow | undefined; readonly day: PlainDate };

function windowSelector(
  question: DutyQuestion,
  reader: FactReader,
  windowFor: WindowFor,
): (establishment: DutyEstablishment) => Selected {
  const { period, asOf } = question;
  const at = (establishment: DutyEstablishment, day: PlainDate): DutyWindow | undefined => {
    const grade = reader.valueOn(establishment.grades, day);
    return grade === null ? undefined : windowFor(grade, day);
  };
  if (period === "ended-last") {
    return (establishment) => {
      const running = at(establishment, asOf);
      const day = running === undefined ? asOf : addDays(running.window.first, -1);
      const ended = running === undefined ? undefined : at(establishment, day);
      return { day, window: ended !== undefined && ended.window.last < asOf ? ended : undefined };
    };
  }
  const whole = toWindow(period);
  const day = findReferenceDay({ window: whole, asOf });
  const begun = asOf >= whole.first;
  return (establishment) => ({ day, window: begun ? at(establishment, day) : undefined });
}

function deriveDuty(
  question: DutyQuestion,
  reader: FactReader,
  establishment: DutyEstablishment,
  selected: Selected,
  clockOf: (window: VisitWindow) => Clock,
  own: { readonly visits: readonly DutyVisit[]; readonly waivers: readonly Waiver[] },
): Duty {
  const { asOf, knownOn, warningDays = 14 } = question;
  const window = selected.window?.window ?? null;
  const required = selected.window?.required ?? 0;
  const clock = window === null ? undefined : clockOf(window);
  const day = clock?.referenceDay ?? selected.day;
  const grade = reader.valueOn(establishment.grades, day);
  const since = reader.activeSince(establishment, day);
  const validDays = listValidDays(reader, establishment, own.visits);
  const facts = {
    establishment: establishment.id,
    registered: since !== undefined,
    window,
    required,
    made: window === null ? 0 : validDays.filter((made) => made >= window.first && made <= day).length,
    daysLeft: clock?.daysLeft ?? null,
    lastVisit: validDays.at(-1) ?? null,
    grade,
    place: reader.valueOn(establishment.places, day),
    official: reader.officialOn(establishment, day),
  };
  if (window === null || clock === undefined || since === undefined || since > clock.latestStart) {
    return { ...facts, state: "not-due", due: false, late: null };
  }
  const level =
    grade === null
      ? undefined
      : findLevelForGrade({ levels: question.levels ?? defaultGradeLevels, grade, on: day });
  const waived = own.waivers.some(
    (waiver) => level !== undefined && isWaiverInForce({ waiver, period: window.period, level, knownOn }),
  );
  if (waived) return { ...facts, state: "waived", due: false, late: null };
  if (facts.made >= required) return { ...facts, state: "done", due: true, late: null };
  if (asOf > window.last) {
    return {
      ...facts,
      state: "overdue",
      due: true,
      late: validDays.find((made) => made > window.last) ?? null,
    };
  }
  return { ...facts, state: clock.daysLeft < warningDays ? "at-risk" : "on-track", due: true, late: null };
}

/** Days with a valid visit, each once, the earliest first. */
function listValidDays(
  reader: FactReader,
  establishment: DutyEstablishment,
  visits: readonly DutyVisit[],
): readonly PlainDate[] {
  if (visits.length === 0) return [];
  const days = new Set<PlainDate>();
  for (const visit of visits) {
    if (days.has(visit.madeOn)) continue;
    const pairingOfficial = reader.officialOn(establishment, visit.madeOn);
    const riskGrade = reader.valueOn(establishment.riskGrades, visit.madeOn);
    if (isValidVisit({ visit, pairingOfficial, riskGrade })) days.add(visit.madeOn);
  }
  return [...days].sort();
}

/** What a window's calendar comes to as of the day asked. */
type Clock = {
  readonly referenceDay: PlainDate;
  readonly daysLeft: number;
  /** Last day on which a spell can have begun that makes an establishment due. */
  readonly latestStart: PlainDate;
};

function rememberClocks({ asOf, graceDays = 30 }: DutyQuestion): (window: VisitWindow) => Clock {
  const known = new Map<VisitWindow, Clock>();
  return (window) => {
    const clock = known.get(window) ?? {
      referenceDay: findReferenceDay({ window, asOf }),
      daysLeft: daysBetween(asOf, window.last),
      latestStart: addDays(window.last, -graceDays),
    };
    known.set(window, clock);
    return clock;
  };
}

function rememberWindows(rules: readonly FrequencyRule[]): WindowFor {
  const known = new Map<PlainDate, Map<PairingGrade, DutyWindow | undefined>>();
  return (grade, day) => {
    const ofDay = known.get(day) ?? new Map<PairingGrade, DutyWindow | undefined>();
    if (ofDay.size === 0) known.set(day, ofDay);
    if (!ofDay.has(grade)) ofDay.set(grade, findDutyWindow({ rules, grade, day }));
    return ofDay.get(grade);
  };
}

function indexByEstablishment<R extends { readonly establishment: string }>(
  records: readonly R[],
): ReadonlyMap<string, readonly R[]> {
  const index = new Map<string, R[]>();
  for (const record of records) {
    const list = index.get(record.establishment);
    if (list === undefined) index.set(record.establishment, [record]);
    else list.push(record);
  }
  return index;
}
