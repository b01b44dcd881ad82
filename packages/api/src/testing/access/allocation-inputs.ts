// What the access matrix asks of allocations.
import type { OperationId } from "@shian/domain";
import type { Row } from "./input-row.js";

const ownPlans = "only ever one's own plans, and to a grant over the whole office those of all";

export const allocationInputs: { readonly [Id in Extract<OperationId, `allocation.${string}`>]: Row<Id> } = {
  "allocation.plan": {
    about: "places",
    inputs: ({ place, establishment, official }) => [
      {},
      { territory: place, gaps: ["nobody"] },
      { pinned: [{ establishment, official }], establishments: [establishment] },
    ],
  },
  "allocation.get": { about: "none", why: ownPlans, inputs: [{ id: "nothing" }] },
  "allocation.watch": { about: "none", why: ownPlans, inputs: [{ id: "nothing" }] },
  "allocation.moves": { about: "none", why: ownPlans, inputs: [{ id: "nothing" }] },
  "allocation.list": { about: "none", why: ownPlans, inputs: [{}] },
  "allocation.make": { about: "none", why: ownPlans, inputs: [{ id: "nothing", fingerprint: "stale" }] },
  "allocation.undo": { about: "none", why: ownPlans, inputs: [{ id: "nothing" }] },
};
