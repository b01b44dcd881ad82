// What the server writes for its operator: one JSON object a line on stderr. Never input of users, never stack text in
// an answer.

export type Log = {
  info(message: string, details?: Readonly<Record<string, string | number>>): void;
  error(message: string, error: unknown, details?: Readonly<Record<string, string | number>>): void;
};

// A failed statement's error carries its parameters: names, codes, telephone numbers. They stay out of the log.
const PARAMETERS = /\nparams: [\s\S]*?(?=\n {4}at |$)/;

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? "" : `\ncaused by ${describe(error.cause)}`;
  return `${(error.stack ?? `${error.name}: ${error.message}`).replace(PARAMETERS, "")}${cause}`;
}

/** A log that writes lines with `write`. */
export function createLog(write: (line: string) => void, now: () => Date): Log {
  const put = (level: string, message: string, details: Readonly<Record<string, unknown>>) =>
    write(`${JSON.stringify({ at: now().toISOString(), level, message, ...details })}\n`);
  return {
    info: (message, details = {}) => put("info", message, details),
    error: (message, error, details = {}) => put("error", message, { ...details, error: describe(error) }),
  };
}
