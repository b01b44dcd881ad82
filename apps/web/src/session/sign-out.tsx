import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { useText } from "../text/use-text.js";
import { createTxId, useTRPC } from "../trpc.js";
import { useEnter } from "./use-enter.js";

/** Ends the session; in a demonstration the way to another person. */
export function useSignOut(): () => void {
  const trpc = useTRPC();
  const enter = useEnter();
  const end = useMutation(trpc.session.end.mutationOptions({ onSettled: enter }));
  return () => end.mutate({ txId: createTxId() });
}

/** The same as a link. */
export function SignOut() {
  const { t } = useText();
  return (
    <Button type="link" size="small" onClick={useSignOut()}>
      {t("sign.out")}
    </Button>
  );
}
