// Takes back what an import wrote to the register: what it founded leaves, what it changed is as before.
import { EstablishmentState, PlainDate } from "@shian/domain";
import * as z from "zod";
import type { ChangeCall } from "../../deps.js";
import { takeBackGrades } from "../grading/grading.service.js";
import { keepContactMobiles } from "../personal/phones.service.js";
import { noteRegisterChange } from "../picture/picture.service.js";
import { type Former, listLeft, listVersions, restore, takeOut } from "../registry/take-back.service.js";
import type { StoredWriting, TakeBack } from "./import-kind.js";
import { CONTACT_BEFORE } from "./run-parts.js";

const Before = z.object({ state: EstablishmentState, stateSince: PlainDate });

export const takeBackEstablishments: TakeBack = {
  objectKind: "establishment",
  recorded: { created: "taken-out", updated: "import-undone" },
  async findPresent(call, ids) {
    const versions = await listVersions(call, ids);
    const left = new Set((await listLeft(call)).map(({ establishment }) => establishment));
    return (id) => {
      const version = versions.get(id);
      return version === undefined ? undefined : { version, isOut: left.has(id), inUse: null };
    };
  },
  async takeBack(call, writings) {
    const raced = await takeBack(call, writings);
    if (raced.length === 0 && writings.length > 0) await noteRegisterChange(call);
    return raced;
  },
};

/** Takes writings back; gives the ids that somebody changed in this very moment. */
async function takeBack(call: ChangeCall, writings: readonly StoredWriting[]): Promise<readonly string[]> {
  const created = writings.filter(({ what }) => what === "created").map(({ id }) => id);
  const updated = writings.filter(({ what }) => what === "updated");
  const stale: string[] = [];
  // Rows that were held and decided later were written at an instant of their own.
  for (const at of new Set(updated.map((writing) => writing.at))) {
    const former = updated
      .filter((writing) => writing.at === at)
      .map(({ id, version, before }): Former => ({ id, version, ...Before.parse(before) }));
    stale.push(...(await restore(call, former, at)));
    await takeBackGrades(
      call,
      former.map(({ id }) => id),
      at,
    );
  }
  for (const at of new Set(writings.filter(({ what }) => what === "created").map((one) => one.at)))
    await takeBackGrades(
      call,
      writings.filter((one) => one.what === "created" && one.at === at).map(({ id }) => id),
      at,
    );
  await keepContactMobiles(
    call,
    updated.flatMap(({ id, contact }) =>
      contact === undefined
        ? []
        : [
            {
              id,
              contactMobile: contact === null ? null : call.deps.keyring.unseal(contact, CONTACT_BEFORE),
            },
          ],
    ),
  );
  await takeOut(call, created);
  return stale;
}
