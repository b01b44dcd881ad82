// What the access matrix asks of commitments, lists and notice boards.
import {
  defaultCommitmentOptions,
  demonstrationDutyTexts,
  type OperationId,
  toPlainDate,
} from "@shian/domain";
import type { Row } from "./input-row.js";

const hash = "a".repeat(64);
const strokes: [number, number][][] = [
  [
    [0, 0],
    [900, 300],
  ],
];

type Own = Extract<OperationId, `commitment.${string}` | "official.lists" | "board.issue">;

export const commitmentInputs: { readonly [Id in Own]: Row<Id> } = {
  "official.lists": {
    about: "objects",
    inputs: ({ official, deputy }) => [{ id: official }, { id: deputy }],
  },
  "commitment.rates": { about: "places", inputs: ({ place }) => [{}, { territory: place }] },
  "commitment.list": {
    about: "places",
    inputs: ({ place, words }) => [{ limit: 500 }, { territory: place }, { search: words.named }],
  },
  "commitment.get": {
    about: "objects",
    inputs: ({ official, deputy }) => [{ official }, { official: deputy }],
  },
  "commitment.letter": {
    about: "objects",
    inputs: ({ official, deputy }) => [{ official }, { official: deputy }],
  },
  "commitment.sign": {
    about: "objects",
    inputs: ({ official }) => [{ official, year: 2026, documentHash: hash, strokes }],
  },
  "commitment.acknowledge": { about: "objects", inputs: ({ official }) => [{ official, hash }] },
  "commitment.recordScan": {
    about: "objects",
    inputs: ({ official, file }) => [
      { official, year: 2026, signedOn: toPlainDate("2026-11-24"), fileId: file },
    ],
  },
  "commitment.signature": { about: "objects", inputs: ({ commitment }) => [{ id: commitment }] },
  "commitment.settings": { about: "none", why: "the office's texts and choices are one", inputs: [{}] },
  "commitment.saveSettings": {
    about: "none",
    why: "only for grants over all that the office answers for",
    inputs: [{ version: 0, options: defaultCommitmentOptions, texts: demonstrationDutyTexts }],
  },
  "commitment.useTemplate": {
    about: "none",
    why: "only for grants over all that the office answers for",
    inputs: [{ version: 0, fileId: null }],
  },
  "board.issue": { about: "objects", inputs: ({ establishment }) => [{ establishments: [establishment] }] },
};
