// Clients that hold a connection for nothing: those that send a byte a second, and those that never read.
import { readFileSync } from "node:fs";
import net from "node:net";

export type SlowSocket = {
  /** Milliseconds from its opening to its end by the other side; undefined while it is open. */
  readonly endedAfter: () => number | undefined;
  close(): void;
};

function open(url: string): net.Socket {
  const { hostname, port } = new URL(url);
  const socket = net.connect(Number(port), hostname);
  // Being cut off is what is waited for.
  socket.on("error", () => undefined);
  return socket;
}

function watch(socket: net.Socket, alsoStop: () => void = () => undefined): SlowSocket {
  const started = performance.now();
  let endedAfter: number | undefined;
  const end = () => {
    endedAfter ??= performance.now() - started;
    alsoStop();
  };
  socket.once("end", end);
  socket.once("close", end);
  return {
    endedAfter: () => endedAfter,
    close: () => socket.destroy(),
  };
}

const heads = {
  /** Never finishes its headers. */
  headers: "POST /api/trpc/session.begin HTTP/1.1\r\nhost: x\r\n",
  /** Finishes its headers and never its body. */
  body: "POST /api/trpc/session.begin HTTP/1.1\r\nhost: x\r\nx-shian: 1\r\ncontent-type: application/json\r\ncontent-length: 100000\r\n\r\n",
} as const;

/** A request that is sent a byte a second. */
export function sendSlowly(url: string, what: keyof typeof heads): SlowSocket {
  const socket = open(url);
  socket.write(heads[what]);
  const timer = setInterval(() => socket.write("x"), 1000);
  socket.resume();
  return watch(socket, () => clearInterval(timer));
}

/** Ports of clients with which a port of this machine holds a connection, as the system knows it. */
function listHeldBy(port: number): ReadonlySet<number> {
  const held = new Set<number>();
  // 01: both sides are there. Columns: number, own address and port, the other's, state.
  for (const [, own = "", other = ""] of readFileSync("/proc/net/tcp", "utf8").matchAll(
    /: \w+:(\w{4}) \w+:(\w{4}) 01 /g,
  ))
    if (Number.parseInt(own, 16) === port) held.add(Number.parseInt(other, 16));
  return held;
}

export type NeverReading = {
  /** Whether the server still holds the connection; who does not read is not told of its end. */
  readonly isHeld: () => boolean;
  close(): void;
};

/** So many questions for a file at once, of whose answers nothing is read. */
export function askAndNeverRead(url: string, path: string, token: string, times: number): NeverReading {
  const socket = open(url);
  socket.pause();
  socket.write(`GET ${path} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${token}\r\n\r\n`.repeat(times));
  let own: number | undefined;
  socket.once("connect", () => {
    own = socket.localPort;
  });
  const port = Number(new URL(url).port);
  return {
    isHeld: () => own !== undefined && listHeldBy(port).has(own),
    close: () => socket.destroy(),
  };
}
