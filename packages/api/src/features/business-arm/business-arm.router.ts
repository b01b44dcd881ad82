import { bindMutation, bindQuery, createRouter } from "../../trpc/procedures.js";
import { addTraining, appoint, endPost, reportControl, unmaskArmMobile } from "./change-arm.service.js";
import { countControls } from "./count-controls.service.js";
import { showArm } from "./show-arm.service.js";

export const businessArmRouter = createRouter({
  get: bindQuery("arm.get", showArm),
  appoint: bindMutation("arm.appoint", appoint),
  endPost: bindMutation("arm.endPost", endPost),
  unmask: bindMutation("arm.unmask", unmaskArmMobile),
  addTraining: bindMutation("arm.addTraining", addTraining),
  report: bindMutation("arm.report", reportControl),
  controls: bindQuery("arm.controls", countControls),
});
