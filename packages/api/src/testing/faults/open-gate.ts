// A door between the product and its database: while it is shut, connections break and new ones are refused.
import net, { type AddressInfo } from "node:net";

export type Gate = {
  /** The database's address, through the door. */
  readonly url: string;
  /** Breaks every connection and refuses new ones. */
  shut(): Promise<void>;
  open(): Promise<void>;
  close(): Promise<void>;
};

/** A door in front of the server that the address names, open at first. */
export async function openGate(databaseUrl: string): Promise<Gate> {
  const target = new URL(databaseUrl);
  const sockets = new Set<net.Socket>();
  const keep = (socket: net.Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    // Broken on purpose, from either side.
    socket.on("error", () => undefined);
  };
  const listen = async (port: number): Promise<net.Server> => {
    const server = net.createServer((near) => {
      const far = net.connect(Number(target.port || 5432), target.hostname);
      keep(near);
      keep(far);
      near.pipe(far).pipe(near);
      near.once("close", () => far.destroy());
      far.once("close", () => near.destroy());
    });
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, "127.0.0.1", resolve);
    });
    return server;
  };
  let server: net.Server | undefined = await listen(0);
  const { port } = server.address() as AddressInfo;
  const shut = async () => {
    const closing = server;
    server = undefined;
    for (const socket of sockets) socket.resetAndDestroy();
    if (closing !== undefined) await new Promise((resolve) => closing.close(resolve));
  };
  const url = new URL(databaseUrl);
  url.hostname = "127.0.0.1";
  url.port = String(port);
  return {
    url: url.href,
    shut,
    async open() {
      server ??= await listen(port);
    },
    close: shut,
  };
}
