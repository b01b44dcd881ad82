import type { Establishment } from "@shian/domain";
import type { ReactNode } from "react";
import { Card } from "../../components/card.js";
import { formatCount } from "../../components/figures.js";
import { useText } from "../../text/use-text.js";

/** What the register knows of one establishment. */
export function EstablishmentFactsCard({ establishment }: { establishment: Establishment }) {
  const { t } = useText();
  const none = <span className="t3">{t("establishment.not-known")}</span>;
  const rows: [string, ReactNode][] = [
    [
      t("field.creditCode"),
      establishment.creditCode === null ? none : <span className="code">{establishment.creditCode}</span>,
    ],
    [
      t("field.licenceNumber"),
      establishment.licenceNumber === null ? (
        none
      ) : (
        <span className="code">{establishment.licenceNumber}</span>
      ),
    ],
    [t("field.form"), establishment.form === null ? none : t(`form.${establishment.form}`)],
    [t("field.size"), establishment.size === null ? none : t(`size.${establishment.size}`)],
    [t("field.diners"), establishment.diners === null ? none : formatCount(establishment.diners)],
    [
      t("field.attention"),
      establishment.attention.length === 0 ? (
        <span className="t3">{t("common.none")}</span>
      ) : (
        establishment.attention.map((flag) => t(`attention.${flag}`)).join("、")
      ),
    ],
    [t("field.address"), establishment.address ?? none],
    [t("field.openedOn"), establishment.openedOn ?? none],
    [t("field.licenceIssuedOn"), establishment.licenceIssuedOn ?? none],
    [t("field.licenceExpiresOn"), establishment.licenceExpiresOn ?? none],
    [
      t("field.state"),
      `${t(`state.${establishment.state}`)}，${t("common.since", { date: establishment.stateSince })}`,
    ],
  ];
  return (
    <Card title={t("establishment.facts")}>
      <dl className="dl">
        {rows.map(([name, value]) => (
          <div className="contents" key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
