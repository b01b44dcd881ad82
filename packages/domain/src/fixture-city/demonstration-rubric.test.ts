import { describe, expect, it } from "vitest";
import { isVetoMethod, methodTypes } from "../rubric/method.schema.js";
import { parseRubric } from "../rubric/parse-rubric.js";
import { itemKinds } from "../rubric/rubric.schema.js";
import { scoreRubric } from "../rubric/score-rubric.js";
import { demonstrationMeasurements } from "./demonstration-measurements.js";
import { demonstrationRubric } from "./demonstration-rubric.js";

const items = demonstrationRubric.sections.flatMap((section) => section.items);
const scored = items.filter(({ kind }) => kind === "key" || kind === "basic");
const toHundredths = (points: number): number => Math.round(points * 100);
const sum = (list: readonly { readonly points?: number | undefined }[]): number =>
  list.reduce((all, { points = 0 }) => all + toHundredths(points), 0);

describe("the demonstration rubric", () => {
  it("is one that the rules accept, unchanged", () => {
    const parsed = parseRubric(JSON.parse(JSON.stringify(demonstrationRubric)));
    expect(parsed).toEqual({ ok: true, value: demonstrationRubric });
  });

  it("says that it is not official wherever its name stands", () => {
    expect(demonstrationRubric.official).toBe(false);
    expect(demonstrationRubric.documentNumber).toBeUndefined();
    expect(`${demonstrationRubric.title}${demonstrationRubric.issuer}`.match(/演示/g)).toHaveLength(2);
    expect(items.filter(({ clause }) => clause !== "演示")).toEqual([]);
  });

  it("has the six classes of the 2021 edition and 100 points in 41 items", () => {
    expect(demonstrationRubric.sections.map(({ title }) => title)).toEqual([
      "基础工作",
      "能力建设",
      "生产经营状况",
      "食品安全状况",
      "否决项",
      "示范引领",
    ]);
    expect(scored.length).toBe(41);
    expect(sum(scored)).toBe(10_000);
    for (const { points, items: own } of demonstrationRubric.sections) {
      if (points !== undefined) expect(sum(own)).toBe(toHundredths(points));
    }
    expect(items.filter(({ kind }) => kind === "key").length).toBe(19);
    expect(items.filter(({ kind }) => kind === "veto").length).toBe(4);
    expect(items.filter(({ kind }) => kind === "bonus").length).toBe(9);
  });

  it("uses every kind, every method and both highlights; every item has a lead unit and evidence", () => {
    expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(itemKinds));
    expect(new Set(items.map(({ method }) => method.type))).toEqual(new Set(methodTypes));
    expect(new Set(items.flatMap(({ highlight }) => highlight ?? []))).toEqual(
      new Set(["required", "optional"]),
    );
    expect(items.filter(({ leadUnit, evidence }) => leadUnit === undefined || evidence.length === 0)).toEqual(
      [],
    );
    expect(items.filter(({ kind, method }) => (kind === "veto") !== isVetoMethod(method.type))).toEqual([]);
  });

  it("can give every item its full points and none", () => {
    for (const { id, points = 0, method } of scored) {
      if (method.type === "deduction") {
        const most = method.deductions.reduce((all, { cap }) => all + (cap ?? points), 0);
        expect(toHundredths(most), id).toBeGreaterThanOrEqual(toHundredths(points));
      }
      if (method.type === "bands")
        expect(Math.max(...method.bands.map((band) => band.points)), id).toBe(points);
    }
  });
});

describe("its measurements", () => {
  const scoredSheet = scoreRubric({ rubric: demonstrationRubric, measurements: demonstrationMeasurements });
  const sheet = scoredSheet.ok ? scoredSheet.value : undefined;

  it("leave the city just under the line, undetermined", () => {
    expect(scoredSheet.ok).toBe(true);
    expect(sheet?.lower).toBe(8661);
    expect(sheet?.upper).toBe(9436);
    expect(sheet?.bonus).toBe(590);
    expect(sheet?.verdict).toBe("undetermined");
  });

  it("have one veto and five items open, none triggered and no key item short", () => {
    const open = sheet?.items.filter(({ status }) => status === "unmeasured").map(({ id }) => id);
    expect(open).toEqual(["1-10", "2-3", "3-12", "4-9", "4-10", "6-8"]);
    expect(sheet?.vetoes.map(({ status }) => status)).toEqual(["clear", "unmeasured", "clear", "clear"]);
    expect(sheet?.reasons.map(({ code }) => code)).toEqual([
      "rubric/line-not-secured",
      "rubric/veto-unmeasured",
    ]);
    expect(sheet?.items.find(({ id }) => id === "6-9")?.status).toBe("not-applicable");
  });

  it("explain every lost point", () => {
    const silent = sheet?.items.filter(({ lost, reasons }) => lost > 0 && reasons.length === 0);
    expect(silent).toEqual([]);
    expect(sheet?.items.filter(({ lost }) => lost > 0).length).toBeGreaterThan(12);
  });
});
