// All procedures under the names of their operations.
import { officeRouter } from "../features/office/office.router.js";
import { territoryRouter } from "../features/territory/territory.router.js";
import { createRouter } from "./procedures.js";

export const appRouter = createRouter({
  office: officeRouter,
  territory: territoryRouter,
});

/** Type of the whole API; the client is typed by it. */
export type AppRouter = typeof appRouter;
