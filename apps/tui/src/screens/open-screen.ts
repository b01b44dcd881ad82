import { createAllocationScreen, createAllocationsScreen } from "./allocation-screens.js";
import { createGapsScreen, createOfficialsScreen } from "./chain-screens.js";
import {
  createCommitmentRatesScreen,
  createCommitmentScreen,
  createCommitmentsScreen,
} from "./commitment-screens.js";
import { createComparisonScreen, createComparisonsScreen } from "./comparison-screens.js";
import { createCoverageScreen } from "./coverage-screen.js";
import { createDirectoryScreen } from "./directory-screen.js";
import { createDocumentScreen, createDocumentsScreen, createReadersScreen } from "./document-screens.js";
import { createEstablishmentScreen } from "./establishment-screen.js";
import { createExplainScreen } from "./explain-screen.js";
import { createHandoverPlanScreen } from "./handover-plan-screen.js";
import { createHandoverScreen, createHandoversScreen, createReceiptScreen } from "./handover-screens.js";
import { createObjectionScreen, createObjectionsScreen } from "./objection-screens.js";
import { createOverdueScreen } from "./overdue-screen.js";
import { createOverviewScreen } from "./overview-screen.js";
import { createAnswersScreen, createQuestionScreen, createQuestionsScreen } from "./question-screens.js";
import { createRegistryScreen } from "./registry-screen.js";
import { createScoreScreen } from "./score-screen.js";
import type { Screen, ScreenContext, ScreenName, ScreenRequest } from "./screen.js";
import {
  createAttendanceScreen,
  createTrainingPeopleScreen,
  createTrainingPlanScreen,
  createTrainingScreen,
} from "./training-screens.js";
import { createXrayRowsScreen, createXrayScreen } from "./xray-screens.js";

const factories: {
  readonly [Name in ScreenName]: (context: ScreenContext, request: ScreenRequest) => Screen;
} = {
  overview: createOverviewScreen,
  registry: createRegistryScreen,
  establishment: createEstablishmentScreen,
  gaps: createGapsScreen,
  officials: createOfficialsScreen,
  coverage: createCoverageScreen,
  overdue: createOverdueScreen,
  score: createScoreScreen,
  explain: createExplainScreen,
  handovers: createHandoversScreen,
  handover: createHandoverScreen,
  receipt: createReceiptScreen,
  "handover-plan": createHandoverPlanScreen,
  commitments: createCommitmentsScreen,
  "commitment-rates": createCommitmentRatesScreen,
  commitment: createCommitmentScreen,
  questions: createQuestionsScreen,
  question: createQuestionScreen,
  answers: createAnswersScreen,
  comparisons: createComparisonsScreen,
  comparison: createComparisonScreen,
  training: createTrainingScreen,
  "training-plan": createTrainingPlanScreen,
  "training-people": createTrainingPeopleScreen,
  attendance: createAttendanceScreen,
  documents: createDocumentsScreen,
  document: createDocumentScreen,
  readers: createReadersScreen,
  "x-ray": createXrayScreen,
  "x-ray-rows": createXrayRowsScreen,
  directory: createDirectoryScreen,
  objections: createObjectionsScreen,
  objection: createObjectionScreen,
  allocations: createAllocationsScreen,
  allocation: createAllocationScreen,
};

/** The page that the request names; it has asked nothing yet. */
export const openScreen = (context: ScreenContext, request: ScreenRequest): Screen =>
  factories[request.screen](context, request);

/** The first page of each area; undefined where the area is not there yet. */
export function findAreaScreen(area: number): ScreenName | undefined {
  const byArea: Readonly<Record<number, ScreenName>> = {
    1: "overview",
    2: "registry",
    3: "gaps",
    4: "coverage",
    6: "score",
  };
  return byArea[area];
}
