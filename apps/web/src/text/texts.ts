import { accountTexts } from "./account.text.js";
import { backupTexts } from "./backup.text.js";
import { chainTexts } from "./chain.text.js";
import { commitmentTexts } from "./commitment.text.js";
import { comparisonTexts } from "./comparison.text.js";
import { directoryTexts } from "./directory.text.js";
import { doingTexts } from "./doing.text.js";
import { evaluationTexts } from "./evaluation.text.js";
import { factSheetTexts } from "./fact-sheet.text.js";
import { flagsTexts } from "./flags.text.js";
import { gradingRulesTexts } from "./grading-rules.text.js";
import { handoverTexts } from "./handover.text.js";
import { importTexts } from "./import.text.js";
import { jobsTexts } from "./jobs.text.js";
import { mergeTexts } from "./merge.text.js";
import { nameTexts } from "./name.text.js";
import { objectionTexts } from "./objection.text.js";
import { overviewTexts } from "./overview.text.js";
import { peopleTexts } from "./people.text.js";
import { providerTexts } from "./provider.text.js";
import { questionTexts } from "./question.text.js";
import { recordTexts } from "./record.text.js";
import { registerTexts } from "./register.text.js";
import { registryTexts } from "./registry.text.js";
import { settingsTexts } from "./settings.text.js";
import { sheetTexts } from "./sheet.text.js";
import { shellTexts } from "./shell.text.js";
import { signTexts } from "./sign.text.js";
import { territoriesTexts } from "./territories.text.js";
import { trainingTexts } from "./training.text.js";
import { unitsTexts } from "./units.text.js";
import { visitTexts } from "./visit.text.js";
import { xrayTexts } from "./xray.text.js";

/** Every text of the web, in both languages. */
export const texts = {
  ...shellTexts,
  ...signTexts,
  ...accountTexts,
  ...nameTexts,
  ...overviewTexts,
  ...registryTexts,
  ...registerTexts,
  ...importTexts,
  ...factSheetTexts,
  ...mergeTexts,
  ...comparisonTexts,
  ...xrayTexts,
  ...chainTexts,
  ...commitmentTexts,
  ...directoryTexts,
  ...flagsTexts,
  ...handoverTexts,
  ...questionTexts,
  ...visitTexts,
  ...evaluationTexts,
  ...settingsTexts,
  ...peopleTexts,
  ...sheetTexts,
  ...doingTexts,
  ...recordTexts,
  ...jobsTexts,
  ...backupTexts,
  ...unitsTexts,
  ...territoriesTexts,
  ...providerTexts,
  ...gradingRulesTexts,
  ...objectionTexts,
  ...trainingTexts,
} as const;

export type TextKey = keyof typeof texts;
