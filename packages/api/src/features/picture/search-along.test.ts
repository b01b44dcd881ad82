import { describe, expect, it } from "vitest";
import type { Picture, PictureEstablishment } from "./picture.js";
import { searchAlong } from "./search-along.js";

const make = (index: number, searchText: string) =>
  ({ facts: { id: `e${index}`, searchText } }) as PictureEstablishment;
const all = Array.from({ length: 700 }, (_, index) => make(index, `店${index}号\ndian\n913201${index}`));
const places: Picture["places"] = new Map(all.map(({ facts }, at) => [facts.id, at]));
const view = (establishments: readonly PictureEstablishment[]) => ({ places, establishments }) as Picture;
const idsOf = (found: readonly PictureEstablishment[]) => found.map(({ facts }) => facts.id);
const plainly = (establishments: readonly PictureEstablishment[], text: string, most: number) =>
  idsOf(establishments.filter(({ facts }) => facts.searchText.includes(text)).slice(0, most));

describe("searchAlong", () => {
  it.each(["店69", "号", "9132016", "699号", "没有", "\n", "号\ndian", "9132011\n店2"])(
    "finds the first that hold %j, as looking at each does",
    (text) => {
      expect(idsOf(searchAlong(view(all), text, 6))).toEqual(plainly(all, text, 6));
    },
  );

  it("finds by the new name after a change and no longer by the old one", () => {
    searchAlong(view(all), "店", 1);
    const changed = all.with(300, make(300, "新名\nxinming"));
    expect(idsOf(searchAlong(view(changed), "新名", 6))).toEqual(["e300"]);
    expect(idsOf(searchAlong(view(changed), "店300号", 6))).toEqual([]);
    expect(idsOf(searchAlong(view(all), "店300号", 6))).toEqual(["e300"]);
  });
});
