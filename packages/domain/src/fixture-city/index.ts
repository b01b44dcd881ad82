// The demonstration city and what tests and manuals are made of; exported as @shian/domain/fixture-city.
export type { PairingGradeRecord, RiskGradeRecord, StateSpell } from "./city-records.js";
export { createControls, createTrainings, type InventedReport } from "./create-controls.js";
export { createFixtureCity, type FixtureCity } from "./create-fixture-city.js";
export { demonstrationMeasurements } from "./demonstration-measurements.js";
export {
  type DemonstrationPersona,
  type DemonstrationUnit,
  demonstrationPeople,
  demonstrationUnits,
} from "./demonstration-people.data.js";
export { demonstrationRubric } from "./demonstration-rubric.js";
export {
  type GeneratedRows,
  generateOfficialRows,
  generateRegisterRows,
  generateTerritoryRows,
} from "./generate-rows.js";
export { listDemonstrationTerritories } from "./list-demonstration-territories.js";
export {
  type DemonstrationVillage,
  demonstrationVillages,
  listDemonstrationVillages,
} from "./list-demonstration-villages.js";
export { createSeededRandom, type SeededRandom } from "./seeded-random.js";
