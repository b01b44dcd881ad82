import type { CurrentSession } from "@shian/domain";
import { useState } from "react";
import { DemonstrationSignIn } from "./demonstration-sign-in.js";
import { PasswordSignIn } from "./password-sign-in.js";
import { SecondFactor } from "./second-factor.js";

/** The way in: in a demonstration by choosing who to be, else by password and, where bound, the authenticator. */
export default function SignInPage({ current }: { current: CurrentSession }) {
  const [challenge, setChallenge] = useState<string>();
  if (challenge !== undefined)
    return <SecondFactor challenge={challenge} onBack={() => setChallenge(undefined)} />;
  if (current.mode === "demo") return <DemonstrationSignIn people={current.demonstrationPeople} />;
  return <PasswordSignIn isSetUp={current.setUp} provider={current.provider} onChallenge={setChallenge} />;
}
