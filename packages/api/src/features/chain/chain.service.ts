// Reading the chain: the tree with its gaps, the gaps, the officials.
import {
  countGapKinds,
  findLevelForGrade,
  isInJurisdiction,
  type OfficialDetail,
  type OperationArguments,
  type OperationOutput,
  ok,
  type Result,
  refuse,
} from "@shian/domain";
import type { Call } from "../../deps.js";
import { getChainPicture } from "../commitment/commitment-gaps.service.js";
import { showOfficialPhones } from "../personal/phones.service.js";
import { pageRows } from "../picture/page-rows.js";
import { rememberPlaces } from "../picture/picture.js";
import { getPicture } from "../picture/picture.service.js";
import { findScope } from "../picture/scope.js";
import { formatPlaceOf, toDuty } from "../registry/registry.views.js";
import {
  groupByOfficial,
  isGapIn,
  isOfficialOf,
  listGapsIn,
  orderOfGap,
  toChainNode,
  toGapRow,
  toOfficialRow,
} from "./chain.views.js";

export async function getChainTree(
  call: Call,
  input: OperationArguments<"chain.tree">,
): Promise<Result<OperationOutput<"chain.tree">>> {
  const picture = await getChainPicture(call, input);
  const scope = findScope(picture, input.parent);
  if (!scope.ok) return scope;
  const gaps = listGapsIn(picture, scope.value.code);
  const rows = picture.tree.childrenOf(scope.value.code).map(({ code }) => {
    const isInside = rememberPlaces((place) => place !== null && picture.tree.contains(code, place));
    return toChainNode(
      picture,
      code,
      scope.value.establishments.filter(({ facts }) => isInside(facts.place)),
      gaps.filter((gap) => isGapIn(picture, code, gap)),
    );
  });
  return ok({ self: toChainNode(picture, scope.value.code, scope.value.establishments, gaps), rows });
}

export async function listGaps(
  call: Call,
  input: OperationArguments<"chain.gaps">,
): Promise<Result<OperationOutput<"chain.gaps">>> {
  const picture = await getChainPicture(call, input);
  const scope = findScope(picture, input.territory);
  if (!scope.ok) return scope;
  const inside = picture.gaps.gaps.filter((gap) => isGapIn(picture, scope.value.code, gap));
  const page = pageRows({
    rows: input.kind === undefined ? inside : inside.filter(({ kind }) => kind === input.kind),
    sortBy: [(gap) => orderOfGap(gap.kind), (gap) => gap.establishment ?? "", (gap) => gap.official ?? ""],
    cursor: input.cursor,
    limit: input.limit,
  });
  if (!page.ok) return page;
  return ok({
    counts: countGapKinds(inside),
    ...page.value,
    rows: page.value.rows.map((gap) => toGapRow(picture, gap)),
  });
}

export async function listOfficials(
  call: Call,
  input: OperationArguments<"official.list">,
): Promise<Result<OperationOutput<"official.list">>> {
  const picture = await getPicture(call, input);
  const scope = findScope(picture, input.territory);
  if (!scope.ok) return scope;
  const groups = groupByOfficial(picture);
  const words = (input.search ?? "").trim().toLowerCase();
  const rows = [...picture.officials.values()]
    .filter(
      (official) =>
        picture.inPost.has(official.id) &&
        (input.level === undefined || official.level === input.level) &&
        isOfficialOf(picture, scope.value.code, official) &&
        official.searchText.includes(words),
    )
    .map((official) => ({
      sortKey: official.sortKey,
      row: toOfficialRow(picture, official, groups.get(official.id) ?? []),
    }));
  const page = pageRows({
    rows,
    sortBy: [
      ({ row }) => (input.sort === "name" ? 0 : -row[input.sort]),
      ({ sortKey }) => sortKey,
      ({ row }) => row.id,
    ],
    cursor: input.cursor,
    limit: input.limit,
  });
  return page.ok ? ok({ ...page.value, rows: page.value.rows.map(({ row }) => row) }) : page;
}

export async function getOfficial(
  call: Call,
  input: OperationArguments<"official.get">,
): Promise<Result<OfficialDetail>> {
  const picture = await getChainPicture(call, input);
  const official = picture.officials.get(input.id);
  if (official === undefined) return refuse("request/not-found", { id: input.id });
  const own = groupByOfficial(picture).get(official.id) ?? [];
  const former = picture.question.establishments.filter(
    ({ id, officials }) =>
      officials.some(({ value }) => value === official.id) &&
      picture.byId.get(id)?.official?.id !== official.id,
  ).length;
  return ok({
    official: toOfficialRow(picture, official, own),
    ...(await showOfficialPhones(call, official.id)),
    establishments: own.map((one) => {
      const duty = toDuty(one);
      return {
        id: one.facts.id,
        name: one.facts.name,
        grade: one.grade?.value ?? null,
        placeName: formatPlaceOf(picture, one),
        from: one.official?.from ?? picture.asOf,
        duty: duty.state,
        daysLeft: duty.daysLeft,
        lastVisit: one.running.lastVisit,
      };
    }),
    gaps: picture.gaps.gaps
      .filter((gap) => gap.official === official.id)
      .map((gap) => toGapRow(picture, gap).reason),
    former,
  });
}

/** Officials who could answer for the establishment: of the level for its grade, in whose jurisdiction it lies. */
export async function listCandidates(
  call: Call,
  input: OperationArguments<"official.candidates">,
): Promise<Result<OperationOutput<"official.candidates">>> {
  const picture = await getPicture(call, input);
  const one = picture.byId.get(input.establishment);
  if (one === undefined) return refuse("request/not-found", { id: input.establishment });
  const { grade, facts } = one;
  const expectedLevel =
    grade === null
      ? null
      : (findLevelForGrade({ levels: picture.rules.levels, grade: grade.value, on: picture.asOf }) ?? null);
  const groups = groupByOfficial(picture);
  const rows = [...picture.officials.values()]
    .filter(
      (official) =>
        picture.inPost.has(official.id) &&
        official.level === expectedLevel &&
        facts.place !== null &&
        isInJurisdiction({ tree: picture.tree, jurisdiction: official.jurisdictions, code: facts.place }),
    )
    .map((official) => toOfficialRow(picture, official, groups.get(official.id) ?? []))
    .sort((a, b) => a.load - b.load || (a.id < b.id ? -1 : 1));
  return ok({ expectedLevel, rows });
}
