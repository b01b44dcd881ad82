import { DirectoryPage } from "../features/directory/directory-page.js";

export const DirectoryRoute = DirectoryPage;
