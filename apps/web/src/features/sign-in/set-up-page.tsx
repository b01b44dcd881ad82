import { Username } from "@shian/domain";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { LoadingRows } from "../../components/loading.js";
import { Notice } from "../../components/notice.js";
import { useErrorSentences } from "../../components/query-view.js";
import { Field } from "../../session/field.js";
import { NewPassword } from "../../session/new-password.js";
import { formatInstant } from "../../text/format-instant.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";
import { LinkView, type OpenedLink } from "./link-view.js";
import { SignFrame } from "./sign-frame.js";

const roles = ["system", "security", "audit"] as const;
type Draft = { role: (typeof roles)[number]; name: string; username: string; password: string };

/** The page of the one-time set-up link: the three administrators, one after the other, made together at the end. */
export default function SetUpPage() {
  const { t } = useText();
  return (
    <SignFrame title={t("sign.set-up")}>
      <LinkView>{(link) => <Administrators link={link} />}</LinkView>
    </SignFrame>
  );
}

function Administrators({ link }: { link: OpenedLink }) {
  const { t, name: nameOf } = useText();
  const trpc = useTRPC();
  const navigate = useNavigate();
  const sentences = useErrorSentences();
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  const begin = useMutation(trpc.setup.begin.mutationOptions());
  const send = (administrators: readonly Draft[]) =>
    begin.mutate({ txId: createTxId(), token: link.token, administrators: [...administrators] });
  const role = roles[drafts.length];
  if (begin.isSuccess)
    return (
      <>
        <Notice tone="ok">{t("sign.set-up-done")}</Notice>
        <Button type="primary" size="large" block onClick={() => void navigate({ to: "/", hash: "" })}>
          {t("sign.in")}
        </Button>
      </>
    );
  return (
    <>
      <Notice>{t("sign.link-until", { time: formatInstant(link.endsAt) })}</Notice>
      <ol className="sign-list">
        {roles.map((one) => (
          <li key={one}>
            <span>{nameOf("role", one)}</span>
            <span>{drafts.find((draft) => draft.role === one)?.name ?? t("sign.open")}</span>
          </li>
        ))}
      </ol>
      {role === undefined ? (
        begin.isError ? (
          <>
            <Notice tone="over">{sentences(begin.error).join("")}</Notice>
            <Button type="primary" size="large" block onClick={() => send(drafts)}>
              {t("state.retry")}
            </Button>
            <Button size="large" block onClick={() => setDrafts([])}>
              {t("sign.fill-again")}
            </Button>
          </>
        ) : (
          <LoadingRows rows={2} />
        )
      ) : (
        <>
          <Administrator
            key={role}
            role={role}
            others={drafts}
            isLast={drafts.length === roles.length - 1}
            onDone={(draft) => {
              const next = [...drafts, draft];
              setDrafts(next);
              if (next.length === roles.length) send(next);
            }}
          />
          <div className="sign-foot">{t("sign.set-up-foot", { n: drafts.length + 1 })}</div>
        </>
      )}
    </>
  );
}

/** One of the three: whatever can be known without the server is said where it was typed. */
function Administrator({
  role,
  others,
  isLast,
  onDone,
}: {
  role: Draft["role"];
  others: readonly Draft[];
  isLast: boolean;
  onDone: (draft: Draft) => void;
}) {
  const { t, name: nameOf } = useText();
  const [name, setName] = useState("");
  const [username, setUsername] = useState("");
  const written = username.trim().toLowerCase();
  const taken = others.find((draft) => draft.username === written);
  const isShaped = Username.safeParse(written).success;
  const fault =
    taken !== undefined
      ? t("sign.same-as", { role: nameOf("role", taken.role) })
      : // Not while the first two characters are being typed.
        written.length > 2 && !isShaped
        ? t("people.username-hint")
        : undefined;
  return (
    <NewPassword
      username={written}
      error={undefined}
      pending={false}
      action={t(isLast ? "sign.finish" : "sign.next")}
      disabled={name.trim() === "" || !isShaped || taken !== undefined}
      onChoose={(password) => onDone({ role, name: name.trim(), username: written, password })}
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
            fault={fault}
          />
        </>
      }
    />
  );
}
