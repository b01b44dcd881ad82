// What the access matrix asks of the directory.
import { toPlainDate } from "@shian/domain";
import type { Row } from "./input-row.js";

type DirectoryId = Extract<keyof typeof import("@shian/domain").operations, `directory.${string}`>;

const reason = "核对底账";
const nextMonth = toPlainDate("2026-12-01");
const dutyFacts = { name: "新人", unit: "街道办", title: "联络员", officePhone: null, person: null };

export const directoryInputs: { readonly [Id in DirectoryId]: Row<Id> } = {
  "directory.list": {
    about: "places",
    inputs: ({ place, words }) => [{ limit: 500 }, { territory: place }, { search: words.unit }],
  },
  "directory.places": {
    about: "places",
    inputs: (group) => [{ limit: 500 }, {}, { territory: group.place }],
  },
  "directory.chain": { about: "objects", inputs: ({ establishment }) => [{ establishment }] },
  "directory.add": {
    about: "places",
    inputs: ({ place }) => [{ kind: "liaison", facts: { ...dutyFacts, territories: [place] } }],
  },
  "directory.change": {
    about: "objects",
    inputs: ({ duty, place }) => [
      { post: duty, version: 1, facts: { ...dutyFacts, territories: [place] } },
      { post: duty, version: 1, facts: { ...dutyFacts, territories: ["990106001"] }, from: nextMonth },
    ],
  },
  "directory.end": {
    about: "objects",
    inputs: ({ duty }) => [{ post: duty, version: 1, to: nextMonth, reason }],
  },
  "directory.unmask": { about: "objects", inputs: ({ duty }) => [{ post: duty, reason }] },
};
