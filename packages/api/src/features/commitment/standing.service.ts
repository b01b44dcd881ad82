// How every official stands to their commitment and list on a day: read once for all who ask until something is signed,
// acknowledged or changed in the register.
import { type DerivedCommitment, deriveCommitment, isAnnexAcknowledged, type PlainDate } from "@shian/domain";
import { type Call, createCall, productItself } from "../../deps.js";
import type { Database } from "../../storage/database.js";
import { runUnbound } from "../../storage/row-security.js";
import { groupByOfficial } from "../chain/chain.views.js";
import type { Picture } from "../picture/picture.js";
import { getPartOfPicture, getPicture } from "../picture/picture.service.js";
import { emptyAnnexHash, type HashedVersion, listAnnexes } from "./annexes.js";
import {
  listAcknowledgedHashes,
  listAcknowledgements,
  listCommitments,
  readCommitmentStamp,
} from "./commitment.repo.js";
import { readOptions } from "./options.service.js";

/** One official's standing. */
export type OfficialStanding = DerivedCommitment & {
  readonly load: number;
  /** The present list; undefined where there never was one. */
  readonly annex: HashedVersion | undefined;
  readonly acknowledged: boolean;
};

/** Everybody's, and the whole picture that they were derived of. */
export type Standings = {
  readonly whole: Picture;
  readonly strict: boolean;
  readonly of: (official: string) => OfficialStanding;
  readonly versionsOf: (official: string) => readonly HashedVersion[];
};

type Days = { readonly asOf?: PlainDate | undefined; readonly knownOn?: PlainDate | undefined };

const kept = new WeakMap<
  Database,
  Map<string, { readonly key: readonly unknown[]; readonly standings: Standings }>
>();
const MOST_KEPT = 4;

/** The whole picture as committed, whoever asks: a list is the same for everybody. */
export function openWhole({ deps, locale, ground }: Call): Call {
  return createCall(deps, deps.database.db, locale, { ...productItself, ground });
}

const noStanding: DerivedCommitment = { standing: "none", commitment: null, reasons: [] };

/**
 * Today's standing of one official as a running change finds it. The list is read whole, whatever of its past who asks
 * sees, so that its versions have the same numbers for everybody.
 */
export async function readStandingNow(call: Call, official: string): Promise<Standings> {
  const { canSwitchRole } = call.deps.database;
  return runUnbound(call.db, canSwitchRole, async () => {
    const open = { ...call, ...productItself };
    const part = await getPartOfPicture(open, { establishments: [], officials: [official] });
    const { options } = await readOptions(open);
    return deriveStandings(open, part, options.strict, [official]);
  });
}

/** The standings of the day as known on the other. What of them somebody may see is the caller's part. */
export async function readStandings(call: Call, days: Days): Promise<Standings> {
  const open = openWhole(call);
  const whole = await getPicture(open, days);
  const [stamp, options] = [await readCommitmentStamp(open.db), await readOptions(open, whole.knownOn)];
  const { asOf, knownOn } = whole;
  const { strict } = options.options;
  const own = kept.get(call.deps.database) ?? new Map();
  kept.set(call.deps.database, own);
  const name = `${asOf} ${knownOn}`;
  const key = [whole.question.establishments, whole.officials, stamp, strict];
  const before = own.get(name);
  if (before !== undefined && key.every((part, at) => part === before.key[at])) return before.standings;
  const standings = await deriveStandings(open, whole, strict);
  own.delete(name);
  own.set(name, { key, standings });
  const [oldest] = own.keys();
  if (own.size > MOST_KEPT && oldest !== undefined) own.delete(oldest);
  return standings;
}

/** What the officials have signed and acknowledged, the latest first. */
export const listSigned = async ({ db }: Call, officials: readonly string[]) => ({
  commitments: await listCommitments(db, officials),
  acknowledgements: await listAcknowledgements(db, officials),
});

async function deriveStandings(
  open: Call,
  whole: Picture,
  strict: boolean,
  officials?: readonly string[],
): Promise<Standings> {
  const { asOf, knownOn } = whole;
  const annexes = listAnnexes(whole);
  const commitments = groupOf(await listCommitments(open.db, officials));
  const acknowledgements = groupOf(await listAcknowledgedHashes(open.db, officials));
  const loads = groupByOfficial(whole);
  const found = new Map<string, OfficialStanding>();
  const of = (id: string): OfficialStanding => {
    const known = found.get(id);
    if (known !== undefined) return known;
    const annex = annexes.get(id)?.at(-1);
    const official = whole.officials.get(id);
    const derived =
      official === undefined
        ? noStanding
        : deriveCommitment({
            records: commitments.get(id) ?? [],
            official,
            annexHash: annex?.hash ?? emptyAnnexHash,
            strict,
            asOf,
            knownOn,
          });
    const standing = {
      ...derived,
      load: loads.get(id)?.length ?? 0,
      annex,
      acknowledged: isAnnexAcknowledged({
        current: annex,
        // One is recorded on the day on which it was made.
        acknowledgements: (acknowledgements.get(id) ?? []).filter(({ on }) => on <= asOf && on <= knownOn),
      }),
    };
    found.set(id, standing);
    return standing;
  };
  return { whole, strict, of, versionsOf: (id) => annexes.get(id) ?? [] };
}

function groupOf<R extends { readonly official: string }>(
  records: readonly R[],
): ReadonlyMap<string, readonly R[]> {
  const groups = new Map<string, R[]>();
  for (const record of records) {
    const group = groups.get(record.official);
    if (group === undefined) groups.set(record.official, [record]);
    else group.push(record);
  }
  return groups;
}
