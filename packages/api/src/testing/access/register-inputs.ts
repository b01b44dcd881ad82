// What the access matrix asks of entering establishments, their states, changes of many, and saved views.
import { type OperationId, toPlainDate } from "@shian/domain";
import type { Row } from "./input-row.js";

const today = toPlainDate("2026-11-24");
const reason = "核对底账";

type Own = Extract<
  OperationId,
  | "registry.create"
  | "registry.changeState"
  | "registry.stateClocks"
  | `registryView.${string}`
  | `bulkEdit.${string}`
  | `attention.${string}`
  | `factSheet.${string}`
>;

export const registerInputs: { readonly [Id in Own]: Row<Id> } = {
  "registry.create": {
    about: "places",
    inputs: ({ place }) => [
      {
        facts: {
          name: "新登记的店",
          creditCode: null,
          licenceNumber: null,
          form: "grocery",
          size: null,
          diners: null,
          attention: [],
          place,
          placeText: null,
          address: null,
          openedOn: null,
          licenceIssuedOn: null,
          licenceExpiresOn: null,
          personInCharge: null,
          foodSafetyDirector: null,
          foodSafetyOfficers: [],
          employees: null,
          revenue: null,
          floorArea: null,
          latitude: null,
          longitude: null,
          coordinates: null,
          furtherLicences: [
            {
              kind: "grocery-registration",
              scope: null,
              state: "valid",
              number: "SZ-1",
              issuedOn: null,
              expiresOn: null,
            },
          ],
        },
      },
    ],
  },
  "attention.list": {
    about: "none",
    why: "the flags are the office's words and lie nowhere",
    inputs: [{}],
  },
  "attention.save": {
    about: "none",
    why: "only for grants over all that the office answers for",
    inputs: [
      {
        flag: {
          code: "night-market",
          name: { "zh-CN": "夜市", en: "night market" },
          note: "",
          retired: false,
        },
        version: 0,
      },
    ],
  },
  "registry.changeState": {
    about: "objects",
    inputs: ({ establishment }) => [
      {
        id: establishment,
        version: 2,
        change: { kind: "enter", state: "suspended", from: today, reason, source: "office" },
      },
    ],
  },
  "registry.stateClocks": {
    about: "places",
    inputs: (group) => [{ only: "open" }, { territory: group.place }],
  },
  "registryView.list": { about: "places", inputs: (group) => [{}, { territory: group.place }] },
  "registryView.save": {
    about: "none",
    why: "a view is of who saves it and holds conditions, no rows",
    inputs: [{ name: "我的视图", view: { filter: {}, sort: null, columns: null } }],
  },
  "registryView.remove": { about: "none", why: "only ever one's own view", inputs: [{ id: "nothing" }] },
  "bulkEdit.preview": {
    about: "objects",
    inputs: ({ establishment, official }) => [
      { target: { ids: [establishment] }, change: { kind: "form", form: "caterer" } },
      { target: { ids: [establishment] }, change: { kind: "official", official } },
    ],
  },
  "bulkEdit.make": {
    about: "objects",
    inputs: ({ establishment }) => [
      { target: { ids: [establishment] }, change: { kind: "form", form: "caterer" }, mark: "stale" },
    ],
  },
  "bulkEdit.list": { about: "none", why: "changes that who asks made or wholly reaches", inputs: [{}] },
  "factSheet.preview": {
    about: "none",
    why: "only ever one's own file, held against what one reaches",
    inputs: [{ fileId: "nothing", kind: "risk" }],
  },
  "factSheet.enter": {
    about: "none",
    why: "only ever one's own file, held against what one reaches",
    inputs: [{ fileId: "nothing", kind: "risk", mark: "stale" }],
  },
  "factSheet.list": { about: "none", why: "sheets that who asks entered or partly reaches", inputs: [{}] },
  "factSheet.undo": {
    about: "none",
    why: "sheets that who asks wholly reaches",
    inputs: [{ id: "nothing" }],
  },
  "bulkEdit.undo": {
    about: "none",
    why: "changes that who asks made or wholly reaches",
    inputs: [{ id: "nothing" }],
  },
};
