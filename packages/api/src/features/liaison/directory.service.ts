// Looking at the directory: people, places with what is absent there, and the full chain of an establishment.
import {
  type ArmRole,
  composeFullChain,
  type DirectoryEntry,
  type DirectoryFilter,
  type DutyKind,
  dutyKinds,
  findAbsentKinds,
  findArmOn,
  formatPlace,
  needsFoodSafetyDirector,
  type OperationArguments,
  type OperationOutput,
  ok,
  type Result,
  refuse,
} from "@shian/domain";
import type { Call } from "../../deps.js";
import { findTerritoryCode } from "../office/office-territory.service.js";
import { showOfficialPhones } from "../personal/phones.service.js";
import { pageRows } from "../picture/page-rows.js";
import { getPicture } from "../picture/picture.service.js";
import { findScope } from "../picture/scope.js";
import { getTree } from "../territory/territory.service.js";
import { createDirectoryFilter, type Days, listDutiesOn, toEntries } from "./directory.views.js";
import type { StoredDuty } from "./duty-post.repo.js";

const orderOf = (kind: DutyKind): number => dutyKinds.indexOf(kind);
const sortBy = [
  ({ territories }: StoredDuty) => territories[0] ?? "",
  ({ kind }: StoredDuty) => orderOf(kind),
  ({ sortKey }: StoredDuty) => sortKey,
  ({ post }: StoredDuty) => post,
] as const;

async function findDuties(call: Call, asked: DirectoryFilter & Days) {
  const tree = await getTree(call, asked.asOf ?? call.today);
  const records = (await listDutiesOn(call, asked)).filter(createDirectoryFilter(asked, tree));
  return { tree, records };
}

export async function listDirectory(
  call: Call,
  { cursor, limit, ...asked }: OperationArguments<"directory.list">,
): Promise<Result<OperationOutput<"directory.list">>> {
  const { tree, records } = await findDuties(call, asked);
  const page = pageRows({ rows: records, sortBy, cursor, limit });
  if (!page.ok) return page;
  const office = await findTerritoryCode(call);
  return ok({ ...page.value, rows: await toEntries(call, page.value.rows, { tree, office }) });
}

/** Every entry that the filter keeps; for papers and exports. */
export async function listDirectoryEntries(
  call: Call,
  asked: DirectoryFilter & Days,
  { inClear }: { readonly inClear: boolean },
): Promise<readonly DirectoryEntry[]> {
  const { tree, records } = await findDuties(call, asked);
  return toEntries(call, records, { tree, office: await findTerritoryCode(call), inClear });
}

/** Places from the territory down to the villages with who stands there themselves, and what is absent. */
export async function listDirectoryPlaces(
  call: Call,
  { territory, absent, asOf, knownOn, cursor, limit }: OperationArguments<"directory.places">,
): Promise<Result<OperationOutput<"directory.places">>> {
  const picture = await getPicture(call, { asOf, knownOn });
  const scope = findScope(picture, territory);
  if (!scope.ok) return scope;
  const { tree } = picture;
  const top = scope.value.code;
  const duties = await listDutiesOn(call, { asOf, knownOn });
  const byPlace = new Map<string, StoredDuty[]>();
  for (const duty of duties)
    for (const code of duty.territories) byPlace.set(code, [...(byPlace.get(code) ?? []), duty]);
  const below = (code: string): string[] => [
    code,
    ...tree.childrenOf(code).flatMap((child) => below(child.code)),
  ];
  const officialsAt = new Map<string, number>();
  for (const { id, jurisdictions } of picture.officials.values())
    if (picture.inPost.has(id))
      for (const code of jurisdictions) officialsAt.set(code, (officialsAt.get(code) ?? 0) + 1);
  const all = below(top).flatMap((code) => {
    const level = tree.levelOf(code);
    if (level === undefined || tree.find(code)?.kind === "grid") return [];
    const own = byPlace.get(code) ?? [];
    return [{ code, level, own, absent: findAbsentKinds({ level, kinds: own.map(({ kind }) => kind) }) }];
  });
  const counts: Record<string, number> = Object.fromEntries(dutyKinds.map((kind) => [kind, 0]));
  for (const place of all) for (const kind of place.absent) counts[kind] = (counts[kind] ?? 0) + 1;
  const page = pageRows({
    rows: absent === undefined ? all : all.filter((place) => place.absent.includes(absent)),
    sortBy: [({ code }) => code],
    cursor,
    limit,
  });
  if (!page.ok) return page;
  const office = picture.rules.territory;
  const shown = new Map(
    (await toEntries(call, [...new Set(page.value.rows.flatMap(({ own }) => own))], { tree, office })).map(
      (entry) => [entry.post, entry],
    ),
  );
  const rows = page.value.rows.map(({ code, level, own, absent: missing }) => ({
    code,
    name: tree.find(code)?.name ?? formatPlace({ code, tree, within: office }),
    level,
    officials: officialsAt.get(code) ?? 0,
    posts: [...own]
      .sort((a, b) => orderOf(a.kind) - orderOf(b.kind))
      .flatMap(({ post }) => shown.get(post) ?? []),
    absent: [...missing],
  }));
  return ok({ ...page.value, rows, absent: counts });
}

/** Everyone who answers for the establishment on the day, as known on the other; absent links among them. */
export async function getFullChain(
  call: Call,
  { establishment, asOf, knownOn }: OperationArguments<"directory.chain">,
): Promise<Result<OperationOutput<"directory.chain">>> {
  const picture = await getPicture(call, { asOf, knownOn });
  const one = picture.byId.get(establishment);
  if (one === undefined) return refuse("request/not-found", { id: establishment });
  const { facts } = one;
  const { tree } = picture;
  const office = await findTerritoryCode(call);
  const inPost = findArmOn(one.arm, picture.asOf, picture.knownOn);
  const named = (role: ArmRole) => inPost.filter((post) => post.role === role).map(({ name }) => name);
  // Closing ends the pairing.
  const official =
    one.official === null || one.state === "closed" ? undefined : picture.officials.get(one.official.id);
  const { links, absent } = composeFullChain({
    tree,
    office,
    place: facts.place,
    posts: await listDutiesOn(call, { asOf, knownOn }),
    pairing:
      official === undefined
        ? null
        : {
            name: official.name,
            unit: official.unit,
            title: official.post,
            officePhone: (await showOfficialPhones(call, official.id)).officePhone,
            official: official.id,
            level: official.level,
          },
    arm: {
      personInCharge: named("person-in-charge")[0] ?? null,
      director: named("director")[0] ?? null,
      directorRequired: needsFoodSafetyDirector(facts).required,
      officers: named("officer"),
    },
  });
  return ok({
    absent,
    links: links.map(({ holders, ...link }) => ({
      ...link,
      placeName:
        link.place === null ? null : (tree.find(link.place)?.name ?? formatPlace({ code: link.place, tree })),
      holders: [...holders],
    })),
  });
}
