import type { EstablishmentDetail } from "@shian/domain";
import type { ReactNode } from "react";
import { Card } from "../../components/card.js";
import { formatCount } from "../../components/figures.js";
import { MaskedNumber } from "../../components/masked-number.js";
import { useFieldName } from "../../text/use-field-name.js";
import { useText } from "../../text/use-text.js";

type Fact = { field: string; value: ReactNode };

const toCode = (code: string | null): ReactNode =>
  code === null ? null : <span className="code">{code}</span>;

/** What the register knows of one establishment. */
export function EstablishmentFactsCard({ detail }: { detail: EstablishmentDetail }) {
  const { establishment, contactMobile } = detail;
  const { t, name, clauses, list } = useText();
  const field = useFieldName();
  const none = <span className="t3">{t("establishment.not-known")}</span>;
  const rows: readonly Fact[] = [
    { field: "creditCode", value: toCode(establishment.creditCode) },
    { field: "licenceNumber", value: toCode(establishment.licenceNumber) },
    { field: "form", value: establishment.form === null ? null : name("form", establishment.form) },
    { field: "size", value: establishment.size === null ? null : name("size", establishment.size) },
    { field: "diners", value: establishment.diners === null ? null : formatCount(establishment.diners) },
    {
      field: "attention",
      value: list(establishment.attention.map((flag) => name("attention", flag))) || t("common.none"),
    },
    { field: "address", value: establishment.address },
    {
      field: "contactMobile",
      value: contactMobile !== null && (
        <MaskedNumber
          key={establishment.id}
          of="registry"
          id={establishment.id}
          name={establishment.name}
          masked={contactMobile}
        />
      ),
    },
    { field: "openedOn", value: establishment.openedOn },
    { field: "licenceIssuedOn", value: establishment.licenceIssuedOn },
    { field: "licenceExpiresOn", value: establishment.licenceExpiresOn },
    {
      field: "state",
      value: clauses(
        name("state", establishment.state),
        t("common.since", { date: establishment.stateSince }),
      ),
    },
  ];
  return (
    <Card title={t("establishment.facts")}>
      <dl className="dl">
        {rows.map((fact) => (
          <div className="contents" key={fact.field}>
            <dt>{field(fact.field)}</dt>
            <dd>{fact.value === null || fact.value === false ? none : fact.value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
