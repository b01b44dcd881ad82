import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { Notice } from "../components/notice.js";
import { useErrorSentences } from "../components/query-view.js";
import { useText } from "../text/use-text.js";
import { Field } from "./field.js";

/** A new password, typed twice; what the server refuses is said above it and nothing typed is lost. */
export function NewPassword({
  error,
  pending,
  action,
  onChoose,
  before,
  disabled = false,
}: {
  error: unknown;
  pending: boolean;
  action: string;
  onChoose: (password: string) => void;
  before?: ReactNode;
  disabled?: boolean;
}) {
  const { t } = useText();
  const sentences = useErrorSentences();
  const [first, setFirst] = useState("");
  const [second, setSecond] = useState("");
  const differs = second !== "" && first !== second;
  return (
    <form
      className="sign-form"
      onSubmit={(event) => {
        event.preventDefault();
        onChoose(first);
      }}
    >
      {error !== null && error !== undefined && <Notice tone="over">{sentences(error).join("")}</Notice>}
      {before}
      <Field
        label={t("sign.new-password")}
        value={first}
        onChange={setFirst}
        secret
        autoComplete="new-password"
        hint={t("sign.password-rule")}
      />
      <Field
        label={t("sign.repeat")}
        value={second}
        onChange={setSecond}
        secret
        autoComplete="new-password"
        fault={differs ? t("sign.differs") : undefined}
      />
      <Button
        type="primary"
        size="large"
        block
        htmlType="submit"
        loading={pending}
        disabled={disabled || first === "" || first !== second}
      >
        {action}
      </Button>
    </form>
  );
}
