import { DevicePage } from "../features/account/device-page.js";

export const DeviceRoute = DevicePage;
