// Takes back what one change recorded of duty posts or groups: its records are replaced, and those that it replaced are
// recorded again with their numbers. Nothing is deleted: what was known in between stays known.
import { problem } from "@shian/domain";
import type { Recorded } from "../../storage/two-times.js";
import { nextVersion } from "../liaison/check-standing.js";
import { lockDirectory } from "../liaison/lock-directory.js";
import {
  readDutyRecords,
  readGroupRecords,
  readStandingDuties,
  readStandingGroups,
  writeGroups,
} from "../liaison/sheet.service.js";
import { writeDuties } from "../liaison/write-duties.service.js";
import type { TakeBack } from "./import-kind.js";

const groupBy = <R extends Recorded>(records: readonly R[], idOf: (record: R) => string) => {
  const groups = new Map<string, R[]>();
  for (const record of records) {
    const group = groups.get(idOf(record));
    if (group === undefined) groups.set(idOf(record), [record]);
    else group.push(record);
  }
  return groups;
};

/** What to replace and what to record again so that the thing is as it was before the instant. */
const planBack = <R extends Recorded & { readonly id: string }>(records: readonly R[], at: string) => ({
  superseded: records.filter((one) => one.supersededAt === null && one.recordedAt === at).map(({ id }) => id),
  former: records.filter((one) => one.supersededAt === at && one.recordedAt < at),
  version: nextVersion(records),
});

const RECORDED = { created: "import-undone", updated: "import-undone" } as const;

export const takeBackDuties: TakeBack = {
  objectKind: "duty",
  recorded: RECORDED,
  async findPresent(call) {
    await lockDirectory(call);
    const posts = groupBy(await readStandingDuties(call), ({ post }) => post);
    const groups = await readStandingGroups(call);
    return (id) => {
      const standing = posts.get(id);
      if (standing === undefined) return undefined;
      // A post that never was cannot be somebody's in a group.
      const group = groups.find(
        ({ one, members, to }) => (to === null || to > call.today) && [one, ...members].includes(id),
      );
      return {
        version: nextVersion(standing) - 1,
        isOut: false,
        inUse:
          group === undefined
            ? null
            : problem("import/undo-in-group", { name: standing[0]?.name ?? "", group: group.name }),
      };
    };
  },
  async takeBack(call, writings) {
    const records = groupBy(await readDutyRecords(call), ({ post }) => post);
    const changes = writings.flatMap(({ id, at }) => {
      const [first, ...rest] = records.get(id) ?? [];
      if (first === undefined) return [];
      const { superseded, former, version } = planBack([first, ...rest], at);
      const added = former.map((one) => ({ facts: one, from: one.from, to: one.to, of: one.id }));
      return [{ post: id, kind: first.kind, version, superseded, added }];
    });
    return (await writeDuties(call, changes)) ? [] : writings.map(({ id }) => id);
  },
};

export const takeBackGroups: TakeBack = {
  objectKind: "liaison-group",
  recorded: RECORDED,
  async findPresent(call) {
    await lockDirectory(call);
    const groups = groupBy(await readStandingGroups(call), ({ group }) => group);
    return (id) => {
      const standing = groups.get(id);
      return standing === undefined
        ? undefined
        : { version: nextVersion(standing) - 1, isOut: false, inUse: null };
    };
  },
  async takeBack(call, writings) {
    const records = groupBy(await readGroupRecords(call), ({ group }) => group);
    const plans = writings.map(({ id, at }) => ({ group: id, ...planBack(records.get(id) ?? [], at) }));
    const superseded = plans.flatMap((plan) => plan.superseded);
    const added = plans.flatMap(({ group, former, version }) =>
      former.map(({ from, to, name, territory, one, members }) => ({
        ...{ group, version, from, to },
        facts: { name, territory, one, members },
      })),
    );
    if (!(await writeGroups(call, superseded, added))) return writings.map(({ id }) => id);
    return [];
  },
};
