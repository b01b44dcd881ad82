import net from "node:net";
import { expect, it } from "vitest";
import { countSockets } from "./count-sockets.js";

it("names a target alike however the socket is told of it", async () => {
  const server = net.createServer((socket) => socket.end());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as net.AddressInfo;
  const counted = countSockets();
  const ways = [
    () => net.connect(port, "127.0.0.1"),
    () => net.connect({ port, host: "127.0.0.1" }),
    () => new net.Socket().connect(port, "127.0.0.1"),
  ];
  for (const open of ways) {
    const socket = open();
    await new Promise((resolve) => socket.once("close", resolve).resume());
  }
  counted.stop();
  net.connect(port, "127.0.0.1").destroy();
  await new Promise((resolve) => server.close(resolve));
  expect(counted.opened).toEqual(Array(3).fill(`127.0.0.1:${port}`));
});
