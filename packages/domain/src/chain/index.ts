export {
  AllocationMove,
  AllocationPreview,
  AllocationQuestion,
  AllocationRow,
  AllocationRun,
} from "./allocation.contract.js";
export {
  type Allocation,
  type AllocationCertificate,
  type AllocationEstablishment,
  type AllocationInput,
  type AllocationObjectives,
  type AllocationOfficial,
  type AllocationOrder,
  type AllocationProgress,
  type Containment,
  type LevelsNow,
  type Pair,
  type UnassignedReason,
  unassignedReasons,
} from "./allocation.js";
export {
  type AllocatedGap,
  AllocationState,
  allocatedGaps,
  allocationStates,
} from "./allocation-run.schema.js";
export { assignOfficials, assignOfficialsInSteps } from "./assign-officials.js";
export {
  ChainNode,
  chainOperations,
  GapCounts,
  GapRow,
  OfficialDetail,
  OfficialRow,
} from "./chain.contract.js";
export { type ChainProblemCode, chainProblemCodes } from "./chain.problem.js";
export { chainText } from "./chain.text.js";
export { checkAllocationUndo, findUndoLimit } from "./check-allocation-undo.js";
export {
  type CheckedDeparture,
  checkHandover,
  findUndoFault,
  hoursToUndoHandover,
  toUndoUntil,
} from "./check-handover.js";
export { type DatedFact, findRecordOn, isInForceOn, isKnownOn, type TwoTimes } from "./dated-fact.js";
export {
  type Answering,
  type AssignmentRecord,
  type ChainOn,
  deriveAnswering,
  deriveChainOn,
  type OfficialRecord,
} from "./derive-chain-on.js";
export { type BusinessArm, findArmGap } from "./find-arm-gap.js";
export {
  type CommitmentStanding,
  countGapKinds,
  findCommitmentGap,
  findGaps,
  type Gap,
  type GapEstablishment,
  type GapOfficial,
  type Gaps,
} from "./find-gaps.js";
export { findGapRemedy, type GapRemedy, gapRemedies } from "./find-remedy.js";
export {
  HandoverDeparture,
  HandoverEntry,
  HandoverParty,
  HandoverPlanView,
  HandoverReceipt,
  HandoverRow,
  handoverRoles,
  mostChoices,
  mostDepartures,
  NextPost,
} from "./handover.contract.js";
export { type HandoverProblemCode, handoverProblemCodes } from "./handover.problem.js";
export { handoverText } from "./handover.text.js";
export {
  defaultGradeLevels,
  findGradeLevels,
  findLevelForGrade,
  GradeLevels,
  listGradesOfLevel,
} from "./level-for-grade.js";
export {
  type ChangingEstablishment,
  listPairingChanges,
  type PairingChange,
  type PairingChangeReason,
  pairingChangeReasons,
} from "./list-pairing-changes.js";
export { mergeOfficials, type OfficialOutcome, type ReadOfficialRow } from "./merge-officials.js";
export { type OfficialProblemCode, officialProblemCodes } from "./official.problem.js";
export { Assignment, GapKind, gapKinds, Official } from "./official.schema.js";
export { officialText } from "./official.text.js";
export {
  findLevelByWord,
  findOfficialField,
  type OfficialField,
  officialFields,
  officialHeaders,
} from "./official-columns.js";
export {
  type OfficialFacts,
  type OfficialPhones,
  type OfficialRowProblem,
  type OfficialSheetRow,
  parseOfficialRow,
} from "./parse-official-row.js";
export {
  type Departure,
  type HandoverEstablishment,
  type HandoverMove,
  type HandoverPlan,
  planHandover,
} from "./plan-handover.js";
export { type AllocationVerdict, verifyAllocation } from "./verify-allocation.js";
