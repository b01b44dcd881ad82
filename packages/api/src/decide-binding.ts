// Where the server may listen. Passwords and personal data travel through it, so beyond this machine only by https:
// its own, or that of a proxy which the operator named.
import { BlockList, isIP } from "node:net";

/** May listen, or the sentence for the person who started the server. */
export type Binding = { readonly ok: true } | { readonly ok: false; readonly sentence: string };

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");

/** Whether only this machine reaches the host. Other names than `localhost` may mean any address. */
export const isLoopback = (host: string): boolean =>
  host === "localhost" || (isIP(host) !== 0 && loopback.check(host, isIP(host) === 4 ? "ipv4" : "ipv6"));

/** Decides whether a server may listen on `host`. */
export function decideBinding(options: {
  readonly host: string;
  /** Address that users know the server by. */
  readonly publicUrl: string | undefined;
  /** Proxies whose word about the client's address is believed; naming one says that it ends TLS. */
  readonly trustedProxies: readonly string[];
  /** Whether the server speaks https itself. */
  readonly tls: boolean;
}): Binding {
  const { host, publicUrl, trustedProxies, tls } = options;
  if (isLoopback(host) || tls) return { ok: true };
  if (trustedProxies.length === 0)
    return {
      ok: false,
      sentence: `Listening on ${host} would send passwords over plain http: put a proxy that ends TLS in front and name its address in SHIAN_TRUSTED_PROXIES, or listen on 127.0.0.1.`,
    };
  if (publicUrl?.startsWith("https://") !== true)
    return {
      ok: false,
      sentence: `Listening on ${host} behind a proxy needs SHIAN_URL, the https address that users open.`,
    };
  return { ok: true };
}
