// Counts what a process opens to the outside, at the socket: connections, datagrams and questions for names.
import dgram from "node:dgram";
import dns from "node:dns";
import net from "node:net";

export type SocketCount = {
  /** Where to, as `host:port` or the name asked for, in the order of opening. */
  readonly opened: readonly string[];
  stop(): void;
};

type Options = { readonly host?: string; readonly port?: number | string; readonly path?: string };

/** `Socket.connect` takes the options themselves, Node's own list of options and callback, or port and host. */
function describeTarget(args: readonly unknown[]): string {
  const first: unknown = Array.isArray(args[0]) ? args[0][0] : args[0];
  if (typeof first === "number") return `${typeof args[1] === "string" ? args[1] : "localhost"}:${first}`;
  if (typeof first !== "object" || first === null) return String(first);
  const { host = "localhost", port = "", path } = first as Options;
  return path ?? `${host}:${port}`;
}

/** Counts from now on, in this thread, until it is stopped. */
export function countSockets(): SocketCount {
  const opened: string[] = [];
  const { connect } = net.Socket.prototype;
  const { send } = dgram.Socket.prototype;
  const { lookup } = dns;
  net.Socket.prototype.connect = function counted(this: net.Socket, ...args: unknown[]) {
    opened.push(describeTarget(args));
    return Reflect.apply(connect, this, args);
  } as typeof connect;
  dgram.Socket.prototype.send = function counted(this: dgram.Socket, ...args: unknown[]) {
    opened.push("datagram");
    return Reflect.apply(send, this, args);
  } as typeof send;
  dns.lookup = ((...args: unknown[]) => {
    opened.push(`name ${String(args[0])}`);
    return Reflect.apply(lookup, dns, args);
  }) as typeof lookup;
  return {
    opened,
    stop() {
      net.Socket.prototype.connect = connect;
      dgram.Socket.prototype.send = send;
      dns.lookup = lookup;
    },
  };
}
