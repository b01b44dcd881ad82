import { bindMutation, bindQuery, bindSubscription } from "../../trpc/procedures.js";
import { decideRows } from "./decide.service.js";
import { applyImport, inspectImport, previewImport } from "./import.service.js";
import { getRun, listImportRows, listImports, watchRun } from "./import-run.service.js";

export const importRouter = {
  inspect: bindQuery("import.inspect", inspectImport),
  preview: bindMutation("import.preview", previewImport),
  apply: bindMutation("import.apply", applyImport),
  run: bindQuery("import.run", getRun),
  watch: bindSubscription("import.watch", watchRun),
  list: bindQuery("import.list", listImports),
  rows: bindQuery("import.rows", listImportRows),
  decide: bindMutation("import.decide", decideRows),
};
