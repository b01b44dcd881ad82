// The duty posts of the city: a leader in charge at each level, liaisons of townships and villages, the people of the
// market-regulation stations. One township has no inspector and some villages nobody, so that absent links are seen.
import type { Official } from "../chain/official.schema.js";
import { addDays } from "../kernel/plain-date.js";
import type { DutyKind, DutyPost } from "../liaison/duty-post.schema.js";
import { toRecordId } from "./city-records.js";
import type { CityCalendar } from "./create-city-calendar.js";
import { createNaming } from "./create-naming.js";
import { demonstrationTownships } from "./demonstration-townships.data.js";
import { demonstrationVillages } from "./list-demonstration-villages.js";
import { createSeededRandom } from "./seeded-random.js";

const DISTRICT = "990106";
/** Whose accounts the demonstration has. */
const accounts: { readonly [seat: string]: { readonly name: string; readonly person: string } } = {
  "inspector/990106001": { name: "路行简", person: "demo-luxingjian" },
  "liaison/990106001001": { name: "岑晚舟", person: "demo-cenwanzhou" },
};

export function createDutyPosts(input: {
  readonly seed: string;
  readonly calendar: CityCalendar;
  readonly officials: readonly Official[];
}): readonly DutyPost[] {
  const { seed, calendar, officials } = input;
  const random = createSeededRandom(seed, "duty posts");
  const naming = createNaming(createSeededRandom(seed, "duty names"));
  const posts: DutyPost[] = [];
  const phone = () => `099-55${String(random.whole(0, 99_999)).padStart(5, "0")}`;
  const add = (kind: DutyKind, place: string, unit: string, title: string, name?: string): void => {
    const drawn = naming.person();
    const account = accounts[`${kind}/${place}`];
    posts.push({
      post: toRecordId("duty", posts.length + 1),
      kind,
      name: account?.name ?? name ?? drawn,
      unit,
      title,
      territories: [place],
      officePhone: phone(),
      person: account?.person ?? null,
      from: addDays(calendar.recordsFrom, -random.whole(10, 400)),
      to: null,
    });
  };
  const firstOf = (place: string) => officials.find(({ jurisdictions }) => jurisdictions.includes(place));
  const lead = (place: string) => {
    const first = firstOf(place);
    if (first !== undefined) add("leader", place, first.unit, first.post, first.name);
  };
  lead(DISTRICT);
  for (const [index, { code, name, kind }] of demonstrationTownships.entries()) {
    const station = `${name.replace(/(?:街道|镇|乡)$/, "")}市场监管所`;
    lead(code);
    add("liaison", code, `${name}${kind === "street" ? "办事处" : "人民政府"}`, "食安办联络员");
    add("station-head", code, station, "所长");
    if (index !== demonstrationTownships.length - 1) add("inspector", code, station, "监管员");
  }
  for (const [index, { code, name, township }] of demonstrationVillages.entries()) {
    if (index % 17 === 11) continue;
    if (index % 5 !== 4) lead(code);
    add("liaison", code, `${township.name}${name}`, "食品安全信息员");
  }
  return posts;
}
