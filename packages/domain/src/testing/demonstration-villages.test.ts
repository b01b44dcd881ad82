import { expect, it } from "vitest";
import { demonstrationVillages } from "../fixture-city/list-demonstration-villages.js";
import { isDemonstrationVillage } from "../kernel/demonstration-division.js";

it("the validator knows exactly the villages that the demonstration city has", () => {
  const codes = demonstrationVillages.map(({ code }) => code);
  const numbers = Array.from({ length: 1000 }, (_, number) => String(number).padStart(3, "0"));
  const townships = numbers.map((number) => `990106${number}`);
  const known = townships.flatMap((township) =>
    numbers.map((number) => township + number).filter((code) => isDemonstrationVillage(code)),
  );
  expect(known).toEqual(codes.toSorted());
});
