import { useMutation } from "@tanstack/react-query";
import { Button, Input, QRCode } from "antd";
import { useState } from "react";
import { Notice } from "../components/notice.js";
import { useErrorSentences } from "../components/query-view.js";
import { useText } from "../text/use-text.js";
import { createTxId, useTRPC } from "../trpc.js";
import { Field } from "./field.js";

/** Binds an authenticator: password, picture to scan, first code, and the recovery codes to keep. */
export function BindFactor({ onDone }: { onDone: () => void }) {
  const { t } = useText();
  const trpc = useTRPC();
  const sentences = useErrorSentences();
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const begin = useMutation(trpc.session.beginTotp.mutationOptions());
  const confirm = useMutation(trpc.session.confirmTotp.mutationOptions());
  if (confirm.data !== undefined)
    return (
      <>
        <Notice tone="ok">{t("sign.bound")}</Notice>
        <p className="t2">{t("sign.keep-recovery")}</p>
        <ul className="recovery-codes">
          {confirm.data.recoveryCodes.map((one) => (
            <li key={one} className="code">
              {one}
            </li>
          ))}
        </ul>
        <Button type="primary" block size="large" onClick={onDone}>
          {t("sign.kept")}
        </Button>
      </>
    );
  if (begin.data === undefined)
    return (
      <form
        className="sign-form"
        onSubmit={(event) => {
          event.preventDefault();
          begin.mutate({ txId: createTxId(), password });
        }}
      >
        {begin.isError && <Notice tone="over">{sentences(begin.error).join("")}</Notice>}
        <Field
          label={t("sign.password")}
          value={password}
          onChange={setPassword}
          secret
          autoComplete="current-password"
          autoFocus
        />
        <Button
          type="primary"
          block
          size="large"
          htmlType="submit"
          loading={begin.isPending}
          disabled={password === ""}
        >
          {t("sign.next")}
        </Button>
      </form>
    );
  return (
    <form
      className="sign-form"
      onSubmit={(event) => {
        event.preventDefault();
        confirm.mutate({ txId: createTxId(), code });
      }}
    >
      {confirm.isError && <Notice tone="over">{sentences(confirm.error).join("")}</Notice>}
      <p className="t2">{t("sign.scan")}</p>
      <div className="row center">
        <QRCode value={begin.data.address} size={168} color="#000" bgColor="#fff" />
      </div>
      <p className="sm t3">
        {t("sign.or-type")} <code className="code">{begin.data.secret}</code>
      </p>
      <Input
        value={code}
        onChange={(event) => setCode(event.target.value)}
        inputMode="numeric"
        autoComplete="one-time-code"
        size="large"
        maxLength={6}
        aria-label={t("sign.code-title")}
        placeholder={t("sign.code-title")}
      />
      <Button
        type="primary"
        block
        size="large"
        htmlType="submit"
        loading={confirm.isPending}
        disabled={code.length < 6}
      >
        {t("sign.bind")}
      </Button>
    </form>
  );
}
