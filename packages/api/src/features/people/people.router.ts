import { bindMutation, bindQuery, createRouter } from "../../trpc/procedures.js";
import {
  changePerson,
  createPerson,
  disablePerson,
  enablePerson,
  resetPassword,
  resetSecondFactor,
  unlockPerson,
} from "./account.service.js";
import { applyAccounts, planAccounts } from "./account-sheet.service.js";
import { endGrant, findGrantTargets, giveGrant } from "./grant.service.js";
import { applyGrants, planGrants } from "./grant-sheet.service.js";
import { getPerson, listAllGrants, listPeople } from "./people.service.js";
import { previewRights } from "./preview-rights.service.js";
import { linkProvider, unlinkProvider } from "./provider-link.service.js";
import { endStandIn, giveStandIn, listStandIns } from "./stand-in.service.js";
import { changeUnit, createUnit, endUnit, listUnits, setMembers } from "./unit.service.js";

export const peopleRouter = createRouter({
  list: bindQuery("people.list", listPeople),
  get: bindQuery("people.get", getPerson),
  create: bindMutation("people.create", createPerson),
  change: bindMutation("people.change", changePerson),
  disable: bindMutation("people.disable", disablePerson),
  enable: bindMutation("people.enable", enablePerson),
  resetPassword: bindMutation("people.resetPassword", resetPassword),
  resetSecondFactor: bindMutation("people.resetSecondFactor", resetSecondFactor),
  linkProvider: bindMutation("people.linkProvider", linkProvider),
  unlinkProvider: bindMutation("people.unlinkProvider", unlinkProvider),
  unlock: bindMutation("people.unlock", unlockPerson),
  planSheet: bindQuery("people.planSheet", planAccounts),
  applySheet: bindMutation("people.applySheet", applyAccounts),
});

export const grantRouter = createRouter({
  list: bindQuery("grant.list", listAllGrants),
  findTargets: bindQuery("grant.findTargets", findGrantTargets),
  give: bindMutation("grant.give", giveGrant),
  end: bindMutation("grant.end", endGrant),
  preview: bindQuery("grant.preview", previewRights),
  planSheet: bindQuery("grant.planSheet", planGrants),
  applySheet: bindMutation("grant.applySheet", applyGrants),
});

export const unitRouter = createRouter({
  list: bindQuery("unit.list", listUnits),
  create: bindMutation("unit.create", createUnit),
  change: bindMutation("unit.change", changeUnit),
  end: bindMutation("unit.end", endUnit),
  setMembers: bindMutation("unit.setMembers", setMembers),
});

export const standInRouter = createRouter({
  list: bindQuery("standIn.list", listStandIns),
  give: bindMutation("standIn.give", giveStandIn),
  end: bindMutation("standIn.end", endStandIn),
});
