// Where the database may be. Everything travels to it, so beyond this machine only by TLS with a certificate that is
// checked, or where the operator said that the way there is their own.
import { isLoopback } from "../decide-binding.js";

/**
 * Why the address may not be used, or undefined when it may. `otherwiseHost` is where the driver turns when the address
 * names no host (`PGHOST`). Source: ASVS 5.0.0 V12.3.1, V12.3.2.
 *
 * @example
 * decideDatabaseTls("postgres://shian_app@db.example/shian?sslmode=verify-full", {}); // undefined
 */
export function decideDatabaseTls(
  databaseUrl: string,
  {
    isPrivateWay = false,
    otherwiseHost = "",
  }: { isPrivateWay?: boolean; otherwiseHost?: string | undefined },
): string | undefined {
  if (!URL.canParse(databaseUrl)) return "cannot be read as an address";
  const { hostname, searchParams } = new URL(databaseUrl);
  const [hosts, modes] = [searchParams.getAll("host"), searchParams.getAll("sslmode")];
  if (hosts.length > 1 || modes.length > 1) return "names host or sslmode more than once";
  const host = hosts[0] || decodeURIComponent(hostname) || otherwiseHost;
  const isHere = host === "" || host.startsWith("/") || isLoopback(host.replace(/^\[|\]$/g, ""));
  // The other modes check no name or nothing at all, or mean one thing to libpq and another to the driver.
  if (isHere || isPrivateWay || modes[0] === "verify-full") return undefined;
  return `leads to ${host} without TLS whose certificate is checked: end it in ?sslmode=verify-full (and &sslrootcert=FILE for an authority of your own), or set SHIAN_DATABASE_PLAIN=1 where the way there is a private network of your own`;
}
