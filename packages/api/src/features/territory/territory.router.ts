import { bindMutation, bindQuery } from "../../trpc/procedures.js";
import {
  createTerritory,
  endTerritory,
  mergeTerritories,
  previewChange,
  renameTerritory,
  splitTerritory,
} from "./change-territory.service.js";
import { listChildren, searchTerritories } from "./list-territories.service.js";

export const territoryRouter = {
  list: bindQuery("territory.list", listChildren),
  search: bindQuery("territory.search", searchTerritories),
  preview: bindQuery("territory.preview", previewChange),
  merge: bindMutation("territory.merge", mergeTerritories),
  split: bindMutation("territory.split", splitTerritory),
  create: bindMutation("territory.create", createTerritory),
  rename: bindMutation("territory.rename", renameTerritory),
  end: bindMutation("territory.end", endTerritory),
};
