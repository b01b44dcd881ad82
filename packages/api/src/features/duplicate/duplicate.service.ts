// Establishments that may be one: asked for, listed, looked at side by side, judged.
import {
  compareFacts,
  type DuplicateSide,
  type DuplicateVerdict,
  formatPlace,
  type OperationArguments,
  type OperationOutput,
  ok,
  type Result,
  refuse,
} from "@shian/domain";
import { type Call, type ChangeCall, nameOf } from "../../deps.js";
import { recordChanges } from "../audit/record-changes.js";
import { queueJob } from "../job/queue-job.service.js";
import { findSetting } from "../office/office-setting.service.js";
import { pageOrdered } from "../picture/page-rows.js";
import type { Picture, PictureEstablishment } from "../picture/picture.js";
import { getPartOfPicture, getPicture } from "../picture/picture.service.js";
import { findScope } from "../picture/scope.js";
import { formatPlaceOf } from "../registry/registry.views.js";
import { listLeft } from "../registry/take-back.service.js";
import { judgePairs, listPairs, type StoredPair } from "./duplicate.repo.js";
import { duplicatesJob, searchedSetting } from "./find-duplicates.job.js";

/** An establishment as one side of a pair. */
export const toSide = (picture: Picture, one: PictureEstablishment): DuplicateSide => ({
  id: one.facts.id,
  name: one.facts.name,
  creditCode: one.facts.creditCode,
  licenceNumber: one.facts.licenceNumber,
  address: one.facts.address,
  placeName: formatPlaceOf(picture, one),
  state: one.state,
  official: one.official === null ? null : (picture.officials.get(one.official.id)?.name ?? null),
});

/** The facts of two side by side; places by their names. */
export const compareTwo = ({ tree }: Picture, a: PictureEstablishment, b: PictureEstablishment) =>
  compareFacts({ sides: [a.facts, b.facts], blankDiffers: true })
    .filter(({ field }) => field !== "placeText" || a.facts.place === null || b.facts.place === null)
    .map(({ field, values, differs }) => ({
      field,
      values: values.map((value) =>
        value === null || field !== "place" ? value : formatPlace({ code: value, tree }),
      ),
      differs: [...differs],
    }));

export async function searchForDuplicates(
  call: ChangeCall,
): Promise<Result<OperationOutput<"duplicate.search">>> {
  const jobId = await queueJob(call, { kind: duplicatesJob, input: {}, uniqueKey: "find-duplicates" });
  if (jobId === null) return refuse("job/same-running");
  call.record({ objectKind: "job", objectId: jobId, what: "requested", fields: [] });
  return ok({ jobId });
}

export async function listDuplicates(
  call: Call,
  input: OperationArguments<"duplicate.list">,
): Promise<Result<OperationOutput<"duplicate.list">>> {
  const picture = await getPicture(call);
  const scope = findScope(picture, input.territory);
  if (!scope.ok) return scope;
  const inScope = new Set(scope.value.establishments.map(({ facts }) => facts.id));
  const left = new Set((await listLeft(call)).map(({ establishment }) => establishment));
  const isOpen = (pair: StoredPair) => !left.has(pair.first) && !left.has(pair.second);
  const pairs = (await listPairs(call.db)).filter(
    (pair) =>
      inScope.has(pair.first) && inScope.has(pair.second) && (pair.verdict === "merged" || isOpen(pair)),
  );
  const page = pageOrdered({
    rows: pairs,
    keeps: (pair) =>
      pair.verdict === input.verdict && (input.reason === undefined || pair.reason === input.reason),
    sortBy: [(pair) => -pair.score, (pair) => pair.first, (pair) => pair.second],
    descending: false,
    cursor: input.cursor,
    limit: input.limit,
  });
  if (!page.ok) return page;
  const verdicts: readonly DuplicateVerdict[] = ["open", "different", "merged"];
  return ok({
    ...page.value,
    rows: page.value.rows.flatMap((pair) => {
      const [first, second] = [picture.byId.get(pair.first), picture.byId.get(pair.second)];
      return first === undefined || second === undefined
        ? []
        : [{ ...pair, first: toSide(picture, first), second: toSide(picture, second) }];
    }),
    counts: verdicts.map((verdict) => ({
      verdict,
      count: pairs.filter((pair) => pair.verdict === verdict).length,
    })),
    searchedAt: (await findSetting(call.db, searchedSetting))?.at ?? null,
  });
}

export async function compareDuplicate(
  call: Call,
  input: OperationArguments<"duplicate.compare">,
): Promise<Result<OperationOutput<"duplicate.compare">>> {
  const picture = await getPicture(call);
  const [first, second] = [picture.byId.get(input.first), picture.byId.get(input.second)];
  if (first === undefined) return refuse("request/not-found", { id: input.first });
  if (second === undefined) return refuse("request/not-found", { id: input.second });
  if (input.first === input.second) return refuse("duplicate/same");
  return ok({
    first: toSide(picture, first),
    second: toSide(picture, second),
    fields: compareTwo(picture, first, second),
  });
}

/** Says of pairs that they are two establishments, or opens them again; remembered, so that no search asks again. */
export async function judgeDuplicates(
  call: ChangeCall,
  { pairs, verdict, reason }: OperationArguments<"duplicate.judge">,
): Promise<Result<OperationOutput<"duplicate.judge">>> {
  const ids = [...new Set(pairs.flatMap(({ first, second }) => [first, second]))];
  const picture = await getPartOfPicture(call, { establishments: ids, officials: [] });
  for (const id of ids) if (!picture.byId.has(id)) return refuse("request/not-found", { id });
  if (pairs.some(({ first, second }) => first === second)) return refuse("duplicate/same");
  const left = new Set((await listLeft(call)).map(({ establishment }) => establishment));
  for (const id of ids)
    if (left.has(id))
      return refuse("merge/absorbed-before", { name: picture.byId.get(id)?.facts.name ?? "" });
  const ordered = pairs.map(({ first, second }) => {
    const [one, other] = first < second ? [first, second] : [second, first];
    return { first: one, second: other, place: picture.byId.get(one)?.facts.place ?? null };
  });
  await judgePairs(call.db, ordered, { verdict, by: nameOf(call), at: call.now, reason });
  recordChanges(
    call,
    ordered.flatMap(({ first, second }) =>
      [
        [first, second],
        [second, first],
      ].map(([id = "", other = ""]) => ({
        objectKind: "establishment",
        objectId: id,
        what: "told-apart",
        fields: [
          { field: "verdict", before: null, after: verdict },
          { field: "other", before: null, after: picture.byId.get(other)?.facts.name ?? other },
          { field: "reason", before: null, after: reason },
        ],
      })),
    ),
  );
  return ok({ judged: ordered.length });
}
