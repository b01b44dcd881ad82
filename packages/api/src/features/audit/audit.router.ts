import { bindMutation, bindQuery, createRouter } from "../../trpc/procedures.js";
import { getEntry, listEntries, proveEntry, showHistory, showRoots } from "./audit.service.js";
import { checkRecord } from "./check-record.service.js";
import { setRetention } from "./daily-root.service.js";

export const auditRouter = createRouter({
  list: bindQuery("audit.list", listEntries),
  get: bindQuery("audit.get", getEntry),
  proof: bindQuery("audit.proof", proveEntry),
  roots: bindQuery("audit.roots", showRoots),
  check: bindQuery("audit.check", checkRecord),
  setRetention: bindMutation("audit.setRetention", setRetention),
  history: bindQuery("audit.history", showHistory),
});
