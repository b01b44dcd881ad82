import { bindMutation, bindQuery, createRouter } from "../../trpc/procedures.js";
import { getReceipt, listMadeHandovers, makeHandover, previewHandover } from "./handover.service.js";
import { undoHandover } from "./undo-handover.service.js";

export const handoverRouter = createRouter({
  preview: bindQuery("handover.preview", previewHandover),
  make: bindMutation("handover.make", makeHandover),
  list: bindQuery("handover.list", listMadeHandovers),
  receipt: bindQuery("handover.receipt", getReceipt),
  undo: bindMutation("handover.undo", undoHandover),
});
