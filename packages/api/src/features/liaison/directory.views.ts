// The directory as of a day, as known on a day, and its entries as they are shown.
import {
  type DirectoryEntry,
  type DirectoryFilter,
  findRecordOn,
  formatPlace,
  maskPhone,
  type PlainDate,
  reachesPlace,
  type TerritoryTree,
} from "@shian/domain";
import type { Call } from "../../deps.js";
import { latestVersion } from "./check-standing.js";
import { listDutyMobiles, listDutyRecords, type StoredDuty } from "./duty-post.repo.js";

/** Under which name a mobile number is sealed. */
export const dutyMobileField = "duty.mobile";

export type Days = { readonly asOf?: PlainDate | undefined; readonly knownOn?: PlainDate | undefined };

/** For each post the record in force on the day, as known on the other. */
export async function listDutiesOn(
  call: Call,
  { asOf = call.today, knownOn = call.today }: Days,
): Promise<readonly StoredDuty[]> {
  const byPost = new Map<string, StoredDuty[]>();
  for (const record of await listDutyRecords(call.db)) {
    const group = byPost.get(record.post);
    if (group === undefined) byPost.set(record.post, [record]);
    else group.push(record);
  }
  return [...byPost.values()].flatMap((records) => {
    const record = findRecordOn(records, asOf, knownOn);
    return record === undefined ? [] : [{ ...record, version: latestVersion(records, record) }];
  });
}

/** Whether the filter keeps the record. */
export const createDirectoryFilter =
  (filter: DirectoryFilter, tree: TerritoryTree) =>
  ({ kind, territories, searchText }: StoredDuty): boolean => {
    const { territory } = filter;
    const words = (filter.search ?? "").trim().toLowerCase();
    return (
      (filter.kind === undefined || kind === filter.kind) &&
      (territory === undefined || territories.some((code) => tree.contains(territory, code))) &&
      searchText.includes(words)
    );
  };

/**
 * Records as entries: numbers for those whose reach holds one of the post's places, masked unless the caller was allowed
 * to have them in clear.
 */
export async function toEntries(
  call: Call,
  records: readonly StoredDuty[],
  {
    tree,
    office,
    inClear = false,
  }: { readonly tree: TerritoryTree; readonly office: string; readonly inClear?: boolean },
): Promise<DirectoryEntry[]> {
  const reached = records.filter(({ territories }) =>
    territories.some((place) => reachesPlace({ reach: call.reach, tree, place })),
  );
  const open = (sealed: string) => call.deps.keyring.unseal(sealed, dutyMobileField);
  const mobiles = await listDutyMobiles(
    call.db,
    reached.map(({ id }) => id),
  );
  return records.map(
    ({
      id,
      sortKey,
      searchText,
      recordedFrom,
      recordedTo,
      recordedBy,
      recordedAt,
      supersededAt,
      ...duty
    }) => {
      const sealed = mobiles.get(id);
      return {
        ...duty,
        territoryNames: duty.territories.map((code) => formatPlace({ code, tree, within: office })),
        mobile: sealed === undefined ? null : inClear ? open(sealed) : maskPhone(open(sealed)),
      };
    },
  );
}
