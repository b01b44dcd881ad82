// The office's list of attention flags: read by whoever shows, files or asks for flags, changed in Settings.
import {
  type AttentionList,
  checkFlag,
  createFlagNamer,
  findSchemeOn,
  KeptFlag,
  type ListedFlag,
  listFlags,
  maskPersonal,
  type OperationArguments,
  ok,
  type Problem,
  problem,
  type Result,
  refuse,
  refuseAll,
} from "@shian/domain";
import * as z from "zod";
import type { Call, ChangeCall } from "../../deps.js";
import { lockUntilCommit } from "../../storage/lock-until-commit.js";
import { holdSchemes, readSchemes } from "../grading/scheme-in-force.service.js";
import { findSetting, type SettingKind, saveSetting } from "../office/office-setting.service.js";

/** The version counts the saves, so that an editor names the one they saw. */
const Stored = z.strictObject({ version: z.int(), flags: z.array(KeptFlag) });
const flagsSetting: SettingKind<z.infer<typeof Stored>> = { key: "attention-flags", schema: Stored };
const initial: z.infer<typeof Stored> = { version: 0, flags: [] };

const readKept = async (call: Call) => (await findSetting(call.db, flagsSetting)) ?? initial;

/** All flags of the office, those that were retired too. */
export const readFlags = async (call: Call): Promise<readonly ListedFlag[]> =>
  listFlags((await readKept(call)).flags);

/** Names flags in the language of who asks. */
export const readFlagNames = async (call: Call): Promise<(code: string) => string> =>
  createFlagNamer(await readFlags(call), call.locale);

export async function getFlags(call: Call): Promise<Result<AttentionList>> {
  const { version, flags } = await readKept(call);
  return ok({ version, flags: [...listFlags(flags)] });
}

/** Flags that rules ask for: those of the size classes, and of the grading scheme in force or to come. */
async function listAsked(call: Call): Promise<readonly string[]> {
  const schemes = await readSchemes(call);
  const holding = [
    findSchemeOn({ schemes, on: call.today }),
    ...schemes.filter(({ from }) => from > call.today).map(({ scheme }) => scheme),
  ];
  return ["wholesale", ...holding.flatMap(({ rules }) => rules.flatMap(({ when }) => when.attention ?? []))];
}

export async function saveFlag(
  call: ChangeCall,
  { flag, version }: OperationArguments<"attention.save">,
): Promise<Result<AttentionList>> {
  // A scheme that is put in force meanwhile may ask for a flag that is being retired.
  await lockUntilCommit(call.db, `setting ${flagsSetting.key}`);
  await holdSchemes(call);
  const kept = await readKept(call);
  if (kept.version !== version) return refuse("request/stale", { seen: version, version: kept.version });
  const problems = checkFlag({ kept: kept.flags, asked: await listAsked(call), flag });
  if (problems.length > 0) return refuseAll(problems);
  const before = listFlags(kept.flags).find(({ code }) => code === flag.code);
  const isKept = kept.flags.some(({ code }) => code === flag.code);
  const flags = isKept
    ? kept.flags.map((one) => (one.code === flag.code ? flag : one))
    : [...kept.flags, flag];
  await saveSetting(call.db, flagsSetting, { version: version + 1, flags }, call.now);
  const after = listFlags(flags).find(({ code }) => code === flag.code);
  const field = (name: string, show: (one: ListedFlag) => string) => ({
    field: name,
    before: before === undefined ? null : show(before),
    after: after === undefined ? null : show(after),
  });
  call.record({
    objectKind: "attention-flag",
    objectId: flag.code,
    what: before === undefined ? "created" : "changed",
    fields: [
      field("name", ({ name }) => `${name["zh-CN"]} ${name.en}`),
      field("note", ({ note }) => maskPersonal(note)),
      field("retired", ({ retired }) => String(retired)),
    ].filter((one) => one.before !== one.after),
  });
  return getFlags(call);
}

/** Why flags cannot be given to somebody who has not got them: unknown to the office, or retired. */
export async function findUngivable(
  call: Call,
  given: readonly string[],
  had: readonly string[],
): Promise<readonly Problem[]> {
  const fresh = given.filter((code) => !had.includes(code));
  if (fresh.length === 0) return [];
  const flags = await readFlags(call);
  return fresh.flatMap((code): readonly Problem[] => {
    const flag = flags.find((one) => one.code === code);
    if (flag === undefined) return [problem("registry/attention-unknown", { text: code })];
    return flag.retired ? [problem("registry/attention-retired", { text: flag.name[call.locale] })] : [];
  });
}

/** Flags that rules would ask for though nobody may give them. */
export async function findSilentFlags(call: Call, asked: readonly string[]): Promise<readonly Problem[]> {
  const flags = await readFlags(call);
  return [...new Set(asked)]
    .filter((code) => flags.find((one) => one.code === code)?.retired !== false)
    .map((code) => problem("attention/not-in-use", { code }));
}
