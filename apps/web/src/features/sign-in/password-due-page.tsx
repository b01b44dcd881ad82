import type { CurrentSession } from "@shian/domain";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Field } from "../../session/field.js";
import { NewPassword } from "../../session/new-password.js";
import { SignOut } from "../../session/sign-out.js";
import { useEnter } from "../../session/use-enter.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";
import { SignFrame } from "./sign-frame.js";

/** A password that has come to its end is changed before anything else. */
export default function PasswordDuePage({ current }: { current: CurrentSession }) {
  const { t } = useText();
  const trpc = useTRPC();
  const enter = useEnter();
  const [old, setOld] = useState("");
  const change = useMutation(trpc.session.changePassword.mutationOptions({ onSuccess: enter }));
  return (
    <SignFrame title={t("sign.due-title")} foot={<SignOut />}>
      <p className="t2">{t("sign.due-hint", { username: current.person?.username ?? "" })}</p>
      <NewPassword
        username={current.person?.username ?? ""}
        error={change.error}
        pending={change.isPending}
        action={t("sign.change-password")}
        disabled={old === ""}
        onChoose={(next) => change.mutate({ txId: createTxId(), current: old, next })}
        before={
          <Field
            label={t("sign.present-password")}
            value={old}
            onChange={setOld}
            secret
            autoComplete="current-password"
            autoFocus
          />
        }
      />
    </SignFrame>
  );
}
