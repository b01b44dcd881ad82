import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { likeRules, suggestLikeTexts } from "./suggest-like.js";

const measure = (a: string, b: string) => {
  let same = 0;
  while (same < Math.min(a.length, b.length) && a[same] === b[same]) same += 1;
  return Math.max(a.length, b.length) - same;
};
const texts = [
  { id: "a", subject: "小餐饮要不要配食品安全总监", text: "社区里有三家小面馆问。" },
  { id: "b", subject: "食品安全总监小餐饮要配吗", text: "一家早餐店老板问。" },
  { id: "c", subject: "学校食堂留样要留多久", text: "留样冰箱的温度有没有要求？" },
];
const suggest = (subject: string, text = "") =>
  suggestLikeTexts({ subject, text, candidates: texts, measure }).map(({ id }) => id);

describe("suggestLikeTexts", () => {
  it.each<[string, string[]]>([
    ["小餐饮要配食品安全总监吗", ["a", "b"]],
    ["食堂留样要留多久", ["c"]],
    ["公示牌贴在哪里", []],
    ["", []],
  ])("%j is like %j", (subject, ids) => expect(suggest(subject)).toEqual(ids));

  it("finds the same text first and wholly alike, whatever else there is, and never more than the most", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 2, maxLength: 20 }), { maxLength: 20 }), (others) => {
        const candidates = [
          { id: "0", subject: "从业人员健康证多久换一次", text: "" },
          ...others.map((subject, at) => ({ id: `o${at}`, subject, text: "" })),
        ];
        const found = suggestLikeTexts({
          subject: "从业人员健康证多久换一次",
          text: "",
          candidates,
          measure,
        });
        expect(found[0]).toEqual({ id: "0", likeness: 100 });
        expect(found.length).toBeLessThanOrEqual(likeRules.most);
      }),
    );
  });
});
