// The demonstration city: everything that a food-safety office of a district would have on an ordinary morning. It
// serves the demonstration, the tests and the documents alike. All of it is invented: places, people, firms, figures;
// province code 99 belongs to nobody. It is a function of the seed and the anchor day, so the same question always
// finds the same city, on any day of the year.
// Source: issue "First", the demonstration city; proportions F1-25, loads F1-24…F1-29 (second-hand).
import type { Assignment, Official } from "../chain/official.schema.js";
import { demonstrationScheme } from "../grading/demonstration-scheme.data.js";
import type { GradingScheme } from "../grading/grading-scheme.schema.js";
import type { PlainDate } from "../kernel/plain-date.js";
import type { DutyPost } from "../liaison/duty-post.schema.js";
import type { Establishment } from "../registry/establishment.schema.js";
import type { Measurement, Rubric } from "../rubric/rubric.schema.js";
import type { Territory } from "../territory/territory.schema.js";
import type { Checklist } from "../visit/checklist.schema.js";
import { demonstrationChecklists } from "../visit/demonstration-checklists.data.js";
import type { Visit } from "../visit/visit.schema.js";
import type { Waiver } from "../visit/waiver.schema.js";
import type { PairingGradeRecord, RiskGradeRecord, StateSpell } from "./city-records.js";
import { createChain } from "./create-chain.js";
import { createCityCalendar } from "./create-city-calendar.js";
import { createDutyPosts } from "./create-duty-posts.js";
import { createEstablishments } from "./create-establishments.js";
import { createOfficials } from "./create-officials.js";
import {
  type CityAnswer,
  type CityGroup,
  type CityQuestion,
  createGroups,
  createQuestions,
} from "./create-questions.js";
import { createRiskGrades } from "./create-risk-grades.js";
import { createVisits } from "./create-visits.js";
import { createWaivers } from "./create-waivers.js";
import { demonstrationMeasurements } from "./demonstration-measurements.js";
import { demonstrationRubric } from "./demonstration-rubric.js";
import { listDemonstrationTerritories } from "./list-demonstration-territories.js";
import { planPopulation } from "./plan-population.js";
import { createSeededRandom } from "./seeded-random.js";

/** The whole city as records with ids that refer to each other; nothing in it lies after the anchor day. */
export type FixtureCity = {
  readonly anchor: PlainDate;
  /** The office that the city belongs to, and who sits in it. */
  readonly office: {
    readonly territory: string;
    readonly name: string;
    readonly person: { readonly name: string; readonly unit: string };
  };
  /** Townships, villages and grids below 990106; the nodes above are in the shipped table. */
  readonly territories: readonly Territory[];
  readonly establishments: readonly Establishment[];
  readonly states: readonly StateSpell[];
  readonly scheme: GradingScheme;
  readonly grades: readonly PairingGradeRecord[];
  readonly riskGrades: readonly RiskGradeRecord[];
  readonly officials: readonly Official[];
  /** Leaders in charge, liaisons and people of the market-regulation stations; some links are absent on purpose. */
  readonly duties: readonly DutyPost[];
  /** "1+N" groups of the posts, questions from the communities and the answers given. */
  readonly groups: readonly CityGroup[];
  readonly questions: readonly CityQuestion[];
  readonly answers: readonly CityAnswer[];
  readonly assignments: readonly Assignment[];
  readonly checklists: readonly Checklist[];
  readonly visits: readonly Visit[];
  readonly waivers: readonly Waiver[];
  /** First day of the first round of visits. */
  readonly firstRoundStart: PlainDate;
  readonly rubric: Rubric;
  readonly measurements: { readonly [item: string]: Measurement };
};

/**
 * The demonstration city for a seed and an anchor day, the day on which it is "today".
 *
 * Records reach back four quarters before the running one; three of these have visits. Grades come from the
 * demonstration scheme, an establishment that lacks a fact has none. Any real day from 1991 on will do; frequency and
 * grade levels shipped with the product begin in 2022, so earlier anchors have nothing due.
 *
 * @example
 * const city = createFixtureCity({ seed: "shian", anchor: "2026-12-18" });
 * city.office.territory; // => "990106"
 * city.establishments.length; // => 3060
 */
export function createFixtureCity(input: { readonly seed: string; readonly anchor: PlainDate }): FixtureCity {
  const { seed, anchor } = input;
  const calendar = createCityCalendar(anchor);
  const scheme = demonstrationScheme;
  const { slots, posts } = planPopulation(createSeededRandom(seed, "population"));
  const invented = createEstablishments({ seed, calendar, slots, scheme });
  const chain = createChain({
    seed,
    calendar,
    establishments: invented,
    ...createOfficials({ seed, calendar, posts }),
  });
  const riskGrades = createRiskGrades({ seed, calendar, establishments: invented });
  const checklists = demonstrationChecklists;
  const visits = createVisits({ seed, calendar, establishments: invented, chain, riskGrades, checklists });
  const duties = createDutyPosts({ seed, calendar, officials: chain.officials });
  return {
    anchor,
    office: {
      territory: "990106",
      name: "云汀区食品安全委员会办公室",
      person: { name: "晏清禾", unit: "区食安办" },
    },
    territories: listDemonstrationTerritories(),
    establishments: invented.map(({ establishment }) => establishment),
    states: invented.flatMap(({ spells }) => spells),
    scheme,
    grades: invented.flatMap(({ grades }) => grades),
    riskGrades,
    officials: chain.officials,
    duties,
    groups: createGroups(duties),
    ...createQuestions(anchor),
    assignments: chain.assignments,
    checklists,
    visits,
    waivers: createWaivers({ seed, calendar, establishments: invented, officials: chain.officials, visits }),
    firstRoundStart: calendar.quarters[0]?.start ?? calendar.recordsFrom,
    rubric: demonstrationRubric,
    measurements: demonstrationMeasurements,
  };
}
