// What heads every page: mode, storage, today, territory, person and what waits. Its counts come from the picture that
// the lists behind them read.
import { formatPlace, type OperationOutput, ok, type Result } from "@shian/domain";
import type { Call } from "../../deps.js";
import { listGapsIn } from "../chain/chain.views.js";
import { getEvaluation } from "../evaluation/evaluation.service.js";
import { getPicture } from "../picture/picture.service.js";
import { findScope } from "../picture/scope.js";
import { findChosenTerritory } from "./office-territory.service.js";

/** The office as it stands today. */
export async function getStatus(call: Call): Promise<Result<OperationOutput<"office.status">>> {
  const { deps } = call;
  const picture = await getPicture(call);
  const found = findScope(picture, undefined);
  if (!found.ok) return found;
  const { code, establishments } = found.value;
  const evaluation = await getEvaluation(call, {});
  const lines = evaluation.ok ? evaluation.value.sheet.items : [];
  return ok({
    mode: deps.mode,
    version: deps.version,
    engine: deps.database.engine,
    durable: deps.database.durable,
    today: call.today,
    territory: {
      code,
      name: formatPlace({ code, tree: picture.tree }),
      chosen: (await findChosenTerritory(call)) !== undefined,
    },
    person: { name: call.actor?.name ?? "", unit: call.actor?.unit ?? "" },
    counts: {
      establishments: establishments.filter(({ state }) => state !== "closed").length,
      officials: picture.inPost.size,
      nobody: listGapsIn(picture, code).filter((gap) => gap.kind === "nobody").length,
      overdue: establishments.filter(({ ended }) => ended.state === "overdue").length,
      lostItems: lines.filter(({ lost }) => lost > 0).length,
    },
  });
}
