// The office's own rules: how often each grade is visited, which level answers for it, above which load an alarm is raised,
// how long a visit takes. Each is dated; a change begins on a day that is not over and can be taken back.
import {
  defaultFrequencyRules,
  defaultGradeLevels,
  defaultVisitMinutes,
  type FrequencyRule,
  type GradeLevels,
  type OfficeRulesView,
  type OperationArguments,
  ok,
  type PlainDate,
  type Result,
  type RuleChange,
  refuse,
  toFrequencyRules,
  VisitMinutes,
} from "@shian/domain";
import type { Call, ChangeCall } from "../../deps.js";
import {
  findSettingVersion,
  readSettings,
  type SettingKind,
  saveSetting,
} from "../office/office-setting.service.js";
import {
  type DatedOverload,
  defaultOverload,
  frequencySetting,
  levelsSetting,
  overloadSetting,
} from "../picture/office-rules.js";
import { noteRegisterChange } from "../picture/picture.service.js";

export const minutesSetting: SettingKind<VisitMinutes> = { key: "visit-minutes", schema: VisitMinutes };

const settings = {
  frequency: frequencySetting,
  levels: levelsSetting,
  overload: overloadSetting,
  minutes: minutesSetting,
} as const;

const byDay = <E extends { readonly from: PlainDate }>(entries: readonly E[]): E[] =>
  [...entries].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));

/** What is set, or what is shipped where nothing is. */
async function readRules(call: Call) {
  const find = await readSettings(
    call.db,
    Object.values(settings).map(({ key }) => key),
  );
  return {
    frequency: find(frequencySetting),
    levels: find(levelsSetting),
    overload: find(overloadSetting),
    minutes: find(minutesSetting),
  };
}

const toThresholds = ({
  city = 1,
  county = 1,
  township = 1,
  village = 1,
}: Readonly<Record<string, number>>) => ({
  city,
  county,
  township,
  village,
});

export async function getOfficeRules(call: Call): Promise<Result<OfficeRulesView>> {
  const { frequency, levels, overload, minutes } = await readRules(call);
  const version = (kind: keyof typeof settings) => findSettingVersion(call.db, settings[kind].key);
  return ok({
    frequency: {
      entries: byDay(frequency ?? defaultFrequencyRules),
      demonstration: frequency === undefined,
      version: await version("frequency"),
    },
    levels: {
      entries: byDay(levels ?? defaultGradeLevels),
      demonstration: levels === undefined,
      version: await version("levels"),
    },
    overload: {
      entries: byDay(overload ?? defaultOverload).map(({ from, above }) => ({
        from,
        ...toThresholds(above),
      })),
      demonstration: overload === undefined,
      version: await version("overload"),
    },
    minutes: {
      value: minutes ?? defaultVisitMinutes,
      demonstration: minutes === undefined,
      version: await version("minutes"),
    },
    today: call.today,
  });
}

type Rules = {
  readonly frequency: readonly FrequencyRule[];
  readonly levels: readonly GradeLevels[];
  readonly overload: readonly DatedOverload[];
  readonly minutes: VisitMinutes;
};

/** The rules once the change is made; one that begins on the day of another takes its place. */
export function changeRules(rules: Rules, change: RuleChange, from: PlainDate): Rules {
  const others = <E extends { readonly from: PlainDate }>(entries: readonly E[]): readonly E[] =>
    entries.filter((entry) => entry.from !== from);
  switch (change.kind) {
    case "scheme":
      return rules;
    case "frequency":
      return {
        ...rules,
        frequency: byDay([...others(rules.frequency), ...toFrequencyRules(change.frequency, from)]),
      };
    case "levels":
      return { ...rules, levels: byDay([...others(rules.levels), { from, ...change.levels }]) };
    case "overload":
      return { ...rules, overload: byDay([...others(rules.overload), { from, above: change.overload }]) };
    case "minutes":
      return { ...rules, minutes: change.minutes };
  }
}

/** The rules that hold, those that are shipped filled in. */
export async function readAllRules(call: Call): Promise<Rules & { readonly minutesDemonstration: boolean }> {
  const { frequency, levels, overload, minutes } = await readRules(call);
  return {
    frequency: frequency ?? defaultFrequencyRules,
    levels: levels ?? defaultGradeLevels,
    overload: overload ?? defaultOverload,
    minutes: minutes ?? defaultVisitMinutes,
    minutesDemonstration: minutes === undefined,
  };
}

async function save(call: ChangeCall, kind: keyof typeof settings, rules: Rules): Promise<void> {
  const { db, now } = call;
  if (kind === "frequency") await saveSetting(db, frequencySetting, [...rules.frequency], now);
  if (kind === "levels") await saveSetting(db, levelsSetting, [...rules.levels], now);
  if (kind === "overload") await saveSetting(db, overloadSetting, rules.overload, now);
  if (kind === "minutes") await saveSetting(db, minutesSetting, rules.minutes, now);
  // Pictures hold the rules of the office.
  await noteRegisterChange(call);
}

/** A rule as the record keeps it. */
const toText = (value: unknown): string => JSON.stringify(value);

export async function setOfficeRule(
  call: ChangeCall,
  { change, from, version }: OperationArguments<"rules.set">,
): Promise<Result<OfficeRulesView>> {
  const { kind } = change;
  if (kind === "scheme")
    return refuse("request/invalid-input", { path: "change.kind", reason: "grading.putInForce" });
  if (from < call.today) return refuse("grading/rule-day-past", { from });
  if ((await findSettingVersion(call.db, settings[kind].key)) !== version)
    return refuse("request/stale", { who: "", at: "" });
  const before = await readAllRules(call);
  const after = changeRules(before, change, from);
  await save(call, kind, after);
  call.record({
    objectKind: "office-rule",
    objectId: kind,
    what: "changed",
    fields: [
      { field: "from", before: null, after: from },
      {
        field: kind,
        before: null,
        after: toText(
          "frequency" in change
            ? change.frequency
            : "levels" in change
              ? change.levels
              : "overload" in change
                ? change.overload
                : change.minutes,
        ),
      },
    ],
  });
  return getOfficeRules(call);
}

/** Takes back what begins on the day: what held before goes on. The first entry of all stays. */
export async function undoOfficeRule(
  call: ChangeCall,
  { kind, from, version }: OperationArguments<"rules.undo">,
): Promise<Result<OfficeRulesView>> {
  if ((await findSettingVersion(call.db, settings[kind].key)) !== version)
    return refuse("request/stale", { who: "", at: "" });
  const rules = await readAllRules(call);
  const entries: readonly { readonly from: PlainDate }[] = rules[kind];
  const left = entries.filter((entry) => entry.from !== from);
  const isFirst = !left.some((entry) => entry.from < from);
  if (left.length === entries.length || isFirst) return refuse("grading/nothing-to-undo", { from });
  await save(call, kind, { ...rules, [kind]: left });
  call.record({
    objectKind: "office-rule",
    objectId: kind,
    what: "taken-back",
    fields: [{ field: "from", before: from, after: null }],
  });
  return getOfficeRules(call);
}
