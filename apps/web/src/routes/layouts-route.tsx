import { LayoutsPage } from "../features/layouts/layouts-page.js";

export const LayoutsRoute = LayoutsPage;
