import { bindMutation, bindQuery, createRouter } from "../../trpc/procedures.js";
import { getDutyLists } from "../commitment/duty-lists.service.js";
import { unmaskOfficial } from "../personal/unmask.service.js";
import { allocate, planAllocation, reassign } from "./allocate.service.js";
import { getChainTree, getOfficial, listCandidates, listGaps, listOfficials } from "./chain.service.js";

export const chainRouter = createRouter({
  tree: bindQuery("chain.tree", getChainTree),
  gaps: bindQuery("chain.gaps", listGaps),
  planAllocation: bindQuery("chain.planAllocation", planAllocation),
  allocate: bindMutation("chain.allocate", allocate),
  reassign: bindMutation("chain.reassign", reassign),
});

export const officialRouter = createRouter({
  list: bindQuery("official.list", listOfficials),
  get: bindQuery("official.get", getOfficial),
  candidates: bindQuery("official.candidates", listCandidates),
  lists: bindQuery("official.lists", getDutyLists),
  unmask: bindMutation("official.unmask", unmaskOfficial),
});
