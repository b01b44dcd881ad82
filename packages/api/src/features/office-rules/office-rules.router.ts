import { bindMutation, bindQuery, createRouter } from "../../trpc/procedures.js";
import { getOfficeRules, setOfficeRule, undoOfficeRule } from "./office-rules.service.js";
import { showEffect } from "./show-effect.service.js";

export const officeRulesRouter = createRouter({
  get: bindQuery("rules.get", getOfficeRules),
  effect: bindQuery("rules.effect", showEffect),
  set: bindMutation("rules.set", setOfficeRule),
  undo: bindMutation("rules.undo", undoOfficeRule),
});
