// What the access matrix asks of imports, duplicates and merges.
import type { OperationId } from "@shian/domain";
import type { Group } from "./groups.js";
import type { Row } from "./input-row.js";

const reason = "核对底账";
const wholeOffice = "only for grants over all that the office answers for";
const ofPage = (group: Group) => [{}, { territory: group.place }];

type ImportId = Extract<OperationId, `import.${string}` | `duplicate.${string}` | `merge.${string}`>;

export const importInputs: { readonly [Id in ImportId]: Row<Id> } = {
  "import.inspect": { about: "objects", inputs: ({ file }) => [{ fileId: file, kind: "registry" }] },
  "import.preview": { about: "objects", inputs: ({ file }) => [{ fileId: file, kind: "registry" }] },
  "import.apply": { about: "objects", inputs: ({ run }) => [{ runId: run }] },
  "import.run": { about: "objects", inputs: ({ run }) => [{ runId: run, allProblems: true }] },
  "import.watch": { about: "objects", inputs: ({ run }) => [{ runId: run }] },
  "import.list": { about: "none", why: wholeOffice, inputs: [{}] },
  "import.rows": { about: "objects", inputs: ({ run }) => [{ runId: run, outcome: "refused" }] },
  "import.decide": {
    about: "objects",
    inputs: ({ run }) => [{ runId: run, rows: [2], decision: { kind: "create" } }],
  },

  "import.held": { about: "none", why: wholeOffice, inputs: [{}] },
  "import.compare": { about: "objects", inputs: ({ run }) => [{ runId: run, row: 2 }] },
  "import.decideHeld": {
    about: "objects",
    inputs: ({ run }) => [{ rows: [{ runId: run, row: 2 }], decision: { kind: "later" }, reason }],
  },
  "import.mappings": { about: "none", why: wholeOffice, inputs: [{}] },
  "import.saveMapping": {
    about: "none",
    why: wholeOffice,
    inputs: [{ kind: "registry", source: "省平台", version: 0, mapping: { 名称: "name" } }],
  },
  "import.endMapping": { about: "none", why: wholeOffice, inputs: [{ id: "zqownxm1", version: 1 }] },
  "import.planUndo": { about: "objects", inputs: ({ run }) => [{ runId: run }] },
  "import.undo": { about: "objects", inputs: ({ run }) => [{ runId: run, reason }] },

  "duplicate.search": { about: "none", why: wholeOffice, inputs: [{}] },
  "duplicate.list": { about: "places", inputs: ofPage },
  "duplicate.compare": {
    about: "objects",
    inputs: ({ establishment }) => [{ first: establishment, second: "zqownxn1" }],
  },
  "duplicate.judge": {
    about: "objects",
    inputs: ({ establishment }) => [
      { pairs: [{ first: establishment, second: "zqownxn1" }], verdict: "different", reason },
    ],
  },
  "merge.plan": {
    about: "objects",
    inputs: ({ establishment }) => [{ survivor: "zqownxn1", absorbed: establishment }],
  },
  "merge.apply": {
    about: "objects",
    inputs: ({ establishment }) => [
      { survivor: "zqownxn1", absorbed: establishment, survivorVersion: 1, absorbedVersion: 1, reason },
    ],
  },
  "merge.undo": {
    about: "none",
    why: "a merge is found only by who sees both",
    inputs: [{ id: "zqownxm2", reason }],
  },
  "merge.list": { about: "places", inputs: () => [{ limit: 500 }] },
  "merge.of": { about: "objects", inputs: ({ establishment }) => [{ establishment }] },
};
