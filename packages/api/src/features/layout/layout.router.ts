import { bindMutation, bindQuery } from "../../trpc/procedures.js";
import {
  listAllLayouts,
  listLayoutVersions,
  previewLayout,
  removeLayout,
  saveLayout,
} from "./layout.service.js";

export const layoutRouter = {
  list: bindQuery("layout.list", listAllLayouts),
  versions: bindQuery("layout.versions", listLayoutVersions),
  save: bindMutation("layout.save", saveLayout),
  remove: bindMutation("layout.remove", removeLayout),
  preview: bindQuery("layout.preview", previewLayout),
};
