import { expect, it } from "vitest";
import { toNameKeys } from "./name-keys.js";

it.each([
  ["老槐树面馆", "laohuaishumianguan", "lhsmg"],
  ["KFC（望澜店）", "kfcwanglandian", "kwld"],
  ["7天酒店", "7tianjiudian", "7tjd"],
  ["绿岛", "lvdao", "ld"],
  ["", "", ""],
])("%s is found by %s and %s", (name, namePinyin, nameInitials) => {
  expect(toNameKeys(name)).toMatchObject({ namePinyin, nameInitials });
});

it("folds width, case, blanks and brackets for comparison", () => {
  expect(toNameKeys("ＫＦＣ （望澜 店）").nameKey).toBe(toNameKeys("kfc(望澜店)").nameKey);
});

it("orders names as people expect, equal readings one after the other", () => {
  const names = ["张三小吃", "安安面馆", "昂立食品", "李记", "里记", "阿婆汤圆", "A1便利"];
  const sorted = [...names].sort((a, b) => (toNameKeys(a).sortKey < toNameKeys(b).sortKey ? -1 : 1));
  expect(sorted.at(-1)).toBe("张三小吃");
  expect(sorted.indexOf("安安面馆")).toBeLessThan(sorted.indexOf("昂立食品"));
  expect(Math.abs(sorted.indexOf("李记") - sorted.indexOf("里记"))).toBe(1);
});
