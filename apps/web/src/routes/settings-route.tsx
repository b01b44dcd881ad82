import { SettingsPage } from "../features/settings/settings-page.js";

export const SettingsRoute = SettingsPage;
