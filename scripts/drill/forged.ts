// Bar S5: requests that another site makes the user's browser send fail. Every mutation and the upload are asked in twelve
// forged shapes with the cookie of a session in force; none may get as far as the operation. A well-formed request of the
// same session must get there, or the drill would prove nothing.
import { createTestApp } from "../../packages/api/src/testing/create-test-app.js";
import { type Operation, operations } from "../../packages/domain/src/index.js";

type Target = { readonly path: string; readonly type: string };
type Shape = (target: Target) => { readonly path?: string; readonly init: RequestInit };

const body = '{"txId":"forged-request-0001"}';
const own = { "x-shian": "1" };
const post = (headers: Record<string, string>, text: string = body): { readonly init: RequestInit } => ({
  init: { method: "POST", headers, body: text },
});

const shapes: Readonly<Record<string, Shape>> = {
  "no header of ours": ({ type }) => post({ "content-type": type }),
  "an empty header of ours": ({ type }) => post({ "content-type": type, "x-shian": "" }),
  "text/plain": () => post({ ...own, "content-type": "text/plain" }),
  "a form": () =>
    post({ ...own, "content-type": "application/x-www-form-urlencoded" }, "txId=forged-request-0001"),
  multipart: () => post({ ...own, "content-type": "multipart/form-data; boundary=x" }, "--x--"),
  "no content type": () => ({
    init: { method: "POST", headers: own, body: new TextEncoder().encode(body) },
  }),
  "another origin": ({ type }) => post({ ...own, "content-type": type, origin: "https://evil.example" }),
  "an opaque origin": ({ type }) => post({ ...own, "content-type": type, origin: "null" }),
  "another host": ({ type }) => post({ ...own, "content-type": type, host: "evil.example" }),
  "a GET of a change": ({ path }) => ({
    path: `${path}?input=${encodeURIComponent(body)}`,
    init: { method: "GET", headers: own },
  }),
  "a method override": ({ path, type }) => ({
    path: `${path}?_method=POST&input=${encodeURIComponent(body)}`,
    init: { method: "GET", headers: { ...own, "content-type": type, "x-http-method-override": "POST" } },
  }),
  "a beacon of several": ({ path }) => ({
    path: `${path}?batch=1`,
    init: { method: "POST", headers: { "content-type": "text/plain;charset=UTF-8" }, body: `{"0":${body}}` },
  }),
};

/** Answers by which a request was turned away before any operation looked at it. */
const turnedAway = new Set([403, 404, 405, 415]);

/** True when every forged request was turned away and every well-formed one was not. */
export async function drillForged(): Promise<boolean> {
  const started = performance.now();
  const test = await createTestApp();
  try {
    const { token } = await test.clientAs({ role: "office", territory: "CN" });
    const send = ({ path }: Target, init: RequestInit, at = path) => {
      const headers = new Headers(init.headers);
      headers.set("cookie", `shian_session=${token}`);
      return test.app.request(`http://localhost${at}`, { ...init, headers });
    };
    const targets: readonly Target[] = [
      ...Object.entries<Operation>(operations)
        .filter(([, { kind }]) => kind === "mutation")
        .map(([id]) => ({ path: `/api/trpc/${id}`, type: "application/json" })),
      { path: "/api/files?name=a.csv", type: "application/octet-stream" },
    ];
    let [accepted, arrived, count] = [0, 0, 0];
    for (const target of targets) {
      const genuine = await send(target, post({ ...own, "content-type": target.type }).init);
      // What is not a mutation's whole input is refused by the operation; who may not ask is refused by its permission.
      const text = await genuine.text();
      if (![404, 405, 415].includes(genuine.status) && !text.includes("request/not-json")) arrived += 1;
      else console.log(`well-formed, but ${genuine.status}: ${target.path}`);
      for (const [name, shape] of Object.entries(shapes)) {
        const { path, init } = shape(target);
        const answer = await send(target, init, path);
        const { status } = answer;
        count += 1;
        // A permission that says no is an operation that was reached.
        if (turnedAway.has(status) && !(await answer.text()).includes("access/")) continue;
        accepted += 1;
        console.log(`ACCEPTED (${status}) ${name}: ${target.path}`);
      }
    }
    const held = accepted === 0 && arrived === targets.length;
    console.log(
      `forged: ${held ? "held" : "MISSED"}; ${Object.keys(shapes).length} shapes × ${targets.length} changes = ${count} forged ` +
        `requests, ${accepted} accepted (bar 0); ${arrived}/${targets.length} well-formed ones arrived; ` +
        `${((performance.now() - started) / 1000).toFixed(0)} s`,
    );
    return held;
  } finally {
    await test.close();
  }
}
