export { type BusinessArmProblemCode, businessArmProblemCodes } from "./business-arm.problem.js";
export {
  ArmPerson,
  ArmRole,
  armRoles,
  ControlKind,
  ControlPeriod,
  ControlResult,
  controlKinds,
  controlResults,
  trainingHoursInYear,
} from "./business-arm.schema.js";
export { checkControlReport } from "./check-control-report.js";
export {
  type ControlWindow,
  controlWindowOf,
  listControlWindows,
  parseControlPeriod,
} from "./control-window.js";
export { type ArmRecord, findArmOn, toBusinessArm } from "./find-arm-on.js";
export {
  addTallies,
  type ControlQuestion,
  type ControlReportFact,
  type ControlTallies,
  type ControlTally,
  defaultControlForms,
  type ExpectedControl,
  isNothingControlled,
  listExpectedControls,
  measureControls,
  noControls,
} from "./measure-controls.js";
export { type DirectorNeed, needsFoodSafetyDirector } from "./needs-food-safety-director.js";
export { sumTraining, type TrainedPerson, type TrainingFact } from "./sum-training.js";
