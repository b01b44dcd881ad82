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

/** When the mechanism began (F1-01): what has no day of its own holds from then on. */
export const rulesBegin = toPlainDate("2022-09-01");

export const firstRoundSetting: SettingKind<PlainDate> = {
  key: "first-round-start",
  schema: z.string().transform(toPlainDate),
};
export const frequencySetting: SettingKind<FrequencyRule[]> = {
  key: "frequency-rules",
  schema: z.array(FrequencyRule),
};
export const levelsSetting: SettingKind<GradeLevels[]> = {
  key: "grade-levels",
  schema: z.array(GradeLevels),
};
/** Thresholds from a day on; what was set before they were dated has held from the beginning. */
export type DatedOverload = { readonly from: PlainDate; readonly above: Readonly<Record<string, number>> };
const Thresholds = z.record(z.string(), z.int());
export const overloadSetting: SettingKind<readonly DatedOverload[]> = {
  key: "overload-above",
  schema: z.union([
    z.array(z.object({ from: z.string().transform(toPlainDate), above: Thresholds })),
    Thresholds.transform((above) => [{ from: rulesBegin, above }]),
  ]),
};

// A national cap was not found (F1-24…F1-29); the office sets its own alert thresholds.
export const defaultOverload: readonly DatedOverload[] = [
  { from: rulesBegin, above: { city: 10, county: 14, township: 20, village: 20 } },
];

/** The thresholds that hold on the day: those that began last by then. */
export const findOverloadOn = (entries: readonly DatedOverload[], on: PlainDate): DatedOverload["above"] =>
  entries.reduce<DatedOverload | undefined>(
    (found, entry) => (entry.from <= on && (found === undefined || entry.from >= found.from) ? entry : found),
    undefined,
  )?.above ?? {};

const kinds = [territorySetting, frequencySetting, levelsSetting, overloadSetting, firstRoundSetting];

/** The settings that the rules are made of. */
export const officeRuleKeys: readonly string[] = kinds.map(({ key }) => key);

/** The rules that settings make; `find` gives the value of a setting, undefined when it was never set. */
export const toOfficeRules = (find: <T>(kind: SettingKind<T>) => T | undefined): OfficeRules => ({
  territory: find(territorySetting) ?? countryCode,
  frequency: find(frequencySetting) ?? defaultFrequencyRules,
  levels: find(levelsSetting) ?? defaultGradeLevels,
  overload: find(overloadSetting) ?? defaultOverload,
  firstRoundStart: find(firstRoundSetting) ?? rulesBegin,
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
