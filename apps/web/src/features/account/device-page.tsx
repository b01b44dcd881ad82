import { useMutation } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import { Button, Input } from "antd";
import { useState } from "react";
import { Card, PageHead } from "../../components/card.js";
import { Notice } from "../../components/notice.js";
import { useErrorSentences } from "../../components/query-view.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";

/** Lets a terminal in that shows this code. */
export function DevicePage() {
  const { t } = useText();
  const trpc = useTRPC();
  const sentences = useErrorSentences();
  const given = useLocation({ select: (location) => location.hash });
  const [code, setCode] = useState(given);
  const look = useMutation(trpc.device.open.mutationOptions());
  const confirm = useMutation(trpc.device.confirm.mutationOptions());
  const failed = confirm.error ?? look.error;
  const decide = (approve: boolean) => confirm.mutate({ txId: createTxId(), userCode: code, approve });
  return (
    <>
      <PageHead title={t("device.title")} sub={t("device.sub")} />
      <div className="grid">
        <Card span={6} title={t("device.code")}>
          {confirm.isSuccess ? (
            <Notice tone="ok">{t(confirm.variables.approve ? "device.approved" : "device.refused")}</Notice>
          ) : (
            <form
              className="sign-form"
              onSubmit={(event) => {
                event.preventDefault();
                look.mutate({ txId: createTxId(), userCode: code });
              }}
            >
              {failed !== null && <Notice tone="over">{sentences(failed).join("")}</Notice>}
              <Input
                value={code}
                size="large"
                maxLength={20}
                autoFocus
                aria-label={t("device.code")}
                placeholder="XXXX-XXXX"
                onChange={(event) => setCode(event.target.value.toUpperCase())}
              />
              {look.data === undefined ? (
                <Button type="primary" htmlType="submit" loading={look.isPending} disabled={code.length < 8}>
                  {t("sign.next")}
                </Button>
              ) : (
                <>
                  <Notice tone="warn">
                    {t("device.ask", { name: look.data.name, address: look.data.address })}
                  </Notice>
                  <div className="row">
                    <Button type="primary" loading={confirm.isPending} onClick={() => decide(true)}>
                      {t("device.approve")}
                    </Button>
                    <Button onClick={() => decide(false)}>{t("device.refuse")}</Button>
                  </div>
                </>
              )}
            </form>
          )}
        </Card>
      </div>
    </>
  );
}
