// A provider that is configured and never answers: for what only needs one to be named, without any connection leaving.
import { createIdentityProvider, type IdentityProvider } from "../features/session/identity-provider.js";
import { createLog } from "../log.js";

/** Nothing listens on port 9 of this machine. */
export const createClosedProvider = (): IdentityProvider =>
  createIdentityProvider(
    {
      issuer: "http://127.0.0.1:9",
      clientId: "shian-office",
      clientSecret: "of nobody",
      name: undefined,
      claim: "sub",
      scopes: ["openid"],
      returnAddress: "http://127.0.0.1/sign-in/return",
    },
    createLog(
      () => undefined,
      () => new Date(),
    ),
  );
