// What the access matrix asks about comparisons, the x-ray and export layouts.
import { type OperationId, toPlainDate } from "@shian/domain";
import type { Group } from "./groups.js";
import type { Row } from "./input-row.js";

const today = toPlainDate("2026-11-24");
const nextMonth = toPlainDate("2026-12-01");
const reason = "核对底账";
const wholeOffice = "only for grants over all that the office answers for";
const ofPage = (group: Group) => [{}, { territory: group.place }];

type ExchangeId = Extract<OperationId, `comparison.${string}` | `xray.${string}` | `layout.${string}`>;

/** Operation → what the matrix asks of it. */
export const exchangeInputs: { readonly [Id in ExchangeId]: Row<Id> } = {
  "comparison.inspect": { about: "none", why: wholeOffice, inputs: [{ fileId: "nothing" }] },
  "comparison.begin": {
    about: "none",
    why: wholeOffice,
    inputs: [{ fileId: "nothing", source: "省平台", takenOn: today }],
  },
  "comparison.list": { about: "none", why: wholeOffice, inputs: [{}] },
  "comparison.run": { about: "none", why: wholeOffice, inputs: [{ runId: "nothing" }] },
  "comparison.rows": { about: "none", why: wholeOffice, inputs: [{ runId: "nothing" }] },
  "comparison.preview": {
    about: "none",
    why: wholeOffice,
    inputs: [{ runId: "nothing", rows: [1], resolution: "theirs" }],
  },
  "comparison.resolve": {
    about: "none",
    why: wholeOffice,
    inputs: [{ runId: "nothing", rows: [1], resolution: "theirs" }],
  },
  "comparison.undo": { about: "none", why: wholeOffice, inputs: [{ runId: "nothing", batch: "nothing" }] },

  "xray.get": { about: "places", inputs: ofPage },
  "xray.rows": {
    about: "places",
    inputs: ({ place }) => [
      { rule: "address-missing" },
      { rule: "officer-missing", territory: place },
      { rule: "official-without-phone", territory: place },
    ],
  },
  "xray.ignore": {
    about: "objects",
    inputs: ({ establishment, official }) => [
      { rule: "address-missing", ids: [establishment], reason, until: nextMonth },
      { rule: "official-without-phone", ids: [official], reason, until: nextMonth },
    ],
  },
  "xray.watch": {
    about: "objects",
    inputs: ({ establishment, official }) => [
      { rule: "address-missing", ids: [establishment] },
      { rule: "official-without-phone", ids: [official] },
    ],
  },

  "layout.list": { about: "none", why: "layouts are the office's and lie nowhere", inputs: [{}] },
  "layout.versions": {
    about: "none",
    why: "layouts are the office's and lie nowhere",
    inputs: [{ id: "demonstration-visits" }],
  },
  "layout.save": {
    about: "none",
    why: wholeOffice,
    inputs: [
      {
        version: 0,
        kind: "visits",
        title: "督导",
        dateFormat: "YYYY-MM-DD",
        columns: [{ header: "日期", field: "madeOn" }],
      },
    ],
  },
  "layout.remove": { about: "none", why: wholeOffice, inputs: [{ id: "nothing", version: 1 }] },
  "layout.preview": {
    about: "places",
    inputs: ({ place, words }) => [
      {
        kind: "establishments",
        title: "主体",
        dateFormat: "YYYY-MM-DD",
        columns: [
          { header: "名称", field: "name" },
          { header: "手机", field: "contactMobile" },
        ],
      },
      {
        kind: "pairings",
        title: "包保",
        dateFormat: "YYYY-MM-DD",
        columns: [{ header: "干部", field: "officialName" }],
        filter: { territory: place },
      },
      {
        kind: "visits",
        title: "督导",
        dateFormat: "YYYY-MM-DD",
        columns: [{ header: "督导人", field: "visitor" }],
        filter: { search: words.named },
      },
    ],
  },
};
