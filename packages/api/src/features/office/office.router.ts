import { bindMutation, bindQuery } from "../../trpc/procedures.js";
import { chooseTerritory } from "./office.service.js";
import { getStatus } from "./office-status.service.js";

export const officeRouter = {
  status: bindQuery("office.status", getStatus),
  chooseTerritory: bindMutation("office.chooseTerritory", chooseTerritory),
};
