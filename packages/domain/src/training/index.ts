export { attendanceCodeSeconds, attendanceWindow, listCodeNumbers } from "./attendance-window.js";
export {
  checkSessionDays,
  checkSuperiorDocument,
  checkTrainingPlan,
  checkTrainingQuestion,
  checkTrainingSession,
} from "./check-training.js";
export {
  type InvitedOfficial,
  measureTraining,
  sumCredits,
  type TrainingCount,
  type TrainingCredit,
  type TrainingTable,
} from "./measure-training.js";
export { type TrainingProblemCode, trainingProblemCodes } from "./training.problem.js";
export {
  Audience,
  GivenAnswer,
  QuestionKind,
  questionKinds,
  SuperiorDocument,
  TrainingPlan,
  TrainingQuestion,
  TrainingSession,
  TrainingWay,
  trainingWays,
} from "./training.schema.js";
export {
  type BankQuestion,
  checkAnswers,
  drawQuestions,
  findTestEnd,
  gradeTest,
  type TestResult,
  testMinutes,
} from "./training-test.js";
