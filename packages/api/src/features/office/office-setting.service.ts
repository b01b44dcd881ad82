// Settings of the office, for features that keep theirs among them.
export { findSetting, readSettings, type SettingKind, saveSetting } from "./office.repo.js";
