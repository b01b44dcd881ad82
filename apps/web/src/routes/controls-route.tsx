import { ControlsPage } from "../features/business-arm/controls-page.js";

export const ControlsRoute = ControlsPage;
