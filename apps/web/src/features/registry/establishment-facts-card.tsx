import type { EstablishmentDetail } from "@shian/domain";
import type { ReactNode } from "react";
import { Card } from "../../components/card.js";
import { formatCount } from "../../components/figures.js";
import { MaskedNumber } from "../../components/masked-number.js";
import { Tag } from "../../components/status-mark.js";
import { useFieldName } from "../../text/use-field-name.js";
import { useText } from "../../text/use-text.js";

type Fact = { field: string; value: ReactNode };

const toCode = (code: string | null): ReactNode =>
  code === null ? null : <span className="code">{code}</span>;

const count = (value: number | null): ReactNode => (value === null ? null : formatCount(value));

/** A point as text that a map program opens; no map of another house is fetched. */
function MapPoint({ establishment }: { establishment: EstablishmentDetail["establishment"] }) {
  const { t } = useText();
  const { latitude, longitude, coordinates } = establishment;
  if (latitude === null || longitude === null || coordinates === null)
    return <span className="t3">{t("establishment.not-known")}</span>;
  const text = `${latitude}, ${longitude}`;
  return (
    <>
      {/* The address form for map programs means WGS-84; a point of the other system would open some hundred metres off. */}
      {coordinates === "WGS-84" ? <a href={`geo:${latitude},${longitude}`}>{text}</a> : text}{" "}
      <span className="t3 sm">{coordinates}</span>
    </>
  );
}

/** What the register knows of one establishment. */
export function EstablishmentFactsCard({ detail }: { detail: EstablishmentDetail }) {
  const { establishment, contactMobile } = detail;
  const { t, name, clauses, list } = useText();
  const field = useFieldName();
  const none = <span className="t3">{t("establishment.not-known")}</span>;
  const rows: readonly Fact[] = [
    { field: "creditCode", value: toCode(establishment.creditCode) },
    { field: "form", value: establishment.form === null ? null : name("form", establishment.form) },
    {
      field: "size",
      value: (
        <>
          {establishment.size === null ? none : name("size", establishment.size)}{" "}
          {detail.classedSize !== null && (
            <small className="t3">
              {t("facts.classed", { size: name("size", detail.classedSize) })}{" "}
              <Tag tone="plain">{t("facts.to-check")}</Tag>
            </small>
          )}
        </>
      ),
    },
    { field: "diners", value: establishment.diners === null ? null : formatCount(establishment.diners) },
    {
      field: "attention",
      value: list(establishment.attention.map((flag) => name("attention", flag))) || t("common.none"),
    },
    { field: "employees", value: count(establishment.employees) },
    { field: "revenue", value: count(establishment.revenue) },
    { field: "floorArea", value: count(establishment.floorArea) },
    { field: "address", value: establishment.address },
    { field: "point", value: <MapPoint establishment={establishment} /> },
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
            <dt>{fact.field === "point" ? t("facts.point") : field(fact.field)}</dt>
            <dd>{fact.value === null || fact.value === false ? none : fact.value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
