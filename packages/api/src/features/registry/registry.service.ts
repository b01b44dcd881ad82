// Reading the register: lists, counts and one establishment whole.
import {
  classSize,
  type EstablishmentDetail,
  findLevelForGrade,
  findLicenceStanding,
  findSchemeOn,
  gradeEstablishment,
  label,
  listLicences,
  type OperationArguments,
  type OperationOutput,
  ok,
  type PlainDate,
  type Result,
  refuse,
} from "@shian/domain";
import type { Call } from "../../deps.js";
import { listHistoryOf } from "../audit/history.service.js";
import { explainGrade, readSchemes } from "../grading/explain-grade.service.js";
import { showContactMobile } from "../personal/phones.service.js";
import { getGapsByEstablishment } from "../picture/advance-picture.js";
import { orderAlong } from "../picture/order-along.js";
import { type KeyParts, pageOrdered } from "../picture/page-rows.js";
import {
  findQuestioned,
  listKnown,
  type Picture,
  type PictureEstablishment,
  toEstablishment,
} from "../picture/picture.js";
import { getPicture } from "../picture/picture.service.js";
import { getPlacesByOfficial } from "../picture/restrict-picture.js";
import { findScope } from "../picture/scope.js";
import { listVisitsOf } from "../visit/visit.service.js";
import { listStateEvents } from "./change-state.service.js";
import { createRegistryFilter, formatPlaceOf, toDuty, toRegistryRow } from "./registry.views.js";

type ListInput = OperationArguments<"registry.list">;

const ungraded = "E";
type Order = KeyParts<PictureEstablishment>;
type By = NonNullable<ListInput["sort"]>["by"];

/** The first part, then the name, then the id, of which no two are the same. */
const toOrder = (first: Order[number]): Order => [
  first,
  ({ facts }) => facts.sortKey,
  ({ facts }) => facts.id,
];
const orders: { readonly [Name in By]: Order } = {
  name: toOrder(({ facts }) => facts.sortKey),
  grade: toOrder(({ grade }) => grade?.value ?? ungraded),
  place: toOrder(({ facts }) => facts.place ?? ""),
  opened: toOrder(({ facts }) => facts.openedOn ?? ""),
  updated: toOrder(({ facts }) => facts.updatedAt),
  state: toOrder(({ state }) => state),
  licence: toOrder(({ facts }) => facts.licenceExpiresOn ?? ""),
};

/** The establishments that scope and filter keep, in no order. */
export async function findEstablishments(
  call: Call,
  { filter, ...days }: Pick<ListInput, "filter" | "asOf" | "knownOn">,
): Promise<Result<{ readonly picture: Picture; readonly found: readonly PictureEstablishment[] }>> {
  const picture = await getPicture(call, days);
  const scope = findScope(picture, filter.territory);
  if (!scope.ok) return scope;
  const { establishments } = scope.value;
  const keeps = createRegistryFilter(filter, picture.asOf);
  return ok({ picture, found: keeps === undefined ? establishments : establishments.filter(keeps) });
}

export async function listEstablishments(
  call: Call,
  input: ListInput,
): Promise<Result<OperationOutput<"registry.list">>> {
  const picture = await getPicture(call, input);
  const scope = findScope(picture, input.filter.territory);
  if (!scope.ok) return scope;
  const { by, descending } = input.sort ?? { by: "grade", descending: false };
  const sortBy = orders[by];
  const page = pageOrdered({
    rows: orderAlong(picture, scope.value, by, sortBy),
    keeps: createRegistryFilter(input.filter, picture.asOf),
    sortBy,
    descending,
    cursor: input.cursor,
    limit: input.limit,
  });
  if (!page.ok) return page;
  return ok({ ...page.value, rows: page.value.rows.map((one) => toRegistryRow(picture, one)) });
}

const count = <K extends string>(keys: Iterable<K>): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
};

export async function summariseRegistry(
  call: Call,
  input: OperationArguments<"registry.summary">,
): Promise<Result<OperationOutput<"registry.summary">>> {
  const picture = await getPicture(call, input);
  const scope = findScope(picture, input.territory);
  if (!scope.ok) return scope;
  const all = scope.value.establishments;
  const active = all.filter(({ state }) => state === "active");
  const scheme = findSchemeOn({ schemes: await readSchemes(call), on: picture.asOf });
  const missing = active
    .filter(({ grade }) => grade === null)
    .flatMap(({ facts }) => {
      const given = gradeEstablishment({ scheme, facts });
      return given.ok ? [] : given.problems.map(({ code }) => code);
    });
  return ok({
    total: all.length,
    active: active.length,
    byGrade: { A: 0, B: 0, C: 0, D: 0, none: 0, ...count(active.map(({ grade }) => grade?.value ?? "none")) },
    byForm: count(active.map(({ facts }) => facts.form ?? "none")),
    nobody: active.filter(({ official }) => official === null).length,
    placeUnknown: all.filter(({ facts }) => facts.place === null).length,
    notDone: active.filter(({ running }) => running.due && running.state !== "done").length,
    missingFacts: Object.entries(count(missing)).map(([code, total]) => ({ code, count: total })),
  });
}

const toDated = <
  V,
  R extends { readonly value: V; readonly from: PlainDate; readonly to?: PlainDate | null | undefined },
>({
  value,
  from,
  to,
}: R) => ({ grade: value, from, to: to ?? null });

/** By the day from which each held; a correction writes several at one instant, and their rows lie anyhow. */
const inOrder = <R extends { readonly from: PlainDate; readonly to?: PlainDate | null | undefined }>(
  records: readonly R[],
): R[] => {
  const keyOf = ({ from, to }: R): string => `${from} ${to ?? "9999"}`;
  return [...records].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0));
};

const MOST_SIBLINGS = 50;

/** Others of the same credit code; one code may stand for several places of business. */
function listSiblings(picture: Picture, { facts }: PictureEstablishment): EstablishmentDetail["siblings"] {
  const { creditCode: code } = facts;
  if (code === null) return [];
  return picture.establishments
    .filter((other) => other.facts.creditCode === code && other.facts.id !== facts.id)
    .slice(0, MOST_SIBLINGS)
    .map((other) => ({
      id: other.facts.id,
      name: other.facts.name,
      placeName: formatPlaceOf(picture, other),
      state: other.state,
    }));
}

export async function getEstablishment(
  call: Call,
  input: OperationArguments<"registry.get">,
): Promise<Result<EstablishmentDetail>> {
  const picture = await getPicture(call, input);
  const one = picture.byId.get(input.id);
  if (one === undefined) return refuse("request/not-found", { id: input.id });
  const { facts, grade, risk, running } = one;
  // Reads of the database that do not wait for one another.
  const [explained, contactMobile, visits, changes, states] = await Promise.all([
    explainGrade(call, one, picture.asOf),
    showContactMobile(call, facts.id),
    listVisitsOf(call, picture, facts.id),
    listHistoryOf(call, picture, { kind: "establishment", id: facts.id }),
    listStateEvents(call, picture, facts.id),
  ]);
  const history = findQuestioned(picture, facts.id);
  // Closing ends the pairing, also where its record runs on; so does opening again begin it again.
  const closedOn = one.state === "closed" ? facts.stateSince : null;
  const endOf = (to: PlainDate | null): PlainDate | null =>
    closedOn !== null && (to === null || to > closedOn) ? closedOn : to;
  const person = (id: string) => {
    const official = picture.officials.get(id);
    // Who answered before may lie out of reach: that somebody did is told, not who.
    if (official === undefined) {
      const name = label("official/another", call.locale);
      return { id: null, name, unit: "", post: "", level: null, load: null };
    }
    const { name, unit, post, level } = official;
    return { id, name, unit, post, level, load: getPlacesByOfficial(picture).get(id)?.length ?? 0 };
  };
  return ok({
    establishment: toEstablishment(facts),
    placeName: formatPlaceOf(picture, one),
    contactMobile,
    grade: grade === null ? null : { ...toDated(grade), ruleId: grade.ruleId, schemeId: grade.schemeId },
    ...explained,
    gradeHistory: inOrder(listKnown(one.grades, picture.knownOn)).map((record) => ({
      ...toDated(record),
      ruleId: record.ruleId,
      schemeId: record.schemeId,
    })),
    states: [...states],
    licences: listLicences(facts).map((licence) => findLicenceStanding({ licence, asOf: picture.asOf })),
    siblings: listSiblings(picture, one),
    classedSize: classSize(facts) ?? null,
    riskGrade: risk === null ? null : { ...toDated(risk), source: risk.source, basis: risk.basis },
    riskGradeHistory: inOrder(listKnown(one.risks, picture.knownOn)).map((record) => ({
      ...toDated(record),
      source: record.source,
      basis: record.basis,
    })),
    official: one.official === null || closedOn !== null ? null : person(one.official.id),
    expectedLevel:
      grade === null
        ? null
        : (findLevelForGrade({ levels: picture.rules.levels, grade: grade.value, on: picture.asOf }) ?? null),
    gaps: (getGapsByEstablishment(picture.gaps.gaps).get(facts.id) ?? []).map(({ reason }) => reason),
    assignments: inOrder(listKnown(history?.officials ?? [], picture.knownOn))
      .filter(({ from }) => closedOn === null || from < closedOn)
      .map(({ value, from, to, recordedFrom }) => ({
        official: person(value),
        from,
        to: endOf(to ?? null),
        recordedAt: recordedFrom ?? from,
      }))
      .reverse(),
    visits,
    duty: {
      ...toDuty(one),
      window: running.window?.period ?? "",
      required: running.required,
      made: running.made,
    },
    changes,
  });
}
