import { type GrantRow, isWithin, type PersonDetail, toPlainDate } from "@shian/domain";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { SectionTitle } from "../../components/card.js";
import { Blank } from "../../components/notice.js";
import { ReasonModal } from "../../components/reason-modal.js";
import { useSaving } from "../../components/saving.js";
import { useToday } from "../../components/use-today.js";
import { useSession } from "../../session/use-session.js";
import { useSpan } from "../../text/use-span.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";

/** Grants in force, those of other days below in grey, and whom the person stands in for. */
export function GrantsView({ detail }: { detail: PersonDetail }) {
  const { t, name } = useText();
  const { may, person: self } = useSession();
  const mayEnd = may("grant.end") && detail.person.id !== self?.id;
  const span = useSpan();
  const today = toPlainDate(useToday());
  const [ending, setEnding] = useState<GrantRow>();
  const isOver = ({ to }: GrantRow) => to !== null && to <= today;
  const inForce = detail.grants.filter((grant) => isWithin(grant, today));
  const rows = [...detail.grants].sort((a, b) => Number(isOver(a)) - Number(isOver(b)));
  return (
    <>
      <SectionTitle>{t("people.grants-union", { n: inForce.length })}</SectionTitle>
      {rows.length === 0 ? (
        <Blank icon="person" title={t("people.no-grant")} hint={t("people.no-grant-hint")} />
      ) : (
        <div className="scroll-x">
          <table className="tbl s edge">
            <thead>
              <tr>
                <th>{t("people.role")}</th>
                <th>{t("people.where")}</th>
                <th>{t("people.days")}</th>
                <th className="opt">{t("people.basis")}</th>
                {mayEnd && <th aria-label={t("people.end-grant")} />}
              </tr>
            </thead>
            <tbody>
              {rows.map((grant) => (
                <tr key={grant.id} className={isOver(grant) ? "past" : ""}>
                  <td className="nw">{name("role", grant.leading ? "leading" : grant.role)}</td>
                  <td>{grant.territoryName ?? grant.targetName ?? t("people.everywhere")}</td>
                  <td>{span(grant)}</td>
                  <td className="opt">
                    {grant.reason}
                    <small>{grant.grantedBy}</small>
                  </td>
                  {mayEnd && (
                    <td className="num">
                      {!isOver(grant) && (
                        <button type="button" className="btn link" onClick={() => setEnding(grant)}>
                          {t("people.end-grant")}
                        </button>
                      )}
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {detail.standIns.length > 0 && (
        <>
          <SectionTitle>{t("people.stand-ins")}</SectionTitle>
          <ul className="mini">
            {detail.standIns.map((standIn) => (
              <li key={standIn.id}>
                <span>
                  {t("people.stands-in-for", { name: standIn.standsInForName })}{" "}
                  <span className="t3">{standIn.reason}</span>
                </span>
                <span className="t3 nw">{span(standIn)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {ending !== undefined && <EndGrant grant={ending} onClose={() => setEnding(undefined)} />}
    </>
  );
}

function EndGrant({ grant, onClose }: { grant: GrantRow; onClose: () => void }) {
  const { t, name } = useText();
  const trpc = useTRPC();
  const today = useToday();
  const saving = useSaving();
  const end = useMutation(trpc.grant.end.mutationOptions(saving(t("people.grant-ended"), onClose)));
  const where = grant.territoryName ?? grant.targetName ?? t("people.everywhere");
  return (
    <ReasonModal
      title={t("people.end-grant")}
      hint={t("people.end-grant-hint", {
        person: grant.personName,
        role: name("role", grant.leading ? "leading" : grant.role),
        where,
      })}
      action={t("people.end-grant")}
      danger
      day={{ label: t("people.first-day-not"), at: today }}
      pending={end.isPending}
      error={end.error}
      onClose={onClose}
      onSubmit={({ reason, day }) =>
        end.mutate({
          txId: createTxId(),
          id: grant.id,
          version: grant.version,
          reason,
          ...(day === undefined ? {} : { to: toPlainDate(day) }),
        })
      }
    />
  );
}
