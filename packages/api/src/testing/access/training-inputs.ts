// What the access matrix asks of training and superior documents.
import { type OperationId, toPlainDate } from "@shian/domain";
import type { Row } from "./input-row.js";
import { testOf, trainingQuestion, trainings } from "./insert-training.js";

type Own = Extract<OperationId, `training.${string}` | `document.${string}`>;

const day = toPlainDate("2026-12-01");
const reason = "核对名单";
const published =
  "plans, sessions and documents are the office's and name nobody; who did what is asked by people";
const audience = (territory: string) => ({ territory, levels: ["township" as const] });
const held = { way: "on-site" as const, on: day, begins: "09:00", place: "会议室" };

export const trainingInputs: { readonly [Id in Own]: Row<Id> } = {
  "training.plans": { about: "places", inputs: ({ place }) => [{}, { territory: place }] },
  "training.plan": { about: "none", why: published, inputs: [{ id: trainings.plan }] },
  "training.people": {
    about: "places",
    inputs: ({ place, words }) => [
      { plan: trainings.plan, limit: 500 },
      { plan: trainings.plan, territory: place },
      { plan: trainings.plan, search: words.named },
    ],
  },
  "training.savePlan": {
    about: "places",
    inputs: ({ place, words }) => [
      {
        version: 0,
        plan: {
          title: words.business,
          ...audience(place),
          from: day,
          to: day,
          requiredMinutes: 60,
          note: "",
        },
      },
    ],
  },
  "training.withdrawPlan": {
    about: "none",
    why: published,
    inputs: [{ id: trainings.plan, version: 1, reason }],
  },
  "training.saveSession": {
    about: "none",
    why: published,
    inputs: [{ plan: trainings.plan, version: 0, session: { title: "培训", minutes: 60, held } }],
  },
  "training.withdrawSession": {
    about: "none",
    why: published,
    inputs: [{ id: trainings.onSite, version: 1, reason }],
  },
  "training.session": {
    about: "places",
    inputs: ({ words }) => [
      { id: trainings.onSite, limit: 500 },
      { id: trainings.online },
      { id: trainings.onSite, search: words.named },
    ],
  },
  "training.questions": { about: "none", why: "the bank is the office's as a whole", inputs: [{}] },
  "training.saveQuestion": {
    about: "none",
    why: "the bank is the office's as a whole",
    inputs: [{ version: 0, question: trainingQuestion }],
  },
  "training.retireQuestion": {
    about: "none",
    why: "the bank is the office's as a whole",
    inputs: [{ id: trainings.question, version: 1 }],
  },
  "training.code": { about: "none", why: published, inputs: [{ session: trainings.ownSession }] },
  "training.attend": {
    about: "objects",
    inputs: ({ official }) => [{ session: trainings.onSite, official, code: "AAAA0000" }],
  },
  "training.enterAttendance": {
    about: "objects",
    inputs: ({ official, deputy }) => [
      { session: trainings.ownSession, officials: [official], reason },
      { session: trainings.ownSession, officials: [deputy], reason },
    ],
  },
  "training.removeAttendance": {
    about: "objects",
    inputs: ({ official }) => [{ session: trainings.ownSession, official, reason }],
  },
  "training.own": {
    about: "objects",
    inputs: ({ official, deputy }) => [{ official }, { official: deputy }],
  },
  "training.material": { about: "none", why: published, inputs: [{ session: trainings.online }] },
  "training.beginTest": {
    about: "objects",
    inputs: ({ official }) => [{ session: trainings.online, official }],
  },
  "training.submitTest": {
    about: "objects",
    inputs: (group) => [
      {
        test: testOf(group),
        official: group.official,
        answers: [{ question: trainings.question, options: [0] }],
      },
    ],
  },
  "document.list": {
    about: "places",
    inputs: ({ place, words }) => [{ limit: 500 }, { territory: place }, { search: words.named }],
  },
  "document.get": { about: "none", why: published, inputs: [{ id: trainings.document }] },
  "document.readers": {
    about: "places",
    inputs: ({ place, words }) => [
      { id: trainings.document, limit: 500 },
      { id: trainings.document, territory: place },
      { id: trainings.document, search: words.named },
    ],
  },
  "document.save": {
    about: "places",
    inputs: ({ place, words }) => [
      {
        version: 0,
        document: {
          title: words.business,
          number: "",
          issuer: "市食安办",
          issuedOn: day,
          readBy: day,
          ...audience(place),
          text: "全文",
        },
      },
    ],
  },
  "document.withdraw": {
    about: "none",
    why: published,
    inputs: [{ id: trainings.document, version: 1, reason }],
  },
  "document.read": {
    about: "objects",
    inputs: ({ official }) => [{ id: trainings.document, official, hash: trainings.documentHash }],
  },
};
