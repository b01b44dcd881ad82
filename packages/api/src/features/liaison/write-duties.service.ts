// Writes what was decided about duty posts, of many at once: what is replaced, what is added, whose number goes along.
import type { DutyFacts, DutyKind, PlainDate } from "@shian/domain";
import { type ChangeCall, nameOf } from "../../deps.js";
import { insertDuties, listDutyMobiles, supersedeDuties } from "./duty-post.repo.js";

/** Records of one post to replace and to add. */
export type DutyChange = {
  readonly post: string;
  readonly kind: DutyKind;
  readonly version: number;
  readonly superseded: readonly string[];
  readonly added: readonly {
    readonly facts: DutyFacts;
    readonly from: PlainDate;
    readonly to: PlainDate | null;
    /** The record whose number goes along, where none is given. */
    readonly of: string | null;
    /** Sealed. */
    readonly mobile?: string | null | undefined;
  }[];
};

const factsOf = ({ name, unit, title, territories, officePhone, person }: DutyFacts): DutyFacts => ({
  ...{ name, unit, title, territories, officePhone, person },
});

/** Whether it was written; not where somebody replaced one of the records before. */
export async function writeDuties(call: ChangeCall, changes: readonly DutyChange[]): Promise<boolean> {
  const mobiles = await listDutyMobiles(
    call.db,
    changes.flatMap(({ added }) => added.flatMap(({ of }) => of ?? [])),
  );
  const superseded = changes.flatMap((change) => change.superseded);
  if (!(await supersedeDuties(call.db, superseded, call.now))) return false;
  await insertDuties(
    call.db,
    changes.flatMap(({ post, kind, version, added }) =>
      added.map(({ facts, from, to, of, mobile }) => ({
        id: call.deps.newId(),
        ...{ post, kind, version, from, to },
        facts: factsOf(facts),
        mobile: mobile === undefined ? (mobiles.get(of ?? "") ?? null) : mobile,
      })),
    ),
    { at: call.now, name: nameOf(call) },
  );
  return true;
}
