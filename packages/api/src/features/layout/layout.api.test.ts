// What the columns of a commitments layout are filled from: who signed, when, what they acknowledged, and who has not.
import { label, layoutFields } from "@shian/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ShianClient } from "../../client/index.js";
import { createTestApp, type TestApp } from "../../testing/create-test-app.js";
import { insertLeaving } from "../../testing/handover/insert-leaving.js";
import { district, east, west } from "../../testing/small-register.js";

let test: TestApp;
let office: ShianClient;
beforeAll(async () => {
  test = await createTestApp();
  await insertLeaving(test);
  office = (await test.clientAs({ role: "office", territory: district })).client;
}, 120_000);
afterAll(() => test.close());

const preview = (fields: readonly string[], more: object = {}) =>
  office.layout.preview.query({
    kind: "commitments",
    title: "承诺书",
    dateFormat: "YYYY/MM/DD",
    columns: fields.map((field) => ({ header: field, field })),
    ...more,
  });

describe("a layout of commitments", () => {
  it("shows every field that it offers, of each official with establishments to answer for", async () => {
    const fields = layoutFields.commitments.map(({ id }) => id);
    const { headers, rows, total } = await preview(fields);
    expect(headers).toEqual(fields);
    expect(total).toBe(4);
    const signed = rows.find((row) => row[fields.indexOf("officialId")] === "o-east") ?? [];
    const shown = Object.fromEntries(fields.map((field, at) => [field, signed[at]]));
    expect(shown).toMatchObject({
      officialName: "干部o-east",
      officialUnit: "区政府",
      officialPost: "副区长",
      officialLevel: "区县级",
      mobile: null,
      year: 2026,
      signedOn: "2026/01/08",
      validTo: "2027/01/01",
      establishments: 3,
      acknowledgedOn: null,
    });
    // A later version of the list asks for an acknowledgement, not for a new signature.
    expect(shown.commitmentState).toBe(label("standing/valid", "zh-CN"));
  });

  it("leaves what an official who never signed has not got blank, and says so", async () => {
    const { rows } = await preview([
      "officialId",
      "year",
      "signedOn",
      "validTo",
      "commitmentState",
      "establishments",
    ]);
    const never = rows.filter(([id]) => id !== "o-east");
    expect(never.map(([id, year, signedOn, validTo]) => [id, year, signedOn, validTo])).toEqual(
      ["o-both", "o-east2", "o-west"].map((id) => [id, null, null, null]),
    );
    expect(new Set(never.map((row) => row[4])).size).toBe(1);
  });

  it("writes states in the words of another system, and keeps to a territory", async () => {
    const columns = [
      { header: "干部", field: "officialId" },
      { header: "签订", field: "commitmentState", codes: { none: "0", outdated: "1", valid: "2" } },
    ];
    const { rows } = await preview([], { columns, filter: { territory: west } });
    expect(rows).toEqual([
      ["o-both", "0"],
      ["o-west", "0"],
    ]);
    const inEast = await preview([], { columns, filter: { territory: east } });
    expect(inEast.rows.map(([id]) => id)).toEqual(["o-both", "o-east", "o-east2"]);
    expect(inEast.rows.map((row) => row[1])).toEqual(["0", "2", "0"]);
  });

  it("leaves as a file with the same rows", async () => {
    const file = await test.request("/api/export/layout/demonstration-commitments/rows.csv");
    expect(file.status).toBe(200);
    const lines = (await file.text()).trim().split("\r\n");
    expect(lines).toHaveLength(5);
    expect(lines.find((line) => line.includes("干部o-east,"))).toContain("2026");
  });
});
