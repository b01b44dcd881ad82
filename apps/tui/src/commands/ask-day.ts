// The office's day, which the server knows: this machine's clock may be of another zone, and a demonstration stands still.
import { ok, type PlainDate, type Result, toPlainDate } from "@shian/domain";
import type { ServerPort } from "../server-port.js";

/** The day that was written, else the office's today. */
export async function askDay(server: ServerPort, written: string | undefined): Promise<Result<PlainDate>> {
  if (written !== undefined) return ok(toPlainDate(written));
  const status = await server.ask("office.status", {});
  return status.ok ? ok(toPlainDate(status.value.today)) : status;
}
