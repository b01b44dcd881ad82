import { bindMutation, bindQuery, createRouter } from "../../trpc/procedures.js";
import { getCommitment, getRates, listStandings } from "./commitment.service.js";
import { getLetter } from "./letter.service.js";
import { getSettings, saveOptions, useTemplate } from "./options.service.js";
import { acknowledgeAnnex, recordScan, signCommitment } from "./sign.service.js";
import { getSignature } from "./signed-paper.service.js";

export const commitmentRouter = createRouter({
  rates: bindQuery("commitment.rates", getRates),
  list: bindQuery("commitment.list", listStandings),
  get: bindQuery("commitment.get", getCommitment),
  letter: bindQuery("commitment.letter", getLetter),
  sign: bindMutation("commitment.sign", signCommitment),
  acknowledge: bindMutation("commitment.acknowledge", acknowledgeAnnex),
  recordScan: bindMutation("commitment.recordScan", recordScan),
  signature: bindQuery("commitment.signature", getSignature),
  settings: bindQuery("commitment.settings", getSettings),
  saveSettings: bindMutation("commitment.saveSettings", saveOptions),
  useTemplate: bindMutation("commitment.useTemplate", useTemplate),
});
