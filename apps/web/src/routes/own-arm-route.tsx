import { OwnArmPage } from "../features/business-arm/own-page.js";

export const OwnArmRoute = OwnArmPage;
