import { useNavigate } from "@tanstack/react-router";
import type { IconName } from "../components/icon.js";
import { useSignOut } from "../session/sign-out.js";
import { useSession } from "../session/use-session.js";
import { useText } from "../text/use-text.js";

/** Where whoever signed in looks after the own account, and the way out. */
export function usePersonActions(): readonly {
  readonly key: string;
  readonly label: string;
  readonly icon: IconName;
  readonly run: () => void;
}[] {
  const { t } = useText();
  const { mode } = useSession();
  const navigate = useNavigate();
  const signOut = useSignOut();
  return [
    {
      key: "account",
      label: t("account.title"),
      icon: "person",
      run: () => void navigate({ to: "/account" }),
    },
    { key: "out", label: t(mode === "demo" ? "sign.other-person" : "sign.out"), icon: "swap", run: signOut },
  ];
}
