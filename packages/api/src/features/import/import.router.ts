import { bindMutation, bindQuery, bindSubscription } from "../../trpc/procedures.js";
import { decideHeld, decideRows } from "./decide.service.js";
import { compareRow, listHeld } from "./held.service.js";
import { applyImport, inspectImport, previewImport } from "./import.service.js";
import { getRun, listImportRows, listImports, watchRun } from "./import-run.service.js";
import { endMapping, listSavedMappings, saveMapping } from "./mapping.service.js";
import { planImportUndo, undoImport } from "./undo.service.js";

export const importRouter = {
  inspect: bindQuery("import.inspect", inspectImport),
  preview: bindMutation("import.preview", previewImport),
  apply: bindMutation("import.apply", applyImport),
  run: bindQuery("import.run", getRun),
  watch: bindSubscription("import.watch", watchRun),
  list: bindQuery("import.list", listImports),
  rows: bindQuery("import.rows", listImportRows),
  decide: bindMutation("import.decide", decideRows),
  held: bindQuery("import.held", listHeld),
  compare: bindQuery("import.compare", compareRow),
  decideHeld: bindMutation("import.decideHeld", decideHeld),
  mappings: bindQuery("import.mappings", listSavedMappings),
  saveMapping: bindMutation("import.saveMapping", saveMapping),
  endMapping: bindMutation("import.endMapping", endMapping),
  planUndo: bindQuery("import.planUndo", planImportUndo),
  undo: bindMutation("import.undo", undoImport),
};
