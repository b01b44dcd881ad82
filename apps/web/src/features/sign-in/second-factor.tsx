import { useMutation } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useState } from "react";
import { Notice } from "../../components/notice.js";
import { useErrorSentences } from "../../components/query-view.js";
import { Field } from "../../session/field.js";
import { useEnter } from "../../session/use-enter.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";
import { SignFrame } from "./sign-frame.js";

/** The code of the authenticator, or a recovery code instead. */
export function SecondFactor({
  challenge,
  onBack,
  onDone,
}: {
  challenge: string;
  onBack: () => void;
  /** Instead of showing the page that was asked for. */
  onDone?: () => void;
}) {
  const { t } = useText();
  const trpc = useTRPC();
  const enter = useEnter();
  const sentences = useErrorSentences();
  const [recovery, setRecovery] = useState(false);
  const [code, setCode] = useState("");
  const [round, setRound] = useState(0);
  const prove = useMutation(
    trpc.session.secondFactor.mutationOptions({
      onSuccess: onDone ?? enter,
      // Six empty boxes for the next try; a recovery code is long and worth correcting.
      onError: () => {
        if (recovery) return;
        setCode("");
        setRound((last) => last + 1);
      },
    }),
  );
  const send = (value: string) => prove.mutate({ txId: createTxId(), challenge, code: value });
  return (
    <SignFrame title={t("sign.code-title")} foot={t("sign.code-foot")}>
      <p className="t2">{t(recovery ? "sign.recovery-hint" : "sign.code-hint")}</p>
      <form
        className="sign-form"
        onSubmit={(event) => {
          event.preventDefault();
          send(code);
        }}
      >
        {prove.isError && <Notice tone="over">{sentences(prove.error).join("")}</Notice>}
        {recovery ? (
          <Field
            label={t("sign.recovery")}
            value={code}
            onChange={setCode}
            autoComplete="one-time-code"
            autoFocus
          />
        ) : (
          <Input.OTP
            key={round}
            length={6}
            size="large"
            autoFocus
            autoComplete="one-time-code"
            aria-label={t("sign.code-title")}
            onChange={(value) => {
              setCode(value);
              send(value);
            }}
          />
        )}
        <Button
          type="primary"
          size="large"
          block
          htmlType="submit"
          loading={prove.isPending}
          disabled={code.length < 6}
        >
          {t("sign.prove")}
        </Button>
        <div className="row sm">
          <Button
            type="link"
            size="small"
            onClick={() => {
              setRecovery(!recovery);
              setCode("");
            }}
          >
            {t(recovery ? "sign.use-code" : "sign.use-recovery")}
          </Button>
          <Button type="link" size="small" className="r" onClick={onBack}>
            {t("sign.back")}
          </Button>
        </div>
      </form>
    </SignFrame>
  );
}
