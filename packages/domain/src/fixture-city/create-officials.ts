// The officials of the city at four levels, each with a post and a jurisdiction. Deputy heads of the townships carry
// the names of the mocks, and so does the deputy district head.
import type { Official } from "../chain/official.schema.js";
import { addDays, type PlainDate } from "../kernel/plain-date.js";
import { toRecordId } from "./city-records.js";
import type { CityCalendar } from "./create-city-calendar.js";
import { createNaming } from "./create-naming.js";
import { demonstrationTownships } from "./demonstration-townships.data.js";
import { type DemonstrationVillage, demonstrationVillages } from "./list-demonstration-villages.js";
import { createSeededRandom } from "./seeded-random.js";

/** The officials of one jurisdiction, those of the highest post first; its code is the pool's key. */
export type OfficialPools = ReadonlyMap<string, readonly Official[]>;

/** Makes an official for a jurisdiction, besides those planned, with an id of its own. */
export type AppointOfficial = (
  jurisdiction: string,
  appointment: { readonly from: PlainDate; readonly homeGrid?: string | null },
) => Official;

type Post = readonly [unit: string, post: string];
type Seat = { readonly level: Official["level"]; readonly posts: readonly Post[]; readonly leader?: string };

/** Names of the mocks for officials below the first of a place, by jurisdiction and position. */
const namedOfficials: { readonly [seat: string]: string } = { "990106001/1": "叶听澜" };

const CITY = "9901";
const DISTRICT = "990106";
const ALERT = 15;

const cityPosts: readonly Post[] = [
  ["澄岚市人民政府", "副市长"],
  ["中共澄岚市委", "市委常委"],
  ["澄岚市人民政府", "党组成员"],
];
const districtPosts: readonly Post[] = [
  ["云汀区人民政府", "副区长"],
  ["中共云汀区委", "区委副书记"],
  ["云汀区人大常委会", "副主任"],
  ["政协云汀区委员会", "副主席"],
  ["中共云汀区委", "统战部部长"],
  ["云汀区人民政府", "党组成员"],
  ["云汀区总工会", "主席"],
  ["中共云汀区委", "宣传部部长"],
  ["云汀区人民政府办公室", "主任"],
];
const communityPosts = [
  "党总支书记",
  "居委会主任",
  "居委会副主任",
  "居委会委员",
  "社区专职工作者",
  "社区专职工作者",
];
const villagePosts = [
  "村党支部书记",
  "村委会主任",
  "村委会副主任",
  "村委会委员",
  "村务监督委员",
  "专职网格员",
];

function describeSeats(): ReadonlyMap<string, Seat> {
  const seats = new Map<string, Seat>();
  seats.set(CITY, { level: "city", posts: cityPosts, leader: "郁明舟" });
  seats.set(DISTRICT, { level: "county", posts: districtPosts, leader: "穆怀瑾" });
  for (const { code, name, kind, leader } of demonstrationTownships) {
    const government = kind === "street" ? `${name}办事处` : `${name}人民政府`;
    const committee = kind === "street" ? `${name}党工委` : `${name}党委`;
    const deputy = kind === "street" ? "副主任" : kind === "town" ? "副镇长" : "副乡长";
    const posts: readonly Post[] = [
      [government, deputy],
      [committee, "副书记"],
      [kind === "street" ? `${name}人大工委` : `${name}人大`, kind === "street" ? "主任" : "主席"],
      [committee, "委员"],
      [government, deputy],
      [`${name}武装部`, "部长"],
    ];
    seats.set(code, { level: "township", posts, leader });
  }
  for (const village of demonstrationVillages) {
    const unit = `${village.township.name}${village.name}`;
    const names = village.name.endsWith("社区") ? communityPosts : villagePosts;
    seats.set(village.code, { level: "village", posts: names.map((post): Post => [unit, post]) });
  }
  return seats;
}

const gridOf = ({ code, grids }: DemonstrationVillage, position: number): string | null =>
  grids === 0 ? null : code + String((position % grids) + 1).padStart(3, "0");

/** The planned officials by jurisdiction, and a way to appoint more; ids `off-0001` on, no name twice. */
export function createOfficials(input: {
  readonly seed: string;
  readonly calendar: CityCalendar;
  readonly posts: ReadonlyMap<string, number>;
}): { readonly pools: OfficialPools; readonly appoint: AppointOfficial } {
  const { seed, calendar, posts } = input;
  const random = createSeededRandom(seed, "officials");
  const naming = createNaming(createSeededRandom(seed, "official names"));
  const seats = describeSeats();
  const villages = new Map(demonstrationVillages.map((village) => [village.code, village]));
  const taken = new Set([
    ...[...seats.values()].flatMap(({ leader }) => leader ?? []),
    ...Object.values(namedOfficials),
  ]);
  const counts = new Map<string, number>();
  let number = 0;

  const nameAnew = (): string => {
    let name = naming.person();
    while (taken.has(name)) name = naming.person();
    taken.add(name);
    return name;
  };
  const appoint: AppointOfficial = (jurisdiction, { from, homeGrid }) => {
    const seat = seats.get(jurisdiction);
    if (seat === undefined) throw new RangeError(`no place of the demonstration city: ${jurisdiction}`);
    const position = counts.get(jurisdiction) ?? 0;
    counts.set(jurisdiction, position + 1);
    number += 1;
    const village = villages.get(jurisdiction);
    // Drawn in any case, so that a name of the mocks changes no other name.
    const drawn = position === 0 && seat.leader !== undefined ? seat.leader : nameAnew();
    const [unit, post] = seat.posts[position % seat.posts.length] ?? ["", ""];
    return {
      id: toRecordId("off", number),
      name: namedOfficials[`${jurisdiction}/${position}`] ?? drawn,
      unit,
      post,
      level: seat.level,
      jurisdictions: [jurisdiction],
      // A few offices have set a limit for their people; most have not.
      capacity: seat.level === "village" && position % 3 === 2 ? ALERT : null,
      homeGrid:
        homeGrid === undefined ? (village === undefined ? null : gridOf(village, position)) : homeGrid,
      from,
      to: null,
    };
  };

  const pools = new Map<string, readonly Official[]>();
  for (const [jurisdiction, count] of posts) {
    const people = Array.from({ length: count }, () =>
      appoint(jurisdiction, { from: addDays(calendar.recordsFrom, -random.whole(20, 1200)) }),
    );
    pools.set(jurisdiction, people);
  }
  return { pools, appoint };
}
