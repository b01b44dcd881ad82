// Looking at "1+N" groups as of a day, with who holds each post on it.
import {
  findRecordOn,
  formatPlace,
  type GroupMember,
  type LiaisonGroup,
  type OperationArguments,
  type OperationOutput,
  ok,
  type Result,
} from "@shian/domain";
import type { Call } from "../../deps.js";
import { findTerritoryCode } from "../office/office-territory.service.js";
import { pageRows } from "../picture/page-rows.js";
import { getTree } from "../territory/territory.service.js";
import { latestVersion } from "./check-standing.js";
import { listDutiesOn } from "./directory.views.js";
import type { StoredDuty } from "./duty-post.repo.js";
import { listGroupRecords, type StoredGroup } from "./group.repo.js";

type Asked = Pick<OperationArguments<"liaisonGroup.list">, "territory" | "search" | "asOf" | "knownOn">;

/** The groups that the filter keeps, with how they are shown. */
async function findGroups(call: Call, { territory, search, asOf, knownOn }: Asked) {
  const tree = await getTree(call, asOf ?? call.today);
  const office = await findTerritoryCode(call);
  const duties = await listDutiesOn(call, { asOf, knownOn });
  const posts = new Map(duties.map((duty) => [duty.post, duty]));
  const nameOf = (code: string) => formatPlace({ code, tree, within: office });
  const toMember = (post: string): GroupMember => {
    const duty = posts.get(post);
    return {
      post,
      kind: duty?.kind ?? null,
      name: duty?.name ?? null,
      unit: duty?.unit ?? "",
      title: duty?.title ?? "",
      placeName: (duty?.territories ?? []).map(nameOf).join("、"),
      officePhone: duty?.officePhone ?? null,
    };
  };
  const byGroup = new Map<string, StoredGroup[]>();
  for (const record of await listGroupRecords(call.db))
    byGroup.set(record.group, [...(byGroup.get(record.group) ?? []), record]);
  const words = (search ?? "").trim().toLowerCase();
  const found = [...byGroup.values()]
    .flatMap((records) => {
      const record = findRecordOn(records, asOf ?? call.today, knownOn ?? call.today);
      return record === undefined ? [] : [{ ...record, version: latestVersion(records, record) }];
    })
    .filter(
      (group) =>
        (territory === undefined ||
          tree.contains(territory, group.territory) ||
          tree.contains(group.territory, territory)) &&
        [
          group.name.toLowerCase(),
          ...[group.one, ...group.members].map((post) => posts.get(post)?.searchText ?? ""),
        ].some((text) => text.includes(words)),
    );
  const show = ({ group, name, territory: place, one, members, from, to, version }: StoredGroup) => ({
    ...{ group, name, territory: place, placeName: nameOf(place), from, to, version },
    one: toMember(one),
    members: members.map(toMember),
  });
  return { found, show, duties };
}

const sortBy = [
  ({ territory }: StoredGroup) => territory,
  ({ name }: StoredGroup) => name,
  ({ group }: StoredGroup) => group,
] as const;

export async function listGroups(
  call: Call,
  { cursor, limit, ...asked }: OperationArguments<"liaisonGroup.list">,
): Promise<Result<OperationOutput<"liaisonGroup.list">>> {
  const { found, show } = await findGroups(call, asked);
  const page = pageRows({ rows: found, sortBy, cursor, limit });
  return page.ok ? ok({ ...page.value, rows: page.value.rows.map(show) }) : page;
}

/** Every group that the filter keeps, in their order, and the posts of the day by which their people are named. */
export async function listAllGroups(
  call: Call,
  asked: Asked,
): Promise<{ readonly groups: readonly LiaisonGroup[]; readonly duties: readonly StoredDuty[] }> {
  const { found, show, duties } = await findGroups(call, asked);
  const key = (group: StoredGroup) => sortBy.map((part) => part(group)).join("\n");
  const groups = [...found].sort((a, b) => (key(a) < key(b) ? -1 : 1)).map(show);
  return { groups, duties };
}
