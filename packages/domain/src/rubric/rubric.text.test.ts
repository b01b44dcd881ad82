import { describe, expect, it } from "vitest";
import { fillText, locales } from "../kernel/text.js";
import { sampleItem, scoreSample } from "../testing/rubric-samples.js";
import { rubricText } from "./rubric.text.js";

describe.each(locales)("%s", (locale) => {
  it("every sentence names the same parameters as in the other language", () => {
    const partsOf = (text: string) => [...text.matchAll(/\{[\w:]+\}/g)].map(([part]) => part).sort();
    for (const [key, text] of Object.entries(rubricText[locale])) {
      const other = rubricText[locale === "en" ? "zh-CN" : "en"];
      const missing = partsOf(text).filter((part) => !(other as Record<string, string>)[key]?.includes(part));
      expect(missing, key).toEqual([]);
    }
  });

  it("the reasons of a sheet fill every part, points as people read them", () => {
    const sheet = scoreSample(
      [sampleItem("k", { kind: "key", method: { type: "ratio", target: 0.95 } }), sampleItem("b")],
      { k: { numerator: 1, denominator: 2 }, b: { met: false } },
      { minTotal: 1234.5, minKeyItemRate: 0.6 },
    );
    const reasons = [...sheet.reasons, ...sheet.items.flatMap((item) => item.reasons)];
    const texts = reasons.map(({ code, params }) => fillText(rubricText[locale][code], params));
    expect(texts).toHaveLength(4);
    for (const text of texts) expect(text).not.toMatch(/[{}]/);
    expect(texts[0]).toContain("5.26");
    expect(texts[0]).toContain("60%");
    expect(texts[1]).toContain("1,234.50");
  });
});
