// How often one address may ask for what anybody may see without signing in. Counted in this process's memory: writing a
// row for each request would cost the database more than answering it. Several processes each let as many through.
import type { Deps } from "./deps.js";

/** Addresses told apart within one window; what comes from more shares one count, so that memory stays bounded. */
const MOST_ADDRESSES = 20_000;

/** Lets so many requests of an address through in each window of time. */
export type RequestLimit = {
  /** Counts a request; undefined when it may be answered, else the seconds until the next window. */
  take(address: string): number | undefined;
};

export function createRequestLimit({
  clock,
  most,
  windowMs,
  mostAddresses = MOST_ADDRESSES,
}: Pick<Deps, "clock"> & {
  readonly most: number;
  readonly windowMs: number;
  readonly mostAddresses?: number;
}): RequestLimit {
  let window = Number.NaN;
  const counts = new Map<string, number>();
  return {
    take(address) {
      const now = clock().getTime();
      const present = Math.floor(now / windowMs);
      if (present !== window) {
        window = present;
        counts.clear();
      }
      const key = counts.has(address) || counts.size < mostAddresses ? address : "";
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return count <= most ? undefined : Math.max(1, Math.ceil(((present + 1) * windowMs - now) / 1000));
    },
  };
}
