import { expect, it } from "vitest";
import { findAddress, parseProxies } from "./client-address.js";

const proxies = parseProxies(["127.0.0.1", "10.1.0.0/16", "fd00::/8"]);

it.each<[string, string | undefined, string, string]>([
  ["no header", undefined, "203.0.113.9", "203.0.113.9"],
  ["a header from nobody trusted is not believed", "198.51.100.1", "203.0.113.9", "203.0.113.9"],
  ["one proxy", "198.51.100.1", "127.0.0.1", "198.51.100.1"],
  ["the IPv6 dress of an IPv4 proxy", "198.51.100.1", "::ffff:127.0.0.1", "198.51.100.1"],
  [
    "what the client wrote before the proxy is not believed",
    "1.2.3.4, 198.51.100.1",
    "127.0.0.1",
    "198.51.100.1",
  ],
  ["two proxies", "198.51.100.1, 10.1.7.7", "127.0.0.1", "198.51.100.1"],
  ["forged entry before two proxies", "127.0.0.1, 198.51.100.1, 10.1.7.7", "127.0.0.1", "198.51.100.1"],
  ["only proxies", "10.1.0.2, 10.1.0.3", "127.0.0.1", "10.1.0.2"],
  ["an unreadable entry ends the search", "198.51.100.1, unknown, 10.1.0.3", "127.0.0.1", "10.1.0.3"],
  ["with a port", "198.51.100.1:51234", "127.0.0.1", "198.51.100.1"],
  ["IPv6 in brackets with a port", "[2001:DB8::1]:443", "fd00::1", "2001:db8::1"],
  ["empty entries", " , 198.51.100.1 ,", "127.0.0.1", "198.51.100.1"],
  ["empty header", "", "127.0.0.1", "127.0.0.1"],
  ["beside the network", "198.51.100.1", "10.2.0.1", "10.2.0.1"],
  ["no socket, as in tests", "198.51.100.1", "-", "-"],
])("%s", (_what, header, socket, expected) => {
  expect(findAddress(header, socket, proxies)).toBe(expected);
});

it("believes no header where no proxy is named", () => {
  expect(findAddress("198.51.100.1", "127.0.0.1", parseProxies([]))).toBe("127.0.0.1");
});

it.each(["proxy.example", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/8/8", "", "fd00::/129"])(
  "refuses %j",
  (entry) => {
    expect(() => parseProxies([entry])).toThrow(RangeError);
  },
);
