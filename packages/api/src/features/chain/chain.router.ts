import { bindMutation, bindQuery, bindSubscription, createRouter } from "../../trpc/procedures.js";
import { getDutyLists } from "../commitment/duty-lists.service.js";
import { unmaskOfficial } from "../personal/unmask.service.js";
import {
  applyAllocation,
  beginAllocation,
  getAllocation,
  listAllocationMoves,
  listAllocationRuns,
  undoAllocation,
  watchAllocation,
} from "./allocation.service.js";
import { getChainTree, getOfficial, listCandidates, listGaps, listOfficials } from "./chain.service.js";
import { reassign } from "./reassign.service.js";

export const chainRouter = createRouter({
  tree: bindQuery("chain.tree", getChainTree),
  gaps: bindQuery("chain.gaps", listGaps),
  reassign: bindMutation("chain.reassign", reassign),
});

export const officialRouter = createRouter({
  list: bindQuery("official.list", listOfficials),
  get: bindQuery("official.get", getOfficial),
  candidates: bindQuery("official.candidates", listCandidates),
  lists: bindQuery("official.lists", getDutyLists),
  unmask: bindMutation("official.unmask", unmaskOfficial),
});

export const allocationRouter = createRouter({
  plan: bindMutation("allocation.plan", beginAllocation),
  get: bindQuery("allocation.get", getAllocation),
  watch: bindSubscription("allocation.watch", watchAllocation),
  moves: bindQuery("allocation.moves", listAllocationMoves),
  list: bindQuery("allocation.list", listAllocationRuns),
  make: bindMutation("allocation.make", applyAllocation),
  undo: bindMutation("allocation.undo", undoAllocation),
});
