import { randomUUID } from "node:crypto";

/** The client-made id of one write, so that the same write sent twice is done once. */
export const createTxId = (): string => randomUUID();
