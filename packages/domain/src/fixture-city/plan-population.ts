// How many establishments of which grade stand in which village, and how many officials answer for them.
// Proportions of the grades: F1-25 (A 0.14 %, B 1.16 %, C 13.86 %, D 84.84 %; second-hand). Officials: 7 to 14
// establishments each at village and township level, fewer above (F1-24…F1-29, averages of 6.4 to 14; second-hand).
import type { PairingGrade } from "../grading/grade.schema.js";
import { pairingGrades } from "../grading/grade.schema.js";
import { apportion } from "./apportion.js";
import { demonstrationTownships } from "./demonstration-townships.data.js";
import { type DemonstrationVillage, demonstrationVillages } from "./list-demonstration-villages.js";
import type { SeededRandom } from "./seeded-random.js";

/** A place in the city's register that an establishment will fill. */
export type PopulationSlot = {
  readonly village: DemonstrationVillage;
  readonly grade: PairingGrade;
  /** Whether it has closed down before the anchor day; such ones stand beside the total. */
  readonly closed: boolean;
};

/** The city's establishments in the order of the register, and posts by division code. */
export type Population = {
  readonly slots: readonly PopulationSlot[];
  /** Officials by jurisdiction: villages (12 digits), townships (9), the district (6) and the city (4). */
  readonly posts: ReadonlyMap<string, number>;
};

const OPEN = 3000;
const CLOSED = 60;
const SHARES = [14, 116, 1386, 8484];
const POSTS = { city: 3, county: 9, township: 40, village: 250 };
const CITY = "9901";
const DISTRICT = "990106";

const townshipWeights = demonstrationTownships.map(({ weight }) => weight);

/** Near 1, so that no two places look alike and loads stay within their limits. */
const jitter = (random: SeededRandom): number => 0.88 + random.next() * 0.24;

/** Each village has one official; the others go where the township is busiest, communities before villages. */
function spreadVillagePosts(random: SeededRandom): Map<string, number> {
  const posts = new Map<string, number>();
  const totals = apportion(POSTS.village, townshipWeights);
  demonstrationTownships.forEach((township, index) => {
    const villages = demonstrationVillages.filter((village) => village.township === township);
    const busy = villages.map(
      ({ grids, name }) => (grids > 0 ? 3 : name.endsWith("社区") ? 1.4 : 0.7) * jitter(random),
    );
    const more = apportion((totals[index] ?? 0) - villages.length, busy);
    villages.forEach(({ code }, position) => {
      posts.set(code, 1 + (more[position] ?? 0));
    });
  });
  return posts;
}

/** A village of the list for each of `count` establishments, in proportion to the weights. */
const placeIn = (villages: readonly DemonstrationVillage[], count: number, weights: readonly number[]) =>
  apportion(count, weights).flatMap((share, index) =>
    Array.from({ length: share }, () => villages[index] as DemonstrationVillage),
  );

/** The population for the stream: 3,000 open establishments in the proportions of F1-25 and 60 closed ones. */
export function planPopulation(random: SeededRandom): Population {
  const [a = 0, b = 0, c = 0, d = 0] = apportion(OPEN, SHARES);
  const villagePosts = spreadVillagePosts(random);
  const townshipPosts = apportion(POSTS.township, townshipWeights);
  const postsOf = demonstrationVillages.map(({ code }) => villagePosts.get(code) ?? 0);
  const [gradeA, gradeB, gradeC, gradeD] = pairingGrades;

  const cByTownship = apportion(
    c,
    townshipPosts.map((posts) => posts * jitter(random)),
  );
  const placesC = demonstrationTownships.flatMap((township, index) => {
    const villages = demonstrationVillages.filter((village) => village.township === township);
    return placeIn(
      villages,
      cByTownship[index] ?? 0,
      villages.map(({ code }) => (villagePosts.get(code) ?? 0) * jitter(random)),
    );
  });
  const placesD = placeIn(
    demonstrationVillages,
    d,
    postsOf.map((posts) => posts * jitter(random)),
  );
  const towns = demonstrationVillages.filter(({ grids }) => grids > 0);
  const townWeights = towns.map(({ township }) => township.weight * jitter(random));
  const placesB = placeIn(towns, b, townWeights);
  // The largest businesses lie in the centres of the streets, one in each.
  const centres = towns.filter(({ code, township }) => township.kind === "street" && code.endsWith("001"));
  const placesA = random
    .shuffle(centres.slice(0, -1))
    .slice(0, a - 1)
    .concat(centres.slice(-1));
  const placesClosed = placeIn(
    demonstrationVillages,
    CLOSED,
    postsOf.map((posts) => posts * random.next()),
  );

  const fill = (places: readonly DemonstrationVillage[], grade: PairingGrade, closed = false) =>
    places.map((village) => ({ village, grade, closed }));
  return {
    slots: random.shuffle([
      ...fill(placesA, gradeA),
      ...fill(placesB, gradeB),
      ...fill(placesC, gradeC),
      ...fill(placesD, gradeD),
      ...fill(placesClosed, gradeD, true),
    ]),
    posts: new Map([
      [CITY, POSTS.city],
      [DISTRICT, POSTS.county],
      ...demonstrationTownships.map(({ code }, index): [string, number] => [code, townshipPosts[index] ?? 0]),
      ...villagePosts,
    ]),
  };
}
