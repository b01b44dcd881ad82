// Counts of the responsibility chain that other features show.
import type { Call } from "../../deps.js";
import { countActiveUnanswered, countInPost } from "./chain-counts.repo.js";

/** How many officials are in their post today. */
export const countOfficials = (call: Call): Promise<number> => countInPost(call.db, call.today);

/** How many active establishments nobody answers for today. */
export const countUnanswered = (call: Call): Promise<number> => countActiveUnanswered(call.db, call.today);
