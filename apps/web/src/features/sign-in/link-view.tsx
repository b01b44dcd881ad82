import { toProblems } from "@shian/api/client";
import type { OperationOutput } from "@shian/domain";
import { useQuery } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Blank } from "../../components/notice.js";
import { QueryView, useErrorSentences } from "../../components/query-view.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPCClient } from "../../trpc.js";

export type OpenedLink = OperationOutput<"session.openLink"> & { readonly token: string };

/** What a one-time link opens; of one that was used, trying again would open no more, so nothing of the kind is offered. */
export function LinkView({ children }: { children: (link: OpenedLink) => ReactNode }) {
  const { t } = useText();
  const client = useTRPCClient();
  const sentences = useErrorSentences();
  const token = useLocation({ select: (location) => location.hash });
  const link = useQuery({
    queryKey: ["link", token],
    queryFn: () => client.session.openLink.mutate({ txId: createTxId(), token }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (link.isError && toProblems(link.error).some(({ code }) => code === "session/link-ended"))
    return (
      <Blank icon="warning" tone="err" title={t("sign.link-ended")} hint={sentences(link.error).join("")} />
    );
  return <QueryView query={link}>{(opened) => children({ ...opened, token })}</QueryView>;
}
