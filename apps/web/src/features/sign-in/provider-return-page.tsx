import { useMutation } from "@tanstack/react-query";
import { Navigate, useLocation } from "@tanstack/react-router";
import { Button } from "antd";
import { useEffect, useRef } from "react";
import { LoadingRows } from "../../components/loading.js";
import { Notice } from "../../components/notice.js";
import { useErrorSentences } from "../../components/query-view.js";
import { leaveTo } from "../../navigation/leave-page.js";
import { parseProviderSearch } from "../../navigation/provider-search.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";
import { SecondFactor } from "./second-factor.js";
import { SignFrame } from "./sign-frame.js";

/** Where the identity provider sends people back to: signs them in, or says why not. */
export default function ProviderReturnPage() {
  const { t } = useText();
  const trpc = useTRPC();
  const sentences = useErrorSentences();
  const search = useLocation({ select: (location) => location.search });
  const { state, code, iss, error } = parseProviderSearch(search);
  const finish = useMutation(
    trpc.session.returnFromProvider.mutationOptions({
      onSuccess: ({ answer, back }) => {
        if (answer.state !== "second-factor") leaveTo(back);
      },
    }),
  );
  const { mutate } = finish;
  // What came back works once, so it is sent once.
  const isSent = useRef(false);
  useEffect(() => {
    if (state === undefined || isSent.current) return;
    isSent.current = true;
    mutate({
      txId: createTxId(),
      state,
      ...(code === undefined ? {} : { code }),
      ...(iss === undefined ? {} : { issuer: iss }),
      ...(error === undefined ? {} : { error }),
    });
  }, [mutate, state, code, iss, error]);
  if (state === undefined) return <Navigate to="/" replace />;
  if (finish.data?.answer.state === "second-factor") {
    const { answer, back } = finish.data;
    return (
      <SecondFactor challenge={answer.challenge} onBack={() => leaveTo("/")} onDone={() => leaveTo(back)} />
    );
  }
  if (finish.isError)
    return (
      <SignFrame title={t("provider.refused")}>
        <Notice tone="over">{sentences(finish.error).join("")}</Notice>
        <Button type="primary" size="large" block onClick={() => leaveTo("/")}>
          {t("provider.again")}
        </Button>
      </SignFrame>
    );
  return (
    <SignFrame title={t("provider.returning")}>
      <LoadingRows />
    </SignFrame>
  );
}
