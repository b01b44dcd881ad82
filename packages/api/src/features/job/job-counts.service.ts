// How many jobs stand in each state, for the figures of the server.
import type { Deps } from "../../deps.js";
import { countByState } from "./job-counts.repo.js";

/** Jobs by state; states without any are absent. */
export const countJobsByState = ({ database }: Deps): Promise<Readonly<Record<string, number>>> =>
  countByState(database.db);
