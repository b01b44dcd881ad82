// Who and where a request is from: its token by cookie or header, its address, its language.
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context as HonoContext } from "hono";
import { generateCookie, getCookie } from "hono/cookie";
import { findAddress } from "./client-address.js";
import type { Deps } from "./deps.js";
import { type Context, findLocale, type TokenCarrier } from "./trpc/context.js";
import { rememberWho } from "./trpc/find-who.js";

/** By https a name that no other host of the domain may set; over plain http browsers refuse that name. */
const cookieName = ({ isSecure }: Deps, name: "session" | "provider" = "session") =>
  `${isSecure ? "__Host-" : ""}shian_${name}`;

const findToken = (deps: Deps, context: HonoContext): string | undefined => {
  const bearer = /^Bearer ([\w-]{16,200})$/.exec(context.req.header("authorization") ?? "")?.[1];
  return bearer ?? getCookie(context, cookieName(deps));
};

/** Address of who asks, past the proxies that are trusted; `-` where there is no socket, as in tests. */
export function findClientAddress({ proxies }: Pick<Deps, "proxies">, context: HonoContext): string {
  try {
    const socket = getConnInfo(context).remote.address ?? "-";
    return findAddress(context.req.header("x-forwarded-for"), socket, proxies);
  } catch {
    return "-";
  }
}

/** What every operation of the request brings along; cookies go to `answer`, the headers of tRPC's own response. */
export function readRequest(
  deps: Deps,
  context: HonoContext,
  answer = new Headers(),
): Context & Record<string, unknown> {
  const token = findToken(deps, context);
  const cookie = { httpOnly: true, sameSite: "Strict", path: "/", secure: deps.isSecure } as const;
  const toCarrier = (name: string): TokenCarrier => ({
    carry: (secret, endsAt) =>
      answer.append("set-cookie", generateCookie(name, secret, { ...cookie, expires: new Date(endsAt) })),
    drop: () => answer.append("set-cookie", generateCookie(name, "", { ...cookie, maxAge: 0 })),
  });
  const flowCookie = cookieName(deps, "provider");
  return {
    deps,
    locale: findLocale(context.req.header("accept-language")),
    address: findClientAddress(deps, context),
    agent: (context.req.header("user-agent") ?? "").slice(0, 200),
    token,
    carrier: toCarrier(cookieName(deps)),
    flow: { token: getCookie(context, flowCookie), carrier: toCarrier(flowCookie) },
    who: rememberWho(deps, token),
  };
}
