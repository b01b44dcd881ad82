// A district with a plan of training for its two officials: offices of the whole and of the west, the officials themselves,
// and what tests of training ask again and again.
import { toPlainDate } from "@shian/domain";
import { createTestApp, type SignedIn, type TestApp } from "../create-test-app.js";
import { district, east, insertSmallRegister, west } from "../small-register.js";

/** The official of the east, and the one of the west. */
export const one = "o-east";
export const other = "o-west";

export type TrainingStage = {
  readonly test: TestApp;
  readonly office: SignedIn;
  readonly westOffice: SignedIn;
  /** The official of the east, signed in. */
  readonly own: SignedIn;
  /** The one of the west. */
  readonly stranger: SignedIn;
};

export const planContent = {
  title: "包保干部年度培训",
  territory: district,
  levels: ["county" as const],
  from: toPlainDate("2026-11-01"),
  to: toPlainDate("2026-12-31"),
  requiredMinutes: 150,
  note: "",
};
/** Where and when a session on site is held, with what is credited for it. */
export const meeting = {
  title: "集中培训",
  minutes: 90,
  held: {
    way: "on-site" as const,
    on: toPlainDate("2026-11-24"),
    begins: "11:45",
    place: "区政府会议室",
  },
};

export async function openTraining(): Promise<TrainingStage> {
  const test = await createTestApp();
  await insertSmallRegister(test, {
    seats: [
      { id: one, jurisdictions: [east] },
      { id: other, jurisdictions: [west] },
    ],
    shops: [
      { id: "e1", township: east, official: one },
      { id: "w1", township: west, official: other },
    ],
  });
  return {
    test,
    office: await test.clientAs({ role: "office", territory: district }),
    westOffice: await test.clientAs({ role: "office", territory: west }),
    own: await test.clientAs({ role: "official", official: one }),
    stranger: await test.clientAs({ role: "official", official: other }),
  };
}

/** What is asked about the plan that is tested at present. */
export function createTrainingActs(present: () => { readonly test: TestApp; readonly plan: string }) {
  return {
    saveSession: ({ client }: SignedIn, session: object, over: object = {}) =>
      client.training.saveSession.mutate({
        txId: present().test.newTxId(),
        plan: present().plan,
        version: 0,
        session: session as Parameters<typeof client.training.saveSession.mutate>[0]["session"],
        ...over,
      }),
    rowOf: async ({ client }: SignedIn, days: object = {}) =>
      (await client.training.plans.query(days)).rows.find(({ id }) => id === present().plan),
  };
}
