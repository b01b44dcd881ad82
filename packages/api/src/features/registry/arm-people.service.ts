// People of businesses' own arms, for features that keep or show them.
export {
  carryPosts,
  endPosts,
  findPost,
  insertPost,
  listArmMobiles,
  listArmRecords,
  listComing,
  revertPosts,
  showArmNames,
} from "./arm-person.repo.js";
export { findCountyCodes } from "./county-codes.repo.js";
