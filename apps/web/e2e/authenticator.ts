import { TOTP } from "otpauth";

const PERIOD_MS = 30_000;

/** A phone with an authenticator: gives codes that were not given before, as the product takes each only once. */
export type Authenticator = {
  /** A code not given yet; waits for the next one when the server would not take it so early. */
  fresh(): Promise<string>;
  /** The code that was given last. */
  last(): string;
  /** Six digits that are right at no time near now. */
  wrong(): string;
};

/** An authenticator that holds the secret shown beside the picture. */
export function createAuthenticator(secret: string): Authenticator {
  const totp = new TOTP({ secret, digits: 6, period: PERIOD_MS / 1000, algorithm: "SHA1" });
  const codeOf = (step: number): string => totp.generate({ timestamp: step * PERIOD_MS });
  const stepNow = (): number => Math.floor(Date.now() / PERIOD_MS);
  let given = 0;
  return {
    async fresh() {
      const step = Math.max(stepNow(), given + 1);
      // The server takes the step after the present one too: clocks of phones go wrong.
      while (step > stepNow() + 1) await new Promise((resolve) => setTimeout(resolve, 250));
      given = step;
      return codeOf(step);
    },
    last: () => codeOf(given),
    wrong() {
      const near = new Set([-3, -2, -1, 0, 1, 2, 3].map((offset) => codeOf(stepNow() + offset)));
      let code = 100_000;
      while (near.has(String(code))) code += 1;
      return String(code);
    },
  };
}
