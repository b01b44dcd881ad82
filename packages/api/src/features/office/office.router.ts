import { bindMutation, bindQuery } from "../../trpc/procedures.js";
import { chooseTerritory, getStatus } from "./office.service.js";

export const officeRouter = {
  status: bindQuery("office.status", getStatus),
  chooseTerritory: bindMutation("office.chooseTerritory", chooseTerritory),
};
