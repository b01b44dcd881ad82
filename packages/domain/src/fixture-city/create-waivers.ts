// Approved waivers: a few establishments that nobody could visit in a quarter, each with a reason and an approver of a
// level above the one that answers for it.
import type { Official } from "../chain/official.schema.js";
import { addDays } from "../kernel/plain-date.js";
import type { Period, Visit } from "../visit/visit.schema.js";
import type { Waiver } from "../visit/waiver.schema.js";
import { type InventedEstablishment, toRecordId } from "./city-records.js";
import { type CityCalendar, type CityQuarter, limitToDay } from "./create-city-calendar.js";
import { createSeededRandom } from "./seeded-random.js";

const PER_CLOSED_QUARTER = 3;
const IN_RUNNING_QUARTER = 6;

const reasons: readonly string[] = [
  "店面装修，本季未营业，已现场核实。",
  "经营者住院，门店暂不开门。",
  "所在楼宇改造，出入口封闭。",
  "学校放假，食堂本季停用。",
  "门前道路施工，经营暂停。",
  "季节性经营，本季未开市。",
];

/** The waivers by quarter, ids `wai-0001` on; only establishments without a visit in the quarter have one. */
export function createWaivers(input: {
  readonly seed: string;
  readonly calendar: CityCalendar;
  readonly establishments: readonly InventedEstablishment[];
  readonly officials: readonly Official[];
  readonly visits: readonly Visit[];
}): readonly Waiver[] {
  const { seed, calendar, establishments, officials, visits } = input;
  const random = createSeededRandom(seed, "waivers");
  const order = random.shuffle(
    establishments.filter(
      ({ establishment, spells, grades }) =>
        grades[0]?.grade === "D" && spells.length === 1 && establishment.stateSince < calendar.recordsFrom,
    ),
  );
  const approvers = new Map(
    officials.flatMap(({ level, jurisdictions: [place = ""], to, id }) =>
      level === "township" && to === null ? [[place, id] as const] : [],
    ),
  );
  const waiveIn = (quarter: CityQuarter): Omit<Waiver, "id">[] => {
    const visited = new Set(
      visits
        .filter(({ madeOn }) => quarter.start <= madeOn && madeOn <= quarter.end)
        .map((visit) => visit.establishment),
    );
    return order
      .filter(({ establishment }) => !visited.has(establishment.id))
      .slice(0, quarter.closed ? PER_CLOSED_QUARTER : IN_RUNNING_QUARTER)
      .flatMap(({ establishment, village }) => {
        const approvedBy = approvers.get(village.township.code);
        if (approvedBy === undefined) return [];
        return {
          establishment: establishment.id,
          period: quarter.period as Period,
          reason: random.pick(reasons),
          approvedBy,
          approverLevel: "township" as const,
          recordedOn: limitToDay(addDays(quarter.start, random.whole(0, 80)), quarter.until),
        };
      });
  };
  return calendar.quarters
    .flatMap(waiveIn)
    .map((waiver, index) => ({ id: toRecordId("wai", index + 1), ...waiver }));
}
