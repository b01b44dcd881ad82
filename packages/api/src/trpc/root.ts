// All procedures under the names of their operations.
import { auditRouter } from "../features/audit/audit.router.js";
import { backupRouter } from "../features/backup/backup.router.js";
import { boardRouter } from "../features/board/board.router.js";
import { businessArmRouter } from "../features/business-arm/business-arm.router.js";
import { allocationRouter, chainRouter, officialRouter } from "../features/chain/chain.router.js";
import { commitmentRouter } from "../features/commitment/commitment.router.js";
import { comparisonRouter } from "../features/comparison/comparison.router.js";
import { duplicateRouter, mergeRouter } from "../features/duplicate/duplicate.router.js";
import { evaluationRouter, rubricRouter } from "../features/evaluation/evaluation.router.js";
import { factSheetRouter } from "../features/fact-sheet/fact-sheet.router.js";
import { gradingRouter, objectionRouter } from "../features/grading/grading.router.js";
import { handoverRouter } from "../features/handover/handover.router.js";
import { importRouter } from "../features/import/import.router.js";
import { jobRouter } from "../features/job/job.router.js";
import { layoutRouter } from "../features/layout/layout.router.js";
import { directoryRouter } from "../features/liaison/directory.router.js";
import { liaisonGroupRouter, questionRouter } from "../features/liaison/question.router.js";
import { officeRouter } from "../features/office/office.router.js";
import { officeRulesRouter } from "../features/office-rules/office-rules.router.js";
import { overviewRouter, searchRouter } from "../features/overview/overview.router.js";
import { grantRouter, peopleRouter, standInRouter, unitRouter } from "../features/people/people.router.js";
import {
  attentionRouter,
  bulkEditRouter,
  registryRouter,
  registryViewRouter,
} from "../features/registry/registry.router.js";
import { deviceRouter, keyRouter, sessionRouter, setupRouter } from "../features/session/session.router.js";
import { territoryRouter } from "../features/territory/territory.router.js";
import { documentRouter, trainingRouter } from "../features/training/training.router.js";
import { coverageRouter, visitRouter } from "../features/visit/visit.router.js";
import { xrayRouter } from "../features/xray/xray.router.js";
import { createRouter } from "./procedures.js";

export const appRouter = createRouter({
  office: officeRouter,
  session: sessionRouter,
  device: deviceRouter,
  setup: setupRouter,
  key: keyRouter,
  territory: territoryRouter,
  registry: registryRouter,
  registryView: registryViewRouter,
  attention: attentionRouter,
  bulkEdit: bulkEditRouter,
  import: importRouter,
  duplicate: duplicateRouter,
  merge: mergeRouter,
  comparison: comparisonRouter,
  xray: xrayRouter,
  layout: layoutRouter,
  job: jobRouter,
  backup: backupRouter,
  grading: gradingRouter,
  objection: objectionRouter,
  rules: officeRulesRouter,
  arm: businessArmRouter,
  factSheet: factSheetRouter,
  chain: chainRouter,
  allocation: allocationRouter,
  official: officialRouter,
  handover: handoverRouter,
  commitment: commitmentRouter,
  board: boardRouter,
  directory: directoryRouter,
  liaisonGroup: liaisonGroupRouter,
  question: questionRouter,
  training: trainingRouter,
  document: documentRouter,
  visit: visitRouter,
  coverage: coverageRouter,
  rubric: rubricRouter,
  evaluation: evaluationRouter,
  overview: overviewRouter,
  search: searchRouter,
  people: peopleRouter,
  grant: grantRouter,
  unit: unitRouter,
  standIn: standInRouter,
  audit: auditRouter,
});

/** Type of the whole API; the client is typed by it. */
export type AppRouter = typeof appRouter;
