import { useMutation, useQuery } from "@tanstack/react-query";
import { useLocation, useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { Notice } from "../../components/notice.js";
import { QueryView } from "../../components/query-view.js";
import { Field } from "../../session/field.js";
import { NewPassword } from "../../session/new-password.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC, useTRPCClient } from "../../trpc.js";
import { SignFrame } from "./sign-frame.js";

const roles = ["system", "security", "audit"] as const;
type Draft = { role: (typeof roles)[number]; name: string; username: string; password: string };

/** The page of the one-time set-up link: the three administrators, one after the other, made together at the end. */
export default function SetUpPage() {
  const { t, name: nameOf } = useText();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const navigate = useNavigate();
  const token = useLocation({ select: (location) => location.hash });
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  const [name, setName] = useState("");
  const [username, setUsername] = useState("");
  const link = useQuery({
    queryKey: ["link", token],
    queryFn: () => client.session.openLink.mutate({ txId: createTxId(), token }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const begin = useMutation(trpc.setup.begin.mutationOptions({ onError: () => setDrafts([]) }));
  const role = roles[drafts.length];
  const taken = drafts.find((draft) => draft.username === username.trim().toLowerCase());
  const choose = (password: string) => {
    if (role === undefined) return;
    const next = [...drafts, { role, name: name.trim(), username: username.trim().toLowerCase(), password }];
    setDrafts(next);
    setName("");
    setUsername("");
    if (next.length === roles.length) begin.mutate({ txId: createTxId(), token, administrators: next });
  };
  return (
    <SignFrame title={t("sign.set-up")} foot={t("sign.set-up-foot", { n: Math.min(drafts.length + 1, 3) })}>
      <QueryView query={link}>
        {({ endsAt }) =>
          begin.isSuccess ? (
            <>
              <Notice tone="ok">{t("sign.set-up-done")}</Notice>
              <Button type="primary" size="large" block onClick={() => void navigate({ to: "/", hash: "" })}>
                {t("sign.in")}
              </Button>
            </>
          ) : (
            <>
              <Notice>{t("sign.link-until", { time: new Date(endsAt).toLocaleTimeString() })}</Notice>
              <ol className="sign-list">
                {roles.map((one) => (
                  <li key={one}>
                    <span>{nameOf("role", one)}</span>
                    <span>{drafts.find((draft) => draft.role === one)?.name ?? t("sign.open")}</span>
                  </li>
                ))}
              </ol>
              {role !== undefined && (
                <NewPassword
                  key={role}
                  error={begin.error}
                  pending={begin.isPending}
                  action={t(drafts.length === 2 ? "sign.finish" : "sign.next")}
                  disabled={name.trim() === "" || username.trim() === "" || taken !== undefined}
                  onChoose={choose}
                  before={
                    <>
                      <Field
                        label={t("sign.name-of", { role: nameOf("role", role) })}
                        value={name}
                        onChange={setName}
                        autoComplete="off"
                        autoFocus
                      />
                      <Field
                        label={t("sign.username")}
                        value={username}
                        onChange={setUsername}
                        autoComplete="off"
                        fault={
                          taken === undefined
                            ? undefined
                            : t("sign.same-as", { role: nameOf("role", taken.role) })
                        }
                      />
                    </>
                  }
                />
              )}
            </>
          )
        }
      </QueryView>
    </SignFrame>
  );
}
