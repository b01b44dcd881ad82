// The territory that `--territory` names, by code or by name, and the days of `--as-of` and `--known-on`.
import { type ExitCode, exitCodes } from "../output/exit-code.js";
import type { ServerPort } from "../server-port.js";
import { type Call, findOption } from "./command.js";
import { reportMisuse, reportProblems } from "./report.js";

export type Place = {
  readonly territory: string | undefined;
  readonly asOf: string | undefined;
  readonly knownOn: string | undefined;
};

/** The place asked about, or the exit code after saying why there is none. */
export async function resolvePlace(
  call: Call,
  server: ServerPort,
): Promise<{ readonly ok: true; readonly place: Place } | { readonly ok: false; readonly exit: ExitCode }> {
  const days = { asOf: findOption(call, "as-of"), knownOn: findOption(call, "known-on") };
  const text = findOption(call, "territory")?.trim();
  if (text === undefined || text === "") return { ok: true, place: { territory: undefined, ...days } };
  if (/^[0-9]+$/.test(text)) return { ok: true, place: { territory: text, ...days } };
  const found = await server.ask("territory.search", { text, limit: 20 });
  if (!found.ok) return { ok: false, exit: reportProblems(call, found.problems) };
  const { rows } = found.value;
  const exact = rows.filter((row) => row.name === text || row.code === text);
  const chosen = exact.length === 1 ? exact[0] : rows.length === 1 ? rows[0] : undefined;
  if (chosen !== undefined) return { ok: true, place: { territory: chosen.code, ...days } };
  if (rows.length === 0) return { ok: false, exit: reportMisuse(call, "message.noTerritory", { text }) };
  const names = rows.slice(0, 5).map((row) => `${row.code} ${row.path === "" ? row.name : row.path}`);
  reportMisuse(call, "use.severalTerritories", {
    text,
    names: names.join(call.locale === "en" ? "; " : "；"),
  });
  return { ok: false, exit: exitCodes.misuse };
}
