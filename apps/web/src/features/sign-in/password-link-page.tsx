import { useMutation, useQuery } from "@tanstack/react-query";
import { useLocation, useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { Notice } from "../../components/notice.js";
import { QueryView } from "../../components/query-view.js";
import { NewPassword } from "../../session/new-password.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC, useTRPCClient } from "../../trpc.js";
import { SignFrame } from "./sign-frame.js";

/** The page of a one-time link by which a person chooses a password. */
export default function PasswordLinkPage() {
  const { t } = useText();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const navigate = useNavigate();
  const token = useLocation({ select: (location) => location.hash });
  const link = useQuery({
    queryKey: ["link", token],
    queryFn: () => client.session.openLink.mutate({ txId: createTxId(), token }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const use = useMutation(trpc.session.useLink.mutationOptions());
  return (
    <SignFrame title={t("sign.choose-password")}>
      <QueryView query={link}>
        {({ name, username }) =>
          use.isSuccess ? (
            <>
              <Notice tone="ok">{t("sign.password-chosen")}</Notice>
              <Button type="primary" size="large" block onClick={() => void navigate({ to: "/", hash: "" })}>
                {t("sign.in")}
              </Button>
            </>
          ) : (
            <NewPassword
              error={use.error}
              pending={use.isPending}
              action={t("sign.choose-password")}
              onChoose={(password) => use.mutate({ txId: createTxId(), token, password })}
              before={
                <p className="t2">{t("sign.link-of", { name: name ?? "", username: username ?? "" })}</p>
              }
            />
          )
        }
      </QueryView>
    </SignFrame>
  );
}
