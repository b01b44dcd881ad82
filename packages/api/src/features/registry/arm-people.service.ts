// People of businesses' own arms, for features that keep or show them.
export {
  endPosts,
  findPost,
  insertPost,
  listArmMobiles,
  listArmRecords,
  showArmNames,
} from "./arm-person.repo.js";
export { findCountyCodes } from "./county-codes.repo.js";
