import { createServer, type Socket } from "node:net";
import pg from "pg";
import { expect, it } from "vitest";
import { decideDatabaseTls } from "./decide-database-tls.js";

const CHECKED = /sslmode=verify-full/;
it.each<[string, boolean, RegExp | undefined]>([
  ["postgres://a:b@127.0.0.1:5432/shian", false, undefined],
  ["postgres://a:b@localhost/shian", false, undefined],
  ["postgres://a:b@[::1]/shian", false, undefined],
  ["postgres:///shian?host=/var/run/postgresql", false, undefined],
  ["postgres://a@%2Fvar%2Frun%2Fpostgresql/shian", false, undefined],
  ["postgres://a:b@db.example/shian", false, CHECKED],
  ["postgres://a:b@127.0.0.1/shian?host=db.example", false, CHECKED],
  ["postgres://a:b@10.0.0.5/shian", false, CHECKED],
  ["postgres://a:b@localhost.example/shian", false, CHECKED],
  ...["disable", "no-verify", "prefer", "require", "verify-ca"].map((mode): [string, boolean, RegExp] => [
    `postgres://a:b@db.example/shian?sslmode=${mode}`,
    false,
    CHECKED,
  ]),
  ["postgres://a:b@db.example/shian?sslmode=verify-full", false, undefined],
  ["postgres://a:b@db.example/shian?sslmode=verify-full&sslrootcert=/etc/ca.pem", false, undefined],
  ["postgres://a:b@db.example/shian", true, undefined],
  ["postgres://a:b@db.example:port/shian", false, /cannot be read/],
  // The driver goes by the last of them.
  ["postgres://a:b@db.example/shian?sslmode=verify-full&sslmode=disable", false, /more than once/],
  ["postgres://a:b@127.0.0.1/shian?host=127.0.0.1&host=db.example", false, /more than once/],
])("%s, private way %s", (address, isPrivateWay, sentence) => {
  expect(decideDatabaseTls(address, { isPrivateWay })).toEqual(
    sentence === undefined ? undefined : expect.stringMatching(sentence),
  );
});

it("without a host it is where the driver's own variable leads", () => {
  expect(decideDatabaseTls("postgres:///shian", { otherwiseHost: "db.example" })).toMatch(CHECKED);
  expect(decideDatabaseTls("postgres:///shian", { otherwiseHost: "/var/run/postgresql" })).toBeUndefined();
  expect(decideDatabaseTls("postgres:///shian", {})).toBeUndefined();
});

it("tells the host and never the password", () => {
  const sentence = decideDatabaseTls("postgres://a:secret-of-a@db.example/shian", {});
  expect(sentence).toContain("db.example");
  expect(sentence).not.toContain("secret-of-a");
});

it("a server that speaks no TLS gets nothing but the question for it", async () => {
  const got: Buffer[] = [];
  const server = createServer((socket: Socket) =>
    socket
      .on("error", () => undefined)
      .on("data", (bytes) => {
        got.push(bytes);
        socket.write("N");
      }),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const client = new pg.Client(`postgres://a:secret-of-a@127.0.0.1:${port}/shian?sslmode=verify-full`);
  client.on("error", () => undefined);
  await expect(client.connect()).rejects.toThrow(/SSL/);
  await new Promise((resolve) => server.close(resolve));
  // Length 8 and the code of an SSLRequest.
  expect(Buffer.concat(got).toString("hex")).toBe("0000000804d2162f");
});
