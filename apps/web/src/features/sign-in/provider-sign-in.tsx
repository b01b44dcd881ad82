import { useMutation } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import { Button } from "antd";
import { Notice } from "../../components/notice.js";
import { useErrorSentences } from "../../components/query-view.js";
import { goOutside, toOwnPath } from "../../navigation/leave-page.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";

/** The way to the office's identity provider; it leads back to the page that was asked for. */
export function ProviderSignIn({ name }: { name: string | null }) {
  const { t } = useText();
  const trpc = useTRPC();
  const sentences = useErrorSentences();
  const here = useLocation({ select: ({ pathname, searchStr }) => `${pathname}${searchStr}` });
  const go = useMutation(
    trpc.session.goToProvider.mutationOptions({
      onSuccess: ({ address }) => goOutside(address),
    }),
  );
  return (
    <div className="sign-form">
      {go.isError && <Notice tone="over">{sentences(go.error).join("")}</Notice>}
      <Button
        size="large"
        block
        loading={go.isPending || go.isSuccess}
        onClick={() => go.mutate({ txId: createTxId(), back: toOwnPath(here) })}
      >
        {t("provider.sign-in", { name: name ?? t("provider.by-default") })}
      </Button>
    </div>
  );
}
