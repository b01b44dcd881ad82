// Commitments and lists as pages show them.
import {
  type AnnexRow,
  type AnnexView,
  type CommitmentRow,
  type CommitmentView,
  isKnownOn,
  type PlainDate,
} from "@shian/domain";
import type { Picture, StoredOfficial } from "../picture/picture.js";
import { formatPlaceOf } from "../registry/registry.views.js";
import { emptyAnnexHash, type HashedVersion } from "./annexes.js";
import type { StoredAcknowledgement, StoredCommitment } from "./commitment.repo.js";
import type { OfficialStanding } from "./standing.service.js";

export const toOfficialFacts = ({ id, name, unit, post, level }: StoredOfficial) => ({
  id,
  name,
  unit,
  post,
  level,
});

export function toCommitmentRow(
  official: StoredOfficial,
  standing: OfficialStanding,
  commitment: StoredCommitment | undefined,
): CommitmentRow {
  return {
    official: toOfficialFacts(official),
    load: standing.load,
    standing: standing.standing,
    reasons: standing.reasons.map(({ code, params }) => ({ code, params: { ...params } })),
    signedOn: commitment?.signedOn ?? null,
    to: commitment?.to ?? null,
    annexVersion: standing.annex?.version ?? 0,
    acknowledged: standing.acknowledged,
  };
}

/** A commitment as known at the end of a day. */
export const toCommitmentView = (stored: StoredCommitment, knownOn: PlainDate): CommitmentView => ({
  id: stored.id,
  year: stored.year,
  post: stored.post,
  level: stored.level,
  way: stored.way,
  from: stored.from,
  to: stored.to,
  signedOn: stored.signedOn,
  signedAt: stored.signedAt,
  recordedBy: stored.recordedBy,
  endedBecause: stored.endedBecause,
  documentHash: stored.documentHash,
  superseded: !isKnownOn(stored, knownOn),
});

/** The rows of a list that `isSeen` keeps, in the order of grades, then of names. */
export const toAnnexRows = (
  whole: Picture,
  annex: HashedVersion | undefined,
  isSeen: (id: string) => boolean,
): AnnexRow[] =>
  (annex?.lines ?? [])
    .flatMap(({ establishment, grade }): (AnnexRow & { readonly sortKey: string })[] => {
      const one = whole.byId.get(establishment);
      if (one === undefined || !isSeen(establishment)) return [];
      const { name, sortKey } = one.facts;
      return [{ id: establishment, name, grade, placeName: formatPlaceOf(whole, one), sortKey }];
    })
    .sort(
      (a, b) =>
        compare(a.grade ?? "E", b.grade ?? "E") || compare(a.sortKey, b.sortKey) || compare(a.id, b.id),
    )
    .map(({ sortKey, ...row }) => row);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The present list beside the one acknowledged last. */
export function toAnnexView(
  whole: Picture,
  { annex, acknowledged }: OfficialStanding,
  last: StoredAcknowledgement | undefined,
  isSeen: (id: string) => boolean,
): AnnexView {
  const rows = toAnnexRows(whole, annex, isSeen);
  const before = new Map((last?.lines ?? []).map(({ establishment, grade }) => [establishment, grade]));
  const now = new Set((annex?.lines ?? []).map(({ establishment }) => establishment));
  const nameOf = (id: string) => whole.byId.get(id)?.facts.name ?? id;
  const isBefore = last !== undefined;
  return {
    version: annex?.version ?? 0,
    from: annex?.from ?? null,
    hash: annex?.hash ?? emptyAnnexHash,
    acknowledged,
    rows,
    added: isBefore ? rows.filter(({ id }) => !before.has(id)).map(({ name }) => name) : [],
    removed: [...before.keys()].filter((id) => !now.has(id) && isSeen(id)).map(nameOf),
    regraded: rows
      .filter(({ id, grade }) => before.has(id) && (before.get(id) ?? null) !== grade)
      .map(({ name }) => name),
  };
}
