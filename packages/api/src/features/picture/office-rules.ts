// What the office has set, or the demonstration defaults of the rules where it has set nothing.
import {
  countryCode,
  defaultFrequencyRules,
  defaultGradeLevels,
  FrequencyRule,
  GradeLevels,
  type PlainDate,
  toPlainDate,
} from "@shian/domain";
import * as z from "zod";
import type { Db } from "../../storage/database.js";
import { readSettings, readSettingsKnownOn, type SettingKind } from "../office/office-setting.service.js";
import { territorySetting } from "../office/office-territory.service.js";
import type { OfficeRules } from "./picture.js";

export const firstRoundSetting: SettingKind<PlainDate> = {
  key: "first-round-start",
  schema: z.string().transform(toPlainDate),
};
const frequencySetting: SettingKind<FrequencyRule[]> = {
  key: "frequency-rules",
  schema: z.array(FrequencyRule),
};
const levelsSetting: SettingKind<GradeLevels[]> = { key: "grade-levels", schema: z.array(GradeLevels) };
export const overloadSetting: SettingKind<Record<string, number>> = {
  key: "overload-above",
  schema: z.record(z.string(), z.int()),
};

// A national cap was not found (F1-24…F1-29); the office sets its own alert thresholds.
const defaultOverload = { city: 10, county: 14, township: 20, village: 20 };

const kinds = [territorySetting, frequencySetting, levelsSetting, overloadSetting, firstRoundSetting];

/** The settings that the rules are made of. */
export const officeRuleKeys: readonly string[] = kinds.map(({ key }) => key);

/** The rules that settings make; `find` gives the value of a setting, undefined when it was never set. */
export const toOfficeRules = (find: <T>(kind: SettingKind<T>) => T | undefined): OfficeRules => ({
  territory: find(territorySetting) ?? countryCode,
  frequency: find(frequencySetting) ?? defaultFrequencyRules,
  levels: find(levelsSetting) ?? defaultGradeLevels,
  overloadAbove: find(overloadSetting) ?? defaultOverload,
  firstRoundStart: find(firstRoundSetting) ?? toPlainDate("2022-09-01"),
});

/** The rules in force for the office. */
export const readOfficeRules = async (db: Db): Promise<OfficeRules> =>
  toOfficeRules(await readSettings(db, officeRuleKeys));

/** The rules as they were known at the end of a day; which territory is the office's own is what it is now. */
export async function readOfficeRulesKnownOn(db: Db, knownOn: PlainDate): Promise<OfficeRules> {
  const [present, known] = [
    await readOfficeRules(db),
    toOfficeRules(await readSettingsKnownOn(db, officeRuleKeys, knownOn)),
  ];
  return { ...known, territory: present.territory };
}
