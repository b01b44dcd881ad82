import { toPlainDate } from "@shian/domain";

/** Day and instant since when everything of the matrix's world is there. */
export const since = toPlainDate("2026-01-05");
export const at = `${since}T04:00:00.000Z`;
