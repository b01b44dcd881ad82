import { ImportPage } from "../features/import/import-page.js";

export const ImportRoute = ImportPage;
