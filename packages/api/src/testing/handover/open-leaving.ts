// The district of whose officials one is to leave, opened with its office signed in, and what tests of handovers ask of it
// again and again.
import { type OperationInput, type PlainDate, toPlainDate } from "@shian/domain";
import { createTestApp, type SignedIn, type TestApp } from "../create-test-app.js";
import { district } from "../small-register.js";
import { digestStanding } from "../standing-digest.js";
import { insertLeaving } from "./insert-leaving.js";

export type LeavingOffice = { readonly test: TestApp; readonly office: SignedIn };
export type HandoverAsked = OperationInput<"handover.preview">;

export const handoverDay = toPlainDate("2026-11-24");
export const laterDay = toPlainDate("2026-12-10");
const digestDays = [toPlainDate("2026-11-01"), handoverDay, laterDay, toPlainDate("2027-01-05")];

export async function openLeaving(): Promise<LeavingOffice> {
  const test = await createTestApp();
  await insertLeaving(test);
  return { test, office: await test.clientAs({ role: "office", territory: district }) };
}

/** What is asked of the office that is open at present. */
export function createHandoverActs(present: () => LeavingOffice) {
  const preview = (asked: HandoverAsked, { client } = present().office) =>
    client.handover.preview.query(asked);
  return {
    preview,
    /** Previews and makes; `over` stands in for what the preview gave. */
    make: async (asked: HandoverAsked, over: object = {}) => {
      const { mark } = await preview(asked);
      const { test, office } = present();
      return office.client.handover.make.mutate({ txId: test.newTxId(), ...asked, mark, ...over });
    },
    undo: (id: string, { client } = present().office) =>
      client.handover.undo.mutate({ txId: present().test.newTxId(), id }),
    officialOf: async (id: string, asOf?: PlainDate) => {
      const { client } = present().office;
      const { official } = await client.registry.get.query({ id, ...(asOf === undefined ? {} : { asOf }) });
      return official?.id ?? null;
    },
    /** Everything that stands on several days, so that two moments can be compared. */
    digest: () => digestStanding(present().test.deps, digestDays),
  };
}
