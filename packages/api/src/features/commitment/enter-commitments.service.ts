// Commitments and acknowledgements that were given before they came into the product, as of the days on which they were.
import type { Commitment, PlainDate } from "@shian/domain";
import type { Call } from "../../deps.js";
import type { HashedVersion } from "./annexes.js";
import { insertAcknowledgements, insertCommitments } from "./commitment.repo.js";

/** Noon of the day at the office. */
const noonOf = (day: PlainDate): string => `${day}T04:00:00.000Z`;

function groupByDay<R>(
  records: readonly R[],
  dayOf: (record: R) => PlainDate,
): ReadonlyMap<PlainDate, readonly R[]> {
  const groups = new Map<PlainDate, R[]>();
  for (const record of records) groups.set(dayOf(record), [...(groups.get(dayOf(record)) ?? []), record]);
  return groups;
}

/** Enters commitments of which no paper is kept. */
export async function enterCommitments(call: Call, commitments: readonly Commitment[]): Promise<void> {
  for (const [day, own] of groupByDay(commitments, ({ signedOn }) => signedOn))
    await insertCommitments(
      call.db,
      own.map((one) => ({ ...one, signedAt: noonOf(day), recordedBy: one.name, paper: null })),
      noonOf(day),
    );
}

/** Enters that these lists were acknowledged on these days. */
export async function enterAcknowledgements(
  call: Call,
  acknowledged: readonly {
    readonly official: string;
    readonly annex: HashedVersion;
    readonly on: PlainDate;
    readonly name: string;
  }[],
): Promise<void> {
  for (const [day, own] of groupByDay(acknowledged, ({ on }) => on))
    await insertAcknowledgements(
      call.db,
      own.map(({ official, annex, on, name }) => ({
        id: call.deps.newId(),
        official,
        version: annex.version,
        hash: annex.hash,
        lines: annex.lines.map(({ establishment, grade }) => ({ establishment, grade })),
        on,
        recordedBy: name,
      })),
      noonOf(day),
    );
}
