// What the access matrix asks: for every operation of the product the inputs that name things of one group. An operation
// without a row does not compile.
import { type OperationId, toPlainDate } from "@shian/domain";
import { demonstrationRubric } from "@shian/domain/fixture-city";
import { allocationInputs } from "./allocation-inputs.js";
import { commitmentInputs } from "./commitment-inputs.js";
import { directoryInputs, questionInputs } from "./directory-inputs.js";
import { exchangeInputs } from "./exchange-inputs.js";
import { gradingInputs } from "./grading-inputs.js";
import type { Group } from "./groups.js";
import { handoverInputs } from "./handover-inputs.js";
import { importInputs } from "./import-inputs.js";
import type { Row } from "./input-row.js";
import { registerInputs } from "./register-inputs.js";
import { sessionInputs } from "./session-inputs.js";
import { trainingInputs } from "./training-inputs.js";

const today = toPlainDate("2026-11-24");
const nextMonth = toPlainDate("2026-12-01");
const reason = "核对底账";
const backup = "shian-20261124T000000000Z.backup";
const ownAccount = "only ever the account of who asks, and what is theirs";
const noTerritory = "the score is the office's as a whole and lies in no territory";
const machine = "about the installation itself";

const item = demonstrationRubric.sections[0]?.items[0]?.id ?? "";
const rubric = demonstrationRubric.id;
const ofPage = (group: Group) => [{}, { territory: group.place }];
const unitOf = ({ unit }: Group) => ({ id: unit, version: 1 });
const personOf = ({ person }: Group) => ({ id: person, version: 1, reason });
/** A place next to the group's that is nowhere yet. */
const newPlace = ({ place }: Group) =>
  place.length >= 9 ? `${place.slice(0, 9)}199`.slice(0, 12) : `${place}099`;

/** Operation → what the matrix asks of it. */
export const accessInputs: { readonly [Id in OperationId]: Row<Id> } = {
  "office.status": { about: "none", why: "its counts are within the asker's reach", inputs: [{}] },
  "office.chooseTerritory": { about: "places", inputs: ({ place }) => [{ territory: place }] },

  ...sessionInputs,

  "territory.preview": {
    about: "places",
    inputs: (group) => [{ on: nextMonth, change: { kind: "rename", code: group.place, name: "新名" } }],
  },
  "territory.merge": {
    about: "places",
    inputs: ({ place }) => [
      { on: nextMonth, codes: ["990106001", place], into: { code: "990106009", name: "新街道" } },
      { on: nextMonth, codes: ["990106002", place], into: { code: place, name: "新街道" } },
    ],
  },
  "territory.split": {
    about: "places",
    inputs: ({ place }) => [
      {
        on: nextMonth,
        code: place,
        rest: { code: place, name: "余下" },
        parts: [{ code: "990106008", name: "分出", members: [`${place.slice(0, 9)}003`] }],
      },
    ],
  },
  "territory.create": {
    about: "places",
    inputs: (group) => [
      { on: nextMonth, code: newPlace(group), name: "新村" },
      { on: nextMonth, code: "Z990106-07", name: "新区", parent: "990106001", takesOver: [group.place] },
    ],
  },
  "territory.rename": {
    about: "places",
    inputs: ({ place }) => [{ on: nextMonth, code: place, name: "新名" }],
  },
  "territory.end": { about: "places", inputs: ({ place }) => [{ on: nextMonth, code: place }] },
  "territory.list": { about: "places", inputs: ({ place }) => [{}, { parent: place }] },
  "territory.search": { about: "places", inputs: ({ place }) => [{ text: place }, { text: "街道" }] },

  "registry.list": {
    about: "places",
    inputs: (group) => [
      { limit: 500 },
      { filter: { territory: group.place } },
      { filter: { search: group.words.named }, sort: { by: "updated" } },
      { filter: { official: group.official } },
      { filter: { duties: ["done", "overdue", "at-risk", "on-track"], answered: true } },
    ],
  },
  "registry.summary": { about: "places", inputs: ofPage },
  "registry.get": { about: "objects", inputs: ({ establishment }) => [{ id: establishment }] },
  "registry.correct": {
    about: "objects",
    inputs: ({ establishment, place }) => [
      { id: establishment, version: 2, changes: { address: "新址" } },
      { id: establishment, version: 2, changes: {}, state: { state: "closed", from: today } },
      { id: "zqownxn1", version: 2, changes: { place } },
    ],
  },
  ...registerInputs,
  "registry.unmask": { about: "objects", inputs: ({ establishment }) => [{ id: establishment, reason }] },

  ...importInputs,

  ...gradingInputs,
  ...exchangeInputs,

  ...allocationInputs,
  "chain.tree": { about: "places", inputs: ({ place }) => [{}, { parent: place }] },
  "chain.gaps": { about: "places", inputs: ofPage },
  "chain.reassign": {
    about: "objects",
    inputs: ({ establishment, official, deputy }) => [
      { establishment, official: deputy },
      { establishment, official: "zqownxn3" },
      { establishment: "zqownxn1", official },
    ],
  },
  "official.list": {
    about: "places",
    inputs: (group) => [{ limit: 500 }, { territory: group.place }, { search: group.words.named }],
  },
  "official.get": { about: "objects", inputs: ({ official, deputy }) => [{ id: official }, { id: deputy }] },
  "official.candidates": { about: "objects", inputs: ({ establishment }) => [{ establishment }] },
  "official.unmask": { about: "objects", inputs: ({ official }) => [{ id: official, reason }] },

  ...handoverInputs,
  ...commitmentInputs,
  ...directoryInputs,
  ...questionInputs,
  ...trainingInputs,

  "visit.checklist": { about: "objects", inputs: ({ establishment }) => [{ establishment }] },
  "visit.submit": {
    about: "objects",
    inputs: ({ establishment, official, deputy }) => {
      const made = { madeOn: today, mode: "on-site" as const, checklist: "catering", answers: [] };
      return [
        { establishment, official, ...made },
        { establishment, official: deputy, standInFor: official, ...made },
        { establishment, official: "zqownxn2", ...made },
        { establishment: "zqownxn1", official, ...made },
        { establishment: "zqownxn1", official: "zqownxn2", jointWith: [deputy], ...made },
      ];
    },
  },
  "visit.list": {
    about: "objects",
    inputs: ({ establishment, official }) => [{ limit: 500 }, { establishment }, { official }],
  },
  "visit.get": { about: "objects", inputs: ({ visit }) => [{ id: visit }] },
  "visit.duties": {
    about: "objects",
    inputs: ({ official }) => [
      { states: ["done", "on-track", "at-risk", "overdue", "waived", "not-due"], limit: 500 },
      { states: ["done", "on-track", "at-risk", "overdue"], official },
    ],
  },
  "coverage.measure": { about: "places", inputs: ofPage },

  "rubric.list": { about: "none", why: noTerritory, inputs: [{}] },
  "rubric.import": { about: "none", why: noTerritory, inputs: [{ rubric: demonstrationRubric }] },
  "evaluation.get": { about: "none", why: noTerritory, inputs: [{}] },
  "evaluation.measure": {
    about: "none",
    why: noTerritory,
    inputs: [{ rubric, item, version: 0, measurement: null }],
  },

  "overview.get": { about: "places", inputs: ofPage },
  "search.everything": {
    about: "places",
    inputs: ({ words }) => [
      { text: words.named },
      { text: words.business },
      { text: "食堂" },
      { text: "干部" },
    ],
  },

  "backup.list": { about: "none", why: machine, inputs: [{}] },
  "backup.create": { about: "none", why: machine, inputs: [{ encrypted: true }] },
  "backup.check": { about: "none", why: machine, inputs: [{ name: backup }] },
  "backup.remove": { about: "none", why: machine, inputs: [{ name: backup }] },

  "people.list": {
    about: "places",
    inputs: ({ place, words, unit }) => [
      { limit: 500 },
      { territory: place },
      { search: words.people },
      { unit },
    ],
  },
  "people.get": { about: "objects", inputs: ({ person }) => [{ id: person }] },
  "people.create": {
    about: "objects",
    inputs: ({ unit, words }) => [
      { name: "新人", username: `new.${words.people}`, unit, officePhone: null, mobile: null },
    ],
  },
  "people.change": {
    about: "objects",
    inputs: ({ person, unit }) => [
      { id: person, version: 1, name: "改名", unit, officePhone: null, mobile: null },
    ],
  },
  "people.disable": { about: "objects", inputs: (group) => [personOf(group)] },
  "people.enable": { about: "objects", inputs: (group) => [personOf(group)] },
  "people.resetPassword": { about: "objects", inputs: ({ person }) => [{ id: person, reason }] },
  "people.linkProvider": { about: "objects", inputs: ({ person }) => [{ id: person, subject: "s", reason }] },
  "people.unlinkProvider": { about: "objects", inputs: ({ person }) => [{ id: person, reason }] },
  "people.unlock": { about: "objects", inputs: ({ person }) => [{ id: person, reason }] },
  "people.resetSecondFactor": { about: "objects", inputs: ({ person }) => [{ id: person, reason }] },
  "people.planSheet": { about: "objects", inputs: ({ file }) => [{ fileId: file }] },
  "people.applySheet": { about: "objects", inputs: ({ file }) => [{ fileId: file }] },

  "grant.list": { about: "objects", inputs: ({ person }) => [{ limit: 500 }, { person }] },
  "grant.findTargets": {
    about: "places",
    inputs: ({ words, creditCode }) => [
      { kind: "official", text: words.named },
      { kind: "establishment", text: creditCode },
    ],
  },
  "grant.give": {
    about: "objects",
    inputs: ({ person, place, official, establishment }) => [
      { person, role: "office", territory: place, reason },
      { person, role: "official", official, reason },
      { person, role: "business", establishment, reason },
    ],
  },
  "grant.end": { about: "objects", inputs: ({ grant }) => [{ id: grant, version: 1, reason }] },
  "grant.preview": { about: "objects", inputs: ({ person }) => [{ person }] },
  "grant.planSheet": { about: "objects", inputs: ({ file }) => [{ fileId: file }] },
  "grant.applySheet": { about: "objects", inputs: ({ file }) => [{ fileId: file }] },

  "unit.list": { about: "places", inputs: ({ words }) => [{}, { search: words.unit }] },
  "unit.create": {
    about: "places",
    inputs: ({ place }) => [{ kind: "department", name: "新单位", territory: place }],
  },
  "unit.change": {
    about: "objects",
    inputs: (group) => [
      { ...unitOf(group), name: "改名", territory: group.place },
      { ...unitOf(group), name: "改名", territory: "990106001" },
      { id: "zqownxu8", version: 1, name: "改名", territory: group.place },
    ],
  },
  "unit.end": { about: "objects", inputs: (group) => [{ ...unitOf(group), to: nextMonth, reason }] },
  "unit.setMembers": { about: "objects", inputs: (group) => [{ ...unitOf(group), members: ["zqownxu8"] }] },
  "standIn.list": { about: "objects", inputs: ({ official }) => [{ limit: 500 }, { official }] },
  "standIn.give": {
    about: "objects",
    inputs: ({ official, deputy, establishment }) => [
      { official, standsInFor: deputy, reason },
      { official: "zqownxn2", standsInFor: official, establishments: [establishment], reason },
      { official, standsInFor: "zqownxn2", reason },
    ],
  },
  "standIn.end": { about: "objects", inputs: ({ standIn }) => [{ id: standIn, version: 1, reason }] },

  "job.list": { about: "none", why: ownAccount, inputs: [{}, { everyone: true }] },
  "job.get": { about: "objects", inputs: ({ job }) => [{ id: job }] },
  "job.watch": { about: "objects", inputs: ({ job }) => [{ id: job }] },
  "job.cancel": { about: "objects", inputs: ({ job }) => [{ id: job }] },
  "job.retry": { about: "objects", inputs: ({ job }) => [{ id: job }] },
  "job.schedules": { about: "none", why: machine, inputs: [{}] },

  "audit.list": {
    about: "objects",
    inputs: ({ establishment, person }) => [
      { limit: 500 },
      { filter: { objectId: establishment } },
      { filter: { person } },
    ],
  },
  "audit.get": {
    about: "none",
    why: "the record is the audit administrator's as a whole",
    inputs: [{ seq: 1 }, { seq: 5 }],
  },
  "audit.proof": {
    about: "none",
    why: "the record is the audit administrator's as a whole",
    inputs: [{ seq: 1 }],
  },
  "audit.roots": { about: "none", why: "the record is the audit administrator's as a whole", inputs: [{}] },
  "audit.check": { about: "none", why: "the record is the audit administrator's as a whole", inputs: [{}] },
  "audit.setRetention": { about: "none", why: machine, inputs: [{ days: 400 }] },
  "audit.history": {
    about: "objects",
    inputs: ({ establishment, official }) => [
      { kind: "establishment", id: establishment },
      { kind: "official", id: official },
    ],
  },
};
