// What the database itself refuses, whoever asks: the three administrators are three people on every day.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Database, findSqlState } from "../../storage/database.js";
import { bothEngines } from "../../testing/test-engines.js";
import { grantTable, personTable } from "./people.table.js";

const at = "2026-11-24T04:00:00.000Z";

describe.each(bothEngines)("constraints of people on $name", ({ open }) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  }, 60_000);
  beforeEach(async () => {
    await database.exec("truncate person, access_grant cascade");
    await database.db.insert(personTable).values(
      (["administrator", "staff"] as const).map((kind) => ({
        id: kind,
        kind,
        name: kind,
        username: kind,
        state: "enabled",
        nameKey: kind,
        namePinyin: kind,
        nameInitials: kind,
        sortKey: kind,
        version: 1,
        createdAt: at,
        updatedAt: at,
      })),
    );
  });
  afterAll(() => database.close());

  let last = 0;
  const give = async (
    personId: string,
    role: string,
    times: { from?: string; to?: string; personKind?: string } = {},
  ): Promise<string> => {
    last += 1;
    const row = {
      id: `g${last}`,
      personId,
      personKind: times.personKind ?? personId,
      role,
      leading: false,
      reason: "spec",
      validFrom: times.from ?? "2026-01-01",
      validTo: times.to ?? null,
      grantedBy: "spec",
      recordedAt: at,
      version: 1,
    };
    return database.db
      .insert(grantTable)
      .values(row)
      .then(
        () => "given",
        (error: unknown) => findSqlState(error) ?? "?",
      );
  };

  it("gives an administrator one role", async () => {
    expect(await give("administrator", "security")).toBe("given");
    expect(await give("administrator", "system")).toMatch(/^23(505|P01)$/);
  });

  it("nor two for a single day, though both have an end", async () => {
    expect(await give("administrator", "security", { from: "2026-01-01", to: "2026-07-01" })).toBe("given");
    expect(await give("administrator", "audit", { from: "2026-06-30", to: "2026-12-01" })).toBe("23P01");
    expect(await give("administrator", "audit", { from: "2026-07-01", to: "2026-12-01" })).toBe("given");
  });

  it.each([
    ["an administrator's role to staff", "staff", "system", "23514"],
    ["a role of the office to an administrator", "administrator", "office", "23514"],
    ["nothing of a role of the office to staff", "staff", "office", "given"],
  ])("refuses %s", async (_case, person, role, state) => expect(await give(person, role)).toBe(state));

  it("knows each person by one kind alone", async () => {
    expect(await give("staff", "system", { personKind: "administrator" })).toBe("23503");
  });
});
