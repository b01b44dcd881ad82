import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { Notice } from "../../components/notice.js";
import { NewPassword } from "../../session/new-password.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";
import { LinkView, type OpenedLink } from "./link-view.js";
import { SignFrame } from "./sign-frame.js";

/** The page of a one-time link by which a person chooses a password. */
export default function PasswordLinkPage() {
  const { t } = useText();
  return (
    <SignFrame title={t("sign.choose-password")}>
      <LinkView>{(link) => <ChoosePassword link={link} />}</LinkView>
    </SignFrame>
  );
}

function ChoosePassword({ link }: { link: OpenedLink }) {
  const { t } = useText();
  const trpc = useTRPC();
  const navigate = useNavigate();
  const use = useMutation(trpc.session.useLink.mutationOptions());
  const { token, name, username } = link;
  if (use.isSuccess)
    return (
      <>
        <Notice tone="ok">{t("sign.password-chosen")}</Notice>
        <Button type="primary" size="large" block onClick={() => void navigate({ to: "/", hash: "" })}>
          {t("sign.in")}
        </Button>
      </>
    );
  return (
    <NewPassword
      username={username ?? ""}
      error={use.error}
      pending={use.isPending}
      action={t("sign.choose-password")}
      onChoose={(password) => use.mutate({ txId: createTxId(), token, password })}
      before={<p className="t2">{t("sign.link-of", { name: name ?? "", username: username ?? "" })}</p>}
    />
  );
}
