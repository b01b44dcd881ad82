// The address that a request is from, for lock-outs and the record. What a proxy says is believed only of a proxy that
// the operator named; anybody else could write any address into the header.
import { BlockList, isIP } from "node:net";

/** An address without brackets, port and the IPv6 dress of an IPv4 address; undefined when it is none. */
function toAddress(text: string): string | undefined {
  const bare = text.trim().replace(/^\[([^\]]*)\](?::\d+)?$/, "$1");
  const unported = /^\d+\.\d+\.\d+\.\d+:\d+$/.test(bare) ? bare.slice(0, bare.lastIndexOf(":")) : bare;
  const plain = unported.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, "");
  return isIP(plain) === 0 ? undefined : plain.toLowerCase();
}

/** The proxies as a list to look in. Entries are addresses or networks (`10.0.0.0/8`); throws on anything else. */
export function parseProxies(entries: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of entries) {
    const [address = "", bits, ...rest] = entry.trim().split("/");
    const version = isIP(address);
    const most = version === 4 ? 32 : 128;
    const length = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : Number.NaN;
    if (version === 0 || rest.length > 0 || !(length <= most))
      throw new RangeError(`${entry} is neither an address nor a network such as 10.0.0.0/8`);
    list.addSubnet(address, length, version === 4 ? "ipv4" : "ipv6");
  }
  return list;
}

const isIn = (list: BlockList, address: string): boolean =>
  list.check(address, isIP(address) === 4 ? "ipv4" : "ipv6");

/**
 * The address of the client: that of the socket, unless the socket is a trusted proxy's. Then the last entry of
 * `X-Forwarded-For` that no trusted proxy wrote about itself; an unreadable entry ends the search, because whatever
 * stands before it was written by nobody who is trusted.
 */
export function findAddress(
  forwardedFor: string | undefined,
  socketAddress: string,
  trustedProxies: BlockList,
): string {
  let address = toAddress(socketAddress);
  if (address === undefined) return socketAddress;
  const hops = (forwardedFor ?? "").split(",").filter((hop) => hop.trim() !== "");
  for (const hop of hops.reverse()) {
    if (!isIn(trustedProxies, address)) return address;
    const before = toAddress(hop);
    if (before === undefined) return address;
    address = before;
  }
  return address;
}
