// A district with four medium caterers, one of them with its keeper signed in, for tests of grades.
import type { PlainDate } from "@shian/domain";
import type { ShianClient } from "../client/index.js";
import { createTestApp, type TestApp } from "./create-test-app.js";
import { district, east, insertSmallRegister, west } from "./small-register.js";

export type GradedOffice = {
  readonly test: TestApp;
  /** The keeper of `e1`. */
  readonly business: ShianClient;
};

export async function openGradedOffice(): Promise<GradedOffice> {
  const test = await createTestApp({ today: "2026-11-24" });
  const shops = ["e1", "e2", "e3", "e4"].map((id, index) => ({
    id,
    township: index < 3 ? east : west,
    official: index === 3 ? null : "o1",
  }));
  await insertSmallRegister(test, { shops, seats: [{ id: "o1", jurisdictions: [district] }] });
  const keeper = { role: "business", territory: null, establishment: "e1", name: "店主" } as const;
  return { test, business: (await test.clientAs(keeper)).client };
}

/** The pairing grade of an establishment as of a day. */
export const gradeOf = async ({ client }: TestApp, id: string, asOf: string) =>
  (await client.registry.get.query({ id, asOf: asOf as PlainDate })).grade;
