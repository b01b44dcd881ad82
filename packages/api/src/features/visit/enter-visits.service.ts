// Enters visits and waivers that are known already, such as those of the demonstration.
import type { Visit, Waiver } from "@shian/domain";
import type { Call } from "../../deps.js";
import { insertVisits, insertWaivers } from "./visit.repo.js";

export async function enterVisits(
  call: Call,
  { visits, waivers }: { readonly visits: readonly Visit[]; readonly waivers: readonly Waiver[] },
): Promise<void> {
  await insertVisits(call.db, visits, call.now);
  await insertWaivers(call.db, waivers);
}
