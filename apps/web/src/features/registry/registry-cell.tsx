import type { RegistryRow } from "@shian/domain";
import { DoorLink } from "../../components/figures.js";
import { GradeSquare, RiskBars } from "../../components/grade-square.js";
import { DutyMark, StatusMark } from "../../components/status-mark.js";
import { ReviewMark } from "../../components/use-under-review.js";
import type { RegistryColumnKey } from "../../navigation/registry-search.js";
import type { TextKey } from "../../text/texts.js";
import { useText } from "../../text/use-text.js";
import { PlaceName } from "./place-name.js";

/** Column → its head; the domain's own field names where it has them. */
export const columnTitles: {
  readonly [C in RegistryColumnKey]: { readonly key: TextKey } | { readonly field: string };
} = {
  form: { key: "registry.form" },
  grade: { key: "registry.short-grade" },
  risk: { key: "registry.short-risk" },
  place: { key: "registry.place" },
  official: { key: "registry.official" },
  duty: { key: "registry.duty" },
  state: { key: "registry.state" },
  size: { field: "size" },
  address: { field: "address" },
  licence: { key: "column.licence" },
  licenceExpiresOn: { field: "licenceExpiresOn" },
  openedOn: { field: "openedOn" },
  attention: { field: "attention" },
  personInCharge: { field: "personInCharge" },
};

/** Columns that give way when there is little room: on a phone, and beside an opened establishment. */
export function classOf(column: RegistryColumnKey): string {
  if (column === "grade" || column === "duty") return "";
  return column === "place" ? "opt" : "opt opt-drawer";
}

/** What a column shows of a row. */
export function RegistryCell({ column, row }: { column: RegistryColumnKey; row: RegistryRow }) {
  const { t, name, list } = useText();
  const or = (text: string | null) => (text === null || text === "" ? <span className="t3">–</span> : text);
  switch (column) {
    case "form":
      return row.form === null ? <span className="t3">{t("common.unknown")}</span> : name("form", row.form);
    case "grade":
      return (
        <>
          <GradeSquare grade={row.grade} />
          <ReviewMark of={row.id} />
        </>
      );
    case "risk":
      return <RiskBars grade={row.riskGrade} />;
    case "place":
      return row.place === null ? (
        <span className="t3">{row.placeName === "" ? t("registry.place-unknown") : row.placeName}</span>
      ) : (
        <PlaceName name={row.placeName} />
      );
    case "official":
      if (row.official === null)
        return row.state === "active" ? (
          <StatusMark tone="overdue">{t("registry.nobody")}</StatusMark>
        ) : (
          <span className="t3">–</span>
        );
      return (
        <DoorLink door={{ to: "/chain/official/$id", params: { id: row.official.id } }}>
          {row.official.name}
        </DoorLink>
      );
    case "duty":
      return row.state === "active" ? (
        <DutyMark state={row.duty.state} daysLeft={row.duty.daysLeft} />
      ) : (
        <StatusMark tone="closed">{name("state", row.state)}</StatusMark>
      );
    case "state":
      return (
        <StatusMark tone={row.state === "active" ? "ok" : "closed"}>{name("state", row.state)}</StatusMark>
      );
    case "size":
      return or(row.size === null ? null : name("size", row.size));
    case "licence":
      return <span className="code">{or(row.licenceNumber)}</span>;
    case "attention":
      return or(list(row.attention.map((flag) => name("attention", flag))));
    default:
      return or(row[column]);
  }
}
