// Variables about the outside identity provider, as one thing: all that it needs, or nothing.
import { resolve } from "node:path";
import * as z from "zod";
import { isLoopback } from "./decide-binding.js";
import { optional } from "./optional-variable.js";

/** Where the provider sends people back to. */
const RETURN_PATH = "/sign-in/return";

const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, "");
/** Whether nobody on the way can read or change what is sent there. */
const isSafe = (url: URL): boolean =>
  url.protocol === "https:" || (url.protocol === "http:" && isLoopback(hostOf(url)));

function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return isSafe(url) && [url.search, url.hash, url.username, url.password].every((part) => part === "");
}
const Issuer = z
  .string()
  .refine(isIssuer, "must be an https address without query, as the provider itself writes it");

/** The variables, each checked by itself. */
export const providerVariables = {
  SHIAN_OIDC_ISSUER: optional(Issuer),
  SHIAN_OIDC_CLIENT_ID: optional(z.string().max(300)),
  SHIAN_OIDC_CLIENT_SECRET: optional(z.string().max(1000)),
  SHIAN_OIDC_CLIENT_SECRET_FILE: optional(z.string()),
  SHIAN_OIDC_NAME: optional(z.string().trim().min(1).max(30)),
  SHIAN_OIDC_CLAIM: optional(z.string().regex(/^[\w.:/-]{1,100}$/, "must be the name of a claim")),
  SHIAN_OIDC_SCOPES: optional(
    z
      .string()
      .transform((text) => text.split(/[\s,]+/).filter((scope) => scope !== ""))
      .refine((scopes) => scopes.includes("openid"), "must hold openid"),
  ),
};

type Given = {
  readonly [Name in keyof typeof providerVariables]?: z.output<(typeof providerVariables)[Name]> | undefined;
};

/** The provider as the environment names it; the secret itself may still lie in a file. */
export type ProviderEnv = {
  readonly issuer: string;
  readonly clientId: string;
  readonly secret: { readonly text: string } | { readonly file: string };
  readonly name: string | undefined;
  readonly claim: string;
  readonly scopes: readonly string[];
  readonly returnAddress: string;
};

/** The provider, undefined where none is named, or the sentences that say which variable is missing. */
export function findProvider(
  given: Given,
  { publicUrl, cwd }: { readonly publicUrl: string | undefined; readonly cwd: string },
): { readonly provider: ProviderEnv | undefined } | { readonly faults: readonly string[] } {
  const {
    SHIAN_OIDC_ISSUER: issuer,
    SHIAN_OIDC_CLIENT_ID: clientId,
    SHIAN_OIDC_CLIENT_SECRET: text,
    SHIAN_OIDC_CLIENT_SECRET_FILE: file,
  } = given;
  const names = Object.keys(providerVariables) as (keyof typeof providerVariables)[];
  const named = names.find((name) => given[name] !== undefined);
  if (named === undefined) return { provider: undefined };
  const faults: string[] = [];
  if (issuer === undefined) faults.push(`SHIAN_OIDC_ISSUER: must be set where ${named} is`);
  if (clientId === undefined) faults.push("SHIAN_OIDC_CLIENT_ID: must be set where an issuer is");
  if ((text === undefined) === (file === undefined))
    faults.push("SHIAN_OIDC_CLIENT_SECRET: must be set, or SHIAN_OIDC_CLIENT_SECRET_FILE instead of it");
  if (publicUrl === undefined || !isSafe(new URL(publicUrl)))
    faults.push("SHIAN_URL: must be the https address that the provider sends people back to");
  if (faults.length > 0 || issuer === undefined || clientId === undefined || publicUrl === undefined)
    return { faults };
  return {
    provider: {
      issuer,
      clientId,
      secret: file === undefined ? { text: text ?? "" } : { file: resolve(cwd, file) },
      name: given.SHIAN_OIDC_NAME,
      claim: given.SHIAN_OIDC_CLAIM ?? "sub",
      scopes: given.SHIAN_OIDC_SCOPES ?? ["openid"],
      returnAddress: new URL(RETURN_PATH, publicUrl).href,
    },
  };
}
