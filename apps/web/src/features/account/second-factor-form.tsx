import { useMutation } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useState } from "react";
import { Notice } from "../../components/notice.js";
import { useErrorSentences } from "../../components/query-view.js";
import { BindFactor } from "../../session/bind-factor.js";
import { useEnter } from "../../session/use-enter.js";
import { useSession } from "../../session/use-session.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";

/** Binds an authenticator, or makes new recovery codes with one that is bound. */
export function SecondFactorForm({ onDone }: { onDone: () => void }) {
  const { secondFactor } = useSession();
  const enter = useEnter();
  const finish = () => {
    onDone();
    void enter();
  };
  return (
    <div className="set-form">
      {secondFactor.state === "on" ? <RecoveryCodes onDone={finish} /> : <BindFactor onDone={finish} />}
    </div>
  );
}

function RecoveryCodes({ onDone }: { onDone: () => void }) {
  const { t } = useText();
  const trpc = useTRPC();
  const sentences = useErrorSentences();
  const [code, setCode] = useState("");
  const renew = useMutation(trpc.session.newRecoveryCodes.mutationOptions());
  if (renew.data !== undefined)
    return (
      <>
        <p className="t2">{t("sign.keep-recovery")}</p>
        <ul className="recovery-codes">
          {renew.data.recoveryCodes.map((one) => (
            <li key={one} className="code">
              {one}
            </li>
          ))}
        </ul>
        <Button type="primary" onClick={onDone}>
          {t("sign.kept")}
        </Button>
      </>
    );
  return (
    <form
      className="sign-form"
      onSubmit={(event) => {
        event.preventDefault();
        renew.mutate({ txId: createTxId(), code });
      }}
    >
      {renew.isError && <Notice tone="over">{sentences(renew.error).join("")}</Notice>}
      <Input
        value={code}
        maxLength={6}
        inputMode="numeric"
        autoComplete="one-time-code"
        aria-label={t("sign.code-title")}
        placeholder={t("sign.code-title")}
        onChange={(event) => setCode(event.target.value)}
      />
      <Button htmlType="submit" loading={renew.isPending} disabled={code.length < 6}>
        {t("account.new-recovery")}
      </Button>
    </form>
  );
}
