import { bindMutation, bindQuery, createRouter } from "../../trpc/procedures.js";
import { addDuty, changeDuty, endDuty, unmaskDuty } from "./change-directory.service.js";
import { getFullChain, listDirectory, listDirectoryPlaces } from "./directory.service.js";

export const directoryRouter = createRouter({
  list: bindQuery("directory.list", listDirectory),
  places: bindQuery("directory.places", listDirectoryPlaces),
  chain: bindQuery("directory.chain", getFullChain),
  add: bindMutation("directory.add", addDuty),
  change: bindMutation("directory.change", changeDuty),
  end: bindMutation("directory.end", endDuty),
  unmask: bindMutation("directory.unmask", unmaskDuty),
});
