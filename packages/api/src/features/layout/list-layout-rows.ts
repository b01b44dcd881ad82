// What a layout's columns can show, kind by kind: values as they are kept, before a layout writes them.
import {
  formatPlace,
  type LayoutKind,
  type LayoutValue,
  maskPhone,
  ok,
  type RegistryFilter,
  type Result,
  type VisitRow,
} from "@shian/domain";
import type { Call } from "../../deps.js";
import { Refusal } from "../../refusal.js";
import { groupByOfficial, isOfficialOf } from "../chain/chain.views.js";
import { listSigned, readStandings } from "../commitment/standing.service.js";
import { createPhonesFinder, listShownContacts } from "../personal/phones.service.js";
import type { Picture, PictureEstablishment, StoredOfficial } from "../picture/picture.js";
import { findScope } from "../picture/scope.js";
import { readFlagNames } from "../registry/attention.service.js";
import { findEstablishments } from "../registry/registry.service.js";
import { toDuty } from "../registry/registry.views.js";
import { createNamesByKind } from "../territory/place-names.js";
import { countVisits, listVisitPage } from "../visit/visit.service.js";

/** Values of one row by their fields. */
export type LayoutRow = { readonly [field: string]: LayoutValue };

/** What is exported: exactly what the filter keeps on the day. */
export type LayoutQuestion = {
  readonly kind: LayoutKind;
  readonly filter: RegistryFilter;
  readonly asOf?: Picture["asOf"] | undefined;
  readonly knownOn?: Picture["knownOn"] | undefined;
  /** Telephone numbers as they are instead of masked. */
  readonly inClear: boolean;
};

/** All rows, made one after the other as they are asked for. */
export type LayoutRows = {
  readonly asOf: Picture["asOf"];
  readonly total: number;
  readonly rows: Iterable<LayoutRow> | AsyncIterable<LayoutRow>;
};

type Found = { readonly picture: Picture; readonly found: readonly PictureEstablishment[] };
type ToRow<T> = (one: T) => LayoutRow;

const placeKinds = ["province", "city", "county", "township", "village"] as const;

async function createEstablishmentRow(
  call: Call,
  picture: Picture,
  inClear: boolean,
): Promise<ToRow<PictureEstablishment>> {
  const showContact = await listShownContacts(call, { inClear });
  const nameFlag = await readFlagNames(call);
  const namePlaces = createNamesByKind(picture.tree, placeKinds);
  return (one) => {
    const { facts, state, grade, risk, official } = one;
    const answering = official === null ? undefined : picture.officials.get(official.id);
    return {
      id: facts.id,
      name: facts.name,
      creditCode: facts.creditCode,
      licenceNumber: facts.licenceNumber,
      form: facts.form,
      size: facts.size,
      diners: facts.diners,
      attention: facts.attention.map(nameFlag).join("、"),
      ...namePlaces(facts.place),
      placeCode: facts.place,
      address: facts.address,
      openedOn: facts.openedOn,
      licenceIssuedOn: facts.licenceIssuedOn,
      licenceExpiresOn: facts.licenceExpiresOn,
      personInCharge: facts.personInCharge,
      foodSafetyDirector: facts.foodSafetyDirector,
      foodSafetyOfficers: facts.foodSafetyOfficers.join("、"),
      contactMobile: showContact(facts.id),
      state,
      stateSince: facts.stateSince,
      grade: grade?.value,
      riskGrade: risk?.value,
      officialName: answering?.name,
      officialUnit: answering?.unit,
    };
  };
}

async function createOfficialRow(
  call: Call,
  picture: Picture,
  inClear: boolean,
): Promise<ToRow<StoredOfficial>> {
  const findPhones = await createPhonesFinder(call);
  return (official) => {
    const { officePhone, mobile } = findPhones(official.id);
    return {
      officialId: official.id,
      officialName: official.name,
      officialUnit: official.unit,
      officialPost: official.post,
      officialLevel: official.level,
      jurisdictions: official.jurisdictions
        .map((code) => formatPlace({ code, tree: picture.tree, within: picture.rules.territory }))
        .join("、"),
      officePhone,
      mobile: mobile === null ? null : inClear ? mobile : maskPhone(mobile),
      from: official.from,
      to: official.to,
      capacity: official.capacity,
    };
  };
}

const bySortKey = (
  a: { readonly sortKey: string; readonly id: string },
  b: { readonly sortKey: string; readonly id: string },
): number => (a.sortKey === b.sortKey ? (a.id < b.id ? -1 : 1) : a.sortKey < b.sortKey ? -1 : 1);

function* map<T>(items: readonly T[], toRow: (item: T) => LayoutRow): Iterable<LayoutRow> {
  for (const item of items) yield toRow(item);
}

async function listOfficialRows(
  call: Call,
  { filter, inClear }: LayoutQuestion,
  { picture }: Found,
): Promise<Result<LayoutRows>> {
  const scope = findScope(picture, filter.territory);
  if (!scope.ok) return scope;
  const groups = groupByOfficial(picture);
  const toRow = await createOfficialRow(call, picture, inClear);
  const officials = [...picture.officials.values()]
    .filter(
      (official) => picture.inPost.has(official.id) && isOfficialOf(picture, scope.value.code, official),
    )
    .sort(bySortKey);
  return ok({
    asOf: picture.asOf,
    total: officials.length,
    rows: map(officials, (official) => ({ ...toRow(official), load: groups.get(official.id)?.length ?? 0 })),
  });
}

async function listPairingRows(
  call: Call,
  { inClear }: LayoutQuestion,
  { picture, found }: Found,
): Promise<Result<LayoutRows>> {
  const toShop = await createEstablishmentRow(call, picture, inClear);
  const toOfficial = await createOfficialRow(call, picture, inClear);
  const paired = found.filter(({ official }) => official !== null && picture.officials.has(official.id));
  return ok({
    asOf: picture.asOf,
    total: paired.length,
    rows: map(paired, (one) => {
      const official = one.official === null ? undefined : picture.officials.get(one.official.id);
      return {
        ...toShop(one),
        ...(official === undefined ? {} : toOfficial(official)),
        pairedFrom: one.official?.from,
      };
    }),
  });
}

/** Officials with establishments to answer for, each with the commitment that stands on the day and their list. */
async function listCommitmentRows(
  call: Call,
  { filter, asOf, knownOn, inClear }: LayoutQuestion,
  { picture }: Found,
): Promise<Result<LayoutRows>> {
  const scope = findScope(picture, filter.territory);
  if (!scope.ok) return scope;
  const standings = await readStandings(call, { asOf, knownOn });
  const toRow = await createOfficialRow(call, picture, inClear);
  const officials = [...picture.officials.values()]
    .filter(
      (official) =>
        picture.inPost.has(official.id) &&
        isOfficialOf(picture, scope.value.code, official) &&
        standings.of(official.id).load > 0,
    )
    .sort(bySortKey);
  const ids = officials.map(({ id }) => id);
  const signed = await listSigned(call, ids);
  const commitments = new Map(signed.commitments.map((one) => [one.id, one]));
  // The latest stands first: of several of one list the first one counts, which comes last.
  const acknowledged = new Map(
    signed.acknowledgements
      .filter(({ on }) => on <= picture.asOf && on <= picture.knownOn)
      .map((one) => [`${one.official} ${one.hash}`, one.on]),
  );
  return ok({
    asOf: picture.asOf,
    total: officials.length,
    rows: map(officials, (official) => {
      const standing = standings.of(official.id);
      const commitment = commitments.get(standing.commitment ?? "");
      return {
        ...toRow(official),
        year: commitment?.year,
        commitmentState: standing.standing,
        signedOn: commitment?.signedOn,
        validTo: commitment?.to,
        acknowledgedOn: standing.acknowledged
          ? acknowledged.get(`${official.id} ${standing.annex?.hash ?? ""}`)
          : null,
        annexVersion: standing.annex?.version,
        establishments: standing.load,
      };
    }),
  });
}

const VISITS_A_PAGE = 500;

async function listVisitRows(
  call: Call,
  { filter, inClear }: LayoutQuestion,
  { picture, found }: Found,
): Promise<Result<LayoutRows>> {
  const toShop = await createEstablishmentRow(call, picture, inClear);
  const shops = new Map(found.map((one) => [one.facts.id, one]));
  const nameOf = (id: string | null) => (id === null ? null : (picture.officials.get(id)?.name ?? null));
  const toRow = (visit: VisitRow): readonly LayoutRow[] => {
    const one = shops.get(visit.establishment);
    if (one === undefined) return [];
    return [
      {
        ...toShop(one),
        visitId: visit.id,
        madeOn: visit.madeOn,
        recordedOn: visit.recordedOn,
        mode: visit.mode,
        visitor: visit.officialName,
        standInFor: nameOf(visit.standInFor),
        jointWith: visit.jointWith.flatMap((id) => nameOf(id) ?? []).join("、"),
        note: visit.note,
        complete: visit.complete ? "yes" : "no",
        wrongLines: visit.answers.filter(({ answer }) => answer === "no").length,
        duty: toDuty(one).state,
      },
    ];
  };
  // Years of visits are read page by page while the file is written, and a look at the first rows reads one page.
  async function* readRows(): AsyncIterable<LayoutRow> {
    let cursor: string | undefined;
    do {
      const page = await listVisitPage(call, {
        territory: filter.territory,
        asOf: picture.asOf,
        knownOn: picture.knownOn,
        to: picture.asOf,
        limit: VISITS_A_PAGE,
        cursor,
      });
      if (!page.ok) throw new Refusal(page.problems);
      for (const visit of page.value.rows) yield* toRow(visit);
      cursor = page.value.next ?? undefined;
    } while (cursor !== undefined);
  }
  return ok({
    asOf: picture.asOf,
    total: countVisits(picture, found, { to: picture.asOf }),
    rows: readRows(),
  });
}

/** The rows of a kind that the filter keeps, within what who asks sees. */
export async function listLayoutRows(call: Call, question: LayoutQuestion): Promise<Result<LayoutRows>> {
  const { kind, filter, asOf, knownOn, inClear } = question;
  const search = await findEstablishments(call, { filter, asOf, knownOn });
  if (!search.ok) return search;
  const { picture } = search.value;
  const found = [...search.value.found].sort((a, b) => bySortKey(a.facts, b.facts));
  switch (kind) {
    case "establishments": {
      const toRow = await createEstablishmentRow(call, picture, inClear);
      return ok({ asOf: picture.asOf, total: found.length, rows: map(found, toRow) });
    }
    case "officials":
      return listOfficialRows(call, question, { picture, found });
    case "pairings":
      return listPairingRows(call, question, { picture, found });
    case "visits":
      return listVisitRows(call, question, { picture, found });
    case "commitments":
      return listCommitmentRows(call, question, { picture, found });
  }
}
