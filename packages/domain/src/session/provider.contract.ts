import * as z from "zod";
import { mutation, TxId } from "../kernel/operation.js";
import { OwnPath } from "./own-path.js";
import { SignInAnswer } from "./session.contract.js";

const open = { may: ["public"], territory: "none" } as const;

/** Signing in by way of the outside identity provider (OpenID Connect), where one is configured. */
export const providerOperations = {
  "session.goToProvider": mutation(
    z.strictObject({ txId: TxId, back: OwnPath.describe("where to go once signed in") }),
    z.strictObject({
      address: z.string().describe("page of the provider to open"),
      endsAt: z.iso.datetime(),
    }),
    open,
  ),
  "session.returnFromProvider": mutation(
    z.strictObject({
      txId: TxId,
      state: z.string().min(1).max(200),
      code: z.string().min(1).max(4000).optional(),
      issuer: z.string().max(500).optional().describe("`iss` of RFC 9207"),
      error: z.string().max(200).optional().describe("code of the provider's refusal"),
    }),
    z.strictObject({ answer: SignInAnswer, back: OwnPath }),
    open,
  ),
} as const;
