// Ending commitments when officials move or hand over: the small interface that a handover stands on.
import { type CommittedPost, deriveCommitment, type EndReason, type PlainDate } from "@shian/domain";
import { type Call, type ChangeCall, nameOf } from "../../deps.js";
import {
  findCommittedSince,
  insertCommitments,
  listCommitments,
  supersedeCommitments,
} from "./commitment.repo.js";

/** What ended, and who has to sign again. */
export type Outdated = {
  readonly ended: readonly { readonly official: string; readonly before: string; readonly after: string }[];
};

/** The commitments of the officials that are running on the day or begin later, as known now. */
export async function listRunningCommitments(call: Call, officials: readonly string[], day: PlainDate) {
  const all = await listCommitments(call.db, officials);
  return all.filter(({ superseded, to }) => !superseded && to > day);
}

/** Which of the officials would have to sign on the day, since nothing that binds them names the post they hold. */
export async function findUnsigned(
  call: Call,
  officials: readonly (CommittedPost & { readonly id: string })[],
  day: PlainDate,
): Promise<ReadonlySet<string>> {
  const all = await listCommitments(
    call.db,
    officials.map(({ id }) => id),
  );
  const unsigned = officials.filter((official) => {
    const records = all.filter((one) => one.official === official.id);
    const question = { records, official, annexHash: "", strict: false, asOf: day, knownOn: call.today };
    return deriveCommitment(question).standing !== "valid";
  });
  return new Set(unsigned.map(({ id }) => id));
}

/** Which of the officials had a commitment recorded or superseded after the instant. */
export async function findSignedSince(
  call: Call,
  officials: readonly string[],
  at: string,
): Promise<readonly string[]> {
  return findCommittedSince(call.db, officials, at);
}

/**
 * Ends the running and coming commitments of the officials on the day; each then stands among those who must sign, with
 * the reason. What was known before stays known: the record is superseded, not changed. Undone by
 * `restoreCommitments` with the answer.
 */
export async function outdateCommitments(
  call: ChangeCall,
  {
    officials,
    day,
    because,
  }: { readonly officials: readonly string[]; readonly day: PlainDate; readonly because: EndReason },
): Promise<Outdated> {
  const running = await listRunningCommitments(call, officials, day);
  const ended = running.map((one) => ({ one, id: call.deps.newId() }));
  await supersedeCommitments(
    call.db,
    running.map(({ id }) => id),
    call.now,
  );
  await insertCommitments(
    call.db,
    ended.map(({ one, id }) => ({
      ...toFacts(one),
      id,
      // One that had not begun ends where it began: it never bound.
      to: one.from > day ? one.from : day,
      endedBecause: because,
      recordedBy: nameOf(call),
    })),
    call.now,
  );
  for (const { one } of ended)
    call.record({
      objectKind: "official",
      objectId: one.official,
      what: "commitment-ended",
      fields: [{ field: "commitment", before: String(one.year), after: null }],
    });
  return { ended: ended.map(({ one, id }) => ({ official: one.official, before: one.id, after: id })) };
}

/** Takes `outdateCommitments` back: the former records are entered again, as of now. */
export async function restoreCommitments(call: ChangeCall, { ended }: Outdated): Promise<void> {
  const officials = [...new Set(ended.map(({ official }) => official))];
  const known = new Map((await listCommitments(call.db, officials)).map((one) => [one.id, one]));
  await supersedeCommitments(
    call.db,
    ended.map(({ after }) => after),
    call.now,
  );
  const again = ended.flatMap(({ before }) => {
    const one = known.get(before);
    return one === undefined ? [] : [{ ...toFacts(one), id: call.deps.newId(), recordedBy: nameOf(call) }];
  });
  await insertCommitments(call.db, again, call.now);
}

function toFacts(one: Awaited<ReturnType<typeof listCommitments>>[number]) {
  const { recordedFrom, recordedTo, superseded, ...facts } = one;
  return facts;
}
