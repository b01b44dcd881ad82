// Looking at "1+N" groups as of a day, with who holds each post on it.
import {
  findRecordOn,
  formatPlace,
  type GroupMember,
  type OperationArguments,
  type OperationOutput,
  ok,
  type Result,
} from "@shian/domain";
import type { Call } from "../../deps.js";
import { findTerritoryCode } from "../office/office-territory.service.js";
import { pageRows } from "../picture/page-rows.js";
import { getTree } from "../territory/territory.service.js";
import { listDutiesOn } from "./directory.views.js";
import { listGroupRecords, type StoredGroup } from "./group.repo.js";

export async function listGroups(
  call: Call,
  { territory, search, asOf, knownOn, cursor, limit }: OperationArguments<"liaisonGroup.list">,
): Promise<Result<OperationOutput<"liaisonGroup.list">>> {
  const tree = await getTree(call, asOf ?? call.today);
  const office = await findTerritoryCode(call);
  const posts = new Map((await listDutiesOn(call, { asOf, knownOn })).map((duty) => [duty.post, duty]));
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
    .flatMap((records) => findRecordOn(records, asOf ?? call.today, knownOn ?? call.today) ?? [])
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
  const page = pageRows({
    rows: found,
    sortBy: [({ territory: place }) => place, ({ name }) => name, ({ group }) => group],
    cursor,
    limit,
  });
  if (!page.ok) return page;
  return ok({
    ...page.value,
    rows: page.value.rows.map(({ group, name, territory: place, one, members, from, to, version }) => ({
      ...{ group, name, territory: place, placeName: nameOf(place), from, to, version },
      one: toMember(one),
      members: members.map(toMember),
    })),
  });
}
