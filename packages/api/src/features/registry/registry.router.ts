import { bindMutation, bindQuery, createRouter } from "../../trpc/procedures.js";
import { unmaskContact } from "../personal/unmask.service.js";
import { getFlags, saveFlag } from "./attention.service.js";
import { applyBulkEdit, listOwnBulkEdits, previewBulkEdit, undoBulkEdit } from "./bulk-edit.service.js";
import { changeState, listStateClocks } from "./change-state.service.js";
import { correctEstablishment } from "./correct-establishment.service.js";
import { createEstablishment } from "./create-establishment.service.js";
import { getEstablishment, listEstablishments, summariseRegistry } from "./registry.service.js";
import { listViews, removeView, saveView } from "./registry-view.service.js";

export const registryViewRouter = createRouter({
  list: bindQuery("registryView.list", listViews),
  save: bindMutation("registryView.save", saveView),
  remove: bindMutation("registryView.remove", removeView),
});

export const attentionRouter = {
  list: bindQuery("attention.list", getFlags),
  save: bindMutation("attention.save", saveFlag),
};

export const bulkEditRouter = createRouter({
  preview: bindQuery("bulkEdit.preview", previewBulkEdit),
  make: bindMutation("bulkEdit.make", applyBulkEdit),
  list: bindQuery("bulkEdit.list", listOwnBulkEdits),
  undo: bindMutation("bulkEdit.undo", undoBulkEdit),
});

export const registryRouter = createRouter({
  list: bindQuery("registry.list", listEstablishments),
  summary: bindQuery("registry.summary", summariseRegistry),
  get: bindQuery("registry.get", getEstablishment),
  create: bindMutation("registry.create", createEstablishment),
  changeState: bindMutation("registry.changeState", changeState),
  stateClocks: bindQuery("registry.stateClocks", listStateClocks),
  correct: bindMutation("registry.correct", correctEstablishment),
  unmask: bindMutation("registry.unmask", unmaskContact),
});
