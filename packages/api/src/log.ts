// What the server writes for its operator: one JSON object a line on stderr. Never input of users, never stack text in
// an answer.
import { pino } from "pino";

type Details = Readonly<Record<string, string | number>>;

export type Log = {
  info(message: string, details?: Details): void;
  /** Something that may be an attempt at what is not allowed. */
  warn(message: string, details?: Details): void;
  error(message: string, error: unknown, details?: Details): void;
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
  const lines = pino(
    {
      base: null,
      messageKey: "message",
      timestamp: () => `,"at":"${now().toISOString()}"`,
      formatters: { level: (level) => ({ level }) },
    },
    { write },
  );
  return {
    info: (message, details = {}) => lines.info(details, message),
    warn: (message, details = {}) => lines.warn(details, message),
    error: (message, error, details = {}) => lines.error({ ...details, error: describe(error) }, message),
  };
}
