import { bindMutation, bindQuery, createRouter } from "../../trpc/procedures.js";
import { unmaskContact } from "../personal/unmask.service.js";
import { correctEstablishment } from "./correct-establishment.service.js";
import { getEstablishment, listEstablishments, summariseRegistry } from "./registry.service.js";

export const registryRouter = createRouter({
  list: bindQuery("registry.list", listEstablishments),
  summary: bindQuery("registry.summary", summariseRegistry),
  get: bindQuery("registry.get", getEstablishment),
  correct: bindMutation("registry.correct", correctEstablishment),
  unmask: bindMutation("registry.unmask", unmaskContact),
});
