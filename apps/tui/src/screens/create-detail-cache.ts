import type { OperationOutput } from "@shian/domain";
import type { ScreenContext } from "./screen.js";

const REST_MS = 120;
const MOST_DETAILS = 60;

/** Details of establishments for the preview, asked for when the cursor has rested on one. */
export function createDetailCache(context: ScreenContext, asOf: () => string | undefined) {
  const known = new Map<string, OperationOutput<"registry.get">>();
  let waiting: { id: string; timer: NodeJS.Timeout } | undefined;
  return {
    clear: () => known.clear(),
    find: (id: string): OperationOutput<"registry.get"> | undefined => {
      const detail = known.get(id);
      if (detail !== undefined || waiting?.id === id) return detail;
      if (waiting) clearTimeout(waiting.timer);
      const timer = setTimeout(async () => {
        const day = asOf();
        const answer = await context.server.ask(
          "registry.get",
          day === undefined ? { id } : { id, asOf: day },
        );
        if (waiting?.id === id) waiting = undefined;
        if (!answer.ok) return;
        const [oldest] = known.keys();
        if (known.size >= MOST_DETAILS && oldest !== undefined) known.delete(oldest);
        known.set(id, answer.value);
        context.changed();
      }, REST_MS);
      waiting = { id, timer };
      return undefined;
    },
  };
}
