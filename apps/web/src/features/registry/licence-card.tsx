import { type EstablishmentDetail, listLicences } from "@shian/domain";
import { Card } from "../../components/card.js";
import { DoorLink } from "../../components/figures.js";
import { StatusMark } from "../../components/status-mark.js";
import { useText } from "../../text/use-text.js";

const tones = {
  valid: "ok",
  ending: "at-risk",
  expired: "overdue",
  unknown: "closed",
  suspended: "at-risk",
  revoked: "overdue",
  cancelled: "closed",
} as const;

/** All licences and registrations with how they stand on the day. */
export function LicenceCard({ detail }: { detail: EstablishmentDetail }) {
  const { t, name, clauses } = useText();
  const licences = listLicences(detail.establishment);
  return (
    <Card title={t("licence.title")}>
      <ul className="mini" data-testid="licences">
        {licences.map((licence, at) => {
          const standing = detail.licences[at] ?? "unknown";
          return (
            <li key={licence.number}>
              <span>
                {name("licence", licence.kind)}
                <small className="code t3">{licence.number}</small>
                <small className="t3">
                  {clauses(
                    licence.scope,
                    licence.expiresOn !== null && t("licence.until", { date: licence.expiresOn }),
                  )}
                </small>
              </span>
              <StatusMark tone={tones[standing]}>{name("licence-standing", standing)}</StatusMark>
            </li>
          );
        })}
        {licences.length === 0 && <li className="t3">{t("licence.none")}</li>}
      </ul>
    </Card>
  );
}

/** Others of the same credit code: shown side by side, never taken for one. */
export function SiblingCard({ detail }: { detail: EstablishmentDetail }) {
  const { t, name } = useText();
  return (
    <Card span={4} title={t("facts.siblings")}>
      <ul className="mini">
        {detail.siblings.map((sibling) => (
          <li key={sibling.id}>
            <span>
              <DoorLink door={{ to: "/registry/$id", params: { id: sibling.id } }} className="link">
                {sibling.name}
              </DoorLink>
              <small className="t3">{sibling.placeName}</small>
            </span>
            <StatusMark tone={sibling.state === "active" ? "ok" : "closed"}>
              {name("state", sibling.state)}
            </StatusMark>
          </li>
        ))}
        {detail.siblings.length === 0 && <li className="t3">{t("common.none")}</li>}
      </ul>
    </Card>
  );
}
