import { bindQuery } from "../../trpc/procedures.js";
import { listChildren, searchTerritories } from "./territory.service.js";

export const territoryRouter = {
  list: bindQuery("territory.list", listChildren),
  search: bindQuery("territory.search", searchTerritories),
};
