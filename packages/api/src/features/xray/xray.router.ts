import { bindMutation, bindQuery } from "../../trpc/procedures.js";
import { getXray, ignoreFindings, listXrayRows, watchFindings } from "./xray.service.js";

export const xrayRouter = {
  get: bindQuery("xray.get", getXray),
  rows: bindQuery("xray.rows", listXrayRows),
  ignore: bindMutation("xray.ignore", ignoreFindings),
  watch: bindMutation("xray.watch", watchFindings),
};
