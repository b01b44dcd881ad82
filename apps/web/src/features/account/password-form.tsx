import { useMutation } from "@tanstack/react-query";
import { App } from "antd";
import { useState } from "react";
import { Field } from "../../session/field.js";
import { NewPassword } from "../../session/new-password.js";
import { useEnter } from "../../session/use-enter.js";
import { useSession } from "../../session/use-session.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";

/** Changes the password; every other session of the account ends with it. */
export function PasswordForm({ onDone }: { onDone: () => void }) {
  const { t } = useText();
  const trpc = useTRPC();
  const enter = useEnter();
  const { person } = useSession();
  const { message } = App.useApp();
  const [old, setOld] = useState("");
  const change = useMutation(
    trpc.session.changePassword.mutationOptions({
      onSuccess: async ({ ended }) => {
        void message.success(t("account.password-changed", { n: ended }));
        onDone();
        await enter();
      },
    }),
  );
  return (
    <div className="set-form">
      <NewPassword
        username={person?.username ?? ""}
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
          />
        }
      />
    </div>
  );
}
