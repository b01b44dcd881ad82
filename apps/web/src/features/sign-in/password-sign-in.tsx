import type { CurrentSession } from "@shian/domain";
import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { Notice } from "../../components/notice.js";
import { useErrorSentences } from "../../components/query-view.js";
import { Field } from "../../session/field.js";
import { useEnter } from "../../session/use-enter.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";
import { ProviderSignIn } from "./provider-sign-in.js";
import { SignFrame } from "./sign-frame.js";

/** User name and password. */
export function PasswordSignIn({
  isSetUp,
  provider,
  onChallenge,
}: {
  isSetUp: boolean;
  provider: CurrentSession["provider"];
  onChallenge: (challenge: string) => void;
}) {
  const { t } = useText();
  const trpc = useTRPC();
  const enter = useEnter();
  const sentences = useErrorSentences();
  const [username, setUsername] = useState("");
  const [password, setPassword] = useState("");
  const begin = useMutation(
    trpc.session.begin.mutationOptions({
      onSuccess: async (answer) => {
        setPassword("");
        if (answer.state === "second-factor") onChallenge(answer.challenge);
        else await enter();
      },
    }),
  );
  if (!isSetUp)
    return (
      <SignFrame title={t("sign.not-set-up")}>
        <p className="t2">{t("sign.not-set-up-hint")}</p>
      </SignFrame>
    );
  return (
    <SignFrame title={t("sign.in")} foot={t("sign.foot")}>
      <form
        className="sign-form"
        onSubmit={(event) => {
          event.preventDefault();
          begin.mutate({ txId: createTxId(), username, password, carry: "cookie" });
        }}
      >
        {begin.isError && <Notice tone="over">{sentences(begin.error).join("")}</Notice>}
        <Field
          label={t("sign.username")}
          value={username}
          onChange={setUsername}
          autoComplete="username"
          autoFocus
        />
        <Field
          label={t("sign.password")}
          value={password}
          onChange={setPassword}
          secret
          autoComplete="current-password"
        />
        <Button
          type="primary"
          size="large"
          block
          htmlType="submit"
          loading={begin.isPending}
          disabled={username.trim() === "" || password === ""}
        >
          {t("sign.in")}
        </Button>
        <div className="row sm t3">
          <span>{t("sign.forgotten")}</span>
          <span className="r">
            {t("sign.terminal")} <code className="code">shian login</code>
          </span>
        </div>
      </form>
      {provider !== null && <ProviderSignIn name={provider.name} />}
    </SignFrame>
  );
}
