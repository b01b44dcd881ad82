import { bindMutation, bindQuery } from "../../trpc/procedures.js";
import {
  compareDuplicate,
  judgeDuplicates,
  listDuplicates,
  searchForDuplicates,
} from "./duplicate.service.js";
import { mergeEstablishments, planMerging, undoMerging } from "./merge.service.js";
import { listMerges, showMergesOf } from "./merge-history.service.js";

export const duplicateRouter = {
  search: bindMutation("duplicate.search", searchForDuplicates),
  list: bindQuery("duplicate.list", listDuplicates),
  compare: bindQuery("duplicate.compare", compareDuplicate),
  judge: bindMutation("duplicate.judge", judgeDuplicates),
};

export const mergeRouter = {
  plan: bindQuery("merge.plan", planMerging),
  apply: bindMutation("merge.apply", mergeEstablishments),
  undo: bindMutation("merge.undo", undoMerging),
  list: bindQuery("merge.list", listMerges),
  of: bindQuery("merge.of", showMergesOf),
};
