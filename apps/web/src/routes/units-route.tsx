import { UnitsPage } from "../features/units/units-page.js";

export const UnitsRoute = UnitsPage;
