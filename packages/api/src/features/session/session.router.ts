import { bindOpen, createRouter } from "../../trpc/procedures.js";
import { beginSession, showSecondFactor } from "./begin-session.service.js";
import { describeSession } from "./current-session.service.js";
import { enterDemonstration } from "./demonstration-sign-in.service.js";
import { beginDevice, confirmDevice, openDevice, pollDevice } from "./device.service.js";
import { createKey, listOwnKeys, revokeOwnKey } from "./key.service.js";
import { openLink, spendPasswordLink } from "./link.service.js";
import { endSession, listOwnSessions, revokeOwnSession } from "./open-session.service.js";
import { goToProvider, returnFromProvider } from "./provider-sign-in.service.js";
import { beginTotp, confirmTotp, removeTotp, renewRecoveryCodes } from "./second-factor.service.js";
import { changePassword } from "./set-password.service.js";
import { beginSetUp, getSetUpState } from "./set-up.service.js";

export const sessionRouter = createRouter({
  current: bindOpen("session.current", describeSession),
  begin: bindOpen("session.begin", beginSession),
  secondFactor: bindOpen("session.secondFactor", showSecondFactor),
  goToProvider: bindOpen("session.goToProvider", goToProvider),
  returnFromProvider: bindOpen("session.returnFromProvider", returnFromProvider),
  end: bindOpen("session.end", endSession),
  list: bindOpen("session.list", listOwnSessions),
  revoke: bindOpen("session.revoke", revokeOwnSession),
  changePassword: bindOpen("session.changePassword", changePassword),
  beginTotp: bindOpen("session.beginTotp", beginTotp),
  confirmTotp: bindOpen("session.confirmTotp", confirmTotp),
  removeTotp: bindOpen("session.removeTotp", removeTotp),
  newRecoveryCodes: bindOpen("session.newRecoveryCodes", renewRecoveryCodes),
  enterDemonstration: bindOpen("session.enterDemonstration", enterDemonstration),
  openLink: bindOpen("session.openLink", openLink),
  useLink: bindOpen("session.useLink", spendPasswordLink),
});

export const deviceRouter = createRouter({
  begin: bindOpen("device.begin", beginDevice),
  poll: bindOpen("device.poll", pollDevice),
  open: bindOpen("device.open", openDevice),
  confirm: bindOpen("device.confirm", confirmDevice),
});

export const setupRouter = createRouter({
  state: bindOpen("setup.state", getSetUpState),
  begin: bindOpen("setup.begin", beginSetUp),
});

export const keyRouter = createRouter({
  create: bindOpen("key.create", createKey),
  list: bindOpen("key.list", listOwnKeys),
  revoke: bindOpen("key.revoke", revokeOwnKey),
});
