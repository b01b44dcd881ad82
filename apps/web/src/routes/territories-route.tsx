import { TerritoriesPage } from "../features/territories/territories-page.js";

export const TerritoriesRoute = TerritoriesPage;
