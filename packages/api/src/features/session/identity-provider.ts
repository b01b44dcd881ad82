// The outside identity provider: OpenID Connect's authorization code flow with PKCE. The library checks what comes back
// (signature, issuer, audience, nonce, times, `iss` of RFC 9207); here stands whom we talk to and what its failures mean
// to the person in front of the page.
import { ok, problem, type Result, refuse } from "@shian/domain";
import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  type CustomFetch,
  calculatePKCECodeChallenge,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
} from "openid-client";
import type { Log } from "../../log.js";

/** Longest wait for one answer of the provider: somebody sits in front of the page. */
const TIMEOUT_SECONDS = 5;
const MOST_SUBJECT_LENGTH = 255;

/** What the operator said about the provider. */
export type ProviderSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What its button is called; undefined: as the product calls it. */
  readonly name: string | undefined;
  /** The claim that identifies a person. */
  readonly claim: string;
  readonly scopes: readonly string[];
  /** Page of ours that the provider sends people back to. */
  readonly returnAddress: string;
};

/** Secrets of one way there and back; nobody but the browser that began it has them. */
export type FlowSecrets = { readonly state: string; readonly nonce: string; readonly verifier: string };

/** What the browser brought back. */
export type BroughtBack = {
  readonly code?: string | undefined;
  readonly issuer?: string | undefined;
  readonly error?: string | undefined;
};

export type IdentityProvider = {
  readonly name: string | undefined;
  readonly issuer: string;
  /** The page of the provider to send somebody to. */
  findAddress(secrets: FlowSecrets): Promise<Result<string>>;
  /** As whom the provider knows the person who came back. */
  findSubject(brought: BroughtBack, secrets: FlowSecrets): Promise<Result<string>>;
};

/** The provider did not answer, or not with what it is for. */
class Unreachable extends Error {
  override readonly name = "Unreachable";
}

const isTimeOut = (error: Error) => error.name === "TimeoutError";
const isUnreachable = (error: unknown): boolean =>
  error instanceof Error && (error instanceof Unreachable || isTimeOut(error) || isUnreachable(error.cause));

/** Asks the issuer's own origin and nobody else, whatever its metadata names; redirects are not followed. */
const createFetch =
  (origin: string): CustomFetch =>
  async (url, { body, ...rest }) => {
    if (new URL(url).origin !== origin)
      throw new Error(
        `The provider's metadata names ${new URL(url).origin}, which is not the issuer's ${origin}.`,
      );
    // The library sends forms; its type allows more than Node's does.
    const form = body instanceof URLSearchParams ? body : null;
    const response = await fetch(url, { ...rest, body: form, redirect: "manual" }).catch((error: unknown) => {
      throw new Unreachable(`no answer from ${origin}`, { cause: error });
    });
    if (response.status >= 500) throw new Unreachable(`${origin} answered ${response.status}`);
    return response;
  };

/** The secret as the provider wants it; OpenID Connect's default is the header. */
const createAuthentication =
  (secret: string): ClientAuth =>
  (server, client, body, headers) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
    const send = methods.includes("client_secret_basic") ? ClientSecretBasic : ClientSecretPost;
    send(secret)(server, client, body, headers);
  };

async function discover(settings: ProviderSettings): Promise<Configuration> {
  const issuer = new URL(settings.issuer);
  const found = await discovery(
    issuer,
    settings.clientId,
    undefined,
    createAuthentication(settings.clientSecret),
    {
      timeout: TIMEOUT_SECONDS,
      [customFetch]: createFetch(issuer.origin),
      execute: [
        // By default a token that came straight over TLS is believed unsigned.
        enableNonRepudiationChecks,
        // Only ever for a loopback address, see `parseEnv`.
        ...(issuer.protocol === "http:" ? [allowInsecureRequests] : []),
      ],
    },
  );
  const { issuer: told } = found.serverMetadata();
  // The library lets well-known issuers differ from what was configured; links are kept by issuer, so ours may not.
  if (told !== settings.issuer) throw new Error(`The provider calls itself ${told}, not ${settings.issuer}.`);
  return found;
}

/** The value of the claim, from the signed token or else from the provider's answer about the person. */
async function readClaim(
  found: Configuration,
  claim: string,
  tokens: Awaited<ReturnType<typeof authorizationCodeGrant>>,
): Promise<string> {
  const claims = tokens.claims();
  if (claims === undefined) throw new Error("The provider sent no ID token.");
  const inToken = claims[claim];
  const value =
    inToken ??
    (found.serverMetadata().userinfo_endpoint === undefined
      ? undefined
      : (await fetchUserInfo(found, tokens.access_token, claims.sub))[claim]);
  if (typeof value !== "string" || value.trim() === "" || value.length > MOST_SUBJECT_LENGTH)
    throw new Error(`The provider did not say “${claim}” of the person, or not as text.`);
  return value;
}

/** The provider of the settings. Nothing is asked of it before somebody wants to sign in by it. */
export function createIdentityProvider(settings: ProviderSettings, log: Log): IdentityProvider {
  let known: Promise<Configuration> | undefined;
  const getConfiguration = (): Promise<Configuration> => {
    known ??= discover(settings);
    return known;
  };

  async function attempt<T>(work: (found: Configuration) => Promise<T>): Promise<Result<T>> {
    try {
      return ok(await work(await getConfiguration()));
    } catch (error) {
      // Whatever went wrong, the next person begins with what the provider says of itself then.
      known = undefined;
      const code = isUnreachable(error) ? "session/provider-unreachable" : "session/provider-unverified";
      log.error("identity provider", error, { code });
      return { ok: false, problems: [problem(code)] };
    }
  }

  return {
    name: settings.name,
    issuer: settings.issuer,
    findAddress: ({ state, nonce, verifier }) =>
      attempt(async (found) => {
        const address = buildAuthorizationUrl(found, {
          redirect_uri: settings.returnAddress,
          scope: settings.scopes.join(" "),
          state,
          nonce,
          code_challenge: await calculatePKCECodeChallenge(verifier),
          code_challenge_method: "S256",
        });
        // The browser is sent there, so it must be a page and no script.
        if (address.protocol !== "https:" && address.protocol !== new URL(settings.issuer).protocol)
          throw new Error(`The provider's page is at ${address.protocol}, not at https:.`);
        return address.href;
      }),
    async findSubject({ code, issuer, error }, { state, nonce, verifier }) {
      const url = new URL(settings.returnAddress);
      for (const [name, value] of Object.entries({ code, state, iss: issuer, error }))
        if (value !== undefined) url.searchParams.set(name, value);
      const subject = await attempt(async (found) => {
        const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier };
        try {
          const tokens = await authorizationCodeGrant(found, url, { ...checks, idTokenExpected: true });
          return await readClaim(found, settings.claim, tokens);
        } catch (thrown) {
          // The provider's own no, after its `iss` and `state` were right.
          if (thrown instanceof AuthorizationResponseError) return undefined;
          throw thrown;
        }
      });
      if (!subject.ok) return subject;
      return subject.value === undefined ? refuse("session/provider-refused") : ok(subject.value);
    },
  };
}
