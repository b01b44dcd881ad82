import { XrayPage } from "../features/xray/xray-page.js";

export const XrayRoute = XrayPage;
