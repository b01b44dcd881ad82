// An office with something to allocate, for tests: officials of a district and of a part of it, establishments with and
// without somebody who answers for them; and what such tests ask of it again and again.
import { toPlainDate } from "@shian/domain";
import { planAllocation } from "./allocate.js";
import { createTestApp, type SignedIn, type TestApp } from "./create-test-app.js";
import { district, east, insertSmallRegister, west } from "./small-register.js";

export type AllocationOffice = { readonly test: TestApp; readonly office: SignedIn };

export const allocationDay = toPlainDate("2026-11-24");

export async function openAllocationOffice(): Promise<AllocationOffice> {
  const test = await createTestApp({ today: allocationDay });
  await insertSmallRegister(test, {
    shops: [
      ...["a1", "a2", "a3", "a4"].map((id) => ({ id, township: east, official: "k" })),
      { id: "n1", township: east, official: null },
      { id: "n2", township: west, grid: "003", official: null },
      { id: "x1", township: west, official: "e" },
      { id: "gone", township: east, official: "k", state: "closed" as const },
    ],
    seats: [
      { id: "k", jurisdictions: [district] },
      { id: "l", jurisdictions: [district] },
      { id: "e", jurisdictions: [east] },
    ],
  });
  return { test, office: await test.clientAs({ role: "office", territory: district, name: "李工" }) };
}

/** What is asked of the office that is open at present. */
export function createAllocationActs(present: () => AllocationOffice) {
  const officialOf = async (id: string) =>
    (await present().office.client.registry.get.query({ id })).official?.id ?? null;
  return {
    officialOf,
    plan: (question = {}, { client } = present().office) => planAllocation(present().test, question, client),
    apply: (id: string, fingerprint: string, { client } = present().office) =>
      client.allocation.make.mutate({ txId: present().test.newTxId(), id, fingerprint }),
    undo: (id: string, { client } = present().office) =>
      client.allocation.undo.mutate({ txId: present().test.newTxId(), id }),
    /** Who answers for each establishment that is active. */
    listAnswering: async () => {
      const ids = ["a1", "a2", "a3", "a4", "n1", "n2", "x1"];
      return Object.fromEntries(
        await Promise.all(ids.map(async (id) => [id, await officialOf(id)] as const)),
      );
    },
  };
}
