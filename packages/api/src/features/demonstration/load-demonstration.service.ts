// Fills a new demonstration folder with the invented city, once, in one transaction.
import { addDays, type PlainDate } from "@shian/domain";
import { createFixtureCity } from "@shian/domain/fixture-city";
import { type Call, createCall, type Deps } from "../../deps.js";
import { saveDirectory } from "../chain/directory.service.js";
import { saveEdition } from "../evaluation/evaluation.service.js";
import { enterDuties, enterQuestions } from "../liaison/enter-duties.service.js";
import { saveSetting } from "../office/office-setting.service.js";
import { territorySetting } from "../office/office-territory.service.js";
import { firstRoundSetting, overloadSetting, rulesBegin } from "../picture/office-rules.js";
import { hasChangedRegister, noteRegisterChange } from "../picture/picture.service.js";
import { replaceOwnTerritories } from "../territory/territory.service.js";
import { enterDemonstrationTraining } from "../training/demonstration-training.service.js";
import { enterVisits } from "../visit/enter-visits.service.js";
import { insertArmHistory } from "./arm-history.repo.js";
import { insertHistory, noonOf } from "./demonstration.repo.js";
import { enterDemonstrationCommitments } from "./demonstration-commitments.service.js";

/** Every demonstration is the same city; only its days depend on when it was first opened. */
const SEED = "shian";
/** Days before the first round from which the invented office's own places and settings are known. */
const BEFORE = 3650;
/** Above this the invented district is alarmed; a cap of the country was not found (F1-24…F1-29). */
const OVERLOAD = { city: 15, county: 15, township: 15, village: 15 };

/** Loads the city as of the day; the caller's transaction makes it whole or not at all. */
async function loadDemonstration(call: Call, anchor: PlainDate): Promise<void> {
  const city = createFixtureCity({ seed: SEED, anchor });
  const { db, now } = call;
  // What the invented office set and drew was known from the beginning of its records.
  const known = noonOf(addDays(city.firstRoundStart, -BEFORE));
  await saveSetting(db, territorySetting, city.office.territory, known);
  await saveSetting(db, firstRoundSetting, city.firstRoundStart, known);
  await saveSetting(db, overloadSetting, [{ from: rulesBegin, above: OVERLOAD }], known);
  await replaceOwnTerritories({ ...call, now: known }, city.territories);
  await saveDirectory(
    {
      ...call,
      txId: "demonstration",
      record: () => undefined,
      // The whole register is noted as changed below.
      touchRegister: () => undefined,
      afterCommit: () => undefined,
    },
    { created: city.officials, updated: [], recordedAt: ({ from }) => noonOf(from) },
  );
  await insertHistory(db, city, now);
  await insertArmHistory(db, city);
  await enterDuties(call, city.duties);
  await enterQuestions(call, city);
  await enterVisits(call, city);
  await enterDemonstrationCommitments(call, anchor);
  await enterDemonstrationTraining(call, anchor);
  await saveEdition(call, { rubric: city.rubric, measurements: city.measurements });
  await noteRegisterChange(call);
}

/** Loads the city into a demonstration that has no register yet; the first start's day is its anchor for ever. */
export async function ensureDemonstration(deps: Deps): Promise<void> {
  await deps.database.transaction(async (tx) => {
    const call = createCall(deps, tx, "zh-CN");
    if (await hasChangedRegister(call)) return;
    await loadDemonstration(call, call.today);
  });
}
