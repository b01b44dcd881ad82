// Settings of the office, for features that keep theirs among them.
export {
  findSetting,
  findSettingVersion,
  REVISION,
  readSettings,
  readSettingsKnownOn,
  readStored,
  type SettingKind,
  saveSetting,
} from "./office.repo.js";
