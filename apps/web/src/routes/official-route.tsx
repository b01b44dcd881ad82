import { OfficialPage } from "../features/chain/official-page.js";

export const OfficialRoute = OfficialPage;
