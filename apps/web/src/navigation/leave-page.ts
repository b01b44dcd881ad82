// Leaving the page for an address that came from elsewhere; nothing else of the web does.
import { isOwnPath } from "@shian/domain";

/** The path if it is one of this product's, else the first page. */
export const toOwnPath = (path: string): string => (isOwnPath(path) ? path : "/");

/** Loads a page of this product anew: neither this address nor what was read before stays behind. */
export const leaveTo = (path: string): void => window.location.replace(toOwnPath(path));

/** Whether the address is a page, and no script or data that would run as ours. */
export const isPage = (address: string): boolean => /^https?:\/\/[^/]/i.test(address);

/** Opens the identity provider's page, as the server named it. */
export function goOutside(address: string): void {
  if (!isPage(address)) throw new Error("The identity provider's address is no page.");
  window.location.assign(address);
}
