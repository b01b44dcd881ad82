// Commitments and acknowledged lists of the demonstration: most officials have signed in January, a few have not, a few
// were given another post since, and some have a list that they have not acknowledged yet.
import type { Commitment, PlainDate } from "@shian/domain";
import type { Call } from "../../deps.js";
import { emptyAnnexHash, type HashedVersion, hashText, listAnnexes } from "../commitment/annexes.js";
import { enterAcknowledgements, enterCommitments } from "../commitment/enter-commitments.service.js";
import type { Picture, StoredOfficial } from "../picture/picture.js";
import { getPicture } from "../picture/picture.service.js";

/** One in so many has not signed, has another post since, has not acknowledged the present list. */
const [UNSIGNED, MOVED, UNSEEN] = [37, 61, 23] as const;

const latest = (...days: readonly string[]): PlainDate => [...days].sort().at(-1) as PlainDate;

/** Enters them for the city that was just loaded in the transaction. */
export async function enterDemonstrationCommitments(call: Call, anchor: PlainDate): Promise<void> {
  const picture = await getPicture({ ...call, isChange: true }, { asOf: anchor, knownOn: anchor });
  const annexes = listAnnexes(picture);
  const charged = [...picture.officials.values()].filter(
    ({ id }) => picture.inPost.has(id) && (annexes.get(id)?.at(-1)?.lines.length ?? 0) > 0,
  );
  const year = Number(anchor.slice(0, 4));
  const signing = charged.filter((_, at) => at % UNSIGNED !== UNSIGNED - 1);
  await enterCommitments(
    call,
    signing.map((official, at) =>
      toCommitment(call, official, { year, anchor, hasMoved: at % MOVED === MOVED - 1, annexes }),
    ),
  );
  await enterAcknowledgements(
    call,
    signing
      .filter((_, at) => at % UNSEEN !== UNSEEN - 1)
      .flatMap((official) => toAcknowledgement(picture, official, annexes.get(official.id)?.at(-1), year)),
  );
}

/** What somebody was when they signed who has moved since. */
const formerPost = ({ post }: StoredOfficial): string => (post === "委员" ? "干事" : "委员");

function toCommitment(
  call: Call,
  official: StoredOfficial,
  {
    year,
    anchor,
    hasMoved,
    annexes,
  }: {
    readonly year: number;
    readonly anchor: PlainDate;
    readonly hasMoved: boolean;
    readonly annexes: ReadonlyMap<string, readonly HashedVersion[]>;
  },
): Commitment {
  const first = latest(`${year}-01-12`, official.from);
  const signedOn = first > anchor ? anchor : first;
  const then = annexes.get(official.id)?.findLast(({ from }) => from <= signedOn);
  return {
    id: call.deps.newId(),
    official: official.id,
    year,
    name: official.name,
    unit: official.unit,
    post: hasMoved ? formerPost(official) : official.post,
    level: official.level,
    jurisdictions: [...official.jurisdictions],
    way: "scan",
    from: signedOn,
    to: `${year + 1}-01-01` as PlainDate,
    signedOn,
    endedBecause: null,
    annexHash: then?.hash ?? emptyAnnexHash,
    documentHash: hashText(`${official.id} ${year}`),
  };
}

function toAcknowledgement(
  { asOf }: Picture,
  official: StoredOfficial,
  annex: HashedVersion | undefined,
  year: number,
) {
  if (annex === undefined) return [];
  const on = latest(annex.from, `${year}-01-12`, official.from);
  return [{ official: official.id, annex, on: on > asOf ? asOf : on, name: official.name }];
}
