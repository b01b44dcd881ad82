import { FlagsPage } from "../features/flags/flags-page.js";

export const FlagsRoute = FlagsPage;
