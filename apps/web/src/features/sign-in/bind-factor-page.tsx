import { BindFactor } from "../../session/bind-factor.js";
import { SignOut } from "../../session/sign-out.js";
import { useEnter } from "../../session/use-enter.js";
import { useText } from "../../text/use-text.js";
import { SignFrame } from "./sign-frame.js";

/** One of the three administrators binds an authenticator before anything else opens. */
export default function BindFactorPage({ username }: { username: string }) {
  const { t } = useText();
  const enter = useEnter();
  return (
    <SignFrame title={t("sign.bind-title")} foot={<SignOut />}>
      <p className="t2">{t("sign.bind-hint", { username })}</p>
      <BindFactor onDone={() => void enter()} />
    </SignFrame>
  );
}
