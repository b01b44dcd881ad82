// The register's public names: establishments, and bringing a file of them in.

export { applyBulkChange } from "./apply-bulk-change.js";
export { type AttentionProblemCode, attentionProblemCodes } from "./attention.problem.js";
export { attentionText } from "./attention.text.js";
export {
  checkFlag,
  createFlagFinder,
  createFlagNamer,
  KeptFlag,
  ListedFlag,
  listFlags,
  mostFlags,
} from "./attention-list.js";
export { classSize, fillSize, findSizeSector, type SizeSector, sizeBounds } from "./class-size.js";
export { type ComparedField, type ComparedSide, compareFacts } from "./compare-facts.js";
export { decideHeldRow, type ImportDecision } from "./decide-held-row.js";
export {
  type Contains,
  diffFacts,
  type EstablishmentAfter,
  type FieldChange,
  type FindContactMobile,
  toNewEstablishment,
} from "./diff-facts.js";
export { type DuplicateProblemCode, duplicateProblemCodes } from "./duplicate.problem.js";
export { duplicateText } from "./duplicate.text.js";
export {
  AttentionFlag,
  attentionFlags,
  BusinessForm,
  businessForms,
  CoordinateSystem,
  coordinateSystems,
  Establishment,
  EstablishmentFacts,
  EstablishmentState,
  establishmentStates,
  mapBounds,
  type ShippedFlag,
  Size,
  sizes,
} from "./establishment.schema.js";
export {
  createDuplicateFinder,
  type DuplicatePair,
  type DuplicateProgress,
  type DuplicateReason,
  type DuplicateRules,
  type DuplicateSubject,
  demonstrationDuplicateRules,
  duplicateReasons,
  findDuplicates,
  type MeasureDistance,
  searchDuplicates,
} from "./find-duplicates.js";
export { createIdentityIndex, type Identity, type IdentityIndex, toPremisesKey } from "./find-identity.js";
export { findRepeats, type IdentifiedRows } from "./find-repeats.js";
export {
  type FoldedAddress,
  foldBusinessAddress,
  foldBusinessName,
  toPlacePrefixes,
} from "./fold-business.js";
export { foldName } from "./fold-name.js";
export { applyCorrections, type ColumnGuess, guessMapping, type RegisterMapping } from "./guess-mapping.js";
export {
  type AbsorbedEstablishment,
  type FindResembling,
  holdDoubtful,
  type SourceOptions,
} from "./hold-doubtful.js";
export {
  findRegisterField,
  isReasonHeader,
  listKnownHeaders,
  listTemplateHeaders,
  normaliseHeader,
  type RegisterField,
  reasonHeaders,
  registerColumns,
  registerFields,
} from "./import-columns.js";
export {
  findLicenceStanding,
  Licence,
  LicenceKind,
  type LicenceStanding,
  LicenceState,
  licenceKinds,
  licenceStandings,
  licenceStates,
} from "./licence.schema.js";
export { licenceText } from "./licence.text.js";
export { hasLicence, listLicences } from "./list-licences.js";
export {
  countOutcomes,
  type DecisionKind,
  findAfter,
  type MergedRow,
  type MergeScope,
  mergeImport,
  type OutcomeCounts,
  type ReadRow,
  type RefusedRow,
  settleRow,
} from "./merge-import.js";
export { parseCellDate } from "./parse-cell-date.js";
export { parseRegisterRow, prepareRegisterReading, type RegisterReading } from "./parse-register-row.js";
export { type MergePlan, planMerge } from "./plan-merge.js";
export {
  formatRowProblem,
  planRegisterImport,
  type RegisterImport,
  toImportAnswer,
} from "./plan-register-import.js";
export {
  type LaterChange,
  type PresentObject,
  planUndo,
  type UndoneRow,
  type WrittenRow,
} from "./plan-undo.js";
export { type MappingFit, type ProposedMapping, proposeMappings } from "./propose-mapping.js";
export {
  createPlaceReader,
  type PlaceCells,
  type PlaceReader,
  type PlaceReading,
  type PlaceScope,
} from "./read-place.js";
export { findForm, findSize, findState } from "./register-label.js";
export { type RegistryProblemCode, registryProblemCodes } from "./registry.problem.js";
export { registryText } from "./registry.text.js";
export { type FactsVersion, reviseFacts } from "./revise-facts.js";
export { reviseStates } from "./revise-states.js";
export type { RegisterRow, RowFacts, RowProblem } from "./row-facts.js";
export { type CellKind, cellKind, type SheetRow } from "./sheet-row.js";
export { type SpreadsheetProblemCode, spreadsheetProblemCodes } from "./spreadsheet.problem.js";
export { spreadsheetText } from "./spreadsheet.text.js";
export {
  type Clock,
  type ClockStanding,
  clockStandings,
  findStateClock,
  type StateClock,
  stateClockDays,
} from "./state-clock.js";
export { StateChange, StateSource, StateSpell, stateSources } from "./state-event.schema.js";
