import { bindMutation, bindQuery, createRouter } from "../../trpc/procedures.js";
import { enterSheet, listOwnSheets, previewSheet, undoSheet } from "./fact-sheet.service.js";

export const factSheetRouter = createRouter({
  preview: bindQuery("factSheet.preview", previewSheet),
  enter: bindMutation("factSheet.enter", enterSheet),
  list: bindQuery("factSheet.list", listOwnSheets),
  undo: bindMutation("factSheet.undo", undoSheet),
});
