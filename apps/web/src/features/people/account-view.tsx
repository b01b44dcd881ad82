import type { PersonDetail, PersonLink } from "@shian/domain";
import { useMutation } from "@tanstack/react-query";
import { Modal } from "antd";
import { useState } from "react";
import { OnceLinks } from "../../components/once-links.js";
import { ReasonModal } from "../../components/reason-modal.js";
import { useSaving } from "../../components/saving.js";
import { IfMay, useSession } from "../../session/use-session.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";
import { ChangePerson } from "./change-person.js";
import { LinkProvider } from "./link-provider.js";
import { StateOf } from "./people-table.js";

const acts = ["disable", "enable", "resetPassword", "unlock", "resetSecondFactor", "unlinkProvider"] as const;
type Act = (typeof acts)[number];

/** The account: how its owner signs in and is reached, and what an administrator may do about it. */
export function AccountView({ detail }: { detail: PersonDetail }) {
  const { t } = useText();
  const [act, setAct] = useState<Act | "change" | "linkProvider">();
  const [link, setLink] = useState<PersonLink>();
  const { person } = detail;
  const account = person.account;
  const session = useSession();
  const isOwn = session.person?.id === person.id;
  const hasProvider = session.provider !== null;
  const offered = acts.filter(
    (one) =>
      (one === "disable" && account?.state === "enabled" && !isOwn) ||
      (one === "enable" && account?.state === "disabled") ||
      (one === "resetPassword" && account?.state === "enabled" && !isOwn) ||
      (one === "unlock" && account?.locked === true) ||
      (one === "resetSecondFactor" && detail.secondFactor) ||
      (one === "unlinkProvider" && detail.provider !== null),
  );
  return (
    <>
      <dl className="dl">
        <dt>{t("people.username")}</dt>
        <dd className="code">{account?.username}</dd>
        <dt>{t("people.state")}</dt>
        <dd>
          <StateOf row={person} />
        </dd>
        <dt>{t("people.password")}</dt>
        <dd>{t(detail.passwordChosen ? "people.password-chosen" : "people.password-none")}</dd>
        <dt>{t("account.factor")}</dt>
        <dd>{t(detail.secondFactor ? "people.factor-bound" : "people.factor-none")}</dd>
        {(hasProvider || detail.provider !== null) && (
          <>
            <dt>{t("provider.name")}</dt>
            <dd>
              {detail.provider === null ? t("provider.none") : t("provider.linked-as", detail.provider)}
            </dd>
          </>
        )}
        <dt>{t("account.sessions")}</dt>
        <dd>{t("people.sessions-n", { n: detail.sessions })}</dd>
        <dt>{t("people.unit")}</dt>
        <dd>{person.unit?.name ?? t("people.no-unit")}</dd>
        <dt>{t("people.office-phone")}</dt>
        <dd>{detail.officePhone ?? t("common.none")}</dd>
        <dt>{t("people.mobile")}</dt>
        <dd>{detail.mobile ?? t("common.none")}</dd>
      </dl>
      <div className="row wrap mt16">
        <IfMay operation="people.change">
          <button type="button" className="btn" onClick={() => setAct("change")}>
            {t("people.change")}
          </button>
        </IfMay>
        {hasProvider && detail.provider === null && account?.state === "enabled" && !isOwn && (
          <IfMay operation="people.linkProvider">
            <button type="button" className="btn" onClick={() => setAct("linkProvider")}>
              {t("provider.link")}
            </button>
          </IfMay>
        )}
        {offered.map((one) => (
          <IfMay key={one} operation={`people.${one}`}>
            <button type="button" className="btn" onClick={() => setAct(one)}>
              {t(`people.act-${one}`)}
            </button>
          </IfMay>
        ))}
      </div>
      {act === "change" && <ChangePerson detail={detail} onClose={() => setAct(undefined)} />}
      {act === "linkProvider" && <LinkProvider person={person} onClose={() => setAct(undefined)} />}
      {act !== undefined && act !== "change" && act !== "linkProvider" && (
        <AccountAct
          act={act}
          person={person}
          onClose={() => setAct(undefined)}
          onLink={(made) => {
            setAct(undefined);
            setLink(made);
          }}
        />
      )}
      {link !== undefined && (
        <Modal
          open
          width={640}
          title={t("people.link-of", { name: person.name })}
          footer={null}
          mask={{ closable: false }}
          onCancel={() => setLink(undefined)}
        >
          <OnceLinks links={[{ ...link, name: person.name }]} />
        </Modal>
      )}
    </>
  );
}

function AccountAct({
  act,
  person,
  onClose,
  onLink,
}: {
  act: Act;
  person: PersonDetail["person"];
  onClose: () => void;
  onLink: (link: PersonLink) => void;
}) {
  const { t } = useText();
  const trpc = useTRPC();
  const saving = useSaving();
  const done = saving(t(`people.done-${act}`), onClose);
  const disable = useMutation(trpc.people.disable.mutationOptions(done));
  const enable = useMutation(trpc.people.enable.mutationOptions(done));
  const unlock = useMutation(trpc.people.unlock.mutationOptions(done));
  const resetSecondFactor = useMutation(trpc.people.resetSecondFactor.mutationOptions(done));
  const unlinkProvider = useMutation(trpc.people.unlinkProvider.mutationOptions(done));
  const resetPassword = useMutation(
    trpc.people.resetPassword.mutationOptions(saving(t("people.done-resetPassword"), onLink)),
  );
  const changes = { disable, enable, unlock, resetSecondFactor, unlinkProvider, resetPassword };
  const { isPending, error } = changes[act];
  const { id, version } = person;
  const submit = (reason: string) => {
    const one = { txId: createTxId(), id, reason };
    if (act === "disable") disable.mutate({ ...one, version });
    else if (act === "enable") enable.mutate({ ...one, version });
    else if (act === "unlock") unlock.mutate(one);
    else if (act === "resetSecondFactor") resetSecondFactor.mutate(one);
    else if (act === "unlinkProvider") unlinkProvider.mutate(one);
    else resetPassword.mutate(one);
  };
  return (
    <ReasonModal
      title={t("people.act-of", { act: t(`people.act-${act}`), name: person.name })}
      hint={t(`people.hint-${act}`)}
      action={t(`people.act-${act}`)}
      danger={act === "disable"}
      pending={isPending}
      error={error}
      onClose={onClose}
      onSubmit={({ reason }) => submit(reason)}
    />
  );
}
