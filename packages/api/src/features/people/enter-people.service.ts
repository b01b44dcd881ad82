// Writing people, units and grants that were checked before, for features that enter whole sets of them.
export { insertGrant } from "./grant.repo.js";
export { insertPerson } from "./people.repo.js";
export { findUnit, insertUnit, replaceMembers } from "./unit.repo.js";
