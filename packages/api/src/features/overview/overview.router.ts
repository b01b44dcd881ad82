import { bindQuery, createRouter } from "../../trpc/procedures.js";
import { getOverview } from "./overview.service.js";
import { searchEverything } from "./search.service.js";

export const overviewRouter = createRouter({ get: bindQuery("overview.get", getOverview) });

export const searchRouter = createRouter({ everything: bindQuery("search.everything", searchEverything) });
