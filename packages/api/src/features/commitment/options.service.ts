// What the office chose about commitments: the strict form, sole traders on boards, the texts of the lists.
import {
  CommitmentOptions,
  DutyTexts,
  defaultCommitmentOptions,
  demonstrationDutyTexts,
  type OperationArguments,
  type OperationOutput,
  ok,
  type PlainDate,
  type Result,
  refuse,
} from "@shian/domain";
import * as z from "zod";
import type { Call, ChangeCall } from "../../deps.js";
import { lockUntilCommit } from "../../storage/lock-until-commit.js";
import { openFile } from "../import/import-file.service.js";
import {
  findSetting,
  readSettingsKnownOn,
  type SettingKind,
  saveSetting,
} from "../office/office-setting.service.js";
import { checkTemplate, letterTags } from "../paper/letter-template.js";
import { dropOwnTemplate, getLetterTemplate, keepOwnTemplate } from "../paper/template.service.js";

/** Versions count the saves, so that an editor names the one they saw. */
const Stored = z.strictObject({
  version: z.int(),
  textVersion: z.int(),
  options: CommitmentOptions,
  texts: DutyTexts,
});
export type StoredOptions = z.infer<typeof Stored>;

const optionsSetting: SettingKind<StoredOptions> = { key: "commitment-options", schema: Stored };

const initial: StoredOptions = {
  version: 0,
  textVersion: 1,
  options: defaultCommitmentOptions,
  texts: demonstrationDutyTexts,
};

/** The choices as known at the end of a day, of now without one. */
export async function readOptions(call: Call, knownOn?: PlainDate): Promise<StoredOptions> {
  if (knownOn !== undefined && knownOn < call.today) {
    const known = await readSettingsKnownOn(call.db, [optionsSetting.key], knownOn);
    return known(optionsSetting) ?? initial;
  }
  return (await findSetting(call.db, optionsSetting)) ?? initial;
}

/** The choices and the template as Settings show them. */
export async function getSettings(call: Call): Promise<Result<OperationOutput<"commitment.settings">>> {
  const { version, options, texts } = await readOptions(call);
  const template = await getLetterTemplate(call);
  return ok({
    version,
    options,
    texts,
    template: {
      own: template.own,
      name: template.name,
      hash: template.hash,
      changedAt: template.changedAt,
      version,
      tags: letterTags.map(({ tag, means, required = false }) => ({ tag, means, required })),
    },
  });
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

async function save(call: ChangeCall, seen: number, change: Partial<StoredOptions>) {
  await lockUntilCommit(call.db, `setting ${optionsSetting.key}`);
  const before = await readOptions(call);
  if (before.version !== seen) return refuse("request/stale", { seen, version: before.version });
  const texts = change.texts ?? before.texts;
  const textVersion = isSame(texts, before.texts) ? before.textVersion : before.textVersion + 1;
  await saveSetting(
    call.db,
    optionsSetting,
    { ...before, ...change, texts, textVersion, version: before.version + 1 },
    call.now,
  );
  return ok(before);
}

const noteChange = (call: ChangeCall, field: string, before: string | null, after: string | null) =>
  call.record({
    objectKind: "setting",
    objectId: optionsSetting.key,
    what: "changed",
    fields: [{ field, before, after }],
  });

/** Saves choices and texts. */
export async function saveOptions(
  call: ChangeCall,
  { version, options, texts }: OperationArguments<"commitment.saveSettings">,
): Promise<Result<OperationOutput<"commitment.saveSettings">>> {
  const before = await save(call, version, { options, texts });
  if (!before.ok) return before;
  if (!isSame(before.value.options, options))
    noteChange(call, "options", JSON.stringify(before.value.options), JSON.stringify(options));
  if (!isSame(before.value.texts, texts))
    noteChange(call, "texts", String(before.value.textVersion), String(before.value.textVersion + 1));
  return getSettings(call);
}

/** Takes a Word file as the template of letters, or goes back to the one that comes with the product. */
export async function useTemplate(
  call: ChangeCall,
  { version, fileId }: OperationArguments<"commitment.useTemplate">,
): Promise<Result<OperationOutput<"commitment.useTemplate">>> {
  const before = await getLetterTemplate(call);
  if (fileId === null) await dropOwnTemplate(call);
  else {
    const file = await openFile(call.deps, call.db, fileId);
    if (file === undefined) return refuse("commitment/no-file");
    const checked = checkTemplate(file.content);
    if (!checked.ok) return checked;
    await keepOwnTemplate(call, { name: file.name, content: file.content });
  }
  const saved = await save(call, version, {});
  if (!saved.ok) return saved;
  noteChange(call, "template", before.name, (await getLetterTemplate(call)).name);
  return getSettings(call);
}
