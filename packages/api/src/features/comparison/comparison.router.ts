import { bindMutation, bindQuery } from "../../trpc/procedures.js";
import {
  beginComparison,
  getComparison,
  inspectTheirs,
  listComparisonRows,
  listComparisonRuns,
} from "./comparison.service.js";
import { previewSettling, resolveRows } from "./resolve.service.js";
import { undoSettling } from "./undo.service.js";

export const comparisonRouter = {
  inspect: bindQuery("comparison.inspect", inspectTheirs),
  begin: bindMutation("comparison.begin", beginComparison),
  list: bindQuery("comparison.list", listComparisonRuns),
  run: bindQuery("comparison.run", getComparison),
  rows: bindQuery("comparison.rows", listComparisonRows),
  preview: bindQuery("comparison.preview", previewSettling),
  resolve: bindMutation("comparison.resolve", resolveRows),
  undo: bindMutation("comparison.undo", undoSettling),
};
