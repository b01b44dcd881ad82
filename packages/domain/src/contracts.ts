// The operations map: every operation of the product with its input, output and who may. tRPC procedures, the forms
// of the web and the commands of the terminal are bound to it; a drift test holds the sides together.
import type * as z from "zod";
import { backupOperations } from "./backup/backup.contract.js";
import { businessArmOperations } from "./business-arm/business-arm.contract.js";
import { allocationOperations } from "./chain/allocation.contract.js";
import { chainOperations } from "./chain/chain.contract.js";
import { handoverOperations } from "./chain/handover.contract.js";
import { commitmentOperations } from "./commitment/commitment.contract.js";
import { comparisonOperations } from "./comparison/comparison.contract.js";
import { evaluationOperations } from "./evaluation/evaluation.contract.js";
import { factSheetOperations } from "./fact-sheet/fact-sheet.contract.js";
import { gradingOperations } from "./grading/grading.contract.js";
import { jobOperations } from "./job/job.contract.js";
import { layoutOperations } from "./layout/layout.contract.js";
import { directoryOperations } from "./liaison/directory.contract.js";
import { groupOperations } from "./liaison/group.contract.js";
import { questionOperations } from "./liaison/question.contract.js";
import { officeOperations } from "./office/office.contract.js";
import { officeRulesOperations } from "./office-rules/office-rules.contract.js";
import { overviewOperations } from "./overview/overview.contract.js";
import { grantOperations } from "./people/grant.contract.js";
import { peopleOperations } from "./people/people.contract.js";
import { sheetOperations } from "./people/sheet.contract.js";
import { unitOperations } from "./people/unit.contract.js";
import { recordOperations } from "./record/record.contract.js";
import { attentionOperations } from "./registry/attention.contract.js";
import { bulkEditOperations } from "./registry/bulk-edit.contract.js";
import { duplicateOperations } from "./registry/duplicate.contract.js";
import { importOperations } from "./registry/import.contract.js";
import { registryOperations } from "./registry/registry.contract.js";
import { registryViewOperations } from "./registry/registry-view.contract.js";
import { providerOperations } from "./session/provider.contract.js";
import { sessionOperations } from "./session/session.contract.js";
import { territoryOperations } from "./territory/territory.contract.js";
import { documentOperations } from "./training/document.contract.js";
import { trainingOperations } from "./training/training.contract.js";
import { visitOperations } from "./visit/visit.contract.js";
import { xrayOperations } from "./xray/xray.contract.js";

/** Operation id → contract. */
export const operations = {
  ...officeOperations,
  ...sessionOperations,
  ...providerOperations,
  ...territoryOperations,
  ...registryOperations,
  ...registryViewOperations,
  ...attentionOperations,
  ...bulkEditOperations,
  ...importOperations,
  ...duplicateOperations,
  ...comparisonOperations,
  ...xrayOperations,
  ...layoutOperations,
  ...gradingOperations,
  ...chainOperations,
  ...handoverOperations,
  ...allocationOperations,
  ...commitmentOperations,
  ...directoryOperations,
  ...groupOperations,
  ...questionOperations,
  ...trainingOperations,
  ...documentOperations,
  ...visitOperations,
  ...businessArmOperations,
  ...factSheetOperations,
  ...officeRulesOperations,
  ...evaluationOperations,
  ...overviewOperations,
  ...backupOperations,
  ...peopleOperations,
  ...grantOperations,
  ...unitOperations,
  ...sheetOperations,
  ...jobOperations,
  ...recordOperations,
} as const;

/** The id of an operation, `concept.verb`. */
export type OperationId = keyof typeof operations;
/** What a caller sends; defaults may be left out. */
export type OperationInput<Id extends OperationId> = z.input<(typeof operations)[Id]["input"]>;
/** What the server works with after parsing. */
export type OperationArguments<Id extends OperationId> = z.output<(typeof operations)[Id]["input"]>;
/** What comes back. */
export type OperationOutput<Id extends OperationId> = z.output<(typeof operations)[Id]["output"]>;
