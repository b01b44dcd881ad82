import { findPasswordFaults, passwordPolicies, renderProblem } from "@shian/domain";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { Notice } from "../components/notice.js";
import { useErrorSentences } from "../components/query-view.js";
import { useText } from "../text/use-text.js";
import { useTRPC } from "../trpc.js";
import { Field } from "./field.js";

/**
 * A new password, typed twice. What the rules say against it stands below it at once; what only the server can know,
 * such as that it was used before, is said above, and nothing typed is lost.
 */
export function NewPassword({
  username,
  error,
  pending,
  action,
  onChoose,
  before,
  disabled = false,
}: {
  /** Whose password it will be; it may not hold the user name. */
  username: string;
  error: unknown;
  pending: boolean;
  action: string;
  onChoose: (password: string) => void;
  before?: ReactNode;
  disabled?: boolean;
}) {
  const { t, locale } = useText();
  const trpc = useTRPC();
  const sentences = useErrorSentences();
  const [first, setFirst] = useState("");
  const [second, setSecond] = useState("");
  const [tried, setTried] = useState(false);
  const profile = useQuery(trpc.session.current.queryOptions({})).data?.passwordProfile;
  const faults =
    profile === undefined || first === "" ? [] : findPasswordFaults({ password: first, username, profile });
  const rule = profile === undefined ? undefined : passwordPolicies[profile];
  const differs = second !== "" && first !== second;
  return (
    <form
      className="sign-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (faults.length > 0) setTried(true);
        else onChoose(first);
      }}
    >
      {error !== null && error !== undefined && <Notice tone="over">{sentences(error).join("")}</Notice>}
      {before}
      <Field
        label={t("sign.new-password")}
        value={first}
        onChange={(text) => {
          setFirst(text);
          setTried(false);
        }}
        secret
        autoComplete="new-password"
        hint={
          rule === undefined
            ? ""
            : t(rule.classes > 1 ? "sign.password-rule" : "sign.password-rule-length", {
                least: rule.least,
                classes: rule.classes,
              })
        }
        fault={
          tried && faults.length > 0
            ? faults.map((fault) => renderProblem(fault, locale)).join("")
            : undefined
        }
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
